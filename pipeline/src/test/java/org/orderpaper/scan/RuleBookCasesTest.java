package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orderpaper.rules.RuleBook;
import org.orderpaper.rules.RuleBookLoader;
import org.orderpaper.rules.RuleTestReport;
import org.orderpaper.rules.RuleTestReport.CaseResult;
import org.orderpaper.segment.Segmenter;

/** The rule book that is shipped does what the cases beside its rules say. */
class RuleBookCasesTest {

  private static final int FEWEST_FLAGS = 8;
  private static final int FEWEST_PASSES = 12;

  private static RuleBook book;
  private static RuleTestReport report;

  @BeforeAll
  static void runAllCases() throws IOException {
    book = RuleBookLoader.load(Path.of("../rules"));
    report = book.test(new Segmenter(book.segmentSettings())::caseItem);
  }

  @Test
  void everyFileOfTheRuleBookIsSound() {
    assertThat(book.check()).isEmpty();
  }

  @Test
  void everyCaseIsAsExpected() {
    List<String> unexpected =
        report.cases().stream()
            .filter(each -> !each.asExpected())
            .map(RuleBookCasesTest::described)
            .toList();
    assertThat(unexpected).isEmpty();
  }

  @Test
  void everyRuleHasManyCasesOnBothSides() {
    Map<String, RuleTestReport.Tally> tallies = report.byRule();
    assertThat(tallies).isNotEmpty();
    tallies.forEach((rule, tally) -> {
      assertThat(tally.truePositives() + tally.falseNegatives())
          .as("flags of %s", rule)
          .isGreaterThanOrEqualTo(FEWEST_FLAGS);
      assertThat(tally.trueNegatives() + tally.falsePositives())
          .as("passes of %s", rule)
          .isGreaterThanOrEqualTo(FEWEST_PASSES);
    });
  }

  private static String described(CaseResult each) {
    return each.file() + ":" + each.line() + " " + each.kind() + ": " + each.text();
  }
}
