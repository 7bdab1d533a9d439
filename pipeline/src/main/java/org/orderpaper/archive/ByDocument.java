package org.orderpaper.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of one kind stand, by the document (sha256) that they belong to. They are read
 * document by document, because all at once they may not fit.
 */
final class ByDocument {

  /**
   * Records that are in memory at a time; those of one document are never parted, so that a giant
   * is read alone.
   */
  private static final int STRETCH = 1_000;

  private final IndexReader reader;
  private final Map<String, List<Integer>> numbers = new HashMap<>();

  private ByDocument(IndexReader reader) {
    this.reader = reader;
  }

  static ByDocument of(IndexReader reader, String kind) throws IOException {
    ByDocument places = new ByDocument(reader);
    for (LeafReaderContext leaf : reader.leaves()) {
      places.add(leaf, kind);
    }
    return places;
  }

  private void add(LeafReaderContext context, String kind) throws IOException {
    LeafReader leaf = context.reader();
    FixedBitSet ofKind = live(leaf, leaf.postings(new Term(Records.RECORD, kind)));
    Terms terms = leaf.terms(Records.SHA);
    if (terms == null || ofKind.cardinality() == 0) {
      return;
    }
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      postings = each.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (ofKind.get(doc)) {
          numbers
              .computeIfAbsent(term.utf8ToString(), key -> new ArrayList<>(4))
              .add(context.docBase + doc);
        }
      }
    }
  }

  private static FixedBitSet live(LeafReader leaf, @Nullable PostingsEnum postings)
      throws IOException {
    FixedBitSet live = new FixedBitSet(leaf.maxDoc());
    if (postings != null) {
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (leaf.getLiveDocs() == null || leaf.getLiveDocs().get(doc)) {
          live.set(doc);
        }
      }
    }
    return live;
  }

  /** All documents that have records of this kind. */
  List<String> documents() {
    return numbers.keySet().stream().sorted().toList();
  }

  /** What {@code read} makes of the records of each of {@code documents}, in their order. */
  <T> Stream<List<T>> read(List<String> documents, Function<Document, T> read) {
    return stretches(documents).stream()
        .flatMap(
            stretch -> stretch.parallelStream().map(sha256 -> of(sha256, read)).toList().stream());
  }

  private List<List<String>> stretches(List<String> documents) {
    List<List<String>> stretches = new ArrayList<>();
    int from = 0;
    int records = 0;
    for (int i = 0; i < documents.size(); i++) {
      int more = numbers.getOrDefault(documents.get(i), List.of()).size();
      if (i > from && records + more > STRETCH) {
        stretches.add(documents.subList(from, i));
        from = i;
        records = 0;
      }
      records += more;
    }
    if (from < documents.size()) {
      stretches.add(documents.subList(from, documents.size()));
    }
    return stretches;
  }

  private <T> List<T> of(String sha256, Function<Document, T> read) {
    try {
      // Stored fields are for one thread; asking for them again is cheap.
      StoredFields stored = reader.storedFields();
      List<T> records = new ArrayList<>();
      for (int number : numbers.getOrDefault(sha256, List.of())) {
        records.add(read.apply(stored.document(number)));
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException("the archive cannot be read", e);
    }
  }
}
