package org.orderpaper.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an evaluation.
 *
 * @param documents labelled
 * @param items labelled
 * @param located labelled items whose anchor stands in exactly one item
 * @param findings of severity 1 or more
 * @param topics the same by topic
 * @param readings how often a value was read rightly, by the name of the value
 * @param confusions what was read for each labelled value, by the name of the value: labelled word,
 *     read word, how often
 * @param boundaries items cut out of their papers
 * @param wronglyFlagged papers without any such finding that were given one, of all such papers
 * @param ndcg of the ranked list, gain 2 to the power of the severity, less one; null without gain
 * @param lost labelled items whose anchor stands in no item or in several
 */
record Measured(
    String asOf,
    int documents,
    int items,
    int located,
    Scores findings,
    Map<String, Scores> topics,
    Map<String, Rate> readings,
    Map<String, Map<String, Map<String, Integer>>> confusions,
    Scores boundaries,
    Rate wronglyFlagged,
    @Nullable Double ndcg,
    List<Remark> lost,
    List<Remark> missed,
    List<Remark> falseAlarms,
    List<Remark> differences) {

  /**
   * Something that is not as labelled.
   *
   * @param anchor the masked words to find it by
   * @param what the topic or the name of the value
   * @param expected as labelled
   * @param got as scanned
   */
  record Remark(String source, String anchor, String what, String expected, String got) {}
}
