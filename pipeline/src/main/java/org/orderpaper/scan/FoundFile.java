package org.orderpaper.scan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.LedgerRow;

/** A path that discovery came upon; each ends in the ledger. */
sealed interface FoundFile {

  Root root();

  /** The path in the root as it is written down. */
  String path();

  /** A file that can be read. */
  record ToRead(Root root, String path, Path file, long bytes, Instant modified)
      implements FoundFile {

    /** The record of this file, which has the same bytes as {@code original}. */
    FileRecord recordLike(FileRecord original, String scan) {
      int prefix = original.path().length();
      List<LedgerRow> rows = new ArrayList<>();
      for (LedgerRow row : original.rows()) {
        rows.add(
            new LedgerRow(
                path + row.source().substring(prefix),
                row.sha256(),
                row.bytes(),
                row.modified() == null ? null : modified,
                row.mediaType(),
                row.state(),
                row.reason(),
                row.detail(),
                row.items(),
                row.pages()));
      }
      return new FileRecord(
          root.key(), path, original.reading(), original.ocr(), scan, rows, List.of());
    }
  }

  /** A file that is not read, with its ledger row. */
  record LeftOut(Root root, String path, LedgerRow row) implements FoundFile {

    FileRecord record(String reading, String scan) {
      return new FileRecord(root.key(), path, reading, scan, List.of(row));
    }
  }
}
