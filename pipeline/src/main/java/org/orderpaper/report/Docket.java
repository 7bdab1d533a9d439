package org.orderpaper.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Queue;
import org.orderpaper.model.ReviewEntry;

/**
 * What stands where in the report: which items are ranked and at which place, which are still to
 * come, which refer to another paper, which are new, which are decided.
 */
final class Docket {

  private final List<Matter> matters;
  private final List<Placed> placed;
  private final List<Standing> ranked;
  private final List<Standing> upcoming;

  /**
   * An item that is ranked, or would be had its meeting been held.
   *
   * @param open its findings that are still open, the highest first; at least one
   */
  record Standing(Matter matter, List<Placed> open) {

    Finding highest() {
      return open.getFirst().finding();
    }

    boolean isNew() {
      return open.stream().anyMatch(Placed::isNew);
    }
  }

  private Docket(
      List<Matter> matters, List<Placed> placed, List<Standing> ranked, List<Standing> upcoming) {
    this.matters = matters;
    this.placed = placed;
    this.ranked = ranked;
    this.upcoming = upcoming;
  }

  /**
   * Arranges {@code items}, among which are all that have entries.
   *
   * @throws IllegalArgumentException if an entry is about another item
   */
  static Docket of(ReportInput input, List<BusinessItem> items) {
    List<Matter> matters = matters(items, input.entries());
    List<Placed> unranked = place(matters, input);
    List<Standing> ranked = new ArrayList<>();
    List<Standing> upcoming = new ArrayList<>();
    for (Standing standing : standings(unranked)) {
      (standing.open().getFirst().upcoming() ? upcoming : ranked).add(standing);
    }
    ranked.sort(Comparator.comparing(Docket::candidate, Ranking.ORDER));
    upcoming.sort(SOONEST_FIRST);
    return new Docket(matters, withRanks(unranked, ranked), ranked, upcoming);
  }

  /** What can still be advised on soonest comes first. */
  private static final Comparator<Standing> SOONEST_FIRST =
      Comparator.comparing(
              (Standing standing) -> standing.matter().item().meeting().date(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Docket::candidate, Ranking.ORDER);

  private static Ranking.Candidate candidate(Standing standing) {
    return new Ranking.Candidate(standing.matter().item(), standing.highest());
  }

  private static List<Matter> matters(List<BusinessItem> items, List<ReviewEntry> entries) {
    Map<String, List<ReviewEntry>> byItem = new HashMap<>();
    items.forEach(item -> byItem.put(item.id(), new ArrayList<>(0)));
    for (ReviewEntry entry : entries) {
      List<ReviewEntry> ofItem = byItem.get(entry.item());
      if (ofItem == null) {
        throw new IllegalArgumentException(
            "entry " + entry.id() + " is about item " + entry.item() + ", which was not handed in");
      }
      ofItem.add(entry);
    }
    byItem.values().forEach(ofItem -> ofItem.sort(Comparator.comparing(ReviewEntry::id)));
    return items.stream()
        .sorted(ReportInput.ITEM_ORDER)
        .map(item -> new Matter(item, byItem.getOrDefault(item.id(), List.of())))
        .toList();
  }

  private static List<Placed> place(List<Matter> matters, ReportInput input) {
    SameMotion sameMotion = SameMotion.among(matters);
    Decisions decisions = new Decisions(input.decisions());
    List<Placed> placed = new ArrayList<>(input.entries().size());
    for (Matter matter : matters) {
      boolean upcoming = matter.isUpcoming(input.asOf());
      for (ReviewEntry entry : matter.entries()) {
        Optional<Matter> carrier = sameMotion.carrierOf(matter, entry.queue());
        placed.add(
            new Placed(
                entry,
                matter,
                null,
                carrier.map(other -> other.item().id()).orElse(null),
                upcoming,
                input.firstScan() || !input.knownFingerprints().contains(entry.fingerprint()),
                decisions.on(entry).orElse(null)));
      }
    }
    return placed;
  }

  private static List<Standing> standings(List<Placed> placed) {
    Map<String, List<Placed>> open = new LinkedHashMap<>();
    for (Placed one : placed) {
      if (one.isRankable()) {
        open.computeIfAbsent(one.entry().item(), item -> new ArrayList<>(1)).add(one);
      }
    }
    List<Standing> standings = new ArrayList<>(open.size());
    for (List<Placed> findings : open.values()) {
      findings.sort(Comparator.comparing(Placed::finding, Ranking.HIGHEST_FIRST));
      standings.add(new Standing(findings.getFirst().matter(), List.copyOf(findings)));
    }
    return standings;
  }

  private static List<Placed> withRanks(List<Placed> unranked, List<Standing> ranked) {
    Map<String, Integer> ranks = new HashMap<>();
    for (Standing standing : ranked) {
      ranks.put(standing.matter().item().id(), ranks.size() + 1);
    }
    return unranked.stream()
        .map(one -> one.isRankable() && !one.upcoming() ? one.at(rankOf(one, ranks)) : one)
        .sorted(Placed.ORDER)
        .toList();
  }

  private static int rankOf(Placed one, Map<String, Integer> ranks) {
    return Objects.requireNonNull(ranks.get(one.matter().item().id()));
  }

  /** The items, by source and place in it. */
  List<Matter> matters() {
    return matters;
  }

  /** All entries, by rank and id. */
  List<Placed> placed() {
    return placed;
  }

  /** The ranked items in order; the first has rank 1. */
  List<Standing> ranked() {
    return ranked;
  }

  /** The items of meetings still to come, the soonest first. */
  List<Standing> upcoming() {
    return upcoming;
  }

  /** The entries on {@code queue} that a reviewer still has to look at. */
  List<Placed> openOn(Queue queue) {
    return placed.stream().filter(one -> one.isOn(queue) && one.isOpen()).toList();
  }

  /** The entries that a reviewer has settled. */
  List<Placed> settled() {
    return placed.stream().filter(one -> one.see() == null && one.isSettled()).toList();
  }

  /** The entries of other papers that refer to an item, by its id. */
  Map<String, List<Placed>> referring() {
    Map<String, List<Placed>> referring = new HashMap<>();
    for (Placed one : placed) {
      if (one.see() != null) {
        referring.computeIfAbsent(one.see(), item -> new ArrayList<>()).add(one);
      }
    }
    return referring;
  }
}
