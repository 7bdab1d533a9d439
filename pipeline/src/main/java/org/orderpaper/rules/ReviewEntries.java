package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Instruction;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Reason;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.RuleStatus;
import org.orderpaper.model.Span;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.Voice;
import org.orderpaper.model.WelfareEntry;

/** Makes review entries of what matched one item. Pure; thread-safe. */
final class ReviewEntries {

  private static final String OVER_RESTRICTION = "over-restriction";
  private static final String WELFARE = "welfare";

  /** Beside its title and the ruling on it, a text of fewer words is no more than a title. */
  private static final int SHORTEST_TEXT = 12;

  private final Map<String, TopicTerms> topics;
  private final Map<String, DatedInstruction> instructions;
  private final StructuralChecks checks;

  ReviewEntries(
      Map<String, TopicTerms> topics,
      Map<String, DatedInstruction> instructions,
      StructuralChecks checks) {
    this.topics = topics;
    this.instructions = instructions;
    this.checks = checks;
  }

  /** The entries of {@code item}, findings first, in the order of their topics. */
  List<ReviewEntry> of(BusinessItem item, RuleRun.Matched matched) {
    if (item.type() == ItemType.INCIDENT) {
      return List.of(
          new WelfareEntry(Hashes.id(item, WELFARE), Hashes.fingerprint(item, WELFARE), item.id()));
    }
    List<ReviewEntry> entries = new ArrayList<>(findings(item, matched));
    if (isOverRestriction(item, matched)) {
      entries.add(overRestriction(item, matched.signs()));
    }
    entries.addAll(checks.of(item));
    return entries;
  }

  private List<Finding> findings(BusinessItem item, RuleRun.Matched matched) {
    Map<String, List<RuleMatch>> byTopic = new TreeMap<>();
    for (RuleMatch match : matched.matches()) {
      if (match.rule().concerns(item.meeting().date()) && match.rule().looksAtDocumentOf(item)) {
        byTopic.computeIfAbsent(match.rule().topic(), t -> new ArrayList<>()).add(match);
      }
    }
    List<Finding> findings = new ArrayList<>();
    byTopic.forEach((topic, matches) -> {
      TopicTerms terms = topics.get(topic);
      if (terms != null && !onlyQuotesAnInstruction(item, matches, matched.signs())) {
        findings.add(finding(item, terms, matches, matched.signs()));
      }
    });
    return findings;
  }

  /**
   * Semantics, settled questions: an instruction that is quoted without anything done about it is
   * no finding.
   */
  private static boolean onlyQuotesAnInstruction(
      BusinessItem item, List<RuleMatch> matches, Signs.Seen signs) {
    boolean nothingDone = item.acts().stream().allMatch(shown -> shown.act() == Act.AGENDA);
    boolean proposed =
        item.type() == ItemType.MOTION
            || item.type() == ItemType.AMENDMENT
            || item.type() == ItemType.AGENDA_ENTRY;
    return nothingDone
        && !proposed
        && !signs.citations().isEmpty()
        && matches.stream()
            .flatMap(match -> match.evidence(item).stream())
            .allMatch(words -> isQuoted(item.voiceAt(words.span())));
  }

  private static boolean isQuoted(Voice voice) {
    return voice == Voice.QUOTED || voice == Voice.INCOMING;
  }

  /** A match with its verdict. */
  private record Judged(RuleMatch match, Verdict verdict) {
    String id() {
      return match.rule().id();
    }
  }

  private Finding finding(
      BusinessItem item, TopicTerms topic, List<RuleMatch> matches, Signs.Seen signs) {
    List<Judged> judged = new ArrayList<>();
    for (RuleMatch match : counting(matches)) {
      judged.add(judged(item, topic, match, signs));
    }
    judged.sort(
        Comparator.comparingInt((Judged j) -> -j.verdict().severity()).thenComparing(Judged::id));
    Judged strongest = judged.getFirst();
    List<Evidence> evidence =
        distinct(judged.stream().flatMap(j -> j.match().evidence(item).stream()).toList());
    List<Reason> against = new ArrayList<>(strongest.verdict().against());
    judged.forEach(j -> against.addAll(j.match().against()));
    Verdict verdict = strongest.verdict();
    return new Finding(
        Hashes.id(item, topic.topic().id()),
        Hashes.fingerprint(item, topic.topic().id()),
        item.id(),
        strongest.id(),
        matches.stream().map(match -> match.rule().id()).distinct().sorted().toList(),
        topic.topic().id(),
        verdict.instruction(),
        verdict.limb(),
        verdict.acts(),
        verdict.temporal(),
        verdict.severity(),
        verdict.queue(),
        SeverityScale.voice(item, evidence),
        evidence,
        judged.stream().flatMap(j -> j.match().reasons().stream()).distinct().toList(),
        against.stream().distinct().toList(),
        verdict.steps());
  }

