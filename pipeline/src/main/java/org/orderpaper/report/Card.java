package org.orderpaper.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.RuleBookCard;
import org.orderpaper.model.Unit;

/**
 * What the page shows of an item that a reviewer should read.
 *
 * @param rank its place, or null while its meeting is still to come
 * @param facts type, paper, outcome and votes
 * @param place page and headings in the source
 * @param papers other papers of the meeting with the same motion
 * @param family how many other items of the report are of the same family, in words, or null
 */
record Card(
    String item,
    @Nullable Integer rank,
    int severity,
    String meaning,
    String unit,
    String date,
    @Nullable String isoDate,
    List<String> facts,
    boolean isNew,
    ItemWords words,
    List<Match> matches,
    String source,
    @Nullable String place,
    List<String> otherSources,
    List<Reference> papers,
    @Nullable String family) {

  /**
   * Another paper with the same motion.
   *
   * @param standing what became of it there, and what was found
   */
  record Reference(String paper, String source, String standing) {}

  static Card of(
      Docket.Standing standing,
      @Nullable Integer rank,
      List<Placed> referring,
      @Nullable String family,
      RuleBookCard book,
      Sources sources) {
    BusinessItem item = standing.matter().item();
    List<Finding> findings = standing.open().stream().map(Placed::finding).toList();
    List<Match> matches =
        standing.open().stream().map(open -> Match.of(open, book, sources)).toList();
    return new Card(
        item.id(),
        rank,
        standing.highest().severity(),
        Prose.capitalised(matches.getFirst().meaning()),
        unit(item),
        Prose.day(item.meeting().date()),
        Words.iso(item.meeting().date()),
        facts(item, said(rank, item, matches.getFirst())),
        standing.isNew(),
        ItemWords.of(standing.matter(), findings),
        matches,
        item.source(),
        place(item, sources),
        sources.others(item),
        references(referring),
        family);
  }

  static String unit(BusinessItem item) {
    Unit unit = item.meeting().unit();
    return unit == null ? "Unit not told" : unit.name();
  }

  /** Of a meeting to come there is no outcome to tell. */
  private static String said(@Nullable Integer rank, BusinessItem item, Match match) {
    return rank == null ? Prose.outcome(item.outcome()) : match.meaning();
  }

  /** Type, paper, outcome, votes; what is not stated, or was {@code said}, is left out. */
  static List<String> facts(BusinessItem item, String said) {
    List<String> facts = new ArrayList<>(4);
    facts.add(Prose.capitalised(Prose.plain(item.type())) + " " + Prose.inPaper(item.meeting()));
    if (!said.endsWith(Prose.outcome(item.outcome()))) {
      facts.add(Prose.outcome(item.outcome()));
    }
    String votes = Prose.votes(item.votes());
    if (votes != null) {
      facts.add(votes);
    }
    return facts;
  }

  static @Nullable String place(BusinessItem item, Sources sources) {
    List<String> parts = new ArrayList<>();
    Integer page = item.pageAt(0);
    if (page != null) {
      parts.add("page " + page);
    }
    List<String> path = sources.headingPath(item);
    if (!path.isEmpty()) {
      parts.add("under " + String.join(" \u203A ", path));
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  static List<Reference> references(List<Placed> referring) {
    return referring.stream()
        .sorted(Comparator.comparing((Placed placed) -> placed.matter().item().source()))
        .map(Card::reference)
        .toList();
  }

  private static Reference reference(Placed placed) {
    BusinessItem item = placed.matter().item();
    String severity =
        placed.entry() instanceof Finding finding
            ? "; " + finding.topic() + ", severity " + finding.severity()
            : "";
    return new Reference(
        Prose.capitalised(Prose.paper(item.meeting())),
        item.source(),
        Prose.outcome(item.outcome()) + severity);
  }
}
