package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.SegmentedDocument;
import org.orderpaper.model.Votes;

/** Votes as whole papers give them: what the cues read, and what was learned of the rest. */
class CountReaderSegmentTest {

  private static final String PAPER =
      """
      Copperfield CLP
      Minutes of the General Meeting held on 20 January 2022

      1. Apologies. These were noted.
      2. Motion on the baths. Moor Branch moved that the council keep the baths open. %s
      3. Next meeting. 17 February.
      """;

  /** Figures for, against, abstaining; a hyphen is "not stated". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          For 31, against 12, abstentions 4. Carried.                      | 31/12/4
          For: 23 Against: 4 Abst: 2. CARRIED                              | 23/4/2
          In favour, 30. Not in favour, 12. Neither, 5. Passed.            | 30/12/5
          On a show of hands it was carried by eighteen votes to eleven.   | 18/11/-
          It was put and lost, seven voting for it and nineteen against.   | 7/19/-
          Carried, 24 to 3.                                                | 24/3/-
          Eleven said yes and four said no, so it passed.                  | 11/4/-
          After a debate it was carried unanimously.                       | -/0/0
          Everybody was for it and it was carried.                         | -/0/0
          It was agreed nem. con.                                          | -/0/-
          Carried with nobody against.                                     | -/0/-
          20 to 16, carried.                                               | 20/16/-
          After 25 minutes it was carried by 14 to 9, 3 not voting.        | 14/9/3
          It will cost £450. Agreed, 16 for and 5 against.                 | 16/5/-
          """)
  void aPaperGivesTheVotesItStates(String told, String votes) {
    SegmentedDocument document = Docs.segment(PAPER.replace("%s", told));
    BusinessItem motion =
        document.items().stream()
            .filter(item -> item.text().contains("keep the baths open"))
            .findFirst()
            .orElseThrow();
    assertThat(shown(motion.votes())).isEqualTo(votes);
  }

  private static String shown(Votes votes) {
    return shown(votes.inFavour())
        + "/"
        + shown(votes.against())
        + "/"
        + shown(votes.abstentions());
  }

  private static String shown(@Nullable BigDecimal number) {
    return number == null ? "-" : number.toPlainString();
  }
}
