package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.VoteReader.Winner;

class VoteReaderSegmentTest {

  private static final CueBook CUES = new CueBook(Docs.cues());

  /** Figures for, against, abstaining; a hyphen is "not stated". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          received 46 votes in favour, 36 votes against and 15 abstentions | 46/36/15
          33 for,18 against 23 abstentions | 33/18/23
          carried by 44 to 10 with 9 abstentions | 44/10/9
          no votes against and only two abstentions | -/0/2
          large majority, with 17 against and 15 abstentions | -/17/15
          overwhelmingly carried, with seven abstentions | -/-/7
          defeated with 18 votes in favour and 20 votes against | 18/20/-
          24 voted in favour of the motion calling for the immediate reinstatement of the member, 33 voted against | 24/33/-
          agreed with 2.5 votes against and two abstentions | -/2.5/2
          20-16 | 20/16/-
          the meeting begins at 19:30 in place of 19:00 | -/-/-
          minutes 18/1 to 18/13 were confirmed | -/-/-
          nine yes, none no, Ash abstained on account of the bats | 9/0/1
          agreed with Ash voting against | -/1/-
          Put to the vote: 9 to renew, 5 not to, and the rest do not vote. | 9/5/-
          It was close: 31 wanted to move on, 27 didn't. | 31/27/-
          4 liked it, 8 didn't, 2 couldn't decide | 4/8/2
          only three for it and fourteen not | 3/14/-
          there were four who would and seven who wouldn't | 4/7/-
          carried with all 13 voting for it | 13/0/0
          all seven for | 7/0/0
          58 of the 63 who answered said yes, 1 no and 4 that they'd rather not say | 58/1/4
          for 88% (131), against 5% (8), abstain 7% (10) | 131/8/10
          tied on 7 | 7/7/-
          an equality, 25 voting on each side | 25/25/-
          I abstained because I was counting | -/-/1
          we closed at ten to nine | -/-/-
          membership has risen from 811 to 864 | -/-/-
          44 against sending it, 35 in favour | 35/44/-
          60 members present at the meeting backed the motion, with one abstaining and no votes against | 60/0/1
          approximately 40 votes to 1 with 0 abstentions | 40/1/0
          63% in favour, 26% against and 11% abstaining | 63/26/11%
          CARRIED 23-4-2 | 23/4/2
          Carried 20, 2, 5. | 20/2/5
          Passed, 22 nothing nothing | 22/0/0
          Paper ballot. 19 for, 8 against, 2 spoilt. Carried. | 19/8/-
          ten for, seven against and one in the loo, so it's carried | 10/7/-
          The motion fell, six being for it and seventeen against. | 6/17/-
          Not one voice against, carried. | -/0/-
          The motion was carried, none contradicting. | -/0/-
          We agreed hands up all round to send the night shelter £50 | -/0/0
          For: 23 Against: 4 Abst: 2 | 23/4/2
          nem. con. | -/0/-
          unanimously | -/0/0
          Unanimous (1 abstention) | -/0/1
          passed by all but one of those present, with that person abstaining | -/0/1
          The vote was tied at 21 each with 9 abstentions. | 21/21/9
          50 votes for, 36 against and a few abstentions | 50/36/-
          six against and 20 abstentions | -/6/20
          28 For 0 Against 2 Abstentions | 28/0/2
          carried with 2 abs | -/-/2
          F12 A3 Ab1 | 12/3/1
          carried by twelve votes to three | 12/3/-
          lost by 20 to 16 | 16/20/-
          For 12, against 3, abstentions 1 | 12/3/1
          Voting: 12 for, 3 against | 12/3/-
          all in favour | -/0/0
          Votes for - 12; votes against - 4; abstentions - 0 | 12/4/0
          12 in favour; none against | 12/0/-
          nobody voted against and three abstained | -/0/3
          twenty-three votes to four | 23/4/-
          Against 3 For 14 Abstentions 2 | 14/3/2
          with 12 members voting for, 5 against | 12/5/-
          For/Against/Abstain: 23/4/2 | 23/4/2
          carried with one vote against | -/1/-
          carried 15 votes to nil | 15/0/-
          17 ayes, 5 noes | 17/5/-
          passed by a majority of 12 | -/-/-
          agreed with one dissenting vote | -/1/-
          carried without dissent | -/0/-
          (For: 9, Against: 9) | 9/9/-
          carried 16 - 12 | 16/12/-
          carried 16–12 (3 abstentions) | 16/12/3
          Yes 14 No 3 Abstain 2 | 14/3/2
          two-thirds of members voted for, 20 to 6 | 20/6/-
          12 voted for the motion, 4 opposed it and 2 did not vote | 12/4/2
          21 votes were cast in favour and 9 against | 21/9/-
          for the motion 17, against 8 | 17/8/-
          In favour 17; against 8; abstaining 1 | 17/8/1
          18:4:2 | 18/4/2
          """)
  void figuresAreReadInEveryOrder(String words, String figures) {
    Tokens tokens = Tokens.of(words);
    Votes votes = VoteReader.read(tokens, CUES.find(tokens), 0, tokens.size(), winner(words));
    String read =
        shown(votes.inFavour()) + "/" + shown(votes.against()) + "/" + shown(votes.abstentions());
    assertThat(read + (votes.percent() ? "%" : "")).isEqualTo(figures);
  }

  private static Winner winner(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.contains("lost") || lower.contains("defeated")) {
      return Winner.AGAINST;
    }
    return lower.contains("carried") ? Winner.FOR : Winner.UNKNOWN;
  }

  private static String shown(@Nullable BigDecimal figure) {
    return figure == null ? "-" : figure.toString();
  }
}
