package org.orderpaper.scan;

import java.util.List;
import java.util.regex.Pattern;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

/**
 * What came of reading one file.
 *
 * @param rows its own ledger row first, then those of its attachments; sources relative to the root
 * @param items of all its parts, in order
 */
record FileReading(FoundFile.ToRead file, List<LedgerRow> rows, List<BusinessItem> items) {

  private static final Pattern SCANNED = Pattern.compile("scanned pages|pages read from a scan");

  FileReading {
    rows = List.copyOf(rows);
    items = List.copyOf(items);
  }

  FileRecord record(StandingReadings readings) {
    return new FileRecord(
        file.root().key(),
        file.path(),
        readings.fingerprint(),
        holdsScans() ? readings.ocr() : null,
        readings.scan(),
        rows,
        List.of());
  }

  /** Whether a page of the file is a scan, read or not. */
  private boolean holdsScans() {
    return rows.stream().anyMatch(FileReading::isOfScan);
  }

  private static boolean isOfScan(LedgerRow row) {
    return row.reason() == NotCheckedReason.NEEDS_OCR
        || row.state() == LedgerState.CHECKED_POOR_OCR
        || (row.detail() != null && SCANNED.matcher(row.detail()).find());
  }
}
