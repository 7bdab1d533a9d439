package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Reason;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralFacts.Challenge;
import org.orderpaper.model.StructuralFacts.Notice;
import org.orderpaper.model.StructuralFacts.Quorum;
import org.orderpaper.model.StructuralFacts.Resubmission;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;

/** Structural facts held against standing orders. The meeting is on 14 January 2021. */
class StructuralChecksTest {

  private static final StructuralChecks USUAL =
      new StructuralChecks(StandingOrders.USUAL, Map.of());

  private static final StandingOrders OWN =
      new StandingOrders(14, 28, 20, 6, new StandingOrders.Share(1, 2), 120, 250, 10);

  /** Of the unit that the items of these tests have. */
  private static final StructuralChecks OF_THE_UNIT =
      new StructuralChecks(StandingOrders.USUAL, Map.of("ashdown-vale-clp", OWN));

  private static StructuralFacts facts(
      @Nullable Quorum quorum,
      @Nullable Notice notice,
      @Nullable Challenge challenge,
      @Nullable Resubmission again) {
    return new StructuralFacts(true, true, 2, 110, false, quorum, notice, challenge, again);
  }

  private static Map<String, String> notes(StructuralChecks checks, StructuralFacts facts) {
    return notes(checks, Items.item("Buses. Moved and seconded. Carried.").facts(facts).build());
  }

  private static Map<String, String> notes(StructuralChecks checks, BusinessItem item) {
    return checks.of(item).stream()
        .collect(Collectors.toMap(StructuralNote::topic, note -> text(note.reasons())));
  }

  private static String text(List<Reason> reasons) {
    return String.join("; ", reasons.stream().map(Reason::text).toList());
  }

  private static StructuralFacts moved(boolean mover, boolean seconder) {
    return new StructuralFacts(mover, seconder, 0, 0, false, null, null, null, null);
  }

  @Test
  void aSeconderThatIsNotRecordedIsNotedWhereAMoverIs() {
    assertThat(notes(USUAL, moved(true, false)))
        .containsExactly(Map.entry("procedure.seconder", "a seconder is not recorded"));
    assertThat(notes(USUAL, moved(true, true))).isEmpty();
    assertThat(notes(USUAL, moved(false, false))).isEmpty();
  }

  @Test
  void aSeconderIsAskedForOnlyWhereMinutesSayThatAMotionWasVotedOn() {
    Items motion = Items.item("Buses. Moved.").facts(moved(true, false));
    assertThat(notes(USUAL, motion.outcome(Outcome.WITHDRAWN).build())).isEmpty();
    assertThat(
            notes(USUAL, motion.outcome(Outcome.CARRIED).kind(DocumentKind.MOTION_PAPER).build()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "false, ,   ,   usual, the paper says that there was no quorum",
    "true,  ,   ,   usual, ",
    ",      12, 9,  usual, 9 present are stated where 12 make a quorum",
    ",      12, 12, usual, ",
    ",      ,   15, usual, ",
    ",      12, 15, own,   15 present are stated where 20 make a quorum",
  })
  void theQuorumIsWhatTheUnitsStandingOrdersOrThePaperSay(
      Boolean reached, Integer needed, Integer present, String whose, String note) {
    StructuralChecks checks = whose.equals("own") ? OF_THE_UNIT : USUAL;
    assertThat(notes(checks, facts(new Quorum(reached, needed, present, null), null, null, null)))
        .isEqualTo(note == null ? Map.of() : Map.of("procedure.quorum", note));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 2021-01-11, ,   usual, notice of 3 days is stated; standing orders ask for 7",
    "false, 2021-01-07, ,   usual, ",
    "false, 2021-01-07, ,   own,   notice of 7 days is stated; standing orders ask for 14",
    "false, ,           5,  usual, notice of 5 days is stated; standing orders ask for 7",
    "true,  ,           21, usual, notice of 21 days is stated; standing orders ask for 28",
  })
  void noticeIsCountedInDaysBeforeTheMeeting(
      boolean annual, LocalDate given, Integer days, String whose, String note) {
    StructuralChecks checks = whose.equals("own") ? OF_THE_UNIT : USUAL;
    Notice notice = new Notice(annual, given, days, false, null);
    assertThat(notes(checks, facts(null, notice, null, null)))
        .isEqualTo(note == null ? Map.of() : Map.of("procedure.notice", note));
  }

