package org.orderpaper.scan;

import java.util.List;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.LedgerRow;

/**
 * What came of reading one file.
 *
 * @param scanned whether it holds pages that only OCR reads, read or not
 * @param rows its own ledger row first, then those of its attachments; sources relative to the root
 * @param items of all its parts, in order
 */
record FileReading(
    FoundFile.ToRead file, boolean scanned, List<LedgerRow> rows, List<BusinessItem> items) {

  FileReading {
    rows = List.copyOf(rows);
    items = List.copyOf(items);
  }

  FileRecord record(StandingReadings readings) {
    return new FileRecord(
        file.root().key(),
        file.path(),
        readings.fingerprint(),
        scanned ? readings.ocr() : null,
        readings.scan(),
        rows,
        List.of());
  }
}
