package org.orderpaper.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.Voice;
import org.orderpaper.model.WelfareEntry;
import tools.jackson.databind.JsonNode;

class EvaluationTest {

  private static final BusinessItem WHIP =
      Paper.item("whip", "7 The whip\nThis CLP calls for the  whip\nof {mp Tamsin Orrell} back.")
          .in("a.docx")
          .votes("23", "4", null)
          .at(1, null)
          .build();
  private static final BusinessItem BUSES =
      Paper.item("buses", "8 Buses\nThe buses were discussed at length by all.")
          .in("a.docx")
          .votes("9", "0", null)
          .at(2, null)
          .build();
  private static final ReviewEntry FOUND = Paper.finding(WHIP, "whip", 4, "m=whip");

  private static final String WHIP_LABEL =
      label("calls for the whip of Tamsin Orrell", "{'for':'23','against':'4'}", "whip", 4, "");
  private static final String BUSES_LABEL =
      "{'anchor':'buses were discussed at length','type':'motion','voice':'unit-decision',"
          + "'outcome':'carried','votes':{'for':'9.0','against':'0'}}";

  @Test
  void aScanThatAgreesInAllScoresOneThroughout() throws IOException {
    JsonNode result = evaluate(document(WHIP_LABEL, BUSES_LABEL), List.of(WHIP, BUSES), FOUND);

    assertThat(result.at("/findings/f").asDouble()).isEqualTo(1);
    assertThat(result.at("/topics/whip/right").asInt()).isEqualTo(1);
    assertThat(result.at("/boundaries/f").asDouble()).isEqualTo(1);
    assertThat(result.at("/ndcg").asDouble()).isEqualTo(1);
    assertThat(result.get("readings"))
        .allSatisfy(rate -> assertThat(rate.get("right")).isEqualTo(rate.get("of")));
    assertThat(result.at("/readings/votes/of").asInt()).isEqualTo(2);
    assertThat(result.get("differences")).isEmpty();
  }

  @Test
  void whiteSpaceInAnAnchorDoesNotMatterButCaseDoes() throws IOException {
    String otherCase = WHIP_LABEL.replace("calls for", "Calls for");

    assertThat(evaluate(document(WHIP_LABEL), List.of(WHIP), FOUND).get("located").asInt())
        .isEqualTo(1);
    JsonNode lost = evaluate(document(otherCase), List.of(WHIP), FOUND);
    assertThat(lost.get("located").asInt()).isZero();
    assertThat(lost.at("/lost/0/got").asString()).isEqualTo("stands in no item");
    assertThat(lost.at("/missed/0/got").asString()).isEqualTo("the item was not found");
  }

  @Test
  void anAnchorInTwoItemsIsReported() throws IOException {
    BusinessItem again =
        Paper.item("again", "9\n" + "The whip of").in("a.docx").at(3, null).build();
    BusinessItem first = Paper.item("first", "7\n" + "The whip of").in("a.docx").build();

    JsonNode result = evaluate(document("{'anchor':'The whip of'}"), List.of(first, again));

    assertThat(result.at("/lost/0/got").asString()).isEqualTo("stands in several items");
    assertThat(result.at("/boundaries/wrong").asInt()).isEqualTo(2);
  }

  @Test
  void aMissAndAFalseAlarmAreCountedAndListedMasked() throws IOException {
    ReviewEntry wrong = Paper.finding(BUSES, "individual-case", 3, "m=buses");

    JsonNode result = evaluate(document(WHIP_LABEL, BUSES_LABEL), List.of(WHIP, BUSES), wrong);

    assertThat(result.at("/findings/missed").asInt()).isEqualTo(1);
    assertThat(result.at("/findings/wrong").asInt()).isEqualTo(1);
    assertThat(result.at("/missed/0/anchor").asString()).isEqualTo("calls for the whip of [MP 1]");
    assertThat(result.at("/false_alarms/0/what").asString()).isEqualTo("individual-case");
    assertThat(result.toString()).doesNotContain("Orrell");
  }

  @Test
  void anotherReadingThatIsRightCountsAsRight() throws IOException {
    String lenient = label("calls for the whip", "null", "whip", 3, ",'also_ok':[{'severity':4}]");

    JsonNode result = evaluate(document(lenient), List.of(WHIP), FOUND);

    assertThat(result.at("/readings/severity exact/share").asDouble()).isEqualTo(1);
  }

