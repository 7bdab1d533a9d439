package org.orderpaper.scan;

import org.orderpaper.rules.RuleBook;
import org.orderpaper.rules.RuleTestReport;
import org.orderpaper.segment.Segmenter;

/** Runs the cases beside the rules on items that are cut and marked as a scan would. */
public final class RuleCases {

  private RuleCases() {}

  /** What the cases of all rules that run gave. */
  public static RuleTestReport run(RuleBook ruleBook) {
    return ruleBook.test(new Segmenter(ruleBook.segmentSettings())::caseItem);
  }
}
