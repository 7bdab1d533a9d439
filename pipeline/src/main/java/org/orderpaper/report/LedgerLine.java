package org.orderpaper.report;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.LedgerRow;

/** A line of {@code ledger.jsonl} and {@code ledger.csv}. */
record LedgerLine(
    String source,
    @Nullable String sha256,
    long bytes,
    @Nullable String mediaType,
    String state,
    @Nullable String reason,
    @Nullable String detail,
    int items,
    @Nullable Integer pages) {

  /** By source; the rest only so that the order never depends on the order of arrival. */
  static final Comparator<LedgerRow> ORDER =
      Comparator.comparing(LedgerRow::source)
          .thenComparing(LedgerRow::state)
          .thenComparing(LedgerRow::sha256, Comparator.nullsLast(Comparator.naturalOrder()));

  /** Without the time of modification: a copied folder must give the same report. */
  static LedgerLine of(LedgerRow row) {
    return new LedgerLine(
        row.source(),
        row.sha256(),
        row.bytes(),
        row.mediaType(),
        row.state().word(),
        Words.word(row.reason()),
        row.detail(),
        row.items(),
        row.pages());
  }
}
