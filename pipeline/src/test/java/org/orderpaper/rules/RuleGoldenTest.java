package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;

/** The golden tests of "What a flag means". */
class RuleGoldenTest {

  private static final RuleBook BOOK = RuleBooks.standard();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2018-06-14 | whip 0 pre-instruction log",
        "2020-11-12 | individual-case 4 in-force ranked, whip 0 pre-instruction log",
        "2020-11-20 | individual-case 0 lapsed log, whip 0 pre-instruction log",
        "2020-11-27 | whip 4 in-force ranked"
      })
  void theSameMotionChangesClassWithTheDate(String date, String expected) {
    BusinessItem motion =
        Items.item("This branch asks that the whip be restored to Ada Tolworth MP.")
            .on(date)
            .build();
    assertThat(String.join(", ", RuleBooks.lines(BOOK, motion))).isEqualTo(expected);
  }

  @Test
  void theExampleOfTheDesignBehaves() throws java.io.IOException {
    assertThat(BOOK.card().faults()).isEmpty();
    assertThat(
            Files.readString(
                Path.of("src/test/resources/rules/individual-case")
                    .resolve("measure-or-relief.yaml")))
        .startsWith("id: individual-case/measure-or-relief");
    BusinessItem flag =
        Items.item("This branch calls for Mr Tolworth to be reinstated without delay.").build();
    BusinessItem pass =
        Items.item("The secretary suspended the motion on buses until May.").build();
    BusinessItem miss = Items.item("Members spoke warmly of a comrade's ordeal.").build();
    assertThat(RuleBooks.lines(BOOK, flag)).containsExactly("individual-case 4 in-force ranked");
    assertThat(RuleBooks.lines(BOOK, pass)).isEmpty();
    assertThat(RuleBooks.lines(BOOK, miss)).isEmpty();
    Finding finding = RuleBooks.findings(BOOK, flag).getFirst();
    assertThat(finding.evidence().stream().map(e -> words(flag, e)))
        .containsExactly("subject: Mr Tolworth", "relief: reinstated");
    assertThat(finding.steps().getFirst())
        .isEqualTo(
            "base 4: limb pass of GS-2020-11-05, in force since 2020-11-05, no end recorded, and"
                + " the unit passed it");
  }

  private static String words(BusinessItem item, Evidence evidence) {
    return evidence.facet() + ": " + evidence.span().of(item.text());
  }
}
