package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the pieces of one page into reading order. A piece is text without a gap in it; what a
 * program printed as one line across the page is several pieces where it has columns or cells.
 *
 * <p>The order in which the page was painted is kept, for most programs paint as people read. Only
 * where one line after the other runs across two columns of prose is each column put together
 * first, and so is each of two lists and the prose beside a list; where pieces stand under each
 * other line by line, they are the rows of a table.
 */
final class PageLayout {

  /** Fewer lines side by side may be chance. */
  private static final int FEWEST_LINES = 4;

  /** Numbers and bullets on both sides are hardly chance. */
  private static final int FEWEST_ENTRIES = 3;

  /** Notes in the margin of prose. */
  private static final int FEWEST_NOTES = 2;

  /** In heights of letters; what is narrower is a cell. */
  private static final float NARROWEST = 14;

  private static final int FEWEST_WORDS = 3;
  private static final int DEEPEST = 4;

  /** Places looked at for a gutter, each a point from the next; a page has few that differ. */
  private static final int MOST_GUTTERS = 1_000;

  /** A line of pieces that stand side by side. */
  private record Row(List<TextLine> pieces) {

    Row {
      pieces = List.copyOf(pieces);
    }

    boolean crosses(float x) {
      return pieces.stream().anyMatch(piece -> piece.left() < x && piece.right() > x);
    }

    List<TextLine> leftOf(float x) {
      return pieces.stream().filter(piece -> piece.right() <= x).toList();
    }

    List<TextLine> rightOf(float x) {
      return pieces.stream().filter(piece -> piece.left() >= x).toList();
    }
  }

  private PageLayout() {}

  /**
   * The lines of a page from its pieces by printed line, in the order in which they were painted.
   */
  static List<TextLine> ordered(List<List<TextLine>> painted) {
    List<Row> rows = painted.stream().filter(pieces -> !pieces.isEmpty()).map(Row::new).toList();
    return ordered(rows, 0);
  }

