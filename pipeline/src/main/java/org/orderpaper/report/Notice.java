package org.orderpaper.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.RuleBookCard;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Topic;
import org.orderpaper.model.WelfareEntry;

/**
 * What the page shows of an entry that is not ranked.
 *
 * @param topic in words; empty where the entry has none
 * @param lines why it stands here, a sentence each
 * @param papers other papers of the meeting with the same motion
 * @param decision what a reviewer decided, or null
 * @param words null where only the title may be shown
 */
record Notice(
    String entry,
    String unit,
    String date,
    @Nullable String isoDate,
    List<String> facts,
    String topic,
    int severity,
    boolean isNew,
    boolean upcoming,
    List<String> lines,
    List<Card.Reference> papers,
    String source,
    @Nullable String place,
    @Nullable Settled decision,
    @Nullable ItemWords words) {

  /** What a reviewer decided. */
  record Settled(String outcome, String on, String reason) {}

  /** Newest first, so that what came in last night stands on top. */
  static final Comparator<Placed> NEWEST_FIRST =
      Comparator.comparing(
              (Placed placed) -> placed.matter().item().meeting().date(),
              Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
          .thenComparing(placed -> placed.matter().item().source())
          .thenComparingInt(placed -> placed.matter().item().ordinal())
          .thenComparing(Placed.ORDER);

  static Notice of(Placed placed, List<Placed> referring, RuleBookCard book, Sources sources) {
    BusinessItem item = placed.matter().item();
    List<Finding> findings =
        placed.entry() instanceof Finding finding ? List.of(finding) : List.of();
    return new Notice(
        placed.entry().id(),
        Card.unit(item),
        Prose.day(item.meeting().date()),
        Words.iso(item.meeting().date()),
        Card.facts(item, ""),
        topic(placed, book),
        findings.isEmpty() ? 0 : findings.getFirst().severity(),
        placed.isNew(),
        placed.upcoming(),
        placed.matter().restricted() ? List.of() : lines(placed, book, sources),
        Card.references(referring),
        item.source(),
        Card.place(item, sources),
        settled(placed, sources),
        placed.matter().restricted() ? null : ItemWords.of(placed.matter(), findings));
  }

  static String topic(Placed placed, RuleBookCard book) {
    return switch (placed.entry()) {
      case Finding finding -> title(finding.topic(), book);
      case StructuralNote note -> title(note.topic(), book);
      case OverRestriction _, WelfareEntry _ -> "";
    };
  }

  private static String title(String id, RuleBookCard book) {
    Topic topic = book.topics().get(id);
    return topic == null ? id : topic.title();
  }

  private static List<String> lines(Placed placed, RuleBookCard book, Sources sources) {
    return switch (placed.entry()) {
      case Finding _ -> linesOf(Match.of(placed, book, sources));
      case OverRestriction entry -> Words.reasons(entry.reasons(), placed.matter().masked());
      case StructuralNote note -> Words.reasons(note.reasons(), placed.matter().masked());
      case WelfareEntry _ -> List.of();
    };
  }

  private static List<String> linesOf(Match match) {
    List<String> lines = new ArrayList<>();
    List<String> matched =
        match.matched().stream().map(facet -> facet.name() + " " + facet.words()).toList();
    lines.add("Matched " + String.join("; ", matched) + ", by rule " + match.rule() + ".");
    if (match.clause() != null) {
      lines.add(match.clause().id() + ": " + match.clause().limb() + ". " + match.temporal() + ".");
    }
    match.reasons().forEach(reason -> lines.add("For: " + reason));
    match.against().forEach(reason -> lines.add("Against: " + reason));
    return lines;
  }

  private static @Nullable Settled settled(Placed placed, Sources sources) {
    if (placed.decision() == null) {
      return null;
    }
    return new Settled(
        Prose.plain(placed.decision().outcome()),
        Prose.day(placed.decision().decidedOn()),
        sources.masked(placed.matter().item(), placed.decision().reason()));
  }
}
