package org.orderpaper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.DecisionOutcome;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.Queue;
import org.orderpaper.model.WelfareEntry;
import tools.jackson.databind.JsonNode;

class ReportTest {

  private static final ReportInput DEMO = Demo.input();

  @Test
  void theFilesAreThoseOfTheContractAndOnlyWelfareIsRestricted() {
    List<RenderedFile> files = Report.of(DEMO).files();

    assertThat(files)
        .extracting(RenderedFile::path)
        .containsExactly(
            "index.html",
            "findings.csv",
            "findings.jsonl",
            "items.jsonl",
            "ledger.csv",
            "ledger.jsonl",
            "manifest.json",
            "welfare/index.html",
            "welfare/items.jsonl");
    assertThat(files).allMatch(file -> file.restricted() == file.path().startsWith("welfare/"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfArrivalChangesNoByte(long seed) {
    assertThat(Rendered.all(shuffled(DEMO, new Random(seed)))).isEqualTo(Rendered.all(DEMO));
  }

  @Test
  void localeAndTimeZoneChangeNoByte() {
    Map<String, String> expected = Rendered.all(DEMO);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Rendered.all(DEMO)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void evidenceStandsWhereItsOffsetsSay() {
    for (JsonNode finding : Rendered.lines(DEMO, "findings.jsonl")) {
      for (JsonNode evidence : finding.get("evidence")) {
        String text =
            Rendered.line(DEMO, "items.jsonl", "item", finding.get("item").asString())
                .get("text")
                .asString();
        assertThat(text.substring(evidence.get("start").asInt(), evidence.get("end").asInt()))
            .isEqualTo(evidence.get("text").asString());
      }
    }
  }

  @Test
  void noNameLeavesUnmasked() {
    for (String name : List.of("Tolworth", "Orrell", "Ferrier", "Idris Pell")) {
      assertThat(Rendered.all(DEMO))
          .allSatisfy((path, text) -> assertThat(text).doesNotContain(name));
    }
  }

  @Test
  void theHeadingIsMaskedLikeTheText() {
    JsonNode item = Rendered.line(DEMO, "items.jsonl", "item", "tolworth");

    assertThat(item.get("heading").asString()).isEqualTo("7.2 Reinstatement of [person 1]");
    assertThat(item.get("text").asString()).startsWith(item.get("heading").asString());
    assertThat(item.get("heading_path").get(1).asString()).isEqualTo("Letters about [person]");
  }

  @Test
  void aSurnameInAHeadingAboveIsMaskedAndAnOrdinaryWordIsNot() {
    BusinessItem item =
        Paper.item("i", "Motion\nthat {person Ann Green} be thanked")
            .at(1, null, "Ms Green and the green new deal", "ANN GREEN")
            .build();

    assertThat(
            Rendered.lines(Rendered.input(List.of(item), List.of()), "items.jsonl")
                .getFirst()
                .get("heading_path")
                .toString())
        .isEqualTo("[\"Ms [person] and the green new deal\",\"[person]\"]");
  }

  @Test
  void theWordsOfAnIncidentStandOnlyInTheWelfareFolder() {
    Map<String, String> files = Rendered.all(DEMO);

    files.forEach((path, text) ->
        assertThat(text.contains("shouted at")).as(path).isEqualTo(path.startsWith("welfare/")));
    assertThat(Rendered.line(DEMO, "items.jsonl", "item", "incident").get("text").isNull())
        .isTrue();
    assertThat(
            Rendered.line(DEMO, "welfare/items.jsonl", "item", "incident").get("text").asString())
        .contains("A member, [person 1], said she had been shouted at");
  }

  @Test
  void anIncidentHasNoTopicSeverityRuleOrRank() {
    JsonNode line = Rendered.line(DEMO, "findings.jsonl", "queue", "welfare");

    assertThat(List.of("topic", "severity", "rule", "rank", "instruction", "temporal"))
        .allMatch(member -> line.get(member).isNull());
    assertThat(line.get("evidence")).isEmpty();
  }

  @Test
  void aFindingOnAnIncidentShowsNoWordOfIt() {
    BusinessItem item = Paper.item("i", "Conduct\nshouted about the case").build();
    ReportInput input =
        Rendered.input(
            List.of(item),
            List.of(
                new WelfareEntry("w", "p", "i"),
                Paper.finding(item, "individual-case", 3, "subject=case"),
                Paper.finding(item, "whip", 0, null, Queue.OBSERVED, "subject=shouted")));

    assertThat(Rendered.all(input))
        .allSatisfy((path, text) -> {
          if (!path.startsWith("welfare/")) {
            assertThat(text).doesNotContain("shouted").doesNotContain("\u201Ccase\u201D");
          }
        });
    assertThat(Report.of(input).statistics().rankedItems()).isZero();
  }

  @Test
  void agendasOfMeetingsToComeAreUpcomingAndNotRanked() {
    JsonNode line = Rendered.line(DEMO, "findings.jsonl", "item", "next");

    assertThat(line.get("upcoming").asBoolean()).isTrue();
    assertThat(line.get("rank").isNull()).isTrue();
    assertThat(Report.of(DEMO).statistics().upcoming()).isEqualTo(1);
  }

  @Test
  void minutesWithADateToComeAreRankedAllTheSame() {
    BusinessItem item =
        Paper.item("i", "Motion\ncase").of("Ashdown Vale CLP", "2201-01-01").build();
    ReportInput input =
        Rendered.input(List.of(item), List.of(Paper.finding(item, "individual-case", 4, "a=case")));

    assertThat(Rendered.line(input, "findings.jsonl", "item", "i").get("rank").asInt())
        .isEqualTo(1);
  }

  @Test
  void anAgendaOfTheDayItselfIsRanked() {
    BusinessItem item =
        Paper.item("i", "Motion\ncase")
            .kind(DocumentKind.AGENDA, PaperStatus.UNSTATED)
            .outcome(Outcome.TABLED_ONLY)
            .of("Ashdown Vale CLP", Demo.AS_OF.toString())
            .build();
    ReportInput input =
        Rendered.input(List.of(item), List.of(Paper.finding(item, "individual-case", 2, "a=case")));

    assertThat(Rendered.line(input, "findings.jsonl", "item", "i").get("rank").asInt())
        .isEqualTo(1);
  }

  @Test
  void decidedFindingsDoNotComeBack() {
    JsonNode decided = Rendered.line(DEMO, "findings.jsonl", "item", "decided");

    assertThat(decided.get("rank").isNull()).isTrue();
    assertThat(decided.get("decision").asString()).isEqualTo("not-a-match");
    assertThat(section(Rendered.file(DEMO, "index.html"), "decided")).contains("not a match");
  }

  @Test
  void aFindingThatNeedsInformationStaysOnTheList() {
    JsonNode open = Rendered.line(DEMO, "findings.jsonl", "item", "ihra");

    assertThat(open.get("rank").isNull()).isFalse();
    assertThat(open.get("decision").asString()).isEqualTo("needs-information");
  }

  @Test
  void aDecisionHoldsForAPaperSavedAgainButNotForAnotherText() {
    BusinessItem item = Paper.item("i", "Motion\ncase").build();
    List<BusinessItem> items = List.of(item);
    var findings = List.of(Paper.finding(item, "individual-case", 4, "a=case"));
    Decision savedBefore = decision("old-id", "print-i-individual-case");
    Decision otherText = decision("f-i-individual-case", "print-of-another-text");

    assertThat(rank(Rendered.input(items, findings, Map.of("old-id", savedBefore)))).isNull();
    assertThat(rank(Rendered.input(items, findings, Map.of("f-i-individual-case", otherText))))
        .isEqualTo(1);
  }

  @Test
  void aDecidedFindingLeavesTheOthersOfItsItemRanked() {
    BusinessItem item = Paper.item("i", "Motion\ncase and whip").build();
    ReportInput input =
        Rendered.input(
            List.of(item),
            List.of(
                Paper.finding(item, "individual-case", 4, "a=case"),
                Paper.finding(item, "whip", 1, "a=whip")),
            Map.of(
                "f-i-individual-case", decision("f-i-individual-case", "print-i-individual-case")));

    assertThat(Report.of(input).statistics().ranked()).containsEntry(1, 1).containsEntry(4, 0);
  }

  @Test
  void newIsWhatThePreviousScanDidNotHave() {
    assertThat(isNew(DEMO, "f-whip-individual-case")).isFalse();
    assertThat(isNew(DEMO, "f-whip-whip")).isTrue();
    assertThat(isNew(asFirstScan(DEMO), "f-whip-individual-case")).isTrue();
  }

  @Test
  void theCountsAddUp() {
    Statistics statistics = Report.of(DEMO).statistics();

    assertThat(statistics.byState().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(statistics.seen());
    assertThat(statistics.notChecked().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(statistics.byState().get(LedgerState.NOT_CHECKED));
    assertThat(statistics.entries().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(DEMO.entries().size());
  }

  @Test
  void anEntryWithoutItsItemIsAFaultOfTheProgram() {
    assertThatThrownBy(
            () -> Report.of(Rendered.input(List.of(), List.of(new WelfareEntry("w", "p", "gone")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void halvesOfSurrogatePairsDoNotStopTheReport() {
    Rendered.all(DEMO)
        .forEach((path, text) ->
            assertThat(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                .as(path)
                .isTrue());
  }

  @Test
  void anEmptyNightIsAReportToo() {
    ReportInput empty = Rendered.input(List.of(), List.of());

    assertThat(Rendered.file(empty, "index.html")).contains("Nothing to review.");
    assertThat(Rendered.file(empty, "items.jsonl")).isEmpty();
  }

  static String section(String page, String id) {
    int start = page.indexOf("<section id=\"" + id + "\"");
    return page.substring(start, page.indexOf("</section>\n<section", start + 1));
  }

  private static Decision decision(String finding, String fingerprint) {
    return new Decision(
        finding, fingerprint, null, Outcome.CARRIED, DecisionOutcome.CONFIRMED, "seen", Demo.AS_OF);
  }

  private static @Nullable Integer rank(ReportInput input) {
    JsonNode rank = Rendered.lines(input, "findings.jsonl").getFirst().get("rank");
    return rank.isNull() ? null : rank.asInt();
  }

  private static boolean isNew(ReportInput input, String finding) {
    return Rendered.line(input, "findings.jsonl", "finding", finding).get("new").asBoolean();
  }

  private static ReportInput asFirstScan(ReportInput input) {
    return new ReportInput(
        input.version(),
        input.asOf(),
        input.roots(),
        input.ruleBook(),
        input.ledger(),
        input.items(),
        input.entries(),
        input.otherSources(),
        input.decisions(),
        input.knownFingerprints(),
        true);
  }

  private static ReportInput shuffled(ReportInput input, Random random) {
    return new ReportInput(
        input.version(),
        input.asOf(),
        input.roots(),
        input.ruleBook(),
        shuffled(input.ledger(), random),
        shuffled(Rendered.list(input.items()), random),
        shuffled(input.entries(), random),
        input.otherSources(),
        input.decisions(),
        input.knownFingerprints(),
        input.firstScan(),
        input.families(),
        input.signposts());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
