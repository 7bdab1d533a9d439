package org.orderpaper.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A confusion matrix, row by row; what is nought is left out.
 *
 * @param value the name of what was read, as {@code type}
 * @param rows a labelled word each, in the order of the words
 */
record Confusions(String value, List<Row> rows) {

  /**
   * What was read where one word was labelled.
   *
   * @param word as labelled
   * @param of how often it was labelled
   * @param right how often it was read
   * @param others what was read instead, the most frequent first
   */
  record Row(String word, int of, int right, List<Map.Entry<String, Integer>> others) {

    private static Row of(String word, Map<String, Integer> read) {
      List<Map.Entry<String, Integer>> others = new ArrayList<>(read.entrySet());
      others.removeIf(entry -> entry.getKey().equals(word));
      others.sort(
          Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
              .thenComparing(Map.Entry.comparingByKey()));
      int all = read.values().stream().mapToInt(Integer::intValue).sum();
      return new Row(word, all, read.getOrDefault(word, 0), others);
    }

    /** {@code report 6, discussion 2}. */
    String othersInWords() {
      return others.stream()
          .map(other -> other.getKey() + " " + other.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  /** The matrices of an evaluation, in the order of the values' names. */
  static List<Confusions> of(Measured measured) {
    List<Confusions> all = new ArrayList<>();
    measured
        .confusions()
        .forEach((value, counts) -> {
          List<Row> rows = new ArrayList<>();
          counts.forEach((word, read) -> rows.add(Row.of(word, read)));
          all.add(new Confusions(value, rows));
        });
    return all;
  }
}