  @Test
  void whatMayBeFoundOrNotIsNeitherMissNorFalseAlarm() throws IOException {
    String optional = label("calls for the whip", "null", "whip", 1, ",'also_ok':[{'severity':0}]");
    String optionalToo =
        label("calls for the whip", "null", "whip", 0, ",'also_ok':[{'severity':4}]");

    JsonNode nothing = evaluate(document(optional), List.of(WHIP));
    JsonNode something = evaluate(document(optionalToo), List.of(WHIP), FOUND);

    assertThat(nothing.at("/findings").toString()).contains("\"right\":0,\"wrong\":0,\"missed\":0");
    assertThat(something.at("/findings").toString())
        .contains("\"right\":0,\"wrong\":0,\"missed\":0");
    assertThat(something.at("/wrongly_flagged/of").asInt()).isZero();
  }

  @Test
  void aSeverityOneOffIsWithinOne() throws IOException {
    JsonNode result =
        evaluate(document(WHIP_LABEL), List.of(WHIP), Paper.finding(WHIP, "whip", 3, "m=whip"));

    assertThat(result.at("/readings/severity exact/right").asInt()).isZero();
    assertThat(result.at("/readings/severity within one/right").asInt()).isEqualTo(1);
    assertThat(result.at("/findings/right").asInt()).isEqualTo(1);
  }

  @Test
  void aRuleOnTrialCountsForNothing() throws IOException {
    ReviewEntry trial = Paper.finding(BUSES, "whip", 4, Temporal.IN_FORCE, Queue.TRIAL, "m=buses");

    JsonNode result = evaluate(document(BUSES_LABEL), List.of(BUSES), trial);

    assertThat(result.at("/findings/wrong").asInt()).isZero();
    assertThat(result.at("/wrongly_flagged/right").asInt()).isZero();
  }

  @Test
  void anInnocentPaperThatIsFlaggedIsCounted() throws IOException {
    JsonNode result =
        evaluate(document(BUSES_LABEL), List.of(BUSES), Paper.finding(BUSES, "whip", 1, "m=buses"));

    assertThat(result.at("/wrongly_flagged").toString()).contains("\"right\":1,\"of\":1");
  }

  @Test
  void itemsRunTogetherAreOneWrongCut() throws IOException {
    BusinessItem both =
        Paper.item("both", "7\ncalls for the whip of all. The buses were discussed at length.")
            .in("a.docx")
            .build();
    String whip = "{'anchor':'calls for the whip'}";
    String buses = "{'anchor':'buses were discussed at length'}";

    JsonNode boundaries = evaluate(document(whip, buses), List.of(both)).get("boundaries");

    assertThat(boundaries.get("right").asInt()).isZero();
    assertThat(boundaries.get("wrong").asInt()).isEqualTo(1);
    assertThat(boundaries.get("missed").asInt()).isEqualTo(2);
  }

  @Test
  void anItemWithoutALabelIsWrongUnlessItIsAdmin() throws IOException {
    BusinessItem admin =
        Paper.item("admin", "1 Apologies\nwere received.")
            .in("a.docx")
            .type(ItemType.ADMIN, Voice.MINUTED_DISCUSSION)
            .at(3, null)
            .build();

    JsonNode result = evaluate(document(WHIP_LABEL), List.of(WHIP, BUSES, admin), FOUND);

    assertThat(result.at("/boundaries/wrong").asInt()).isEqualTo(1);
  }

  @Test
  void aWrongUnitDateOrKindIsListedOnceAPaper() throws IOException {
    String other =
        document(WHIP_LABEL, BUSES_LABEL)
            .replace("Ashdown Vale CLP", "Bellmoor CLP")
            .replace("2020-11-19", "2020-11-20");

    JsonNode result = evaluate(other, List.of(WHIP, BUSES), FOUND);

    assertThat(result.at("/readings/unit").toString()).contains("\"right\":0,\"of\":1");
    assertThat(result.at("/readings/date").toString()).contains("\"right\":0,\"of\":1");
    assertThat(result.at("/readings/kind").toString()).contains("\"right\":1,\"of\":1");
  }

  @Test
  void anItemOnTheWrongQueueIsListed() throws IOException {
    String handled = "{'anchor':'calls for the whip','queue':'handled'}";

    JsonNode result = evaluate(document(handled, BUSES_LABEL), List.of(WHIP, BUSES), FOUND);

    assertThat(result.at("/readings/queue").toString()).contains("\"right\":0,\"of\":1");
    assertThat(result.get("differences").toString()).contains("handled");
  }

