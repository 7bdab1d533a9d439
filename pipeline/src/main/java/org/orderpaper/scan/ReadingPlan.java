package org.orderpaper.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.FileRecord;

/**
 * What a scan does with each file that it found.
 *
 * @param kept records of the archive that stand as they are
 * @param touched the same, but with another modification time: their ledger rows are written again
 * @param copies files with the bytes of a file that is read tonight or is known: rows are copied
 * @param toRead files to read, in path order
 * @param unread records of what is not read
 */
record ReadingPlan(
    List<FileRecord> kept,
    List<FileRecord> touched,
    List<HashedFile> copies,
    List<FoundFile.ToRead> toRead,
    List<FileRecord> unread) {

  /** Bytes still to be read. */
  long bytesToRead() {
    return toRead.stream().mapToLong(FoundFile.ToRead::bytes).sum();
  }

  /**
   * Compares what was found with what the archive knows.
   *
   * @param maxBytes a larger file is named and not even opened
   */
  static ReadingPlan of(
      List<FoundFile> found,
      List<FileRecord> archived,
      StandingReadings readings,
      long maxBytes,
      OrderedWorkers workers) {
    return new Planner(archived, readings, maxBytes).plan(found, workers);
  }

  private static final class Planner {

    private final Map<String, FileRecord> archived = new HashMap<>();
    private final Set<String> hashes = new HashSet<>();
    private final StandingReadings readings;
    private final long maxBytes;
    private final ReadingPlan plan =
        new ReadingPlan(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());

    Planner(List<FileRecord> archived, StandingReadings readings, long maxBytes) {
      this.readings = readings;
      this.maxBytes = maxBytes;
      for (FileRecord file : archived) {
        this.archived.put(file.key(), file);
        String sha256 = file.own().sha256();
        if (sha256 != null && readings.stands(file)) {
          hashes.add(sha256);
        }
      }
    }

    ReadingPlan plan(List<FoundFile> found, OrderedWorkers workers) {
      List<FoundFile.ToRead> changed = new ArrayList<>();
      for (FoundFile file : found) {
        switch (file) {
          case FoundFile.LeftOut unread -> leaveOut(unread);
          case FoundFile.ToRead readable -> {
            FileRecord known = known(readable);
            if (known != null && isUntouched(known, readable)) {
              plan.kept.add(known);
            } else {
              changed.add(readable);
            }
          }
        }
      }
      workers.each(changed, file -> HashedFile.of(file, maxBytes), this::place);
      return plan;
    }

    private void leaveOut(FoundFile.LeftOut file) {
      plan.unread.add(file.record(readings.fingerprint(), readings.scan()));
    }

    private @Nullable FileRecord known(FoundFile.ToRead file) {
      FileRecord known = archived.get(FileRecord.key(file.root().key(), file.path()));
      // What could not even be opened is tried again every night: it costs nothing.
      return known == null || known.own().sha256() == null || !readings.stands(known)
          ? null
          : known;
    }

    private static boolean isUntouched(FileRecord known, FoundFile.ToRead file) {
      return known.own().bytes() == file.bytes() && file.modified().equals(known.own().modified());
    }

    private void place(HashedFile hashed) {
      FoundFile.ToRead file = hashed.file();
      String sha256 = hashed.sha256();
      if (sha256 == null) {
        leaveOut(hashed.unread());
        return;
      }
      FileRecord known = known(file);
      if (known != null && sha256.equals(known.own().sha256())) {
        plan.touched.add(file.recordLike(known, known.scan()));
      } else if (hashes.add(sha256)) {
        plan.toRead.add(file);
      } else {
        plan.copies.add(hashed);
      }
    }
  }
}
