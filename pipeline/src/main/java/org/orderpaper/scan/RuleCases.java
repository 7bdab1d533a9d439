package org.orderpaper.scan;

import org.orderpaper.rules.RuleBook;
import org.orderpaper.rules.RuleTestReport;

/** Runs the cases beside the rules on items that are cut and marked as a scan would. */
public final class RuleCases {

  private RuleCases() {}

  /**
   * What the cases of all rules that run gave.
   *
   * @throws ScanException if the rule book's cues cannot be used
   */
  public static RuleTestReport run(RuleBook ruleBook) throws ScanException {
    return ruleBook.test(RuleBooks.segmenter(ruleBook)::caseItem);
  }
}
