package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralFacts.Resubmission;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;

/** Motions that were decided before. */
class ResubmissionsTest {

  private static final String BUSES =
      "This branch calls on the council to run the number nine bus every hour on Sundays.";
  private static final StructuralChecks USUAL =
      new StructuralChecks(StandingOrders.USUAL, Map.of());

  private static Items motion(String id, String date, String text) {
    return Items.item(text).id(id).meeting(date).on(date);
  }

  private static List<String> notes(BusinessItem... items) {
    return notes(List.of(items));
  }

  private static List<String> notes(List<BusinessItem> items) {
    return entries(List.of(), items).stream()
        .map(entry -> (StructuralNote) entry)
        .map(note -> note.item() + ": " + note.reasons().getFirst().text())
        .toList();
  }

  private static List<ReviewEntry> entries(List<ReviewEntry> entries, List<BusinessItem> items) {
    return new Resubmissions(USUAL)
        .with(
            entries,
            Set.of("0".repeat(64)),
            items.stream().map(Resubmissions::decided).filter(Objects::nonNull).toList());
  }

  @Test
  void muchTheSameMotionWithinThreeMonthsIsNotedWithTheDecisionBefore() {
    assertThat(
            notes(
                motion("a", "2020-09-10", BUSES + " Lost 4-9.").outcome(Outcome.DEFEATED).build(),
                motion("b", "2020-11-12", BUSES + " Carried 9-4.").build()))
        .containsExactly("b: much the same motion was defeated on 2020-09-10 (item a)");
  }

  @Test
  void afterThreeMonthsItMayComeBack() {
    assertThat(
            notes(
                motion("a", "2020-09-10", BUSES).build(), motion("b", "2020-12-10", BUSES).build()))
        .isEmpty();
  }

  @Test
  void twoPapersOfOneMeetingAreOneDecision() {
    assertThat(
            notes(
                motion("a", "2020-09-10", BUSES).build(), motion("b", "2020-09-10", BUSES).build()))
        .isEmpty();
  }

  @Test
  void anotherUnitsDecisionBindsNobody() {
    Unit other = new Unit("westgate-branch", "Westgate Branch", UnitType.BRANCH);
    assertThat(
            notes(
                motion("a", "2020-09-10", BUSES).unit(other).build(),
                motion("b", "2020-10-10", BUSES).build()))
        .isEmpty();
  }

  @Test
  void whatWasNotPutToTheVoteWasNotDecided() {
    assertThat(
            notes(
                motion("a", "2020-09-10", BUSES).outcome(Outcome.WITHDRAWN).build(),
                motion("b", "2020-10-10", BUSES).build()))
        .isEmpty();
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    List<BusinessItem> items = new ArrayList<>();
    for (int month = 1; month <= 9; month++) {
      items.add(motion("m" + month, "2020-0" + month + "-10", BUSES).build());
    }
    List<String> inOrder = notes(items);
    assertThat(inOrder).hasSize(8);
    for (int seed = 1; seed <= 5; seed++) {
      Collections.shuffle(items, new Random(seed));
      assertThat(notes(items)).isEqualTo(inOrder);
    }
  }

  @Test
  void whatThePaperItselfSaysAndWhatTheArchiveKnowsAreOneNote() {
    Resubmission again = new Resubmission(LocalDate.of(2020, 9, 10), null);
    BusinessItem first = motion("a", "2020-09-10", BUSES).build();
    BusinessItem second =
        motion("b", "2020-10-10", BUSES)
            .facts(new StructuralFacts(true, true, 0, 15, false, null, null, null, again))
            .build();
    List<ReviewEntry> own = List.copyOf(USUAL.of(second));
    assertThat(entries(own, List.of(first, second)))
        .singleElement()
        .isInstanceOfSatisfying(
            StructuralNote.class, note -> assertThat(note.reasons()).hasSize(2));
  }

  @Test
  void aDecisionOfAPaperThatIsNotReportedIsKnownButNotNoted() {
    BusinessItem first = motion("a", "2020-09-10", BUSES).build();
    BusinessItem second = motion("b", "2020-10-10", BUSES).build();
    List<Resubmissions.Decided> decided =
        Stream.of(first, second).map(Resubmissions::decided).toList();
    assertThat(new Resubmissions(USUAL).with(List.of(), Set.of("another document"), decided))
        .isEmpty();
  }
}
