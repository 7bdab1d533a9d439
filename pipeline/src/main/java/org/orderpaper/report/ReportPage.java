package org.orderpaper.report;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Queue;
import org.orderpaper.model.RuleBookCard;

/**
 * What {@code index.jte} shows, in the order in which it shows it.
 *
 * @param faults rules that could not be used
 * @param groups the ranked items, a group for each severity that occurs
 * @param further ranked items after the last that is shown in full
 * @param welfare how many incidents stand in the folder for welfare
 */
record ReportPage(
    String version,
    String asOf,
    List<String> roots,
    String ruleBook,
    boolean firstScan,
    List<String> faults,
    LedgerAccount ledger,
    List<Group> groups,
    List<Brief> further,
    String rankedItems,
    String rankedCount,
    String newItems,
    List<Card> upcoming,
    List<Section> sections,
    List<Count> log,
    String logged,
    List<Notice> decided,
    int welfare,
    List<Count> statistics) {

  /** More cards than this would take a browser, and a reviewer, longer than a morning. */
  static final int SHOWN_IN_FULL = 300;

  /** The ranked items of one severity. */
  record Group(int severity, String meaning, String count, boolean first, List<Card> cards) {}

  /** A ranked item in one line. */
  record Brief(
      int rank, int severity, String unit, String date, String title, String source, String item) {}

  /** A list of the report that is not ranked. */
  record Section(String id, String title, String lead, List<Notice> notices) {}

  /** A number with its name. */
  record Count(String name, String number) {

    /** How deep it stands below the count that it is a part of. */
    int depth() {
      return (name.length() - name.stripLeading().length()) / 2;
    }
  }

  static ReportPage of(ReportInput input, Docket docket, Sources sources, Statistics statistics) {
    RuleBookCard book = input.ruleBook();
    Cards cards = new Cards(input, docket, sources);
    int full = Math.min(docket.ranked().size(), SHOWN_IN_FULL);
    return new ReportPage(
        input.version(),
        Prose.day(input.asOf()),
        input.roots(),
        book.hash(),
        input.firstScan(),
        book.faults().stream().map(Object::toString).sorted().toList(),
        LedgerAccount.of(input.ledger(), statistics),
        groups(cards.ranked(full), statistics),
        furtherThan(full, docket),
        Prose.count(statistics.rankedItems(), "item", "items"),
        Prose.number(statistics.rankedItems()),
        Prose.number(statistics.newRanked()),
        cards.upcoming(),
        sections(docket, new Notices(book, sources, docket.referring())),
        log(docket, book),
        Prose.number(statistics.entries().getOrDefault(Queue.LOG, 0)),
        new Notices(book, sources, docket.referring()).of(docket.settled()),
        statistics.entries().getOrDefault(Queue.WELFARE, 0),
        closing(statistics));
  }

  /** What a severity means, for the legend. */
  static String meaningOf(int severity) {
    return Prose.severity(severity);
  }

  void writeTo(Writer out) {
    Page.write(out, (output, interceptor) -> JteindexGenerated.render(output, interceptor, this));
  }

  /** Makes the cards of one report. */
  private record Cards(
      ReportInput input,
      Docket docket,
      Sources sources,
      Map<String, List<Placed>> referring,
      Map<String, Long> families) {

    Cards(ReportInput input, Docket docket, Sources sources) {
      this(
          input,
          docket,
          sources,
          docket.referring(),
          input.families().values().stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    List<Card> ranked(int first) {
      List<Card> cards = new ArrayList<>(first);
      for (Docket.Standing standing : docket.ranked().subList(0, first)) {
        cards.add(card(standing, cards.size() + 1));
      }
      return cards;
    }

    List<Card> upcoming() {
      return docket.upcoming().stream().map(standing -> card(standing, null)).toList();
    }

    private Card card(Docket.Standing standing, @Nullable Integer rank) {
      String item = standing.matter().item().id();
      return Card.of(
          standing,
          rank,
          referring.getOrDefault(item, List.of()),
          family(input.families().get(item)),
          input.ruleBook(),
          sources);
    }

    private @Nullable String family(@Nullable String family) {
      long others = family == null ? 0 : families.getOrDefault(family, 1L) - 1;
      return others == 0
          ? null
          : Prose.count((int) others, "other item", "other items")
              + " of this report with nearly the same text, family "
              + family;
    }
  }

  private static List<Group> groups(List<Card> cards, Statistics statistics) {
    Map<Integer, List<Card>> bySeverity = new TreeMap<>(Comparator.reverseOrder());
    cards.forEach(
        card -> bySeverity.computeIfAbsent(card.severity(), key -> new ArrayList<>()).add(card));
    List<Group> groups = new ArrayList<>();
    bySeverity.forEach((severity, ofSeverity) ->
        groups.add(
            new Group(
                severity,
                Prose.severity(severity),
                Prose.number(statistics.ranked().getOrDefault(severity, 0)),
                groups.isEmpty(),
                ofSeverity)));
    return groups;
  }

  private static List<Brief> furtherThan(int full, Docket docket) {
    List<Brief> briefs = new ArrayList<>();
    for (int i = full; i < docket.ranked().size(); i++) {
      Docket.Standing standing = docket.ranked().get(i);
      briefs.add(
          new Brief(
              i + 1,
              standing.highest().severity(),
              Card.unit(standing.matter().item()),
              Prose.day(standing.matter().item().meeting().date()),
              ItemWords.of(standing.matter(), List.of()).plainTitle(),
              standing.matter().item().source(),
              standing.matter().item().id()));
    }
    return briefs;
  }

  private static List<Section> sections(Docket docket, Notices notices) {
    return List.of(
        new Section(
            "handled",
            "Handled by the unit",
            "Ruled out and not heard, as the instruction asks.",
            notices.of(docket.openOn(Queue.HANDLED))),
        new Section(
            "over-restriction",
            "Over-restriction",
            "Ruled out citing an instruction that does not seem to forbid it. "
                + "The unit may need to be told that it can be heard.",
            notices.of(docket.openOn(Queue.OVER_RESTRICTION))),
        new Section(
            "observed",
            "Observed",
            "For information. No instruction covers it.",
            notices.of(docket.openOn(Queue.OBSERVED))),
        new Section(
            "trial",
            "Rules on trial",
            "Found by rules that are still being tried. They count for nothing yet.",
            notices.of(docket.openOn(Queue.TRIAL))));
  }

  /** Makes the notices of one report. */
  private record Notices(RuleBookCard book, Sources sources, Map<String, List<Placed>> referring) {

    List<Notice> of(List<Placed> placed) {
      return placed.stream().sorted(Notice.NEWEST_FIRST).map(this::notice).toList();
    }

    private Notice notice(Placed placed) {
      List<Placed> others = referring.getOrDefault(placed.entry().item(), List.of());
      return Notice.of(placed, others, book, sources);
    }
  }

  private static List<Count> log(Docket docket, RuleBookCard book) {
    Map<String, Long> byTopic =
        docket.placed().stream()
            .filter(placed -> placed.isOn(Queue.LOG))
            .collect(
                Collectors.groupingBy(
                    placed -> Notice.topic(placed, book), TreeMap::new, Collectors.counting()));
    return byTopic.entrySet().stream()
        .map(topic -> new Count(topic.getKey(), Prose.number(topic.getValue().intValue())))
        .toList();
  }

  private static List<Count> closing(Statistics statistics) {
    List<Count> counts = new ArrayList<>();
    statistics.named().forEach((name, count) -> counts.add(new Count(name, Prose.number(count))));
    return counts;
  }
}
