package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.orderpaper.model.LedgerRow;

/** {@code ledger.csv}: the columns are the members of {@code ledger.jsonl}. */
final class LedgerTable {

  private static final List<String> COLUMNS =
      List.of(
          "source", "sha256", "bytes", "media_type", "state", "reason", "detail", "items", "pages");

  private LedgerTable() {}

  static void write(Writer out, Stream<LedgerRow> rows) throws IOException {
    Table.write(out, COLUMNS, rows.map(LedgerLine::of).map(LedgerTable::row));
  }

  private static List<?> row(LedgerLine line) {
    return Arrays.asList(
        line.source(),
        line.sha256(),
        line.bytes(),
        line.mediaType(),
        line.state(),
        line.reason(),
        line.detail(),
        line.items(),
        line.pages());
  }
}
