package org.orderpaper.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.NotCheckedReason;

/**
 * Which documents (by sha256) the archive holds items of, and which files they lie in. A document
 * that no file holds any more is an orphan: its items go when its file is replaced.
 */
final class Documents {

  private final Map<String, Set<String>> filesByDocument = new HashMap<>();
  private final Map<String, FileRecord> files = new HashMap<>();
  private final Set<String> current = new HashSet<>();
  private final String reading;

  Documents(List<FileRecord> archived, String reading) {
    this.reading = reading;
    for (FileRecord file : archived) {
      hold(file);
      if (file.reading().equals(reading)) {
        current.addAll(documents(file));
      }
    }
  }

  /** Whether the archive holds the items of this document as today's segmenter cuts them. */
  boolean holdsCurrentItemsOf(String sha256) {
    return current.contains(sha256);
  }

  /** Whether the archive holds exactly this record. */
  boolean holds(FileRecord file) {
    FileRecord held = files.get(file.key());
    return held != null && held.rows().equals(file.rows()) && held.reading().equals(reading);
  }

  /**
   * Puts {@code file} in the place of what was known of it.
   *
   * @return documents whose items must go: orphans, and those that are segmented anew
   */
  Set<String> replace(FileRecord file) {
    Set<String> gone = new HashSet<>();
    Set<String> now = documents(file);
    FileRecord before = files.get(file.key());
    hold(file);
    if (before != null) {
      Set<String> left = documents(before);
      left.removeAll(now);
      for (String document : left) {
        Set<String> holders = filesByDocument.getOrDefault(document, Set.of());
        holders.remove(file.key());
        if (holders.isEmpty() && !isOnlyOutOfReach(file)) {
          gone.add(document);
        }
      }
      current.removeAll(gone);
    }
    for (String document : now) {
      if (current.add(document)) {
        gone.add(document);
      }
    }
    return gone;
  }

  /** A file out of reach tonight may be back tomorrow: what was read of it stays. */
  private static boolean isOnlyOutOfReach(FileRecord file) {
    NotCheckedReason reason = file.own().reason();
    return file.own().sha256() == null && reason != NotCheckedReason.EXCLUDED;
  }

  private void hold(FileRecord file) {
    files.put(file.key(), file);
    for (String document : documents(file)) {
      filesByDocument.computeIfAbsent(document, key -> new HashSet<>()).add(file.key());
    }
  }

  private static Set<String> documents(FileRecord file) {
    Set<String> documents = new HashSet<>();
    for (LedgerRow row : file.rows()) {
      if (row.sha256() != null && row.state().isChecked()) {
        documents.add(row.sha256());
      }
    }
    return documents;
  }
}
