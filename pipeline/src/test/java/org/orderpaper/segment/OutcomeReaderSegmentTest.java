package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Votes;

class OutcomeReaderSegmentTest {

  private static BusinessItem motion(String told) {
    return Docs.segment(
            """
            Ashdown Vale CLP
            Minutes of the meeting held on 19 November 2020
            Present: Jane Okafor, Tom Rusk
            Motion 1: Buses
            This branch notes that the buses were cut and resolves to write to the council.
            """
                + told)
        .items()
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The meeting agreed to it | carried
          This fell | defeated
          The motion was lost on the chair's casting vote | defeated
          The motion was put and won | carried
          It was resolved that the branch write | carried
          The motion was not moved | withdrawn
          No seconder was forthcoming | fell-no-seconder
          It was agreed to let the motion lie on the table | deferred
          This was left until January | deferred
          Time ran out | not-reached
          The chair would not take it | ruled-out
          The chair ruled it not competent and moved on | ruled-out
          The chair's ruling was challenged and overturned 24-9, and the motion was debated and carried 20-6 | ruling-overturned
          The chair ruled it out of order. The challenge was lost 12-20. | ruled-out
          After the chair read out the guidance the meeting went on to discuss it | ruled-out-yet-discussed
          Carried as amended | carried-as-amended
          Remitted to the executive | remitted
          Referred to the policy committee | referred
          It was agreed to refer the motion to the EC | referred
          Withdrawn by the mover | withdrawn
          Next business was moved and carried 15-6 | next-business
          The meeting proceeded to next business | next-business
          The motion was noted | noted
          The motion was ruled out of order but members discussed it anyway | ruled-out-yet-discussed
          The motion fell for want of a seconder | fell-no-seconder
          There wasn't time for this motion | not-reached
          Deferred to June | deferred
          The motion was not carried | defeated
          The motion was rejected by 20 votes to 16 | defeated
          Members voted the motion down | defeated
          Members backed the motion | carried
          The amendment fell and the motion was carried | carried
          The amendment was carried and the substantive motion agreed | carried-as-amended
          The chair said that it could not be heard under the guidance | ruled-out
          The regional officer ruled it out of order, the chair overruled him and it was carried 20-10 | ruling-overturned
          Two thirds was not reached so the ruling stood | ruled-out
          The motion was adopted without a vote | carried
          Put to the vote without debate and carried | carried
          Held over to the next meeting | deferred
          It was decided to leave this to the December meeting | deferred
          The mover agreed to remit | remitted
          Not taken | not-reached
          The motion did not find a seconder | fell-no-seconder
          We ran out of time and it was not taken | not-reached
          The branch asked for it to be pulled | withdrawn
          The motion passed comfortably | carried
          Approved overwhelmingly | carried
          The motion fell, 12 votes to 15 | defeated
          The motion was not accepted by the chair as competent business | ruled-out
          The chair declined to accept the motion | ruled-out
          A vote to move to next business was carried | next-business
          The motion was thrown out | defeated
          Consideration was postponed | deferred
          The motion was sent back to the branch | remitted
          """)
  void anOutcomeIsReadInManyWords(String told, String outcome) {
    assertThat(motion(told).outcome().word()).isEqualTo(outcome);
  }

  @Test
  void nextBusinessThatIsMovedAndLostLeavesTheMotionToBeVotedOn() {
    BusinessItem item =
        motion(
            "A delegate moved next business. For 20, against 37. The motion was carried, 38-17.");
    assertThat(item.outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(item.votes().inFavour()).hasToString("38");
    assertThat(motion("A delegate moved next business, which was carried by 20 to 9.").outcome())
        .isEqualTo(Outcome.NEXT_BUSINESS);
  }

  @Test
  void aMotionThatIsRemittedByAVoteHasThatVote() {
    BusinessItem item = motion("It was remitted to the executive by 21 votes to 8.");
    assertThat(item.outcome()).isEqualTo(Outcome.REMITTED);
    assertThat(item.votes().inFavour()).hasToString("21");
    assertThat(item.votes().against()).hasToString("8");
  }

  @Test
  void theFiguresOfAChallengeAreNotThoseOfTheMotion() {
    BusinessItem item =
        motion(
            "The chair's ruling was challenged and overturned 24-9, and the motion was debated and"
                + " carried 20-6.");
    assertThat(item.outcome()).isEqualTo(Outcome.RULING_OVERTURNED);
    assertThat(item.votes().inFavour()).hasToString("20");
    assertThat(item.votes().against()).hasToString("6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was pointed out that the Bill was defeated in the Commons by 230 votes.",
        "Members recalled that conference had carried a similar motion.",
        "Full council voted it through last week, and the council rejected an amendment.",
        "The MP had lost a vote in the House.",
      })
  void whatAnotherBodyVotedNeverBinds(String told) {
    BusinessItem item = motion(told);
    assertThat(item.outcome()).isEqualTo(Outcome.NOT_RECORDED);
    assertThat(item.votes()).isEqualTo(Votes.NOT_STATED);
  }

  @Test
  void wordsOfTheMotionsOwnTextAreNoOutcome() {
    List<BusinessItem> items =
        Docs.segment(
                """
                Minutes of Westgate Branch, 3 March 2021
                Present: Pam Doyle
                Motion on rail
                This branch notes that the bill was lost and the fares motion carried in June.
                This branch resolves to leaflet.
                """)
            .items();
    assertThat(items).hasSize(1);
    assertThat(items.getFirst().outcome()).isEqualTo(Outcome.NOT_RECORDED);
  }

  @Test
  void anAmendmentThatIsLostLeavesTheMotionCarried() {
    BusinessItem item =
        motion("An amendment to add trams was lost 5-9 and the motion carried 12-4.");
    assertThat(item.outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(item.votes().inFavour()).hasToString("12");
  }
}
