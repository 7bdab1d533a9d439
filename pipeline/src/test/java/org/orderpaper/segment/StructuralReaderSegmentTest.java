package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralFacts.Challenge;
import org.orderpaper.model.StructuralFacts.Notice;
import org.orderpaper.model.StructuralFacts.Quorum;

/** What papers state of how business was done. */
class StructuralReaderSegmentTest {

  private static final String HEAD =
      "Kestrel Hill Branch\nMinutes of the meeting held on 14 October 2021\n";

  private static BusinessItem item(String lines) {
    return Docs.segment(HEAD + "1. Buses\n" + lines).items().getFirst();
  }

  private static <T> T read(@Nullable T fact) {
    return Objects.requireNonNull(fact, "not read");
  }

  private static StructuralFacts facts(String lines) {
    return item(lines).facts();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "The meeting was quorate.                                   | true  | -  | -",
        "It was confirmed that a quorum was present.                | true  | -  | -",
        "The meeting was inquorate and no decisions were taken.     | false | -  | -",
        "We were not quorate, so this was for discussion only.      | false | -  | -",
        "The quorum is 12 and 9 members were present.               | -     | 12 | 9",
        "With nine members present the quorum of ten was not reached. | false | 10 | 9",
        "We waited for a quorum until eight.                        | false | -  | -",
        "The quorum for the trustees' lunch was not discussed.      | -     | -  | -",
      })
  void theQuorumIsReadFromWordsAndFigures(
      String sentence, Boolean reached, Integer needed, Integer present) {
    Quorum quorum = facts(sentence).quorum();
    if (reached == null && needed == null) {
      assertThat(quorum).isNull();
    } else {
      assertThat(read(quorum).reached()).isEqualTo(reached);
      assertThat(read(quorum).needed()).isEqualTo(needed);
      assertThat(read(quorum).present()).isEqualTo(present);
      assertThat(read(read(quorum).words()).of(item(sentence).text())).contains("uor");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Notice of the meeting was given on 9 October 2021.          | 2021-10-09 | -  | false",
        "Only three days' notice of the meeting had been given.      | -          | 3  | false",
        "Two weeks' notice of the meeting was sent to all members.   | -          | 14 | false",
        "The meeting was called at short notice.                     | -          | -  | true",
      })
  void theNoticeOfAMeetingIsReadInDaysOrByItsDate(
      String sentence, LocalDate given, Integer days, boolean tooShort) {
    Notice notice = read(facts(sentence).notice());
    assertThat(notice.given()).isEqualTo(given);
    assertThat(notice.days()).isEqualTo(days);
    assertThat(notice.tooShort()).isEqualTo(tooShort);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A tenant had been given two weeks' notice to quit.",
        "Notice boards were discussed at length.",
        "Members took notice of what she had said on 9 October 2021.",
      })
  void whatIsNoNoticeOfAMeetingIsNotRead(String sentence) {
    assertThat(facts(sentence).notice()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'Moved by R. Quell, seconded by T. Marsh. Carried.', true, true",
    "'Moved: R. Quell. Carried nem con.', true, false",
    "'Carried without a vote.', false, false",
  })
  void moverAndSeconderAreRecordedOrNot(String sentence, boolean mover, boolean seconder) {
    StructuralFacts facts = facts("This branch calls for more buses. " + sentence);
    assertThat(facts.mover()).isEqualTo(mover);
    assertThat(facts.seconder()).isEqualTo(seconder);
  }

  @Test
  void whatAnotherBodyIsAskedToUndoIsNoDecisionOfTheUnit() {
    assertThat(
            facts("This branch asks the NEC to reverse the decision of 12 July 2021. Carried.")
                .resubmission())
        .isNull();
  }

  @Test
  void aProposedRoadWasMovedByNobody() {
    assertThat(facts("This branch opposes the proposed road at Mill Lane. Carried.").mover())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The chair's ruling was overturned by 14 votes to 6.   | true  | 14 | 6",
        "The ruling of the chair was overturned, 6 for the ruling and 14 against. | true | 14 | 6",
        "The ruling was upheld by 11 votes to 9.               | false | 11 | 9",
      })
  void theVotesOnAChallengeAreKeptApart(
      String sentence, boolean overturned, BigDecimal one, BigDecimal other) {
    Challenge challenge =
        read(
            facts("The motion was ruled out of order. The ruling was challenged. " + sentence)
                .challenge());
    assertThat(challenge.overturned()).isEqualTo(overturned);
    assertThat(challenge.votes().inFavour()).isEqualByComparingTo(one);
    assertThat(challenge.votes().against()).isEqualByComparingTo(other);
  }

  @Test
  void whatBringsBackADecisionNamesItsDay() {
    StructuralFacts facts =
        facts(
            "This branch resolves to rescind the decision of 9 September 2021 on buses. Carried.");
    assertThat(read(facts.resubmission()).decided()).isEqualTo("2021-09-09");
  }

  @Test
  void aDayWithoutAYearIsTheLastOneBeforeTheMeeting() {
    StructuralFacts facts =
        facts("This branch resolves to reverse the decision of 9 December on buses. Carried.");
    assertThat(read(facts.resubmission()).decided()).isEqualTo("2020-12-09");
  }

  @Test
  void theWordsOfAMotionAreCountedWithoutWhatIsToldOfIt() {
    StructuralFacts facts =
        facts("This branch calls for more buses on Sundays.\nIt was debated at length. Carried.");
    assertThat(facts.textWords()).isEqualTo(8);
    assertThat(facts("The chair spoke about buses.").textWords()).isZero();
  }

  @Test
  void whatTheHeadSaysOfTheQuorumIsAFactOfTheFirstItem() {
    var items =
        Docs.segment(
                HEAD
                    + """
                    Present: nine members (quorum 12)
                    1. Minutes
                    Agreed.
                    2. Buses
                    The bus was late.
                    """)
            .items();
    Quorum quorum = read(items.getFirst().facts().quorum());
    assertThat(quorum.needed()).isEqualTo(12);
    assertThat(quorum.present()).isEqualTo(9);
    assertThat(quorum.words()).isNull();
    assertThat(items.getLast().facts().quorum()).isNull();
  }

  @Test
  void anAgendaThatWasMailedOutGaveNoticeTheDayItWasSent() {
    var items =
        Docs.segment(
                """
                !mail
                From: The Secretary
                Subject: Agenda for our meeting on 14 October 2021
                Sent: 2021-10-11

                Agenda
                Kestrel Hill Branch meeting, Thursday 14 October 2021, 7.30pm
                1. Apologies
                2. Minutes of the last meeting
                3. Buses
                4. Any other business
                """)
            .items();
    assertThat(items.getFirst().meeting().date()).isEqualTo("2021-10-14");
    assertThat(read(items.getFirst().facts().notice()).given()).isEqualTo("2021-10-11");
  }
}
