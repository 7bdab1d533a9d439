package org.orderpaper.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Walks the postings of one term, without scores and without a bound on their number. */
final class EachDocument {

  /** Documents that one thread reads at a time. */
  private static final int STRETCH = 256;

  private EachDocument() {}

  /** What {@code read} makes of each document that has {@code term}, read on all cores. */
  static <T> List<T> of(IndexReader reader, Term term, Function<Document, T> read)
      throws IOException {
    List<Stretch> stretches = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      stretches.addAll(Stretch.of(leaf.reader(), term));
    }
    return stretches.parallelStream().flatMap(stretch -> stretch.read(read)).toList();
  }

  /** Some documents of one segment, in order. */
  private record Stretch(LeafReader leaf, List<Integer> documents) {

    static List<Stretch> of(LeafReader leaf, Term term) throws IOException {
      List<Stretch> stretches = new ArrayList<>();
      PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
      if (postings == null) {
        return stretches;
      }
      Bits live = leaf.getLiveDocs();
      List<Integer> documents = new ArrayList<>();
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          documents.add(doc);
        }
        if (documents.size() == STRETCH) {
          stretches.add(new Stretch(leaf, documents));
          documents = new ArrayList<>();
        }
      }
      stretches.add(new Stretch(leaf, documents));
      return stretches;
    }

    <T> Stream<T> read(Function<Document, T> read) {
      try {
        // Stored fields are for one thread; asking for them again is cheap.
        StoredFields stored = leaf.storedFields();
        List<T> values = new ArrayList<>(documents.size());
        for (int document : documents) {
          values.add(read.apply(stored.document(document)));
        }
        return values.stream();
      } catch (IOException e) {
        throw new UncheckedIOException("the archive cannot be read", e);
      }
    }
  }
}