  @Test
  void wordsOfAnIncidentAreNotShown() throws IOException {
    JsonNode result =
        evaluate(
            document("{'anchor':'calls for the whip','type':'incident'}"),
            List.of(WHIP),
            new WelfareEntry("w", "p", "whip"));

    assertThat(result.get("differences").toString())
        .contains("(words of an incident)")
        .doesNotContain("calls for");
  }

  @Test
  void theOrderOfTheListIsMeasured() throws IOException {
    String low = label("buses were discussed at length", "null", "whip", 1, "");
    ReviewEntry tooHigh = Paper.finding(BUSES, "whip", 4, "m=buses");
    ReviewEntry tooLow = Paper.finding(WHIP, "whip", 1, "m=whip");

    JsonNode result = evaluate(document(WHIP_LABEL, low), List.of(WHIP, BUSES), tooHigh, tooLow);

    // (1/log2(2) + 15/log2(3)) / (15/log2(2) + 1/log2(3))
    assertThat(result.get("ndcg").asDouble()).isEqualTo(0.6694);
  }

  @Test
  void papersWithoutALabelAreLeftOut() throws IOException {
    BusinessItem elsewhere =
        Paper.item("else", "1\nwhip").in("other.docx").outcome(Outcome.CARRIED).build();

    JsonNode result =
        evaluate(
            document(WHIP_LABEL),
            List.of(WHIP, elsewhere),
            FOUND,
            Paper.finding(elsewhere, "whip", 4, "m=whip"));

    assertThat(result.at("/findings/wrong").asInt()).isZero();
  }

  @Test
  void theLabelOfAMessageCoversItsAttachments() throws IOException {
    BusinessItem attached =
        Paper.item("attached", "7\ncalls for the whip now").in("a.docx!/inner.docx").build();

    assertThat(
            evaluate(document("{'anchor':'calls for the whip'}"), List.of(attached))
                .get("located")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void aFindingOnTheMeetingMayBeCarriedByAnyItemOfIt() throws IOException {
    String meeting = label("calls for the whip", "null", "closed-period", 4, "");

    JsonNode result =
        evaluate(
            document(meeting, BUSES_LABEL),
            List.of(WHIP, BUSES),
            Paper.finding(BUSES, "closed-period", 4, "m=buses"));

    assertThat(result.at("/findings").toString()).contains("\"right\":1,\"wrong\":0,\"missed\":0");
  }

  @Test
  void theLabelOfACopySpeaksOfTheSameItems() throws IOException {
    List<LabelledDocument> labels =
        LabelsTest.parse(document(WHIP_LABEL).replace("a.docx", "copy.docx").replace('\'', '"'));
    StringWriter out = new StringWriter();

    Evaluation.of(
            labels,
            List.of(WHIP),
            List.of(FOUND),
            Demo.AS_OF,
            Map.of("a.docx", List.of("copy.docx")))
        .render(out);

    assertThat(out.toString()).contains("1 labelled item, of which 1 found");
  }

  @Test
  void theTextSaysTheSameInPlainLines() throws IOException {
    StringWriter out = new StringWriter();
    evaluation(document(WHIP_LABEL, BUSES_LABEL), List.of(WHIP, BUSES), FOUND).render(out);

    assertThat(out.toString())
        .startsWith("Evaluation as of 2020-12-14: 1 document, 2 labelled items, of which 2 found")
        .contains("findings, severity 1 to 4        1.000     1.000     1.000       1       0")
        .contains("False alarms (0)");
  }

  private static String label(
      String anchor, String votes, String topic, int severity, String more) {
    return "{'anchor':'%s','type':'motion','voice':'unit-decision','outcome':'carried','votes':%s,"
            .formatted(anchor, votes)
        + "'findings':[{'topic':'%s','severity':%d,'temporal':'in-force','acts':['discuss','pass']%s}]}"
            .formatted(topic, severity, more);
  }

  private static String document(String... items) {
    return "{'file':'a.docx','kind':'minutes','unit':'Ashdown Vale"
        + " CLP','date':'2020-11-19','items':["
        + String.join(",", items)
        + "]}";
  }

  private static Evaluation evaluation(
      String labels, List<BusinessItem> items, ReviewEntry... entries) throws IOException {
    return Evaluation.of(
        LabelsTest.parse(labels.replace('\'', '"')), items, List.of(entries), Demo.AS_OF);
  }

  private static JsonNode evaluate(String labels, List<BusinessItem> items, ReviewEntry... entries)
      throws IOException {
    StringWriter out = new StringWriter();
    evaluation(labels, items, entries).renderJson(out);
    return JsonLines.MAPPER.readTree(out.toString());
  }
}
