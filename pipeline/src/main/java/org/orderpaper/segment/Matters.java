package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.DocumentKind;

/**
 * Tells matters of business from lines that belong to none: "On Zoom, 23 of us", "Movers have five
 * minutes", a signature, a count below its motion. Labelled papers teach it ({@code
 * docs/decisions/0012}).
 */
final class Matters {

  /** The labels of what is learned. */
  static final String OWN = "own";

  static final String NONE = "none";

  /** How likely a line before all business must be no matter. */
  private static final double LIKELY = 0.7;

  /** The same further down, and for what has a number or a title before all business. */
  private static final double LIKELY_BELOW = 0.9;

  /** The same for what is set off by a title or number, or tells of a decision. */
  private static final double SURE = 0.95;

  /** No probability is as much. */
  private static final double NEVER = 2;

  /** Words of what a rule may be about: their lines stay items, whatever they look like. */
  private static final String KEPT = "matters.kept";

  private Matters() {}

  /**
   * @param items those that are left
   * @param apart the lines before all business that belong to none
   */
  record Sorted(List<OpenItem> items, List<Line> apart) {}

  /**
   * Sets apart what stands before all business and is none, and titles and numbers of none; joins
   * other lines to the item above them. What is said above a message that is sent on is about that
   * message, and stays.
   *
   * @param looks at the items, in the same order
   */
  static Sorted sort(
      List<OpenItem> items, List<OpenItem.Look> looks, Paper paper, Learned learned) {
    List<OpenItem> kept = new ArrayList<>();
    List<Line> apart = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      OpenItem item = items.get(i);
      boolean first = kept.isEmpty();
      boolean covers = i + 1 < items.size() && items.get(i + 1).draft.isEarlier();
      double needed =
          first ? covers ? NEVER : neededAbove(item, paper) : neededBelow(kept.getLast(), item);
      // What was learned is asked last: it costs the most, and of most items it need not be asked.
      boolean none =
          needed < NEVER
              && !isOwn(items, i, paper)
              && learned.isNoMatter(MatterFeatures.of(looks, i, paper.kind())) >= needed;
      if (!none) {
        kept.add(item);
      } else if (first || isTitled(item)) {
        apart.addAll(item.draft.lines);
      } else {
        join(kept.getLast(), item);
      }
    }
    // A paper of which nothing is business is read as it was.
    return kept.isEmpty() ? new Sorted(items, List.of()) : new Sorted(kept, apart);
  }

  /** Whether its place or its form says that it is a matter of its own. */
  private static boolean isOwn(List<OpenItem> items, int at, Paper paper) {
    OpenItem item = items.get(at);
    boolean last = at == items.size() - 1;
    return ItemReader.isSettled(item, paper)
        || !item.amendments.isEmpty()
        || Formalities.of(item.draft, item.stretches, item.events, last) != null;
  }

  /** How likely a line before all business must be none to be set apart. */
  private static double neededAbove(OpenItem item, Paper paper) {
    // How a statement was adopted is read from what stands above it, too.
    boolean counted =
        paper.kind() != DocumentKind.STATEMENT
            && item.events.stream().anyMatch(event -> event.votes().inFavour() != null);
    if (counted || isKept(item)) {
      return NEVER;
    }
    return item.isDecided() ? SURE : item.draft.isSetOff() ? LIKELY_BELOW : LIKELY;
  }

  /**
   * How likely an item must be none to be joined to the one above it, or to be set apart if it has
   * a title or number: never what was moved, and what another message says.
   */
  private static double neededBelow(OpenItem above, OpenItem item) {
    boolean moved = item.draft.isMotion() || item.draft.moved;
    boolean same =
        above.draft.hint == item.draft.hint
            || (!item.draft.isEarlier() && !above.draft.isEarlier());
    if (!same || moved) {
      return NEVER;
    }
    return !isTitled(item) ? LIKELY_BELOW : isKept(item) ? NEVER : SURE;
  }

  /** Whether a title or number sets it off, and it does more than tell an outcome. */
  private static boolean isTitled(OpenItem item) {
    return item.draft.isSetOff() && !(item.isDecided() && item.isToldAlone());
  }

  private static boolean isKept(OpenItem item) {
    return item.draft.lines.stream().anyMatch(line -> line.has(KEPT));
  }

  /** A count or an outcome below a motion of which none is told yet is told of it. */
  private static void join(OpenItem above, OpenItem item) {
    boolean tells = item.isDecided() && !above.isDecided();
    above.takeIn(item);
    above.draft.joined = true;
    if (tells) {
      above.tellAlso(item.told);
    }
  }
}