  /** Trial rules count only where no active rule matches. */
  private static List<RuleMatch> counting(List<RuleMatch> matches) {
    List<RuleMatch> active =
        matches.stream()
            .filter(match -> match.rule().card().status() == RuleStatus.ACTIVE)
            .toList();
    return active.isEmpty() ? matches : active;
  }

  private Judged judged(BusinessItem item, TopicTerms topic, RuleMatch match, Signs.Seen signs) {
    LocalDate date = item.meeting().date();
    Temporal names = namesOn(match.matches(), date);
    RuleMatch counting =
        names == null
            ? match
            : match.with(match.matches().stream().filter(m -> namesOn(m, date) == names).toList());
    SeverityScale scale =
        new SeverityScale(item, topic, counting, names, isTitleOnly(item, counting));
    return new Judged(counting, scale.verdict(instructions.values(), signs.named()));
  }

  /** How the date lies to the dated names of the best match; null where names have no dates. */
  private static @Nullable Temporal namesOn(List<Match> matches, @Nullable LocalDate date) {
    boolean undated =
        matches.stream().flatMap(m -> m.hits().stream()).allMatch(hit -> hit.validity() == null);
    if (undated) {
      return null;
    }
    return matches.stream()
        .map(match -> namesOn(match, date))
        .min(Comparator.comparingInt(SeverityScale.NEAREST_FIRST::indexOf))
        .orElseThrow();
  }

  /** A match counts from the day from which all of its names count. */
  private static Temporal namesOn(Match match, @Nullable LocalDate date) {
    Temporal worst = date == null ? Temporal.DATE_UNKNOWN : Temporal.IN_FORCE;
    for (Hit hit : match.hits()) {
      Validity days = hit.validity();
      if (days != null) {
        Temporal status = days.on(date);
        boolean firstDay = status == Temporal.IN_FORCE && date != null && date.equals(days.from());
        Temporal here = firstDay ? Temporal.SAME_DAY : status;
        worst =
            SeverityScale.NEAREST_FIRST.indexOf(here) > SeverityScale.NEAREST_FIRST.indexOf(worst)
                ? here
                : worst;
      }
    }
    return worst;
  }

  /** In the order of the text, without spans that lie in a longer one of the same facet. */
  private static List<Evidence> distinct(List<Evidence> evidence) {
    return evidence.stream()
        .distinct()
        .filter(one ->
            evidence.stream()
                .noneMatch(other ->
                    other.facet().equals(one.facet())
                        && !other.span().equals(one.span())
                        && other.span().contains(one.span())))
        .sorted(Comparator.comparing(Evidence::span).thenComparing(Evidence::facet))
        .toList();
  }

  // Items that were ruled out.

  /**
   * Whether the item gives no more than a title: an entry without text, or a match in the heading
   * of an item without a text of its own.
   */
  private static boolean isTitleOnly(BusinessItem item, RuleMatch match) {
    if (item.outcome() != Outcome.RULED_OUT) {
      return false;
    }
    boolean inHeading =
        !item.heading().isEmpty()
            && match.evidence(item).stream()
                .allMatch(words -> words.span().end() <= item.heading().length());
    return item.type() == ItemType.AGENDA_ENTRY || (inHeading && !givesText(item, List.of()));
  }

  /** Whether there is a text of the motion, beside heading, outcome and citations. */
  private static boolean givesText(BusinessItem item, List<Span> citations) {
    boolean movers =
        item.voice() == Voice.MOVER_TEXT
            || item.passages().stream().anyMatch(p -> p.voice() == Voice.MOVER_TEXT);
    return movers || wordsOfItsOwn(item, citations) >= SHORTEST_TEXT;
  }