  @Test
  void noticeThatThePaperCallsShortIsNoted() {
    assertThat(notes(USUAL, facts(null, new Notice(false, null, null, true, null), null, null)))
        .containsEntry("procedure.notice", "the paper calls the notice short");
  }

  @ParameterizedTest
  @CsvSource({
    "true,  12, 9, ,  , a ruling was overturned by 12 of 21 votes; standing orders ask for 2/3",
    "true,  14, 7, ,  , ",
    "true,  14, 6, 4, , a ruling was overturned by 14 of 24 votes; standing orders ask for 2/3",
    "true,  14, 6, , 30, a ruling was overturned by 14 of 30 present; standing orders ask for 2/3",
    "false, 12, 9, ,  , ",
  })
  void aRulingIsOverturnedByTwoThirds(
      boolean overturned,
      BigDecimal inFavour,
      BigDecimal against,
      BigDecimal abstained,
      Integer present,
      String note) {
    Challenge challenge =
        new Challenge(overturned, new Votes(inFavour, against, abstained, false), present, null);
    assertThat(notes(USUAL, facts(null, null, challenge, null)))
        .isEqualTo(note == null ? Map.of() : Map.of("procedure.chair-challenge", note));
  }

  @Test
  void aUnitsOwnShareCountsForItsRulings() {
    Votes votes = new Votes(new BigDecimal("12"), new BigDecimal("9"), null, false);
    assertThat(notes(OF_THE_UNIT, facts(null, null, new Challenge(true, votes, null, null), null)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2020-10-15, true", "2020-10-14, false", "2021-01-13, true", "2021-01-14, false"})
  void aDecisionIsNotToBeBroughtBackWithinThreeMonths(LocalDate decided, boolean noted) {
    assertThat(notes(USUAL, facts(null, null, null, new Resubmission(decided, null))))
        .hasSize(noted ? 1 : 0);
  }

  @Test
  void theLimitsOfConferenceHoldForMotionsToConferenceOnly() {
    StructuralFacts conference =
        new StructuralFacts(true, true, 12, 251, true, null, null, null, null);
    assertThat(notes(USUAL, conference))
        .containsExactly(
            Map.entry(
                "procedure.length",
                "the motion has 251 words; the limit is 250; its heading has 12 words; the limit is"
                    + " 10"));
    StructuralFacts local = new StructuralFacts(true, true, 12, 251, false, null, null, null, null);
    assertThat(notes(USUAL, local)).isEmpty();
    assertThat(notes(OF_THE_UNIT, local))
        .containsEntry("procedure.length", "the motion has 251 words; the limit is 120");
  }

  @Test
  void whatAnotherBodyDidIsHeldAgainstNothing() {
    BusinessItem council =
        Items.item("The council was inquorate.")
            .voice(Voice.REPORTED_ELSEWHERE)
            .facts(facts(new Quorum(false, null, null, null), null, null, null))
            .build();
    assertThat(notes(USUAL, council)).isEmpty();
  }

  @Test
  void standingOrdersThemselvesAndRulingsThatStoodAreNotNoted() {
    StructuralFacts facts = facts(new Quorum(false, null, null, null), null, null, null);
    assertThat(notes(USUAL, Items.item("No quorum.").kind(DocumentKind.RULES).facts(facts).build()))
        .isEmpty();
    Votes votes = new Votes(new BigDecimal("30"), new BigDecimal("28"), null, false);
    StructuralFacts stood = facts(null, null, new Challenge(true, votes, null, null), null);
    assertThat(notes(USUAL, Items.item("Buses.").outcome(Outcome.RULED_OUT).facts(stood).build()))
        .isEmpty();
  }
}
