package org.orderpaper.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderpaper.model.VocabularyWord;

/** {@code manifest.json}: what the report rests on, and its counts. */
record Manifest(
    String version,
    String ruleBook,
    String asOf,
    boolean firstScan,
    List<String> roots,
    Counts counts,
    List<String> brokenRules) {

  /** The counts of {@link Statistics}, by the words of the vocabulary. */
  record Counts(
      int seen,
      Map<String, Integer> states,
      Map<String, Integer> notChecked,
      int items,
      Map<String, Integer> queues,
      Map<String, Integer> ranked,
      int newRanked,
      int upcoming,
      int decided) {}

  static Manifest of(ReportInput input, Statistics statistics) {
    return new Manifest(
        input.version(),
        input.ruleBook().hash(),
        input.asOf().toString(),
        input.firstScan(),
        input.roots(),
        new Counts(
            statistics.seen(),
            byWord(statistics.byState()),
            byWord(statistics.notChecked()),
            statistics.items(),
            byWord(statistics.entries()),
            bySeverity(statistics.ranked()),
            statistics.newRanked(),
            statistics.upcoming(),
            statistics.decided()),
        input.ruleBook().faults().stream().map(Object::toString).toList());
  }

  private static Map<String, Integer> byWord(Map<? extends VocabularyWord, Integer> counts) {
    Map<String, Integer> byWord = new TreeMap<>();
    counts.forEach((constant, count) -> byWord.put(constant.word(), count));
    return byWord;
  }

  private static Map<String, Integer> bySeverity(Map<Integer, Integer> counts) {
    Map<String, Integer> bySeverity = new TreeMap<>();
    counts.forEach((severity, count) -> bySeverity.put(severity.toString(), count));
    return bySeverity;
  }
}
