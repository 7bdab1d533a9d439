package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;

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

  /** The same further down, and for what has a number or a title, as business has. */
  private static final double LIKELY_BELOW = 0.9;

  /** Words of what a rule may be about: their lines stay items, whatever they look like. */
  private static final String KEPT = "matters.kept";

  private Matters() {}

  /**
   * @param items those that are left
   * @param apart the lines before all business that belong to none
   */
  record Sorted(List<OpenItem> items, List<Line> apart) {}

  /**
   * Sets apart what stands before all business and is none, and joins other lines to the item above
   * them. What is said above a message that is sent on is about that message, and stays.
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
      boolean possible = first ? !covers && !isKept(item) : isBelow(kept.getLast(), item);
      // What was learned is asked last: it costs the most, and of most items it need not be asked.
      if (!possible || isOwn(items, i, paper) || !isNone(looks, i, first, paper, learned)) {
        kept.add(item);
      } else if (first) {
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

  private static boolean isNone(
      List<OpenItem.Look> looks, int at, boolean first, Paper paper, Learned learned) {
    boolean setOff = looks.get(at).byCues().draft().isSetOff();
    double needed = first && !setOff ? LIKELY : LIKELY_BELOW;
    return learned.isNoMatter(MatterFeatures.of(looks, at, paper.kind())) >= needed;
  }

  private static boolean isKept(OpenItem item) {
    return item.isDecided() || item.draft.lines.stream().anyMatch(line -> line.has(KEPT));
  }

  /**
   * Whether an item may be joined to the one above it: not what has a title or number and is more
   * than an outcome, and not what another message says.
   */
  private static boolean isBelow(OpenItem above, OpenItem item) {
    boolean titled = item.draft.isSetOff() && !(item.isDecided() && item.isToldAlone());
    boolean moved = item.draft.isMotion() || item.draft.moved;
    boolean same =
        above.draft.hint == item.draft.hint
            || (!item.draft.isEarlier() && !above.draft.isEarlier());
    return same && !titled && !moved;
  }

  /** A count or an outcome below a motion of which none is told yet is told of it. */
  private static void join(OpenItem above, OpenItem item) {
    boolean tells = item.isDecided() && !above.isDecided();
    above.takeIn(item);
    if (tells) {
      above.tellAlso(item.told);
    }
  }
}