  private static int wordsOfItsOwn(BusinessItem item, List<Span> citations) {
    int words = 0;
    for (Span sentence : item.sentences()) {
      boolean heading = sentence.start() < item.heading().length();
      Span outcome = item.outcomeWords();
      boolean ruling = outcome != null && sentence.overlaps(outcome);
      boolean citation = citations.stream().anyMatch(sentence::overlaps);
      if (!heading && !ruling && !citation) {
        words += TextScanner.countWords(sentence.of(item.text()));
      }
    }
    return words;
  }

  private boolean isOverRestriction(BusinessItem item, RuleRun.Matched matched) {
    Signs.Seen signs = matched.signs();
    boolean eligible =
        item.type() == ItemType.MOTION
            || item.type() == ItemType.AMENDMENT
            || item.type() == ItemType.RULING;
    return eligible
        && item.outcome() == Outcome.RULED_OUT
        && !signs.citations().isEmpty()
        && !signs.citesClosedPeriod()
        && givesText(item, signs.citations())
        && matched.matches().stream().noneMatch(match -> isForbidden(item, match));
  }

  /** Whether a limb of the rule's topic is in force that day, or may be. */
  private boolean isForbidden(BusinessItem item, RuleMatch match) {
    LocalDate date = item.meeting().date();
    if (!match.rule().concerns(date) || match.rule().card().status() != RuleStatus.ACTIVE) {
      return false;
    }
    return instructions.values().stream()
        .anyMatch(instruction ->
            instruction.instruction().limbs().stream()
                .filter(limb -> limb.topic().equals(match.rule().topic()))
                .filter(limb -> Objects.equals(limb.wording(), match.rule().wording()))
                .map(limb -> instruction.on(limb, date))
                .anyMatch(
                    status -> status != Temporal.PRE_INSTRUCTION && status != Temporal.LAPSED));
  }

  private OverRestriction overRestriction(BusinessItem item, Signs.Seen signs) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        new Reason("ruled out although nothing that was in force forbids what it says", null));
    signs.citations().forEach(words -> reasons.add(new Reason("cites an instruction", words)));
    LocalDate date = item.meeting().date();
    if (date == null) {
      reasons.add(new Reason("the date of the meeting is unknown", null));
    } else {
      reasons.add(new Reason(inForce(date), null));
    }
    return new OverRestriction(
        Hashes.id(item, OVER_RESTRICTION),
        Hashes.fingerprint(item, OVER_RESTRICTION),
        item.id(),
        reasons);
  }

  private String inForce(LocalDate date) {
    List<String> inForce =
        instructions.values().stream()
            .filter(each -> !each.instruction().limbs().isEmpty())
            .filter(each -> each.on(date) == Temporal.IN_FORCE)
            .map(DatedInstruction::instruction)
            .map(Instruction::id)
            .toList();
    return "in force on " + date + ": " + (inForce.isEmpty() ? "none" : String.join(", ", inForce));
  }

  /** The topics whose items share one finding a meeting keep the strongest, then the first. */
  static List<ReviewEntry> onceAMeeting(
      List<ReviewEntry> entries, Map<String, String> meetings, Map<String, TopicTerms> topics) {
    Map<String, Finding> kept = new TreeMap<>();
    for (ReviewEntry entry : entries) {
      if (entry instanceof Finding finding && shares(finding, topics)) {
        String key = finding.topic() + " " + meetings.get(finding.item());
        kept.merge(key, finding, ReviewEntries::stronger);
      }
    }
    return entries.stream()
        .filter(entry ->
            !(entry instanceof Finding finding)
                || !shares(finding, topics)
                || kept.containsValue(finding))
        .toList();
  }

  private static boolean shares(Finding finding, Map<String, TopicTerms> topics) {
    TopicTerms terms = topics.get(finding.topic());
    return terms != null && terms.onceAMeeting() && finding.queue() != Queue.TRIAL;
  }

  private static Finding stronger(Finding one, Finding other) {
    return other.severity() > one.severity() ? other : one;
  }
}
