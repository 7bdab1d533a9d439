package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the pieces of one page into reading order. A piece is text without a gap in it; what a
 * program printed as one line across the page is several pieces where it has columns or cells.
 *
 * <p>The order in which the page was painted is kept, for most programs paint as people read. Only
 * where one line after the other runs across two columns of prose is each column put together
 * first; where pieces stand under each other line by line, they are the rows of a table.
 */
final class PageLayout {

  /** Fewer lines side by side may be chance. */
  private static final int FEWEST_LINES = 4;

  private static final int FEWEST_WORDS = 3;
  private static final int DEEPEST = 4;

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
    if (isProse(band, gutter)) {
      lines.addAll(ordered(half(band, gutter, true), depth + 1));
      lines.addAll(ordered(half(band, gutter, false), depth + 1));
    } else {
      lines.addAll(TableFinder.linesOf(band.stream().map(Row::pieces).toList()));
    }
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

  /** Where the page is parted from top to bottom between columns of prose; NaN if it is not. */
  private static float gutter(List<Row> rows) {
    float best = Float.NaN;
    int most = FEWEST_LINES - 1;
    for (Row row : rows) {
      for (int i = 1; i < row.pieces().size() && i <= DEEPEST; i++) {
        float x = (row.pieces().get(i - 1).right() + row.pieces().get(i).left()) / 2;
        int parted = parted(rows, x);
        if (parted > most && isAnyBandProse(rows, x)) {
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

  private static boolean isAnyBandProse(List<Row> rows, float x) {
    for (int from = 0; from < rows.size(); ) {
      int to = from;
      while (to < rows.size() && !rows.get(to).crosses(x)) {
        to++;
      }
      if (isProse(rows.subList(from, to), x)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  /** Whether the sentences go on below each other on both sides, and not across. */
  private static boolean isProse(List<Row> band, float gutter) {
    return parted(band, gutter) >= FEWEST_LINES
        && isProse(half(band, gutter, true))
        && isProse(half(band, gutter, false));
  }

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
