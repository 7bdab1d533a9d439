package org.orderpaper.archive;

import java.util.List;
import org.orderpaper.model.LedgerRow;

/**
 * One file as the archive knows it.
 *
 * @param root the scanned folder, absolute
 * @param path of the file in it
 * @param reading fingerprint of extraction and segmentation when it was read
 * @param scan the id of the scan that read it
 * @param rows its own ledger row first, then those of its attachments; sources relative to the root
 */
public record FileRecord(
    String root, String path, String reading, String scan, List<LedgerRow> rows) {

  public FileRecord {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a file has a ledger row of its own");
    }
  }

  /** The key of the file at {@code path} in {@code root} among all roots. */
  public static String key(String root, String path) {
    return root + '\0' + path;
  }

  /** The row of the file itself. */
  public LedgerRow own() {
    return rows.getFirst();
  }

  /** Identifies the file among all roots. */
  public String key() {
    return key(root, path);
  }
}
