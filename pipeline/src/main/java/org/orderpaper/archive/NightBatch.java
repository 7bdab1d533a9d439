package org.orderpaper.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.orderpaper.model.BusinessItem;

/**
 * A part of the night's items in a small index in memory: rules run over it, then it is added to
 * the archive as it is. Not thread-safe.
 */
public final class NightBatch implements AutoCloseable {

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final Map<String, BusinessItem> items = new LinkedHashMap<>();
  private final List<FileRecord> files = new ArrayList<>();
  private final DirectoryReader reader;

  /**
   * Indexes a batch.
   *
   * @param indexing how items become documents
   * @param files with their ledger rows
   * @param items of those files
   */
  public NightBatch(ItemIndexing indexing, List<FileRecord> files, List<BusinessItem> items) {
    this.files.addAll(files);
    try {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(indexing.analyzer()))) {
        for (BusinessItem item : items) {
          if (this.items.putIfAbsent(item.id(), item) == null) {
            writer.addDocument(Records.item(item, indexing.documentOf().apply(item)));
          }
        }
      }
      this.reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  /** The batch as rules see it. */
  public IndexReader reader() {
    return reader;
  }

  /** The item with that id; it must be of this batch. */
  public BusinessItem item(String id) {
    BusinessItem item = items.get(id);
    if (item == null) {
      throw new IllegalArgumentException("no item of this batch: " + id);
    }
    return item;
  }

  List<FileRecord> files() {
    return files;
  }

  Directory directory() {
    return directory;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }
}
