package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.archive.ArchiveWriter;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.archive.ItemIndexing;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.rules.RuleBook;

class BatchesTest {

  @TempDir Path folder;

  @Test
  void aSlowNightIsCommittedEveryMinute() throws Exception {
    RuleBook ruleBook = RuleBooks.runnable(Path.of("../rules"));
    ItemIndexing indexing = RuleBooks.indexing(ruleBook);
    AtomicLong now = new AtomicLong();
    StandingReadings readings = new StandingReadings("reading 1", () -> "ocr", false, "night-1");
    try (ArchiveWriter archive = ArchiveWriter.open(folder.resolve("archive"), indexing)) {
      Batches batches =
          new Batches(
              archive,
              indexing,
              ruleBook,
              new Documents(List.of(), readings),
              new ArrayList<>(),
              now::get);
      batches.add(file("a.txt"), List.of());
      now.addAndGet(Duration.ofSeconds(59).toNanos());
      batches.add(file("b.txt"), List.of());
      assertThat(committed()).isEmpty();
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      batches.add(file("c.txt"), List.of());
      assertThat(committed()).containsExactly("a.txt", "b.txt", "c.txt");
      batches.add(file("d.txt"), List.of());
      assertThat(committed()).hasSize(3);
      batches.finish();
      assertThat(committed()).hasSize(4);
    }
  }

  private List<String> committed() throws ArchiveException {
    try (ArchiveReader reader = ArchiveReader.open(folder.resolve("archive"))) {
      return reader.allFiles().stream().map(FileRecord::path).toList();
    }
  }

  private static FileRecord file(String path) {
    LedgerRow row =
        new LedgerRow(
            path,
            "0".repeat(64),
            12,
            Instant.EPOCH,
            "text/plain",
            LedgerState.CHECKED,
            null,
            null,
            0,
            null);
    return new FileRecord("/papers", path, "reading 1", "night-1", List.of(row));
  }
}
