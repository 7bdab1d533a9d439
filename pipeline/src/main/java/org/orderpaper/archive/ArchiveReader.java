package org.orderpaper.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;

/** One commit of the archive, for reading. Thread-safe. */
public final class ArchiveReader implements AutoCloseable {

  private static final Comparator<BusinessItem> PLACE =
      Comparator.comparingInt(BusinessItem::ordinal).thenComparing(BusinessItem::id);

  private final DirectoryReader reader;
  private final ArchiveState state;

  private ArchiveReader(DirectoryReader reader, ArchiveState state) {
    this.reader = reader;
    this.state = state;
  }

  /** Whether there is an archive in {@code path}. */
  public static boolean isIn(Path path) {
    return new ArchiveFolder(path).hasIndex();
  }

  /**
   * Opens the archive in {@code path}.
   *
   * @throws ArchiveException if there is none, or it is of another version or damaged
   */
  public static ArchiveReader open(Path path) throws ArchiveException {
    ArchiveFolder folder = new ArchiveFolder(path);
    return open(folder, folder.openExisting());
  }

  static ArchiveReader open(ArchiveFolder folder, Directory directory) throws ArchiveException {
    ArchiveState state = ArchiveState.of(folder.commitData(directory));
    try {
      return new ArchiveReader(DirectoryReader.open(directory), state);
    } catch (IOException e) {
      throw new ArchiveException(
          "the archive " + folder.path() + " cannot be read: " + ArchiveFolder.reason(e), e);
    }
  }

  /** What this commit says of the archive as a whole. */
  public ArchiveState state() {
    return state;
  }

  /** The index as rules see it. */
  public IndexReader reader() {
    return reader;
  }

  /** The files of the given roots, by root and path. */
  public List<FileRecord> files(Set<String> roots) {
    Map<String, List<Records.PlacedRow>> byFile = new TreeMap<>();
    for (Records.PlacedRow row : each(Records.LEDGER, Records::ledger)) {
      if (roots.isEmpty() || roots.contains(row.root())) {
        byFile
            .computeIfAbsent(FileRecord.key(row.root(), row.path()), key -> new ArrayList<>())
            .add(row);
      }
    }
    return byFile.values().stream().map(ArchiveReader::inPlace).toList();
  }

  /** All files of all roots. */
  public List<FileRecord> allFiles() {
    return files(Set.of());
  }

  static FileRecord inPlace(List<Records.PlacedRow> rows) {
    rows.sort(Comparator.comparingInt(Records.PlacedRow::place));
    Records.PlacedRow first = rows.getFirst();
    return new FileRecord(
        first.root(),
        first.path(),
        first.reading(),
        first.ocr(),
        first.scan(),
        rows.stream().map(Records.PlacedRow::row).toList(),
        // An archive of an earlier version says nothing of it.
        Objects.requireNonNullElse(first.held(), List.of()));
  }

  /**
   * The items of the documents with those sha256, in that order, and by their place in it. They are
   * read while the stream is, so that they need not fit into memory.
   */
  public Stream<BusinessItem> itemsOf(List<String> documents) {
    return itemsOf(byDocument(Records.ITEM), documents);
  }

  /** All items, read while the stream is. */
  Stream<BusinessItem> eachItem() {
    ByDocument items = byDocument(Records.ITEM);
    return itemsOf(items, items.documents());
  }

  private static Stream<BusinessItem> itemsOf(ByDocument items, List<String> documents) {
    return items.read(documents, Records::item).flatMap(ofOne -> ofOne.stream().sorted(PLACE));
  }

  /** The entries about items of those documents, in no order that may matter. */
  public List<ReviewEntry> entriesOf(List<String> documents) {
    return byDocument(Records.ENTRY).read(documents, Records::entry).flatMap(List::stream).toList();
  }

  private ByDocument byDocument(String kind) {
    try {
      return ByDocument.of(reader, kind);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be read", e);
    }
  }

  /** All items. */
  public List<BusinessItem> allItems() {
    return each(Records.ITEM, Records::item);
  }

  /**
   * What {@code read} makes of each item with that word, in no order that may matter. The items
   * themselves are not kept.
   *
   * @param field one of the fields of {@link ItemIndexing#documentOf()} that hold words as they are
   */
  public <T> List<T> itemsWith(String field, String word, Function<BusinessItem, T> read) {
    try {
      return EachDocument.of(
          reader, new Term(field, word), document -> read.apply(Records.item(document)));
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be read", e);
    }
  }

  /** The entries about those items, in no order that may matter. */
  public List<ReviewEntry> entries(Set<String> items) {
    return each(Records.ENTRY, Records::entry).stream()
        .filter(entry -> items.contains(entry.item()))
        .toList();
  }

  /** The entry with that id, if there is one. */
  public Optional<ReviewEntry> entry(String id) {
    return first(new TermQuery(new Term(Records.ENTRY_ID, id))).map(Records::entry);
  }

  /**
   * The item with that id, if there is one.
   *
   * @param idField the field that {@link ItemIndexing#idField()} names
   */
  public Optional<BusinessItem> item(String idField, String id) {
    return first(new TermQuery(new Term(idField, id))).map(Records::item);
  }

  /** The fingerprints of the entries of the last completed scan of {@code roots}, if any. */
  public Optional<Set<String>> knownFingerprints(String roots) {
    return first(
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Records.RECORD, Records.SCAN)), Occur.FILTER)
                .add(new TermQuery(new Term(Records.ROOTS, Records.bounded(roots))), Occur.FILTER)
                .build())
        .map(document -> new HashSet<>(Records.scan(document).fingerprints()));
  }

  /**
   * The items that match, best first.
   *
   * @param query on the fields of {@link ItemIndexing#documentOf()}
   * @param textField the field of the text, whose matches are highlighted
   * @param most how many hits at most, at least 1
   */
  public SearchResult search(Query query, String textField, int most) {
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      TopDocs top = searcher.search(query, most);
      Highlights highlights = new Highlights(searcher, query, textField);
      StoredFields stored = reader.storedFields();
      List<SearchResult.Hit> hits = new ArrayList<>();
      for (ScoreDoc hit : top.scoreDocs) {
        hits.add(
            new SearchResult.Hit(Records.item(stored.document(hit.doc)), highlights.in(hit.doc)));
      }
      return new SearchResult(searcher.count(query), hits);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be read", e);
    }
  }

  private Optional<Document> first(Query query) {
    try {
      TopDocs top = new IndexSearcher(reader).search(query, 1);
      return top.scoreDocs.length == 0
          ? Optional.empty()
          : Optional.of(reader.storedFields().document(top.scoreDocs[0].doc));
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be read", e);
    }
  }

  private <T> List<T> each(String kind, Function<Document, T> read) {
    try {
      return EachDocument.of(reader, new Term(Records.RECORD, kind), read);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be closed", e);
    }
  }
}
