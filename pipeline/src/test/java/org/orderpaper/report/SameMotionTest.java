package org.orderpaper.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.Queue;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.Voice;
import tools.jackson.databind.JsonNode;

class SameMotionTest {

  private static final String TEXT =
      "This branch calls for the reinstatement of the member for the northern ward and asks the"
          + " secretary to write to the general secretary to say so in plain terms.";

  private static final BusinessItem APPROVED =
      paper("approved", "7 Reinstatement now\n" + TEXT, DocumentKind.MINUTES, PaperStatus.APPROVED);
  private static final BusinessItem DRAFT =
      paper("draft", "7 Reinstatement now\n" + TEXT, DocumentKind.MINUTES, PaperStatus.DRAFT);
  private static final BusinessItem AGENDA =
      paper(
          "agenda",
          "Motion B: Reinstatement now\n" + TEXT,
          DocumentKind.AGENDA,
          PaperStatus.UNSTATED);

  @Test
  void theLatestMinutesCarryTheRankAndTheOthersSeeThem() {
    Map<String, @Nullable String> see = see(List.of(AGENDA, DRAFT, APPROVED));

    assertThat(see).containsEntry("approved", null);
    assertThat(see).containsEntry("draft", "approved").containsEntry("agenda", "approved");
  }

  @Test
  void onlyTheCarrierHasARank() {
    ReportInput input = ranked(List.of(AGENDA, DRAFT, APPROVED));

    assertThat(Rendered.lines(input, "findings.jsonl"))
        .filteredOn(line -> !line.get("rank").isNull())
        .singleElement()
        .matches(line -> line.get("item").asString().equals("approved"));
  }

  @Test
  void aTitleOnAnAgendaSeesTheMotionOfTheSameTitle() {
    BusinessItem title =
        paper("title", "5. Reinstatement now", DocumentKind.AGENDA, PaperStatus.UNSTATED);

    assertThat(see(List.of(title, DRAFT))).containsEntry("title", "draft");
  }

  @Test
  void minutesThatGiveTheMotionWithItsDebateStillHoldIt() {
    BusinessItem longer =
        paper(
            "longer",
            "Another heading\n" + TEXT + " A debate followed in which many spoke.".repeat(8),
            DocumentKind.MINUTES,
            PaperStatus.UNSTATED);

    assertThat(see(List.of(AGENDA, longer))).containsEntry("agenda", "longer");
  }

  @Test
  void anotherMeetingIsAnotherMotion() {
    BusinessItem december =
        Paper.item("december", "7 Reinstatement now\n" + TEXT)
            .in("december")
            .kind(DocumentKind.MINUTES, PaperStatus.APPROVED)
            .of("Ashdown Vale CLP", "2020-12-17")
            .build();
    BusinessItem elsewhere =
        Paper.item("elsewhere", "7 Reinstatement now\n" + TEXT)
            .in("elsewhere")
            .of("Bellmoor CLP", "2020-11-19")
            .build();

    assertThat(see(List.of(AGENDA, december, elsewhere)).values()).containsOnlyNulls();
  }

  @Test
  void anAmendmentIsNotTheMotionItAmends() {
    BusinessItem amendment =
        Paper.item("amendment", "Amendment\n" + TEXT)
            .in("amendments")
            .kind(DocumentKind.AGENDA, PaperStatus.UNSTATED)
            .type(ItemType.AMENDMENT, Voice.MOVER_TEXT)
            .build();

    assertThat(see(List.of(amendment, APPROVED)).values()).containsOnlyNulls();
  }

  @Test
  void twoMotionsOfOnePaperStayTwo() {
    BusinessItem first = Paper.item("first", "Motion\n" + TEXT).at(1, null).build();
    BusinessItem second = Paper.item("second", "Motion\n" + TEXT).at(2, null).build();

    assertThat(see(List.of(first, second)).values()).containsOnlyNulls();
  }

  @Test
  void aMotionThatTheMinutesReportAsRuledOutIsNoLongerToBeRanked() {
    ReportInput input =
        Rendered.input(
            List.of(AGENDA, APPROVED),
            List.of(
                Paper.finding(AGENDA, "individual-case", 2, "a=reinstatement"),
                Paper.finding(
                    APPROVED,
                    "individual-case",
                    0,
                    Temporal.IN_FORCE,
                    Queue.HANDLED,
                    "a=reinstatement")));

    assertThat(Rendered.line(input, "findings.jsonl", "item", "agenda").get("see").asString())
        .isEqualTo("approved");
  }

  @Test
  void aPaperDoesNotGiveWayToOneThatNoLongerShowsTheMatter() {
    ReportInput input =
        Rendered.input(
            List.of(AGENDA, APPROVED),
            List.of(
                Paper.finding(AGENDA, "individual-case", 2, "a=reinstatement"),
                Paper.finding(
                    APPROVED,
                    "individual-case",
                    0,
                    Temporal.LAPSED,
                    Queue.LOG,
                    "a=reinstatement")));
    JsonNode agenda = Rendered.line(input, "findings.jsonl", "item", "agenda");

    assertThat(agenda.get("see").isNull()).isTrue();
    assertThat(agenda.get("rank").asInt()).isEqualTo(1);
  }

  @Test
  void aStatementThatPublishesTheMotionIsAnActOfItsOwn() {
    BusinessItem statement =
        paper(
            "statement",
            "Reinstatement now\n" + TEXT,
            DocumentKind.STATEMENT,
            PaperStatus.UNSTATED);

    assertThat(see(List.of(statement, APPROVED)).values()).containsOnlyNulls();
  }

  private static BusinessItem paper(
      String id, String written, DocumentKind kind, PaperStatus status) {
    return Paper.item(id, written)
        .in(id + ".docx")
        .kind(kind, status)
        .outcome(kind == DocumentKind.AGENDA ? Outcome.TABLED_ONLY : Outcome.CARRIED)
        .build();
  }

  private static Map<String, @Nullable String> see(List<BusinessItem> items) {
    Map<String, @Nullable String> see = new TreeMap<>();
    for (JsonNode line : Rendered.lines(ranked(items), "findings.jsonl")) {
      JsonNode carrier = line.get("see");
      see.put(line.get("item").asString(), carrier.isNull() ? null : carrier.asString());
    }
    return see;
  }

  private static ReportInput ranked(List<BusinessItem> items) {
    List<ReviewEntry> entries =
        items.stream()
            .<ReviewEntry>map(item ->
                Paper.finding(
                    item,
                    "individual-case",
                    3,
                    "a=" + (item.text().contains("reinstatement") ? "reinstatement" : "Reinst")))
            .toList();
    return Rendered.input(items, entries);
  }
}
