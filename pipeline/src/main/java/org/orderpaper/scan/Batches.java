package org.orderpaper.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveWriter;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.archive.ItemIndexing;
import org.orderpaper.archive.NightBatch;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.rules.RuleBook;

/** Collects readings into batches; each is matched and committed as a whole. */
final class Batches {

  private static final int MOST_FILES = 400;
  private static final int MOST_ITEMS = 4_000;
  private static final long MOST_CHARACTERS = 5_000_000;

  /** A scan that is killed repeats no more work than this, and the batch under way. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final ArchiveWriter archive;
  private final ItemIndexing indexing;
  private final RuleBook ruleBook;
  private final Documents documents;
  private final LongSupplier nanoTime;
  private final List<FileRecord> tonight;
  private final List<FileRecord> files = new ArrayList<>();
  private final List<BusinessItem> items = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();
  private long characters;
  private long lastFlush;

  /**
   * Begins with an empty batch.
   *
   * @param tonight is told the records of all files
   * @param nanoTime the time that passes, in nanoseconds
   */
  Batches(
      ArchiveWriter archive,
      ItemIndexing indexing,
      RuleBook ruleBook,
      Documents documents,
      List<FileRecord> tonight,
      LongSupplier nanoTime) {
    this.archive = archive;
    this.indexing = indexing;
    this.ruleBook = ruleBook;
    this.documents = documents;
    this.tonight = tonight;
    this.nanoTime = nanoTime;
    this.lastFlush = nanoTime.getAsLong();
  }

  /** Adds a record without items of its own, unless the archive holds just that. */
  void addIfNew(FileRecord file) throws ArchiveException {
    FileRecord kept = documents.kept(file);
    if (documents.holds(kept)) {
      tonight.add(kept);
    } else {
      add(kept, List.of());
    }
  }

  void add(FileRecord file, List<BusinessItem> read) throws ArchiveException {
    FileRecord kept = documents.kept(file);
    tonight.add(kept);
    for (BusinessItem item : read) {
      if (!documents.holdsCurrentItemsOf(item.sha256())) {
        items.add(item);
        characters += item.text().length();
      }
    }
    gone.addAll(documents.replace(kept));
    files.add(kept);
    if (isFull() || isOverdue()) {
      flush();
    }
  }

  private boolean isFull() {
    return files.size() >= MOST_FILES
        || items.size() >= MOST_ITEMS
        || characters >= MOST_CHARACTERS;
  }

  void finish() throws ArchiveException {
    if (!files.isEmpty()) {
      flush();
    }
  }

  private boolean isOverdue() {
    return nanoTime.getAsLong() - lastFlush >= LONGEST.toNanos();
  }

  private void flush() throws ArchiveException {
    try (NightBatch batch = new NightBatch(indexing, files, items)) {
      List<ReviewEntry> entries = ruleBook.run(batch.reader(), batch::item);
      archive.add(batch, entries, gone);
    }
    files.clear();
    items.clear();
    characters = 0;
    gone.clear();
    lastFlush = nanoTime.getAsLong();
  }
}
