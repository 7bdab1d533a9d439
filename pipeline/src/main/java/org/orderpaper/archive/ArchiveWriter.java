package org.orderpaper.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;

/**
 * The archive opened by a scan. Every method that writes ends in one commit or leaves the archive
 * as it was. Only one writer can be open on an archive, on this machine, at any time. Not
 * thread-safe.
 */
public final class ArchiveWriter implements AutoCloseable {

  private final ArchiveFolder folder;
  private final ItemIndexing indexing;
  private final Directory directory;
  private final IndexWriter writer;
  private ArchiveState state;

  private ArchiveWriter(
      ArchiveFolder folder,
      ItemIndexing indexing,
      Directory directory,
      IndexWriter writer,
      ArchiveState state) {
    this.folder = folder;
    this.indexing = indexing;
    this.directory = directory;
    this.writer = writer;
    this.state = state;
  }

  /**
   * Opens the archive in {@code path} for writing, and makes it where there is none.
   *
   * @throws ArchiveException if it is of another version, damaged, in use, or cannot be written
   */
  public static ArchiveWriter open(Path path, ItemIndexing indexing) throws ArchiveException {
    ArchiveFolder folder = new ArchiveFolder(path);
    Directory directory = folder.openOrMake();
    try {
      boolean exists = DirectoryReader.indexExists(directory);
      ArchiveState state =
          exists
              ? ArchiveState.of(folder.commitData(directory))
              : new ArchiveState(indexing.fingerprint(), "", null, null);
      IndexWriter writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(indexing.analyzer())
                  .setCommitOnClose(false)
                  // On a thread of its own a merge that finds the disk full would say so there.
                  .setMergeScheduler(new SerialMergeScheduler())
                  .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
      ArchiveWriter archive = new ArchiveWriter(folder, indexing, directory, writer, state);
      if (!exists) {
        archive.commit();
      }
      return archive;
    } catch (LockObtainFailedException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw new ArchiveException(
          "another scan is at work on the archive "
              + path
              + "; wait until it has ended, or name another --archive",
          e);
    } catch (IOException e) {
      throw new ArchiveException(
          "the archive " + path + " cannot be opened: " + ArchiveFolder.reason(e), e);
    }
  }

  /** What the last commit says of the archive as a whole. */
  public ArchiveState state() {
    return state;
  }

  /**
   * What the last commit holds.
   *
   * @throws ArchiveException if it cannot be read
   */
  public ArchiveReader read() throws ArchiveException {
    return ArchiveReader.open(folder, directory);
  }

  /** Marks a scan as begun, so that a later one can carry on where this one stopped. */
  public void begin(String scan, String roots) throws ArchiveException {
    state = state.during(scan, roots);
    commit();
  }

  /**
   * Adds a batch: items, entries and ledger rows in one commit. What the archive held of the same
   * files is replaced.
   *
   * @param orphans documents (sha256) that no ledger row names any more
   */
  public void add(NightBatch batch, List<ReviewEntry> entries, Collection<String> orphans)
      throws ArchiveException {
    write(() -> {
      for (FileRecord file : batch.files()) {
        writer.deleteDocuments(new Term(Records.FILE, Records.bounded(file.key())));
      }
      for (String sha256 : orphans) {
        writer.deleteDocuments(new Term(Records.SHA, sha256));
      }
      writer.addIndexes(batch.directory());
      addEntries(entries, batch::item);
      for (FileRecord file : batch.files()) {
        for (int place = 0; place < file.rows().size(); place++) {
          writer.addDocument(Records.ledger(file, place));
        }
      }
    });
  }

  /** Replaces all entries by those that another rule book makes of the same items. */
  public void rematch(
      String ruleBook, List<ReviewEntry> entries, Function<String, BusinessItem> itemById)
      throws ArchiveException {
    write(() -> {
      writer.deleteDocuments(new Term(Records.RECORD, Records.ENTRY));
      addEntries(entries, itemById);
      state = state.matchedWith(ruleBook);
    });
  }

  /** Makes the searchable fields of all items anew, after the analyser changed. */
  public void reindex(ArchiveReader archive) throws ArchiveException {
    write(() -> {
      IndexReader reader = archive.reader();
      for (Iterator<BusinessItem> items = archive.eachItem().iterator(); items.hasNext(); ) {
        BusinessItem item = items.next();
        writer.updateDocument(
            new Term(indexing.idField(), item.id()),
            Records.item(item, indexing.documentOf().apply(item)));
      }
      if (reader.numDocs() > 0) {
        state =
            new ArchiveState(
                indexing.fingerprint(), state.ruleBook(), state.openScan(), state.openRoots());
      }
    });
  }

  /**
   * Marks the scan as complete.
   *
   * @param fingerprints of its entries, which the next scan of the same roots counts as known
   * @param across entries that it found across meetings; they take the place of those of the scan
   *     of the same roots before
   */
  public void complete(
      String scan, String roots, List<String> fingerprints, List<ReviewEntry> across)
      throws ArchiveException {
    write(() -> {
      List<Document> records = new ArrayList<>();
      records.add(Records.scan(roots, new Records.CompletedScan(scan, fingerprints)));
      across.forEach(entry -> records.add(Records.across(roots, entry)));
      writer.updateDocuments(new Term(Records.ROOTS, Records.bounded(roots)), records);
      state = state.atRest();
    });
  }

  private void addEntries(List<ReviewEntry> entries, Function<String, BusinessItem> itemById)
      throws IOException {
    for (ReviewEntry entry : entries) {
      writer.addDocument(Records.entry(entry, itemById.apply(entry.item()).sha256()));
    }
  }

  private interface Change {
    void make() throws IOException;
  }

  private void write(Change change) throws ArchiveException {
    ArchiveState before = state;
    try {
      change.make();
      commit();
    } catch (IOException | AlreadyClosedException e) {
      // Lucene closes an index whose disk failed, and what comes after meets it closed.
      state = before;
      throw notWritten(e);
    }
  }

  private void commit() throws ArchiveException {
    try {
      writer.setLiveCommitData(state.toCommitData().entrySet());
      writer.commit();
    } catch (IOException | AlreadyClosedException e) {
      throw notWritten(e);
    }
  }

  private ArchiveException notWritten(Exception e) {
    return new ArchiveException(
        "the archive "
            + folder.path()
            + " could not be written: "
            + ArchiveFolder.reason(tragedy(e))
            + "; it is as it was at its last commit: make room, then scan again",
        e,
        true);
  }

  /** The failure that closed the index, where there was one; it says more than what came after. */
  private Throwable tragedy(Exception e) {
    Throwable tragic = writer.getTragicException();
    return tragic == null ? e : tragic;
  }

  /** Closes without a commit: what was not committed is as if it had never been. */
  @Override
  public void close() throws ArchiveException {
    try {
      writer.rollback();
      directory.close();
    } catch (IOException e) {
      throw new ArchiveException(
          "the archive " + folder.path() + " could not be closed: " + ArchiveFolder.reason(e), e);
    }
  }
}
