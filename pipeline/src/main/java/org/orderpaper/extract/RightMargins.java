package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds where the lines of a column end when they are full. A heading across the page or a web
 * address that overflows says nothing about that, so it is not the longest line but the margin at
 * which most lines are as full as wrapping makes them and hardly any is longer.
 */
final class RightMargins {

  /** Lines of a page that begin less apart than so many letters' heights are of one column. */
  private static final float REACH = 2.5f;

  /** A column of fewer lines on its page is judged with those of the other pages. */
  private static final int FEW = 8;

  /** Fewer full lines than this prove little. */
  private static final int CONVINCING = 3;

  private static final int BUCKET = 6;
  private static final int EVERY_PAGE = 0;

  private final Map<Integer, List<Line>> byPage = new HashMap<>();
  private final List<Line> all = new ArrayList<>();
  private final Map<Column, Margin> known = new HashMap<>();
  private final Map<Column, Margin> everyPage = new HashMap<>();

  /**
   * A line and what it had to leave for the next one.
   *
   * @param firstWord the width of the next line's first word with a space, or 0 if none follows
   * @param after what the next line begins like
   */
  private record Line(float left, float right, float firstWord, float slack, After after) {}

  /** Whether a line goes on in small letters, begins anew, or tells neither. */
  private enum After {
    GOES_ON,
    BEGINS,
    UNKNOWN
  }

  /**
   * Where the lines of a column end when they are full.
   *
   * @param use whether lines were wrapped there
   */
  record Margin(float right, Use use) {}

  /** What the lines that look full say of their column. */
  enum Use {
    /** Sentences go on in the next line. */
    PROSE,
    /** The next line begins anew: they were not wrapped, only the longest. */
    LIST,
    UNKNOWN
  }

  /** Left edges, in buckets, on one page. */
  private record Column(int page, int from, int to) {}

  /** Learns from the lines of a document in reading order. */
  RightMargins(List<TextLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      TextLine next = i + 1 < lines.size() ? lines.get(i + 1) : line;
      boolean follows = next.page() == line.page() && next.baseline() > line.baseline();
      float word = follows ? next.firstWord() + line.size() / 4 : 0;
      Line learnt = new Line(line.left(), line.right(), word, line.size() / 2, after(line, next));
      all.add(learnt);
      byPage.computeIfAbsent(line.page(), _ -> new ArrayList<>()).add(learnt);
    }
  }

  /** The right margin of the column in which a line of the document stands. */
  Margin of(TextLine line) {
    float reach = REACH * line.size();
    Column column =
        new Column(line.page(), bucket(line.left() - reach), bucket(line.left() + reach));
    return known.computeIfAbsent(column, this::margin);
  }

  private static After after(TextLine line, TextLine next) {
    if (LineCues.beginsEntry(next.text())
        || LineCues.isCapitals(line.text())
        || line.bold() != next.bold()) {
      return After.UNKNOWN;
    }
    return LineCues.beginsLowerCase(next.text()) || LineCues.isUnfinished(line.text())
        ? After.GOES_ON
        : After.BEGINS;
  }

  private static int bucket(float left) {
    return Math.round(left / BUCKET);
  }

  private Margin margin(Column column) {
    List<Line> here = in(column, byPage.getOrDefault(column.page(), List.of()));
    if (here.size() >= FEW) {
      return marginOf(here);
    }
    Column everywhere = new Column(EVERY_PAGE, column.from(), column.to());
    return everyPage.computeIfAbsent(everywhere, key -> marginOf(in(key, all)));
  }

  private static List<Line> in(Column column, List<Line> lines) {
    return lines.stream()
        .filter(line -> bucket(line.left()) >= column.from() && bucket(line.left()) <= column.to())
        .toList();
  }

  private static Margin marginOf(List<Line> lines) {
    float right = best(lines);
    int goingOn = 0;
    int beginning = 0;
    for (Line line : lines) {
      if (isFull(line, right)) {
        goingOn += line.after() == After.GOES_ON ? 1 : 0;
        beginning += line.after() == After.BEGINS ? 1 : 0;
      }
    }
    return new Margin(right, use(goingOn, beginning));
  }

  private static Use use(int goingOn, int beginning) {
    if (goingOn + beginning < CONVINCING) {
      return Use.UNKNOWN;
    }
    if (goingOn * 2 < beginning) {
      return Use.LIST;
    }
    return goingOn >= CONVINCING && goingOn >= 2 * beginning ? Use.PROSE : Use.UNKNOWN;
  }

  private static boolean isFull(Line line, float margin) {
    return line.firstWord() > 0 && line.right() + line.firstWord() > margin;
  }

  private static float best(List<Line> lines) {
    TreeSet<Integer> candidates = new TreeSet<>();
    lines.forEach(line -> candidates.add(Math.round(line.right())));
    int best = candidates.isEmpty() ? 0 : candidates.getLast();
    int bestScore = 0;
    for (int candidate : candidates) {
      int score = score(lines, candidate);
      if (score >= bestScore && score > 0) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  private static int score(List<Line> lines, float margin) {
    int score = 0;
    for (Line line : lines) {
      if (line.right() > margin + line.slack()) {
        score -= 2;
      } else if (isFull(line, margin)) {
        score++;
      }
    }
    return score;
  }
}
