package org.orderpaper.segment;

import org.orderpaper.model.BlockKind;
import org.orderpaper.segment.CueBook.Hit;

/** Rows of tables: which one names the columns, and what it names. */
final class Tables {

  private Tables() {}

  /** Whether each cell of the row is the name of a column. */
  static boolean isHeader(Line row) {
    if (!row.is(BlockKind.TABLE_ROW)) {
      return false;
    }
    int named = 0;
    int filled = 0;
    int offset = 0;
    for (String cell : row.cells()) {
      if (!cell.isBlank()) {
        filled++;
        named += isNamed(row, offset, cell) ? 1 : 0;
      }
      offset += cell.length() + 1;
    }
    return filled >= 2 && named >= filled - 1 && row.tokens().size() <= 16;
  }

  private static boolean isNamed(Line row, int offset, String cell) {
    Hit hit = row.hits().at("tables.header", row.tokens().tokenAt(offset));
    return hit != null && row.tokens().start(hit.from()) < offset + cell.length();
  }
}
