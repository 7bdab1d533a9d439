package org.orderpaper.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the numbers of a paper, so that a list inside item 4 is told from items 5 and 6, and
 * "7.30 p.m." is no item. Word's flattened lists print "1. 2. 3. 4." inside item 4 and then "5.":
 * where a number continues two sequences at once, the one whose lines look alike is taken.
 */
final class Numbering {

  /** How many numbers of a sequence may be missing. */
  private static final int GAP = 3;

  /** The style of numbers that go on from paper to paper, those of a minute book. */
  private static final String RUNS_ON = "n/";

  private final Deque<Level> levels = new ArrayDeque<>();

  /** The last number with its path, such as 5.2.1; empty before the first. */
  private List<Integer> last = List.of();

  /** One sequence that is open. */
  private static final class Level {
    final String style;
    int last;
    boolean titles;

    Level(String style, int last, boolean titles) {
      this.style = style;
      this.last = last;
      this.titles = titles;
    }
  }

  /**
   * Places a number.
   *
   * @param title whether its line looks like a title
   * @return its depth from 1, or 0 when it continues and opens no sequence
   */
  int place(Label label, boolean title) {
    List<Integer> path = label.path();
    if (label.style().equals("n.n")
        || label.style().startsWith("n(")
        || label.style().equals("na")) {
      return placePath(path, title);
    }
    Level level = continued(label, title);
    if (level != null) {
      while (levels.peek() != level) {
        levels.pop();
      }
      level.last = label.last();
      return placed(label);
    }
    if (runsOn(label)) {
      levels.clear();
      levels.push(new Level(label.style(), label.last(), title));
      return placed(label);
    }
    boolean opens = label.last() <= (levels.isEmpty() ? GAP : 1);
    if (!opens) {
      return 0;
    }
    levels.push(new Level(label.style(), label.last(), title));
    return placed(label);
  }

  /** Whether it is a number that goes on from paper to paper, and numbers nothing else. */
  static boolean runsOn(Label label) {
    return label.style().startsWith(RUNS_ON);
  }

  private int placed(Label label) {
    if (levels.size() == 1 && label.style().startsWith("n")) {
      last = label.path();
    }
    return levels.size();
  }

  /** Whether the number is the next of the outermost sequence. */
  boolean isNextTop(Label label) {
    Level top = levels.peekLast();
    return top != null && top.style.equals(label.style()) && label.last() == top.last + 1;
  }

  private @Nullable Level continued(Label label, boolean title) {
    List<Level> fits = new ArrayList<>();
    for (Level level : levels) {
      int step = label.last() - level.last;
      if (level.style.equals(label.style()) && step >= 1 && step <= GAP) {
        fits.add(level);
      }
    }
    for (Level level : fits) {
      if (level.titles == title && label.last() == level.last + 1) {
        return level;
      }
    }
    for (Level level : title ? fits.reversed() : fits) {
      if (label.last() == level.last + 1) {
        return level;
      }
    }
    return fits.isEmpty() ? null : title ? fits.getLast() : fits.getFirst();
  }

  /** A number such as 5.2 says itself where it belongs, whatever stands between. */
  private int placePath(List<Integer> path, boolean title) {
    boolean inOrder = path(path);
    if (!inOrder && !title && levels.size() < 2) {
      return levels.isEmpty() ? 1 : 0;
    }
    Level top = levels.peekLast();
    String style = top == null || !top.style.startsWith("n") ? "n." : top.style;
    boolean titles = top == null ? title : top.titles;
    levels.clear();
    levels.push(new Level(style, path.getFirst(), titles));
    for (int value : path.subList(1, path.size())) {
      levels.push(new Level("n.n", value, title));
    }
    last = path;
    return path.size();
  }

  /** Whether a number such as 5.2.1 may come after the last: a child, a sibling, the next above. */
  private boolean path(List<Integer> path) {
    int common = 0;
    while (common < Math.min(path.size(), last.size())
        && path.get(common).equals(last.get(common))) {
      common++;
    }
    boolean begins = beginsFrom(path, common + 1);
    if (common == last.size()) {
      return common < path.size() && (last.isEmpty() || path.get(common) <= GAP) && begins;
    }
    if (common == path.size()) {
      return false;
    }
    int step = path.get(common) - last.get(common);
    boolean leap = common == 0 && path.size() > 1 && path.get(1) == 1;
    return step >= 1 && (step <= GAP || leap) && begins;
  }

  /** Whether all below is at the beginning of its sequence: 7.30 is a time of the day. */
  private static boolean beginsFrom(List<Integer> path, int from) {
    for (int value : path.subList(Math.min(from, path.size()), path.size())) {
      if (value > GAP) {
        return false;
      }
    }
    return true;
  }
}
