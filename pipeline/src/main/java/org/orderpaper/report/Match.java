package org.orderpaper.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Instruction;
import org.orderpaper.model.Limb;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.RuleBookCard;
import org.orderpaper.model.RuleCard;
import org.orderpaper.model.Topic;

/**
 * What the page shows of one finding.
 *
 * @param clause null where no instruction covers the topic
 * @param advice what the unit can still be told before its meeting, or null
 * @param acts what the unit did, and how that is known
 * @param matched the facets of the rule with the words that stand for them
 * @param steps how the severity came about
 * @param decision what a reviewer said so far, or null
 */
record Match(
    String finding,
    String topic,
    @Nullable String topicNote,
    int severity,
    String meaning,
    String temporal,
    @Nullable Clause clause,
    @Nullable String advice,
    List<String> acts,
    List<Facet> matched,
    List<String> reasons,
    List<String> against,
    List<String> steps,
    String rule,
    String ruleTitle,
    String check,
    List<String> otherRules,
    @Nullable String decision) {

  /** What words stand for in the rule, and the words. */
  record Facet(String name, String words) {}

  /**
   * The words of authority a finding rests on.
   *
   * @param sent by whom and when
   * @param limb what it forbids and when
   * @param textFrom how good the text is, and where it was found
   */
  record Clause(
      String id,
      String title,
      String sent,
      String limb,
      String textFrom,
      List<String> exceptions,
      @Nullable String note) {}

  static Match of(Placed placed, RuleBookCard book, Sources sources) {
    Finding finding = placed.finding();
    BusinessItem item = placed.matter().item();
    MaskedText masked = placed.matter().masked();
    Instruction instruction = instruction(finding, book);
    Limb limb = instruction == null ? null : limb(finding, instruction);
    Topic topic = book.topics().get(finding.topic());
    RuleCard rule = book.rules().get(finding.rule());
    return new Match(
        finding.id(),
        topic == null ? finding.topic() : topic.title(),
        topic == null ? null : topic.note(),
        finding.severity(),
        Prose.meaning(finding, limb, item.outcome()),
        Prose.capitalised(Prose.temporal(finding.temporal())),
        clause(finding, instruction, limb),
        placed.upcoming() ? advice(finding, item, book) : null,
        acts(finding, item, masked),
        matched(finding.evidence(), masked),
        Words.reasons(finding.reasons(), masked),
        Words.reasons(finding.against(), masked),
        finding.steps(),
        finding.rule(),
        rule == null ? "" : rule.title(),
        rule == null ? "" : rule.reviewer(),
        finding.rules().stream().filter(id -> !id.equals(finding.rule())).toList(),
        decision(placed, sources));
  }

  private static @Nullable Instruction instruction(Finding finding, RuleBookCard book) {
    return finding.instruction() == null ? null : book.instructions().get(finding.instruction());
  }

  private static @Nullable Limb limb(Finding finding, Instruction instruction) {
    return instruction.limbs().stream()
        .filter(limb -> limb.act() == finding.limb() && limb.topic().equals(finding.topic()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Clause clause(
      Finding finding, @Nullable Instruction instruction, @Nullable Limb limb) {
    if (finding.instruction() == null) {
      return null;
    }
    if (instruction == null) {
      String missing = "Its text is not in the rule book";
      return new Clause(finding.instruction(), "", "", missing, "", List.of(), null);
    }
    return new Clause(
        instruction.id(),
        instruction.title(),
        "Sent by " + instruction.issuer() + " on " + Prose.day(instruction.issued()),
        limb == null ? inForce(instruction) : forbids(limb, instruction),
        instruction.authenticity().word() + ", " + instruction.source(),
        instruction.exceptions(),
        instruction.note());
  }

  private static String inForce(Instruction instruction) {
    return "In force from " + Prose.day(instruction.effectiveFrom()) + end(instruction, null);
  }

  private static String forbids(Limb limb, Instruction instruction) {
    return Prose.capitalised(verb(limb).strip() + " ")
        + Prose.forbidding(limb.act())
        + " from "
        + Prose.day(limb.from())
        + end(instruction, limb);
  }

  /** Never inferred: an instruction without a recorded end is in force. */
  private static String end(Instruction instruction, @Nullable Limb limb) {
    if (limb != null && limb.to() != null) {
      return " to " + Prose.day(limb.to());
    }
    if (instruction.effectiveTo() == null) {
      return ", no end recorded";
    }
    String basis =
        instruction.endBasis() == null ? "" : " (" + Prose.plain(instruction.endBasis()) + ")";
    return " to " + Prose.day(instruction.effectiveTo()) + basis;
  }

  /** What is forbidden or advised against on the day of a meeting to come. */
  private static String advice(Finding finding, BusinessItem item, RuleBookCard book) {
    Map<String, Set<String>> acts = new TreeMap<>();
    for (Instruction instruction : book.instructions().values()) {
      for (Limb limb : instruction.limbs()) {
        if (limb.topic().equals(finding.topic())
            && limb.wording() == null
            && holds(limb, instruction, item.meeting().date())) {
          acts.computeIfAbsent(instruction.id() + verb(limb), id -> new LinkedHashSet<>())
              .add(Prose.forbidding(limb.act()));
        }
      }
    }
    List<String> sentences = new ArrayList<>();
    acts.forEach((who, what) -> sentences.add(who + String.join(", ", what) + "."));
    sentences.add("Until the meeting the item can be withdrawn, or ruled out before it is heard.");
    return String.join(" ", sentences);
  }

  private static boolean holds(Limb limb, Instruction instruction, @Nullable LocalDate day) {
    LocalDate end = limb.to() == null ? instruction.effectiveTo() : limb.to();
    return day != null && !day.isBefore(limb.from()) && (end == null || !day.isAfter(end));
  }

  private static String verb(Limb limb) {
    return switch (limb.modality()) {
      case MUST_NOT -> " forbids ";
      case ADVISED_NOT -> " advises against ";
    };
  }

  private static List<String> acts(Finding finding, BusinessItem item, MaskedText masked) {
    List<String> acts = new ArrayList<>();
    for (Act act : finding.acts()) {
      acts.add(Prose.act(act) + shownBy(act, item, masked));
    }
    return acts;
  }

  private static String shownBy(Act act, BusinessItem item, MaskedText masked) {
    for (ActShown shown : item.acts()) {
      if (shown.act() != act) {
        continue;
      }
      if (shown.presumed()) {
        return " (presumed from the outcome)";
      }
      if (shown.words() != null) {
        return ": \u201C" + masked.words(shown.words()).strip() + "\u201D";
      }
    }
    return "";
  }

  /** Each facet with its words, each of them once, in the order of the text. */
  private static List<Facet> matched(List<Evidence> evidence, MaskedText masked) {
    Map<String, Set<String>> byFacet = new LinkedHashMap<>();
    evidence.stream()
        .sorted(Comparator.comparing(Evidence::span))
        .forEach(one ->
            byFacet
                .computeIfAbsent(one.facet(), facet -> new LinkedHashSet<>())
                .add("\u201C" + masked.words(one.span()).strip() + "\u201D"));
    List<Facet> facets = new ArrayList<>();
    byFacet.forEach(
        (facet, words) -> facets.add(new Facet(facet.replace('-', ' '), String.join(", ", words))));
    return facets;
  }

  private static @Nullable String decision(Placed placed, Sources sources) {
    if (placed.decision() == null) {
      return null;
    }
    return Prose.plain(placed.decision().outcome())
        + " on "
        + Prose.day(placed.decision().decidedOn())
        + ": "
        + sources.masked(placed.matter().item(), placed.decision().reason());
  }
}
