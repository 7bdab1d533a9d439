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

  private final Deque<Level> levels = new ArrayDeque<>();

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
      return levels.size();
    }
    boolean opens = label.last() <= (levels.isEmpty() ? GAP : 1);
    if (!opens) {
      return 0;
    }
    levels.push(new Level(label.style(), label.last(), title));
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

  /** A number such as 5.2 belongs under item 5, whatever stands between. */
  private int placePath(List<Integer> path, boolean title) {
    Level top = levels.peekLast();
    boolean under = top != null && top.style.startsWith("n") && path.getFirst() == top.last;
    boolean next =
        top != null
            && top.style.startsWith("n")
            && path.getFirst() > top.last
            && path.getFirst() <= top.last + GAP
            && path.get(1) <= 1;
    if (!under && !next && !(levels.isEmpty() && path.get(1) <= 1)) {
      return levels.isEmpty() || top == null || top.style.equals("n.n") ? 1 : 0;
    }
    if (levels.isEmpty()) {
      levels.push(new Level("n.", path.getFirst(), title));
    } else if (next && top != null) {
      while (levels.size() > 1) {
        levels.pop();
      }
      top.last = path.getFirst();
    }
    while (levels.size() >= path.size()) {
      Level deepest = levels.peek();
      if (levels.size() == 1 || deepest == null) {
        break;
      }
      levels.pop();
    }
    levels.push(new Level("n.n", path.getLast(), title));
    return path.size();
  }
}
