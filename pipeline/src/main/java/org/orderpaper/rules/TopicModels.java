package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.orderpaper.model.MarkedText;
import org.orderpaper.model.NameKind;

/**
 * What makes an item read like items that people have labelled with a topic: logistic models over
 * the words of the index and pairs of words that follow each other, each counted once an item.
 * Learned elsewhere and written as text; immutable.
 */
final class TopicModels {

  /** No models, for rule books without. */
  static final TopicModels NONE = new TopicModels(Map.of());

  private static final char MARKER_BEGIN = '<';
  private static final char MARKER_END = '>';

  /** Where no feature has the number. */
  private static final int NO_FEATURE = -1;

  private final List<String> topics;
  private final double[] bases;
  private final Map<String, Integer> words = new HashMap<>();
  private final List<String> wordsByNumber = new ArrayList<>();
  private final Map<Long, Integer> features = new HashMap<>();
  private final List<float[]> weights = new ArrayList<>();

  /**
   * One model as its file gives it.
   *
   * @param base the logarithm of the odds of an item none of whose words counts
   * @param weights what a word, or two words parted by a blank, adds to it
   */
  record Table(double base, Map<String, Float> weights) {

    Table {
      weights = Map.copyOf(weights);
    }

    /**
     * Reads a table: lines of a number and, after a blank, one word or two; the first has no word
     * and is the base. Lines that begin with {@code #} are remarks.
     *
     * @throws YamlFault where a line is neither
     */
    static Table read(String text) {
      Double base = null;
      Map<String, Float> weights = new HashMap<>();
      int number = 0;
      for (String line : text.lines().toList()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int blank = line.indexOf(' ');
        double value = number(blank < 0 ? line : line.substring(0, blank), number);
        if (base == null) {
          base = value;
        } else if (blank < 0) {
          throw new YamlFault(number, 1, "a weight and a word are expected here");
        } else {
          weights.put(line.substring(blank + 1), (float) value);
        }
      }
      if (base == null) {
        throw new YamlFault(1, 1, "there is no number in this table");
      }
      return new Table(base, weights);
    }

    private static double number(String written, int line) {
      try {
        return Double.parseDouble(written);
      } catch (NumberFormatException _) {
        throw new YamlFault(line, 1, "a number is expected at the beginning of the line");
      }
    }
  }

  /**
   * @param tables by topic
   */
  TopicModels(Map<String, Table> tables) {
    Map<String, Table> sorted = new TreeMap<>(tables);
    topics = List.copyOf(sorted.keySet());
    bases = new double[topics.size()];
    int topic = 0;
    for (Table table : sorted.values()) {
      bases[topic] = table.base();
      for (Map.Entry<String, Float> each : new TreeMap<>(table.weights()).entrySet()) {
        weigh(each.getKey(), topic, each.getValue());
      }
      topic++;
    }
  }

  private void weigh(String written, int topic, float weight) {
    int blank = written.indexOf(' ');
    int first = numberOf(term(blank < 0 ? written : written.substring(0, blank)));
    int second = blank < 0 ? NO_FEATURE : numberOf(term(written.substring(blank + 1)));
    int feature = features.computeIfAbsent(key(first, second), key -> features.size());
    if (feature == weights.size()) {
      weights.add(new float[topics.size()]);
    }
    weights.get(feature)[topic] = weight;
  }

  private int numberOf(String term) {
    Integer known = words.putIfAbsent(term, words.size());
    if (known != null) {
      return known;
    }
    wordsByNumber.add(term);
    return words.size() - 1;
  }

  private static long key(int first, int second) {
    return ((long) first << Integer.SIZE) | (second & 0xFFFF_FFFFL);
  }

  /** The token of the index that is written {@code written} in a table. */
  private static String term(String written) {
    if (written.length() > 2
        && written.charAt(0) == MARKER_BEGIN
        && written.charAt(written.length() - 1) == MARKER_END) {
      String kind = written.substring(1, written.length() - 1);
      for (NameKind each : NameKind.values()) {
        if (each.name().toLowerCase(Locale.ROOT).equals(kind)) {
          return String.valueOf(MarkedText.marker(each));
        }
      }
    }
    return written;
  }

  /** The topics that have a model, in order. */
  List<String> topics() {
    return topics;
  }

  /** All tokens of the index that any model knows, by number. */
  List<String> wordsByNumber() {
    return wordsByNumber;
  }

  /** How many features there are: words and pairs of words. */
  int size() {
    return weights.size();
  }

  /** The number of the feature of a word; less than 0 for none. */
  int feature(int word) {
    return features.getOrDefault(key(word, NO_FEATURE), NO_FEATURE);
  }

  /** The number of the feature of two words that follow each other; less than 0 for none. */
  int feature(int first, int second) {
    return features.getOrDefault(key(first, second), NO_FEATURE);
  }

  /** What a feature adds, by topic. */
  float[] weights(int feature) {
    return weights.get(feature);
  }

  /** The logarithm of the odds before any feature, by topic; a copy. */
  double[] bases() {
    return bases.clone();
  }

  /** From the logarithm of the odds to a probability. */
  static double chance(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
