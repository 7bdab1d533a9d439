package org.orderpaper.scan;

import java.util.List;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.LedgerRow;

/**
 * What came of reading one file.
 *
 * @param rows its own ledger row first, then those of its attachments; sources relative to the root
 * @param items of all its parts, in order
 */
record FileReading(FoundFile.ToRead file, List<LedgerRow> rows, List<BusinessItem> items) {

  FileReading {
    rows = List.copyOf(rows);
    items = List.copyOf(items);
  }

  FileRecord record(String reading, String scan) {
    return new FileRecord(file.root().key(), file.path(), reading, scan, rows);
  }
}
