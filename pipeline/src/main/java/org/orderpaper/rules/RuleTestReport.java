package org.orderpaper.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the cases beside the rules gave.
 *
 * @param cases in the order of rules and files
 */
public record RuleTestReport(List<CaseResult> cases) {

  public RuleTestReport {
    cases = List.copyOf(cases);
  }

  /**
   * One case.
   *
   * @param file relative to the rules folder
   * @param line from 1
   * @param column from 1
   * @param matched whether its rule matched it, with a missing facet or without
   */
  public record CaseResult(
      String rule,
      String topic,
      CaseKind kind,
      String text,
      String file,
      int line,
      int column,
      boolean matched) {

    /** A flag that matched, or a pass that did not; a miss is as expected either way. */
    public boolean asExpected() {
      return switch (kind) {
        case FLAG -> matched;
        case PASS -> !matched;
        case MISS -> true;
      };
    }
  }

  /**
   * Cases counted.
   *
   * @param truePositives flags that matched
   * @param falseNegatives flags that did not
   * @param trueNegatives passes that did not match
   * @param falsePositives passes that did
   * @param misses known gaps
   * @param closedMisses known gaps that match by now and should become flags
   */
  public record Tally(
      int truePositives,
      int falseNegatives,
      int trueNegatives,
      int falsePositives,
      int misses,
      int closedMisses) {

    private static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    private Tally plus(CaseResult result) {
      boolean flag = result.kind() == CaseKind.FLAG;
      boolean pass = result.kind() == CaseKind.PASS;
      boolean miss = result.kind() == CaseKind.MISS;
      boolean matched = result.matched();
      return new Tally(
          truePositives + one(flag && matched),
          falseNegatives + one(flag && !matched),
          trueNegatives + one(pass && !matched),
          falsePositives + one(pass && matched),
          misses + one(miss),
          closedMisses + one(miss && matched));
    }

    private static int one(boolean counts) {
      return counts ? 1 : 0;
    }
  }

  /** Whether every case is as expected. */
  public boolean passed() {
    return cases.stream().allMatch(CaseResult::asExpected);
  }

  public Map<String, Tally> byRule() {
    return tallied(CaseResult::rule);
  }

  public Map<String, Tally> byTopic() {
    return tallied(CaseResult::topic);
  }

  private Map<String, Tally> tallied(Function<CaseResult, String> key) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (CaseResult result : cases) {
      Tally before = tallies.getOrDefault(key.apply(result), Tally.NONE);
      tallies.put(key.apply(result), before.plus(result));
    }
    return tallies;
  }
}
