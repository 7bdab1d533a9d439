package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Span;
import org.orderpaper.rules.WordPostings.Place;

/**
 * How much the documents of one segment read like items of each topic. All topics are weighed in
 * one pass over the postings of the words that the models know. Windows rise; not thread-safe.
 */
final class Likeness {

  /** So many documents are weighed together; bounds memory. */
  private static final int AT_ONCE = 4096;

  /** The words of a document are kept from the least probability on that a rule may ask for. */
  private static final double WORTH_KEEPING = 0.01;

  /** Evidence is what weighs most; more would hide it. */
  private static final int MOST_EVIDENCE = 5;

  private static final String FACET = "likeness";

  /** Room in a place for the number of a word. */
  private static final int WORD_BITS = 24;

  private final TopicModels models;
  private final PostingsEnum[] postings;
  private final Map<Integer, int[]> kept = new HashMap<>();
  private final int[] seen;
  private int documentsSeen;
  private int from = -1;
  private int to = -1;
  private boolean weighed;
  private float[][] chances = {};

  Likeness(LeafReader reader, TopicModels models) throws IOException {
    this.models = models;
    this.seen = new int[models.size()];
    this.postings = new PostingsEnum[models.wordsByNumber().size()];
    Terms terms = reader.terms(ItemFields.TEXT);
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (int word = 0; word < postings.length; word++) {
        if (each.seekExact(new BytesRef(models.wordsByNumber().get(word)))) {
          postings[word] = each.postings(null, PostingsEnum.POSITIONS);
        }
      }
    }
  }

  /** The documents of the window that are of a topic with a probability of {@code atLeast}. */
  FixedBitSet documents(Condition.Like like) throws IOException {
    FixedBitSet documents = new FixedBitSet(to - from);
    float[] ofTopic = chances(like.topic());
    for (int i = 0; i < ofTopic.length; i++) {
      if (ofTopic[i] >= like.chance()) {
        documents.set(i);
      }
    }
    return documents;
  }

  /** From now on the answers are those of these documents, the last exclusive. */
  void window(int windowFrom, int windowTo) {
    from = windowFrom;
    to = windowTo;
    weighed = false;
  }

  /** By document of the window. */
  private float[] chances(String topic) throws IOException {
    if (!weighed) {
      weighed = true;
      kept.clear();
      chances = new float[models.topics().size()][to - from];
      for (int begin = from; begin < to; begin += AT_ONCE) {
        weighTogether(begin, Math.min(begin + AT_ONCE, to));
      }
    }
    return chances[models.topics().indexOf(topic)];
  }

  private void weighTogether(int begin, int end) throws IOException {
    Places[] places = new Places[end - begin];
    for (int word = 0; word < postings.length; word++) {
      PostingsEnum each = postings[word];
      if (each == null) {
        continue;
      }
      int document = each.docID() < begin ? each.advance(begin) : each.docID();
      while (document < end) {
        Places ofDocument = places[document - begin];
        if (ofDocument == null) {
          ofDocument = new Places();
          places[document - begin] = ofDocument;
        }
        for (int i = each.freq(); i > 0; i--) {
          ofDocument.add(each.nextPosition(), word);
        }
        document = each.nextDoc();
      }
    }
    for (int i = 0; i < places.length; i++) {
      weigh(begin + i, places[i]);
    }
  }

  private void weigh(int document, @Nullable Places places) {
    double[] sums = models.bases();
    if (places != null) {
      documentsSeen++;
      places.sort();
      for (int i = 0; i < places.size; i++) {
        add(models.feature(places.word(i)), sums);
        for (int j = i + 1; j < places.size && places.at(j) <= places.at(i) + 1; j++) {
          if (places.at(j) > places.at(i)) {
            add(models.feature(places.word(i), places.word(j)), sums);
          }
        }
      }
    }
    double highest = 0;
    for (int topic = 0; topic < sums.length; topic++) {
      double chance = TopicModels.chance(sums[topic]);
      chances[topic][document - from] = (float) chance;
      highest = Math.max(highest, chance);
    }
    if (places != null && highest >= WORTH_KEEPING) {
      kept.put(document, places.words());
    }
  }

  /** Each feature counts once a document. */
  private void add(int feature, double[] sums) {
    if (feature >= 0 && seen[feature] != documentsSeen) {
      seen[feature] = documentsSeen;
      float[] weights = models.weights(feature);
      for (int topic = 0; topic < sums.length; topic++) {
        sums[topic] += weights[topic];
      }
    }
  }

  /** The words that weigh most for the topic, as one match; none where it is not likely enough. */
  List<Match> matches(Condition.Like like, SegmentWords words, int document) throws IOException {
    if (chances(like.topic())[document - from] < like.chance()) {
      return List.of();
    }
    int topic = models.topics().indexOf(like.topic());
    List<Weighty> all = weighty(kept.getOrDefault(document, new int[0]), topic, words);
    all.sort(Comparator.comparingDouble(Weighty::weight).reversed().thenComparing(Weighty::span));
    List<Weighty> chosen = new ArrayList<>();
    for (Weighty each : all) {
      if (chosen.size() < MOST_EVIDENCE
          && chosen.stream().noneMatch(other -> overlap(other.span(), each.span()))) {
        chosen.add(each);
      }
    }
    return chosen.isEmpty()
        ? List.of(Match.WHOLE)
        : List.of(Match.of(chosen.stream().map(each -> Match.of(each.hit(words))).toList()));
  }

  private static boolean overlap(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /** Words of the text that speak for the topic. */
  private record Weighty(double weight, int first, int last, Span span) {
    Hit hit(SegmentWords words) {
      return words.hit(FACET, first, last, span, null);
    }
  }

  private List<Weighty> weighty(int[] present, int topic, SegmentWords words) throws IOException {
    List<Weighty> all = new ArrayList<>();
    Place[][] places = new Place[present.length][];
    for (int i = 0; i < present.length; i++) {
      places[i] = words.places(models.wordsByNumber().get(present[i]));
      double weight = weight(models.feature(present[i]), topic);
      if (weight > 0 && places[i].length > 0) {
        Place at = places[i][0];
        all.add(new Weighty(weight, at.position(), at.position(), new Span(at.start(), at.end())));
      }
    }
    for (int i = 0; i < present.length; i++) {
      for (int j = 0; j < present.length; j++) {
        double weight = weight(models.feature(present[i], present[j]), topic);
        if (weight > 0) {
          addPair(weight, places[i], places[j], all);
        }
      }
    }
    return all;
  }

  private static void addPair(double weight, Place[] ones, Place[] others, List<Weighty> all) {
    for (Place one : ones) {
      for (Place other : others) {
        if (other.position() == one.position() + 1) {
          Span span = new Span(one.start(), Math.max(one.end(), other.end()));
          all.add(new Weighty(weight, one.position(), other.position(), span));
          return;
        }
      }
    }
  }

  private double weight(int feature, int topic) {
    return feature < 0 ? 0 : models.weights(feature)[topic];
  }

  /** Where known words stand in one document. */
  private static final class Places {
    private long[] places = new long[64];
    private int size;

    void add(int position, int word) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = ((long) position << WORD_BITS) | word;
    }

    void sort() {
      Arrays.sort(places, 0, size);
    }

    int at(int index) {
      return (int) (places[index] >> WORD_BITS);
    }

    int word(int index) {
      return (int) (places[index] & ((1 << WORD_BITS) - 1));
    }

    /** The words, each once. */
    int[] words() {
      int[] words = new int[size];
      for (int i = 0; i < size; i++) {
        words[i] = word(i);
      }
      return Arrays.stream(words).sorted().distinct().toArray();
    }
  }
}
