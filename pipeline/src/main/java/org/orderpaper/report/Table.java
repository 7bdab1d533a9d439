package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * A table for spreadsheets. Every cell is quoted, and a cell that a spreadsheet would run as a
 * formula begins with an apostrophe.
 */
final class Table {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

  private static final String RUNS_AS_FORMULA = "=+-@\t\r";

  private Table() {}

  static void write(Writer out, List<String> columns, Stream<List<?>> rows) throws IOException {
    FORMAT.printRecord(out, columns.toArray());
    for (Iterator<List<?>> each = rows.iterator(); each.hasNext(); ) {
      FORMAT.printRecord(out, cells(each.next()).toArray());
    }
  }

  private static List<String> cells(List<?> values) {
    List<String> cells = new ArrayList<>(values.size());
    for (@Nullable Object value : values) {
      cells.add(value == null ? "" : harmless(value.toString()));
    }
    return cells;
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && RUNS_AS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
