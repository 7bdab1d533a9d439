package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/**
 * Where one word pattern stands in the documents of one segment. Documents are asked for in rising
 * order; not thread-safe.
 */
final class WordPostings {

  /** One place: position in the index, boundaries counted, and offsets of the text. */
  record Place(int position, int start, int end) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byPosition = Integer.compare(position, other.position);
      return byPosition != 0 ? byPosition : Integer.compare(end, other.end);
    }
  }

  private static final Place[] NOWHERE = {};

  private final List<PostingsEnum> documents = new ArrayList<>();
  private final List<PostingsEnum> places = new ArrayList<>();
  private int window = -1;
  private FixedBitSet inWindow = new FixedBitSet(0);
  private int at = -1;
  private Place[] atPlaces = NOWHERE;

  WordPostings(LeafReader reader, WordPattern pattern) throws IOException {
    Terms terms = reader.terms(ItemFields.TEXT);
    if (terms == null) {
      return;
    }
    TermsEnum each = terms.iterator();
    BytesRef wanted = pattern.bytes();
    if (!pattern.open()) {
      if (each.seekExact(wanted)) {
        open(each);
      }
    } else if (each.seekCeil(wanted) != TermsEnum.SeekStatus.END) {
      do {
        if (!StringHelper.startsWith(each.term(), wanted)) {
          break;
        }
        open(each);
      } while (each.next() != null);
    }
  }

  private void open(TermsEnum term) throws IOException {
    documents.add(term.postings(null, PostingsEnum.NONE));
    places.add(term.postings(null, PostingsEnum.OFFSETS));
  }

  boolean isEmpty() {
    return documents.isEmpty();
  }

  /** The documents of {@code from..to} that have the word, counted from {@code from}. */
  FixedBitSet documents(int from, int to) throws IOException {
    if (window != from) {
      window = from;
      inWindow = new FixedBitSet(to - from);
      for (PostingsEnum each : documents) {
        int document = each.docID() < from ? each.advance(from) : each.docID();
        while (document < to) {
          inWindow.set(document - from);
          document = each.nextDoc();
        }
      }
    }
    return inWindow;
  }

  /** The places in {@code document}, in order, without doubles. */
  Place[] in(int document) throws IOException {
    if (document != at) {
      at = document;
      atPlaces = read(document);
    }
    return atPlaces;
  }

  private Place[] read(int document) throws IOException {
    List<Place> found = new ArrayList<>();
    for (PostingsEnum each : places) {
      if (each.docID() < document) {
        each.advance(document);
      }
      if (each.docID() == document && document != DocIdSetIterator.NO_MORE_DOCS) {
        for (int i = each.freq(); i > 0; i--) {
          int position = each.nextPosition();
          found.add(new Place(position, each.startOffset(), each.endOffset()));
        }
      }
    }
    if (found.isEmpty()) {
      return NOWHERE;
    }
    Place[] sorted = found.stream().distinct().toArray(Place[]::new);
    Arrays.sort(sorted);
    return sorted;
  }
}
