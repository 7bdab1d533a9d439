package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.Act;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Reason;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Voice;

/** Every row of the table of severities, every cap, and the queues. */
class SeverityTest {

  private static final RuleBook BOOK = RuleBooks.standard();
  private static final String CASE = "We ask that Mr Tolworth be reinstated at once.";
  private static final String WHIP = "We ask that the whip be restored to Ada Tolworth MP.";

  @ParameterizedTest(name = "{0} of a case on {1} with acts {2}")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        // in force, must not
        "carried               | 2020-11-19 | -              | 4 in-force ranked",
        "carried-as-amended    | 2020-11-19 | -              | 4 in-force ranked",
        "ruling-overturned     | 2020-11-19 | -              | 4 in-force ranked",
        "published             | 2020-11-19 | -              | 4 in-force ranked",
        "carried               | 2020-11-19 | pass           | 4 in-force ranked",
        "defeated              | 2020-11-19 | -              | 3 in-force ranked",
        "next-business         | 2020-11-19 | -              | 3 in-force ranked",
        "remitted              | 2020-11-19 | -              | 3 in-force ranked",
        "ruled-out-yet-discussed | 2020-11-19 | -            | 3 in-force ranked",
        "tabled-only           | 2020-11-19 | -              | 2 in-force ranked",
        "submitted-only        | 2020-11-19 | -              | 1 in-force ranked",
        "fell-no-seconder      | 2020-11-19 | -              | 1 in-force ranked",
        "withdrawn             | 2020-11-19 | -              | 1 in-force ranked",
        "not-reached           | 2020-11-19 | -              | 1 in-force ranked",
        "deferred              | 2020-11-19 | -              | 1 in-force ranked",
        "deferred              | 2020-11-19 | discuss        | 3 in-force ranked",
        "not-recorded          | 2020-11-19 | -              | 1 in-force ranked",
        "ruled-out             | 2020-11-19 | -              | 0 in-force handled",
        "ruled-out             | 2020-11-19 | agenda         | 0 in-force handled",
        // the agenda limb, from 8 December
        "withdrawn             | 2021-01-14 | agenda         | 2 in-force ranked",
        "not-reached           | 2021-01-14 | agenda         | 2 in-force ranked",
        "deferred              | 2021-01-14 | agenda         | 2 in-force ranked",
        "ruled-out             | 2021-01-14 | agenda         | 2 in-force handled",
        "ruled-out             | 2021-01-14 | -              | 0 in-force handled",
        "submitted-only        | 2021-01-14 | agenda         | 1 in-force ranked",
        "fell-no-seconder      | 2021-01-14 | agenda         | 1 in-force ranked",
        "tabled-only           | 2021-01-14 | -              | 2 in-force ranked",
        "defeated              | 2021-01-14 | agenda,discuss | 3 in-force ranked",
        // only advised
        "carried               | 2019-04-01 | -              | 3 in-force ranked",
        "defeated              | 2019-04-01 | -              | 2 in-force ranked",
        "tabled-only           | 2019-04-01 | -              | 1 in-force ranked",
        "withdrawn             | 2019-04-01 | -              | 1 in-force ranked",
        // dates
        "carried               | 2018-06-14 | -              | 0 pre-instruction log",
        "carried               | 2019-03-05 | -              | 1 same-day ranked",
        "carried               | -          | -              | 1 date-unknown ranked",
        "tabled-only           | -          | -              | 1 date-unknown ranked",
        "ruled-out             | -          | -              | 0 date-unknown handled",
      })
  void theBaseFollowsTheActAndTheDate(
      String outcome, @Nullable String date, @Nullable String acts, String expected) {
    Items item = Items.item(CASE).on(date).outcome(word(Outcome.class, outcome));
    if (acts != null) {
      item.acts(acts(acts));
    }
    assertThat(RuleBooks.lines(BOOK, item.build())).containsExactly("individual-case " + expected);
  }

  @Test
  void onTheDayOfAStrongerInstructionTheOlderAdviceStillCounts() {
    Finding finding = only(Items.item(CASE).on("2020-11-05").build());
    assertThat(RuleBooks.line(finding)).isEqualTo("individual-case 3 in-force ranked");
    assertThat(finding.instruction()).isEqualTo("GS-2019-03-05");
    assertThat(finding.steps())
        .containsExactly(
            "base 4: limb pass of GS-2019-03-05, in force since 2019-03-05, no end recorded, and"
                + " the unit passed it",
            "one lower, 3: the text only advises against it");
    assertThat(texts(finding.against())).contains("the instruction only advises against it");
  }

  @Test
  void theLimbThatWasBrokenIsNamed() {
    Finding carried = only(Items.item(CASE).on("2020-11-19").build());
    assertThat(carried.limb()).isEqualTo(Act.PASS);
    assertThat(carried.acts()).containsExactly(Act.DISCUSS, Act.PASS);
    Finding debated =
        only(Items.item(CASE).on("2020-11-19").outcome(Outcome.DEFEATED).presumed().build());
    assertThat(debated.limb()).isEqualTo(Act.DISCUSS);
    assertThat(texts(debated.against()))
        .containsExactly("that the unit did discuss it is presumed from the outcome");
  }

  @Test
  void talkOfTheWhipWithoutAMotionIsOne() {
    BusinessItem talk = Items.item(WHIP).type(ItemType.DISCUSSION).outcome(Outcome.NOTED).build();
    assertThat(RuleBooks.lines(BOOK, talk)).containsExactly("whip 1 in-force ranked");
    BusinessItem title =
        Items.item(WHIP).type(ItemType.AGENDA_ENTRY).outcome(Outcome.TABLED_ONLY).build();
    assertThat(RuleBooks.lines(BOOK, title)).containsExactly("whip 2 in-force ranked");
    BusinessItem statement =
        Items.item(WHIP)
            .type(ItemType.STATEMENT)
            .voice(Voice.UNIT_STATEMENT)
            .outcome(Outcome.PUBLISHED)
            .build();
    assertThat(RuleBooks.lines(BOOK, statement)).containsExactly("whip 4 in-force ranked");
  }

  @Test
  void quotedAndReportedWordsAreCappedAtOneAndNotBelow() {
    for (Voice voice : List.of(Voice.QUOTED, Voice.REPORTED_ELSEWHERE, Voice.INCOMING)) {
      BusinessItem item = Items.item(CASE).voice(voice).build();
      assertThat(RuleBooks.lines(BOOK, item)).containsExactly("individual-case 1 in-force ranked");
    }
    Finding advised = only(Items.item(CASE).voice(Voice.QUOTED).on("2019-04-01").build());
    assertThat(advised.severity()).isEqualTo(1);
    assertThat(texts(advised.against())).contains("the words are quoted");
  }

  @Test
  void theStrongestVoiceOfTheEvidenceCounts() {
    String text = "They wrote: suspend Cllr Quennell. We ask that Mr Tolworth be reinstated.";
    BusinessItem item =
        Items.item(text)
            .voice(Voice.MOVER_TEXT)
            .passage("They wrote: suspend Cllr Quennell.", Voice.QUOTED)
            .build();
    Finding finding = only(item);
    assertThat(finding.severity()).isEqualTo(4);
    assertThat(finding.voice()).isEqualTo(Voice.MOVER_TEXT);
  }

  @Test
  void anOutsideBodyIsReportedElsewhereAndAnUnknownUnitIsBound() {
    Unit union = new Unit("riverside-union", "Riverside Union", UnitType.OUTSIDE_BODY);
    Finding outside = only(Items.item(CASE).unit(union).build());
    assertThat(outside.severity()).isEqualTo(1);
    assertThat(outside.voice()).isEqualTo(Voice.REPORTED_ELSEWHERE);
    Finding unknown = only(Items.item(CASE).unit(null).build());
    assertThat(unknown.severity()).isEqualTo(4);
    assertThat(texts(unknown.against()))
        .containsExactly("the kind of unit is not known; it counts as bound");
  }

  @Test
  void aMissingSubjectIsCappedAtOne() {
    Finding finding = only(Items.item("We ask that a comrade be reinstated.").build());
    assertThat(RuleBooks.line(finding)).isEqualTo("individual-case 1 in-force ranked");
    assertThat(texts(finding.against())).containsExactly("no named subject");
    assertThat(finding.steps()).contains("capped at 1: $subject is missing");
    assertThat(finding.evidence().stream().map(e -> e.facet()))
        .containsExactly("euphemism", "relief");
  }

  @Test
  void topicAndRuleMayCap() {
    RuleBook book =
        RuleBooks.changed()
            .with("instructions/X.yaml", instruction("publish", "ehrc-comment", "2020-10-29"))
            .rule("ehrc-comment/probe", "report", "kinds: [social, statement]")
            .rule("whip/probe", "tram", "severity-cap: 1")
            .load();
    BusinessItem post =
        Items.item("The report is welcome.")
            .type(ItemType.STATEMENT)
            .kind(DocumentKind.SOCIAL)
            .voice(Voice.UNIT_STATEMENT)
            .outcome(Outcome.PUBLISHED)
            .build();
    assertThat(RuleBooks.lines(book, post)).containsExactly("ehrc-comment 2 in-force ranked");
    assertThat(RuleBooks.lines(book, Items.item("The report is welcome.").build())).isEmpty();
    assertThat(RuleBooks.lines(book, Items.item("The tram.").build()))
        .containsExactly("whip 1 in-force ranked");
  }

  @Test
  void anAffiliationIsJudgedByWhatItDid() {
    RuleBook book =
        RuleBooks.changed()
            .with("instructions/X.yaml", instruction("affiliate", "affiliation", "2021-09-29"))
            .rule(
                "affiliation/probe",
                "{near: {gaps: 4, of: ['affiliat*', $organisations]}}",
                "when-carried: affiliate")
            .load();
    Items motion = Items.item("We affiliate to the Marsh Street Campaign.").on("2022-02-01");
    assertThat(RuleBooks.lines(book, motion.build()))
        .containsExactly("affiliation 4 in-force ranked");
    assertThat(RuleBooks.findings(book, motion.build()).getFirst().acts())
        .containsExactly(Act.DISCUSS, Act.PASS, Act.AFFILIATE);
    assertThat(RuleBooks.lines(book, motion.outcome(Outcome.DEFEATED).build()))
        .containsExactly("affiliation 1 in-force ranked");
    assertThat(RuleBooks.lines(book, motion.outcome(Outcome.CARRIED).on("2019-02-01").build()))
        .containsExactly("affiliation 0 pre-instruction log");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-09-28 | affiliation 0 pre-instruction log",
        "2021-09-29 | affiliation 1 same-day ranked",
        "2021-09-30 | affiliation 4 in-force ranked",
      })
  void aDatedNameCountsFromItsDay(String date, String expected) {
    RuleBook book =
        RuleBooks.changed()
            .with("instructions/X.yaml", instruction("pass", "affiliation", "2021-07-20"))
            .rule("affiliation/probe", "$organisations")
            .load();
    assertThat(RuleBooks.lines(book, Items.item("We back the Marsh Streeters.").on(date).build()))
        .containsExactly(expected);
  }

  @Test
  void aClosedPeriodGivesOneFindingAMeeting() {
    RuleBook book =
        RuleBooks.changed()
            .with(
                "instructions/X.yaml",
                instruction("meet", "closed-period", "2016-07-12, to: 2016-09-24"))
            .rule(
                "closed-period/probe",
                "{query: 'kind:minutes'}",
                "items: [motion, discussion]",
                "meetings: {from: 2016-07-12, to: 2016-09-24}")
            .load();
    BusinessItem talk =
        Items.item("Buses.")
            .id("a")
            .type(ItemType.DISCUSSION)
            .outcome(Outcome.NOTED)
            .on("2016-08-01")
            .build();
    BusinessItem motion = Items.item("Trams.").id("b").on("2016-08-01").build();
    assertThat(RuleBooks.lines(book, talk)).containsExactly("closed-period 3 in-force ranked");
    assertThat(RuleBooks.findings(book, motion).getFirst().acts()).contains(Act.MEET);
    assertThat(RuleBooks.lines(book, talk, motion))
        .containsExactly("closed-period 4 in-force ranked");
    BusinessItem later =
        Items.item("Ferries.").id("c").meeting("meeting-2").on("2016-08-08").build();
    assertThat(RuleBooks.lines(book, talk, motion, later)).hasSize(2);
    assertThat(RuleBooks.lines(book, Items.item("Trams.").on("2016-10-01").build())).isEmpty();
  }

  @Test
  void topicsWithoutLimbsHaveABaseOfTheirOwn() {
    RuleBook book =
        RuleBooks.changed()
            .rule("instruction-itself/probe", "withdraw*")
            .rule("party-response/probe", "response")
            .load();
    String named = "They should withdraw the instruction of 5 November.";
    assertThat(RuleBooks.lines(book, Items.item(named).build()))
        .containsExactly("instruction-itself 2 in-force ranked");
    assertThat(RuleBooks.lines(book, Items.item("They should withdraw it.").build()))
        .containsExactly("instruction-itself 2 - ranked");
    assertThat(RuleBooks.lines(book, Items.item(named).outcome(Outcome.SUBMITTED_ONLY).build()))
        .containsExactly("instruction-itself 1 in-force ranked");
    assertThat(RuleBooks.lines(book, Items.item("Their response.").on("2020-11-27").build()))
        .containsExactly("party-response 1 in-force ranked");
    assertThat(RuleBooks.lines(book, Items.item("Their response.").on("2020-11-20").build()))
        .containsExactly("party-response 0 pre-instruction log");
  }

  @Test
  void observedStructuralAndTrialHaveQueuesOfTheirOwn() {
    RuleBook book =
        RuleBooks.changed()
            .rule("no-confidence/probe", "'no confidence'")
            .rule("procedure.length/probe", "lengthy")
            .with(
                "whip/probe.yaml",
                """
                id: whip/probe
                title: A rule
                topic: whip
                status: trial
                why: Because.
                reviewer: Look.
                when: tram
                """)
            .load();
    assertThat(RuleBooks.lines(book, Items.item("No confidence.").build()))
        .containsExactly("no-confidence 0 - observed");
    assertThat(RuleBooks.lines(book, Items.item("A lengthy motion.").build()))
        .containsExactly("procedure.length 0 - log");
    assertThat(RuleBooks.lines(book, Items.item("A tram.").build()))
        .containsExactly("whip 4 in-force trial");
    Finding both = RuleBooks.findings(book, Items.item(WHIP + " A tram.").build()).getFirst();
    assertThat(both.queue()).isEqualTo(Queue.RANKED);
    assertThat(both.rules()).containsExactly("whip/probe", "whip/restore");
    assertThat(both.evidence().stream().map(e -> e.facet())).doesNotContain("phrase");
  }

  @Test
  void theStrongestRuleGivesTheFindingAndEvidenceIsMerged() {
    RuleBook book = RuleBooks.changed().rule("whip/aaa", "tram", "severity-cap: 1").load();
    Finding finding = RuleBooks.findings(book, Items.item(WHIP + " A tram.").build()).getFirst();
    assertThat(finding.rule()).isEqualTo("whip/restore");
    assertThat(finding.rules()).containsExactly("whip/aaa", "whip/restore");
    assertThat(finding.severity()).isEqualTo(4);
    assertThat(finding.temporal()).isEqualTo(Temporal.IN_FORCE);
    assertThat(finding.evidence()).hasSize(3);
  }

  static String instruction(String act, String topic, String from) {
    return """
    id: X
    title: An instruction
    issuer: general secretary
    issued: 2016-01-01
    limbs:
      - {act: %s, topic: %s, from: %s}
    source: invented
    authenticity: office copy
    """
        .formatted(act, topic, from);
  }

  private static Finding only(BusinessItem item) {
    List<Finding> findings = RuleBooks.findings(BOOK, item);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static List<String> texts(List<Reason> reasons) {
    return reasons.stream().map(Reason::text).toList();
  }

  private static Act[] acts(String words) {
    return Arrays.stream(words.split(",")).map(word -> word(Act.class, word)).toArray(Act[]::new);
  }

  private static <E extends Enum<E> & VocabularyWord> E word(Class<E> vocabulary, String word) {
    return VocabularyWord.of(vocabulary, word).orElseThrow();
  }
}
