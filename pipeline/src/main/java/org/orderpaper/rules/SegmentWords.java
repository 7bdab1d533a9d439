package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.MarkedText;
import org.orderpaper.model.Span;
import org.orderpaper.rules.WordPostings.Place;

/**
 * The word lists of a rule book in one segment of an index: which documents have one of a list's
 * phrases, and where. Each list is looked up once a document, however many rules name it.
 *
 * <p>Documents and windows are asked for in rising order; not thread-safe.
 */
final class SegmentWords {

  private static final WordPattern SENTENCE =
      new WordPattern(String.valueOf(MarkedText.SENTENCE), false);
  private static final WordPattern PARAGRAPH =
      new WordPattern(String.valueOf(MarkedText.PARAGRAPH), false);
  private static final WordPattern CONTINUES = new WordPattern(TextScanner.CONTINUES, false);

  private final LeafReader reader;
  private final Map<WordPattern, WordPostings> postings = new HashMap<>();
  private final Map<WordList, FixedBitSet> ofList = new HashMap<>();
  private final Map<WordPattern, FixedBitSet> ofPattern = new HashMap<>();
  private final Map<WordList, List<Hit>> hits = new HashMap<>();
  private int from;
  private int to;
  private int document = -1;
  private int[] sentenceEnds = {};
  private int[] paragraphEnds = {};
  private Place[] continued = {};

  SegmentWords(LeafReader reader) {
    this.reader = reader;
  }

  /** From now on {@link #documents} answers for {@code from} to {@code to}, exclusive. */
  void window(int from, int to) {
    this.from = from;
    this.to = to;
    ofList.clear();
    ofPattern.clear();
  }

  /** The documents of the window that may have one of the phrases; not to be changed. */
  FixedBitSet documents(WordList list) throws IOException {
    FixedBitSet known = ofList.get(list);
    if (known == null) {
      known = new FixedBitSet(to - from);
      for (Phrase phrase : list.phrases()) {
        known.or(documents(phrase));
      }
      ofList.put(list, known);
    }
    return known;
  }

  /** The documents that have all words of the phrase, in whatever order. */
  private FixedBitSet documents(Phrase phrase) throws IOException {
    FixedBitSet first = documents(phrase.words().getFirst());
    if (phrase.words().size() == 1) {
      return first;
    }
    FixedBitSet all = first.clone();
    for (WordPattern word : phrase.words().subList(1, phrase.words().size())) {
      all.and(documents(word));
    }
    return all;
  }

  private FixedBitSet documents(WordPattern word) throws IOException {
    FixedBitSet known = ofPattern.get(word);
    if (known == null) {
      known = new FixedBitSet(to - from);
      postings(word).mark(known, from, to);
      ofPattern.put(word, known);
    }
    return known;
  }

  private WordPostings postings(WordPattern word) throws IOException {
    WordPostings known = postings.get(word);
    if (known == null) {
      known = new WordPostings(reader, word);
      postings.put(word, known);
    }
    return known;
  }

  /** From now on {@link #hits} answers for this document of the segment. */
  void document(int number) throws IOException {
    document = number;
    hits.clear();
    paragraphEnds = positions(postings(PARAGRAPH).in(number));
    // A paragraph boundary also ends a sentence.
    sentenceEnds = merged(positions(postings(SENTENCE).in(number)), paragraphEnds);
    continued = postings(CONTINUES).in(number);
  }

  /** Where the phrases of {@code list} stand in the document, in order. */
  List<Hit> hits(WordList list) throws IOException {
    List<Hit> known = hits.get(list);
    if (known == null) {
      List<Hit> found = new ArrayList<>();
      for (Phrase phrase : list.phrases()) {
        find(phrase, list.facet(), found);
      }
      known = found.stream().distinct().sorted(Match.IN_TEXT).toList();
      hits.put(list, known);
    }
    return known;
  }

  private void find(Phrase phrase, String facet, List<Hit> found) throws IOException {
    List<WordPattern> words = phrase.words();
    for (Place begin : postings(words.getFirst()).in(document)) {
      Place last = begin;
      int end = begin.end();
      for (int i = 1; i < words.size() && last != null; i++) {
        last = at(postings(words.get(i)).in(document), lastPosition(last) + 1);
        end = last == null ? end : Math.max(end, last.end());
      }
      if (last != null) {
        Span span = new Span(begin.start(), end);
        found.add(hit(facet, begin.position(), lastPosition(last), span, phrase.validity()));
      }
    }
  }

  /** A hit for positions of the index, boundaries counted. */
  Hit hit(
      String facet, int firstPosition, int lastPosition, Span span, @Nullable Validity validity) {
    int sentence = before(sentenceEnds, firstPosition);
    return new Hit(
        facet,
        firstPosition - sentence,
        lastPosition - before(sentenceEnds, lastPosition),
        sentence,
        before(paragraphEnds, firstPosition),
        span,
        validity);
  }

  /** A hyphenated word that is matched as one covers the positions of all its parts. */
  private int lastPosition(Place place) {
    int last = place.position();
    Place next = at(continued, last + 1);
    while (next != null && next.end() <= place.end()) {
      last++;
      next = at(continued, last + 1);
    }
    return last;
  }

  private static @Nullable Place at(Place[] places, int position) {
    int low = 0;
    int high = places.length - 1;
    Place found = null;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (places[middle].position() < position) {
        low = middle + 1;
      } else {
        if (places[middle].position() == position) {
          found = places[middle];
        }
        high = middle - 1;
      }
    }
    return found;
  }

  private static int before(int[] ends, int position) {
    int index = Arrays.binarySearch(ends, position);
    return index < 0 ? -index - 1 : index;
  }

  private static int[] positions(Place[] places) {
    return Arrays.stream(places).mapToInt(Place::position).toArray();
  }

  private static int[] merged(int[] one, int[] other) {
    int[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    Arrays.sort(all);
    return all;
  }
}
