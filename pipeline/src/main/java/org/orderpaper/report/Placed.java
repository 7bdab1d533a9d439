package org.orderpaper.report;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Decision;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Queue;
import org.orderpaper.model.ReviewEntry;

/**
 * An entry and where the report puts it.
 *
 * @param rank of the item, or null where this entry does not carry it
 * @param see the id of the item under which the same motion is reviewed, or null
 * @param upcoming whether the meeting is still to come
 * @param isNew whether the previous scan of the same folders did not have it
 * @param decision what a reviewer decided, or null
 */
record Placed(
    ReviewEntry entry,
    Matter matter,
    @Nullable Integer rank,
    @Nullable String see,
    boolean upcoming,
    boolean isNew,
    @Nullable Decision decision) {

  /** By rank, those without one last; then by id. */
  static final Comparator<Placed> ORDER =
      Comparator.comparing(Placed::rank, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(placed -> placed.entry().id())
          .thenComparing(placed -> placed.entry().item());

  boolean isOn(Queue queue) {
    return entry.queue() == queue;
  }

  boolean isSettled() {
    return decision != null && Decisions.settles(decision);
  }

  /** Whether a reviewer still has to look at it here. */
  boolean isOpen() {
    return see == null && !isSettled();
  }

  /** Whether it is a finding that could be ranked: of severity 1 to 4, still open. */
  boolean isRankable() {
    return isOpen()
        && isOn(Queue.RANKED)
        && entry instanceof Finding finding
        && finding.severity() > 0
        && !matter.restricted();
  }

  /** The finding that the entry is. */
  Finding finding() {
    return (Finding) entry;
  }

  Placed at(int place) {
    return new Placed(entry, matter, place, see, upcoming, isNew, decision);
  }
}