  private static List<TextLine> ordered(List<Row> rows, int depth) {
    float gutter = depth == DEEPEST ? Float.NaN : gutter(rows);
    if (Float.isNaN(gutter)) {
      return TableFinder.linesOf(rows.stream().map(Row::pieces).toList());
    }
    List<TextLine> lines = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int to = from;
      while (to < rows.size() && !rows.get(to).crosses(gutter)) {
        to++;
      }
      addBand(rows.subList(from, to), gutter, depth, lines);
      if (to < rows.size()) {
        lines.add(TextLine.joined(rows.get(to).pieces()));
      }
      from = to + 1;
    }
    return lines;
  }

  private static void addBand(List<Row> band, float gutter, int depth, List<TextLine> lines) {
    if (isNumberedAcross(band, gutter)) {
      for (Row row : band) {
        addLine(row.leftOf(gutter), lines);
        addLine(row.rightOf(gutter), lines);
      }
    } else if (isColumns(band, gutter)) {
      lines.addAll(ordered(half(band, gutter, true), depth + 1));
      lines.addAll(ordered(half(band, gutter, false), depth + 1));
    } else {
      lines.addAll(TableFinder.linesOf(band.stream().map(Row::pieces).toList()));
    }
  }

  private static void addLine(List<TextLine> pieces, List<TextLine> lines) {
    if (!pieces.isEmpty()) {
      lines.add(TextLine.joined(pieces));
    }
  }

  /** Whether the numbers of entries side by side follow each other across: 1 2, 3 4. */
  private static boolean isNumberedAcross(List<Row> band, float gutter) {
    int across = 0;
    int numbered = 0;
    for (Row row : band) {
      if (!row.leftOf(gutter).isEmpty() && !row.rightOf(gutter).isEmpty()) {
        int left = LineCues.number(row.leftOf(gutter).getFirst().text());
        int right = LineCues.number(row.rightOf(gutter).getFirst().text());
        numbered++;
        across += left >= 0 && right == left + 1 ? 1 : 0;
      }
    }
    return numbered >= FEWEST_ENTRIES && across == numbered;
  }

  private static List<Row> half(List<Row> band, float gutter, boolean left) {
    List<Row> rows = new ArrayList<>();
    for (Row row : band) {
      List<TextLine> pieces = left ? row.leftOf(gutter) : row.rightOf(gutter);
      if (!pieces.isEmpty()) {
        rows.add(new Row(pieces));
      }
    }
    return rows;
  }

  /** Where the page is parted from top to bottom between columns; NaN if it is not. */
  private static float gutter(List<Row> rows) {
    float best = Float.NaN;
    int most = FEWEST_NOTES - 1;
    Set<Integer> tried = new HashSet<>();
    for (Row row : rows) {
      for (int i = 1; i < row.pieces().size() && i <= DEEPEST; i++) {
        float x = (row.pieces().get(i - 1).right() + row.pieces().get(i).left()) / 2;
        if (tried.size() == MOST_GUTTERS || !tried.add(Math.round(x))) {
          continue;
        }
        int parted = parted(rows, x);
        if (parted > most && isAnyBandColumns(rows, x)) {
          most = parted;
          best = x;
        }
      }
    }
    return best;
  }

  /** How many lines have something on both sides of it and nothing on it. */
  private static int parted(List<Row> rows, float x) {
    int count = 0;
    for (Row row : rows) {
      boolean both = !row.leftOf(x).isEmpty() && !row.rightOf(x).isEmpty();
      count += both && !row.crosses(x) ? 1 : 0;
    }
    return count;
  }

  private static boolean isAnyBandColumns(List<Row> rows, float x) {
    for (int from = 0; from < rows.size(); ) {
      int to = from;
      while (to < rows.size() && !rows.get(to).crosses(x)) {
        to++;
      }
      if (isColumns(rows.subList(from, to), x)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  private static boolean isColumns(List<Row> band, float gutter) {
    int parted = parted(band, gutter);
    if (parted < FEWEST_NOTES) {
      return false;
    }
    List<Row> left = half(band, gutter, true);
    List<Row> right = half(band, gutter, false);
    return (parted >= FEWEST_ENTRIES && isList(left) && isList(right))
        || (parted >= FEWEST_LINES && isProse(left) && isProse(right))
        || isWrapped(band, gutter, true)
        || isWrapped(band, gutter, false);
  }

  /** Whether a column is a list of entries, some of which may go on in a second line. */
  private static boolean isList(List<Row> column) {
    int entries = 0;
    for (Row row : column) {
      entries += LineCues.beginsEntry(row.pieces().getFirst().text() + " x") ? 1 : 0;
    }
    return entries >= FEWEST_ENTRIES && entries * 3 >= column.size();
  }

  /**
   * Whether sentences go on from one full line to the next on one side though there is something on
   * the other side: a cell would go on where the others of its row are empty.
   */
  private static boolean isWrapped(List<Row> band, float gutter, boolean left) {
    List<Row> column = half(band, gutter, left);
    List<TextLine> lines = column.stream().map(row -> TextLine.joined(row.pieces())).toList();
    if (lines.size() < FEWEST_LINES || !isOfSentences(lines)) {
      return false;
    }
    Set<Float> beside = new HashSet<>();
    half(band, gutter, !left).forEach(row -> beside.add(row.pieces().getFirst().baseline()));
    float margin = 0;
    for (TextLine line : lines) {
      margin = Math.max(margin, line.right());
    }
    int besides = 0;
    int wraps = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (beside.contains(lines.get(i).baseline())) {
        besides++;
        wraps += goesOn(lines.get(i - 1), lines.get(i), margin) ? 1 : 0;
      }
    }
    return wraps >= 2 && wraps * 2 >= besides;
  }

  /** Cells may all begin in small letters, but a sentence begins with a capital. */
  private static boolean isOfSentences(List<TextLine> lines) {
    float left = Float.MAX_VALUE;
    float right = 0;
    boolean begins = false;
    for (TextLine line : lines) {
      left = Math.min(left, line.left());
      right = Math.max(right, line.right());
      begins |= !LineCues.beginsLowerCase(line.text()) || line.text().contains(". ");
    }
    return begins && right - left > NARROWEST * lines.getFirst().size();
  }

  private static boolean goesOn(TextLine last, TextLine next, float margin) {
    return last.right() + last.size() / 2 + next.firstWord() > margin
        && !LineCues.endsSentence(last.text())
        && LineCues.beginsLowerCase(next.text())
        && last.text().split(" ", FEWEST_WORDS).length >= FEWEST_WORDS;
  }

  /** Whether the sentences of a column go on below each other. */
  private static boolean isProse(List<Row> column) {
    int wordy = 0;
    int goesOn = 0;
    for (int i = 0; i < column.size(); i++) {
      TextLine line = column.get(i).pieces().getFirst();
      wordy += line.text().split(" ", FEWEST_WORDS).length >= FEWEST_WORDS ? 1 : 0;
      if (i > 0) {
        TextLine before = column.get(i - 1).pieces().getLast();
        boolean ended = LineCues.endsSentence(before.text());
        goesOn += !ended && LineCues.beginsLowerCase(line.text()) ? 1 : 0;
      }
    }
    return wordy * 10 >= column.size() * 7 && goesOn * 3 >= column.size();
  }
}
