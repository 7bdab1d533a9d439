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
  private final Map<WordList, ListPostings> lists = new HashMap<>();
  private int from;
  private int to;
  private int document = -1;
  private int[] sentenceEnds = {};
  private int[] paragraphEnds = {};
  private Place[] continued = {};

  SegmentWords(LeafReader reader) {
    this.reader = reader;
  }

  /** One list in this segment: its phrases as postings, and what is known of it so far. */
  private static final class ListPostings {
    private final List<WordPostings[]> phrases = new ArrayList<>();
    private final List<Phrase> written = new ArrayList<>();
    private int window = -1;
    private FixedBitSet documents = new FixedBitSet(0);
    private int document = -1;
    private List<Hit> hits = List.of();
  }

  /** From now on {@link #documents} answers for {@code from} to {@code to}, exclusive. */
  void window(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** The documents of the window that may have one of the phrases; not to be changed. */
  FixedBitSet documents(WordList list) throws IOException {
    ListPostings known = postings(list);
    if (known.window != from) {
      known.window = from;
      known.documents = new FixedBitSet(to - from);
      for (WordPostings[] phrase : known.phrases) {
        known.documents.or(documents(phrase));
      }
    }
    return known.documents;
  }

  /** The documents that have all words of the phrase, in whatever order. */
  private FixedBitSet documents(WordPostings[] phrase) throws IOException {
    FixedBitSet first = phrase[0].documents(from, to);
    if (phrase.length == 1) {
      return first;
    }
    FixedBitSet all = first.clone();
    for (int i = 1; i < phrase.length; i++) {
      all.and(phrase[i].documents(from, to));
    }
    return all;
  }

  /** The phrases of which this segment has all words somewhere. */
  private ListPostings postings(WordList list) throws IOException {
    ListPostings known = lists.get(list);
    if (known == null) {
      known = new ListPostings();
      for (Phrase phrase : list.phrases()) {
        WordPostings[] words = new WordPostings[phrase.words().size()];
        boolean absent = false;
        for (int i = 0; i < words.length; i++) {
          words[i] = postings(phrase.words().get(i));
          absent |= words[i].isEmpty();
        }
        if (!absent) {
          known.phrases.add(words);
          known.written.add(phrase);
        }
      }
      lists.put(list, known);
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
    paragraphEnds = positions(postings(PARAGRAPH).in(number));
    // A paragraph boundary also ends a sentence.
    sentenceEnds = merged(positions(postings(SENTENCE).in(number)), paragraphEnds);
    continued = postings(CONTINUES).in(number);
  }

  /** Where one token of the index stands in the document, in order. */
  Place[] places(String term) throws IOException {
    return postings(new WordPattern(term, false)).in(document);
  }

  int sentences() {
    return sentenceEnds.length + 1;
  }

  /** Where the phrases of {@code list} stand in the document, in order. */
  List<Hit> hits(WordList list) throws IOException {
    ListPostings known = postings(list);
    if (known.document != document) {
      known.document = document;
      known.hits = documents(list).get(document - from) ? find(known, list.facet()) : List.of();
    }
    return known.hits;
  }

  private List<Hit> find(ListPostings list, String facet) throws IOException {
    List<Hit> found = new ArrayList<>();
    for (int i = 0; i < list.phrases.size(); i++) {
      WordPostings[] words = list.phrases.get(i);
      if (allIn(words)) {
        find(words, list.written.get(i).validity(), facet, found);
      }
    }
    found.sort(Match.IN_TEXT);
    return found.size() < 2 ? found : found.stream().distinct().toList();
  }

  private boolean allIn(WordPostings[] words) throws IOException {
    for (WordPostings word : words) {
      if (!word.documents(from, to).get(document - from)) {
        return false;
      }
    }
    return true;
  }

  private void find(
      WordPostings[] words, @Nullable Validity validity, String facet, List<Hit> found)
      throws IOException {
    for (Place begin : words[0].in(document)) {
      Place last = begin;
      int end = begin.end();
      for (int i = 1; i < words.length && last != null; i++) {
        last = at(words[i].in(document), lastPosition(last) + 1);
        end = last == null ? end : Math.max(end, last.end());
      }
      if (last != null) {
        Span span = new Span(begin.start(), end);
        found.add(hit(facet, begin.position(), lastPosition(last), span, validity));
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
