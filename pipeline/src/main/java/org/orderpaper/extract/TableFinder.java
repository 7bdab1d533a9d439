package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of small tables among printed lines: the same number of pieces in one line after
 * the other, and each under the one above it, at its left edge, its right edge or its middle.
 */
final class TableFinder {

  /** In two columns "For: 12 Against: 3" and numbers with their text stand like that too. */
  private static final int FEWEST_ROWS_OF_TWO = 3;

  private static final int FEWEST_ROWS = 2;
  private static final float ASIDE = 3;

  /** Lines of one cell are this close, in heights of letters. */
  private static final float CLOSE = 1.45f;

  private final List<List<TextLine>> lines;

  private TableFinder(List<List<TextLine>> lines) {
    this.lines = lines;
  }

  /** The lines from their pieces, with those that are rows of a table as such. */
  static List<TextLine> linesOf(List<List<TextLine>> lines) {
    return new TableFinder(lines).all();
  }

  private List<TextLine> all() {
    List<TextLine> found = new ArrayList<>();
    for (int at = 0; at < lines.size(); ) {
      int end = endOfTable(at);
      if (end > at) {
        addRows(at, end, found);
        at = end;
      } else {
        found.add(TextLine.joined(lines.get(at)));
        at++;
      }
    }
    return found;
  }

  /** Where the table ends that begins at a line; that line if there is none. */
  private int endOfTable(int from) {
    List<TextLine> first = lines.get(from);
    if (first.size() < 2) {
      return from;
    }
    int rows = 1;
    int labels = isLabel(first) ? 1 : 0;
    int end = from + 1;
    List<TextLine> last = first;
    while (end < lines.size()) {
      List<TextLine> next = lines.get(end);
      if ((isUnder(first, next) || isShortRow(first, next)) && follows(last, next)) {
        rows++;
        labels += isLabel(next) ? 1 : 0;
      } else if (!isWrapped(first, last, next)) {
        break;
      }
      last = next;
      end++;
    }
    boolean two = first.size() == 2;
    boolean enough = rows >= (two ? FEWEST_ROWS_OF_TWO : FEWEST_ROWS);
    return enough && !(two && labels * 2 >= rows) ? end : from;
  }

  /** "Present:" and "(a)" stand before text, and not in a cell. */
  private static boolean isLabel(List<TextLine> row) {
    String text = row.getFirst().text();
    return text.endsWith(":") || LineCues.beginsEntry(text + " x") || text.length() == 1;
  }

  private static boolean follows(List<TextLine> above, List<TextLine> below) {
    float down = below.getFirst().baseline() - above.getFirst().baseline();
    return down > 0 && down < 4 * below.getFirst().size();
  }

  private static boolean isUnder(List<TextLine> above, List<TextLine> below) {
    if (above.size() != below.size()) {
      return false;
    }
    for (int i = 0; i < above.size(); i++) {
      if (!isUnder(above.get(i), below.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnder(TextLine above, TextLine below) {
    float middle = above.left() + above.right() - below.left() - below.right();
    return Math.abs(above.left() - below.left()) < ASIDE
        || Math.abs(above.right() - below.right()) < ASIDE
        || Math.abs(middle) < 2 * ASIDE;
  }

  /**
   * Whether a line is a row some of whose cells are empty: its first is not, and another is not.
   */
  private static boolean isShortRow(List<TextLine> first, List<TextLine> row) {
    if (row.size() < 2 || row.size() >= first.size()) {
      return false;
    }
    int last = -1;
    for (TextLine piece : row) {
      int column = column(first, piece);
      if (column <= last || (last < 0 && column > 0)) {
        return false;
      }
      last = column;
    }
    return !LineCues.beginsLowerCase(row.getFirst().text());
  }

  /** Whether a line with fewer pieces goes on in cells of the row above it. */
  private static boolean isWrapped(
      List<TextLine> first, List<TextLine> above, List<TextLine> below) {
    float down = below.getFirst().baseline() - above.getFirst().baseline();
    if (below.size() >= first.size() || down <= 0 || down > CLOSE * below.getFirst().size()) {
      return false;
    }
    boolean besidesFirst = column(first, below.getFirst()) > 0;
    boolean all = below.stream().allMatch(piece -> column(first, piece) >= 0);
    return all && (besidesFirst || LineCues.beginsLowerCase(below.getFirst().text()));
  }

  /** The column in which a piece stands, or -1. */
  private static int column(List<TextLine> first, TextLine piece) {
    for (int i = first.size() - 1; i >= 0; i--) {
      boolean fits = i + 1 == first.size() || piece.right() < first.get(i + 1).left();
      if (Math.abs(first.get(i).left() - piece.left()) < ASIDE && fits) {
        return i;
      }
    }
    return -1;
  }

  private void addRows(int from, int to, List<TextLine> found) {
    List<TextLine> first = lines.get(from);
    @Nullable List<StringBuilder> cells = null;
    List<TextLine> pieces = List.of();
    for (int at = from; at < to; at++) {
      List<TextLine> line = lines.get(at);
      if (line.size() == first.size()) {
        finish(pieces, cells, found);
        pieces = line;
        cells = new ArrayList<>();
        for (TextLine piece : line) {
          cells.add(new StringBuilder(piece.text()));
        }
      } else if (isShortRow(first, line)) {
        finish(pieces, cells, found);
        pieces = line;
        cells = emptyCells(first.size());
        for (TextLine piece : line) {
          cells.get(column(first, piece)).append(piece.text());
        }
      } else if (cells != null) {
        for (TextLine piece : line) {
          cells.get(Math.max(0, column(first, piece))).append(' ').append(piece.text());
        }
      }
    }
    finish(pieces, cells, found);
  }

  private static List<StringBuilder> emptyCells(int count) {
    List<StringBuilder> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new StringBuilder());
    }
    return cells;
  }

  private static void finish(
      List<TextLine> pieces, @Nullable List<StringBuilder> cells, List<TextLine> found) {
    if (cells != null) {
      found.add(TextLine.row(pieces, cells.stream().map(StringBuilder::toString).toList()));
    }
  }
}
