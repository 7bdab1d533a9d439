package org.orderpaper.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.NotCheckedReason;

/**
 * Which documents (by sha256) the archive holds items of, and which files they lie in. A document
 * that no file holds any more is an orphan: its items go when its file is replaced.
 */
final class Documents {

  private final Map<String, Set<String>> filesByDocument = new HashMap<>();
  private final Map<String, FileRecord> files = new HashMap<>();
  private final Set<String> current = new HashSet<>();

  Documents(List<FileRecord> archived, StandingReadings readings) {
    for (FileRecord file : archived) {
      hold(file);
      if (readings.stands(file)) {
        current.addAll(file.documentsRead());
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
    return held != null
        && held.rows().equals(file.rows())
        && held.reading().equals(file.reading())
        && Objects.equals(held.ocr(), file.ocr())
        && held.held().equals(file.held());
  }

  /**
   * The record as it is to be kept: a file out of reach tonight may be back tomorrow, so what was
   * read of it stays.
   */
  FileRecord kept(FileRecord file) {
    FileRecord before = files.get(file.key());
    return before != null && isOnlyOutOfReach(file) ? file.holding(before.documents()) : file;
  }

  /**
   * Puts {@code file} in the place of what was known of it.
   *
   * @return documents whose items must go: orphans, and those that are segmented anew
   */
  Set<String> replace(FileRecord file) {
    Set<String> gone = new HashSet<>();
    FileRecord before = files.get(file.key());
    hold(file);
    if (before != null) {
      Set<String> left = before.documents();
      left.removeAll(file.documents());
      for (String document : left) {
        Set<String> holders = filesByDocument.getOrDefault(document, Set.of());
        holders.remove(file.key());
        if (holders.isEmpty()) {
          gone.add(document);
        }
      }
      current.removeAll(gone);
    }
    for (String document : file.documentsRead()) {
      if (current.add(document)) {
        gone.add(document);
      }
    }
    return gone;
  }

  private static boolean isOnlyOutOfReach(FileRecord file) {
    NotCheckedReason reason = file.own().reason();
    return file.own().sha256() == null && reason != NotCheckedReason.EXCLUDED;
  }

  private void hold(FileRecord file) {
    files.put(file.key(), file);
    for (String document : file.documents()) {
      filesByDocument.computeIfAbsent(document, key -> new HashSet<>()).add(file.key());
    }
  }
}
