package org.orderpaper.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;

/**
 * One file as the archive knows it.
 *
 * @param root the scanned folder, absolute
 * @param path of the file in it
 * @param reading fingerprint of extraction and segmentation when it was read
 * @param ocr the setting of text recognition with which its scanned pages were read, or not read;
 *     null where it holds none
 * @param scan the id of the scan that read it
 * @param rows its own ledger row first, then those of its attachments; sources relative to the root
 * @param held documents (sha256) that were read of it before it was out of reach; their items stay
 */
public record FileRecord(
    String root,
    String path,
    String reading,
    @Nullable String ocr,
    String scan,
    List<LedgerRow> rows,
    List<String> held) {

  public FileRecord {
    rows = List.copyOf(rows);
    held = List.copyOf(held);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a file has a ledger row of its own");
    }
  }

  /** A file within reach that holds no scanned pages. */
  public FileRecord(String root, String path, String reading, String scan, List<LedgerRow> rows) {
    this(root, path, reading, null, scan, rows, List.of());
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

  /** The documents (sha256) that were read at the last reading. */
  public Set<String> documentsRead() {
    Set<String> documents = new LinkedHashSet<>();
    for (LedgerRow row : rows) {
      if (row.sha256() != null && row.state().isChecked()) {
        documents.add(row.sha256());
      }
    }
    return documents;
  }

  /** The documents (sha256) whose items the archive holds because of this file. */
  public SortedSet<String> documents() {
    SortedSet<String> documents = new TreeSet<>(documentsRead());
    documents.addAll(held);
    return documents;
  }

  /** Whether something of the file should have been read at the last reading and was not. */
  public boolean hasFailed() {
    return rows.stream()
        .anyMatch(row ->
            row.state() == LedgerState.CHECKED_PARTIAL
                || (row.reason() != null && row.reason().isFailure()));
  }

  /** The same record of a file out of reach, of which {@code documents} were read before. */
  public FileRecord holding(SortedSet<String> documents) {
    return new FileRecord(root, path, reading, ocr, scan, rows, new ArrayList<>(documents));
  }
}
