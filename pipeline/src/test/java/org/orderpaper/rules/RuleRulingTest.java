package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.Act;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Voice;
import org.orderpaper.model.WelfareEntry;

/** Rulings, incidents and what was not recorded. */
class RuleRulingTest {

  private static final RuleBook BOOK =
      RuleBooks.changed().rule("no-confidence/probe", "'no confidence'").load();

  private static final String NO_CONFIDENCE =
      "This branch has no confidence in the regional director and asks the executive to consider"
          + " at its next meeting what may be done about it.";

  @Test
  void aRulingThatNothingForbidsIsAnOverRestriction() {
    List<ReviewEntry> entries =
        RuleBooks.run(BOOK, ruledOut(NO_CONFIDENCE + "\nRuled out following guidance.").build());
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst()).isInstanceOf(Finding.class);
    OverRestriction over = (OverRestriction) entries.getLast();
    assertThat(over.reasons().get(1).text()).isEqualTo("cites an instruction");
    assertThat(over.reasons().getLast().text())
        .isEqualTo(
            "in force on 2021-01-14: GS-2019-03-05, GS-2020-11-05, GS-2020-11-26, GS-2020-12-08");
  }

  @Test
  void aWhipMotionRuledOutInTheGapIsAnOverRestriction() {
    String text =
        "This branch asks the party to think again without delay and asks that the whip be"
            + " restored to Ada Tolworth MP.\nNot competent business, the chair ruled.";
    assertThat(kinds(ruledOut(text).on("2020-11-20").build()))
        .containsExactly("individual-case log", "over-restriction", "whip log");
    assertThat(kinds(ruledOut(text).on("2020-11-27").build())).containsExactly("whip handled");
  }

  @Test
  void aRulingWithoutACitationIsNeither() {
    assertThat(kinds(ruledOut(NO_CONFIDENCE).build())).containsExactly("no-confidence observed");
  }

  @Test
  void aClosedPeriodIsNoReasonForEitherList() {
    assertThat(
            kinds(ruledOut(NO_CONFIDENCE + "\nRuled out: guidance on the closed period.").build()))
        .containsExactly("no-confidence observed");
  }

  @Test
  void whereOnlyATitleIsGivenItIsNeither() {
    BusinessItem forbidden =
        ruledOut("Ruled out under the guidance.")
            .heading("Motion: the whip restored to Ada Tolworth MP")
            .build();
    Finding finding = RuleBooks.findings(BOOK, forbidden).getFirst();
    assertThat(RuleBooks.line(finding)).isEqualTo("whip 1 in-force ranked");
    assertThat(finding.against().stream().map(r -> r.text())).contains("text not given");
    BusinessItem harmless =
        ruledOut("Ruled out under the guidance.").heading("Motion 4: the buses").build();
    assertThat(kinds(harmless)).isEmpty();
    BusinessItem entry =
        ruledOut("Motion: the whip restored to Ada Tolworth MP, ruled out, guidance")
            .type(ItemType.AGENDA_ENTRY)
            .build();
    assertThat(kinds(entry)).containsExactly("whip ranked");
  }

  @Test
  void aRulingIsHandledAndAnAgendaLimbCounts() {
    BusinessItem printed =
        ruledOut("This branch asks that the whip be restored to Ada Tolworth MP. Guidance.")
            .acts(Act.AGENDA)
            .build();
    Finding finding = RuleBooks.findings(BOOK, printed).getFirst();
    assertThat(RuleBooks.line(finding)).isEqualTo("whip 2 in-force handled");
    assertThat(finding.instruction()).isEqualTo("GS-2020-12-08");
    assertThat(finding.limb()).isEqualTo(Act.AGENDA);
  }

  @Test
  void anIncidentGoesToWelfareAndToNoRule() {
    BusinessItem incident =
        Items.item("Mr Tolworth was suspended and shouted at the chair.")
            .type(ItemType.INCIDENT)
            .build();
    List<ReviewEntry> entries = RuleBooks.run(BOOK, incident);
    assertThat(entries).hasSize(1).hasOnlyElementsOfType(WelfareEntry.class);
    assertThat(
            BOOK.explain(incident, "individual-case/measure-or-relief")
                .rules()
                .getFirst()
                .obstacles())
        .contains("an incident goes to the welfare queue and to no rule");
  }

  @Test
  void anInstructionThatIsOnlyQuotedIsNoFinding() {
    String letter =
        "Discussing the suspension of Mr Tolworth is not competent business, the letter says.";
    BusinessItem quoted =
        Items.item(letter)
            .type(ItemType.CORRESPONDENCE)
            .voice(Voice.INCOMING)
            .outcome(Outcome.NOTED)
            .acts()
            .build();
    RuleBook book = RuleBooks.changed().rule("individual-case/probe", "suspension").load();
    assertThat(RuleBooks.findings(book, quoted)).isEmpty();
    BusinessItem discussed =
        Items.item(letter).type(ItemType.DISCUSSION).voice(Voice.QUOTED).acts(Act.DISCUSS).build();
    assertThat(RuleBooks.findings(book, discussed)).hasSize(1);
  }

  @Test
  void idsAndFingerprintsAreStable() {
    BusinessItem item = Items.item("The whip restored to Ada Tolworth MP.").build();
    Finding finding = RuleBooks.findings(BOOK, item).getFirst();
    assertThat(finding.id()).matches("[0-9a-f]{16}");
    BusinessItem again = Items.item("The  whip restored,\nto ADA Tolworth MP").id("item-2").build();
    assertThat(Hashes.fingerprint(again, "whip")).isEqualTo(finding.fingerprint());
    assertThat(Hashes.id(again, "whip")).isNotEqualTo(finding.id());
    assertThat(Hashes.fingerprint(again, "individual-case")).isNotEqualTo(finding.fingerprint());
  }

  private static Items ruledOut(String text) {
    return Items.item(text).outcome(Outcome.RULED_OUT);
  }

  private static List<String> kinds(BusinessItem item) {
    return RuleBooks.run(BOOK, item).stream().map(RuleRulingTest::kind).toList();
  }

  private static String kind(ReviewEntry entry) {
    return entry instanceof Finding finding
        ? finding.topic() + " " + finding.queue().word()
        : entry.queue().word();
  }
}
