package org.orderpaper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderpaper.model.Act;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.Votes;

class LabelsTest {

  static final String LINE =
      """
      {"file":"a/minutes.docx","kind":"minutes","unit":"Ashdown Vale CLP","date":"2020-11-19",\
      "items":[{"anchor":"calls for the whip to be restored","type":"motion",\
      "voice":"unit-decision","outcome":"carried",\
      "votes":{"for":"23.5","against":"4","abstain":null},\
      "findings":[{"topic":"whip","severity":4,"temporal":"in-force","acts":["discuss","pass"],\
      "also_ok":[{"severity":3},{"acts":["pass"]}]}],"queue":null}]}
      """;

  @Test
  void aLineOfTheContractIsReadWhole() throws IOException {
    LabelledDocument document = parse(LINE).getFirst();
    LabelledItem item = document.items().getFirst();
    LabelledFinding finding = item.findings().getFirst();

    assertThat(document.date()).isEqualTo(LocalDate.of(2020, 11, 19));
    assertThat(item.type()).isEqualTo(ItemType.MOTION);
    assertThat(item.votes().inFavour()).isEqualTo(new BigDecimal("23.5"));
    assertThat(item.votes().abstentions()).isNull();
    assertThat(finding.temporal()).isEqualTo(Temporal.IN_FORCE);
  }

  @Test
  void anotherReadingKeepsWhatItLeavesOut() throws IOException {
    LabelledFinding finding = parse(LINE).getFirst().items().getFirst().findings().getFirst();

    assertThat(finding.alsoOk())
        .containsExactly(
            new LabelledFinding(
                "whip", 3, Temporal.IN_FORCE, List.of(Act.DISCUSS, Act.PASS), List.of()),
            new LabelledFinding("whip", 4, Temporal.IN_FORCE, List.of(Act.PASS), List.of()));
  }

  @Test
  void whatIsNotSaidIsNull() throws IOException {
    LabelledItem item =
        parse("{\"file\":\"a\",\"items\":[{\"anchor\":\"some words\"}]}")
            .getFirst()
            .items()
            .getFirst();

    assertThat(item.type()).isNull();
    assertThat(item.votes()).isEqualTo(Votes.NOT_STATED);
    assertThat(item.findings()).isEmpty();
  }

  @Test
  void theLineKeepsToThePublishedSchema() throws IOException {
    assertThat(ReportFormatsTest.schema("labels").validate(JsonLines.MAPPER.readTree(LINE)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"file":"a","itmes":[]}                                       | unknown member 'itmes'
          {"items":[]}                                                  | 'file' is missing
          {"file":"a","kind":"minuets"}                                 | 'kind' is none of minutes
          {"file":"a","date":"19.11.2020"}                              | 19.11.2020
          {"file":"a","items":[{"anchor":""}]}                          | 'anchor' is missing
          {"file":"a","items":[{"anchor":"b","votes":{"for":3}}]}       | 'for' is a string
          {"file":"a","items":{}}                                       | 'items' is a list
          {"file":"a"                                                   | column
          []                                                            | an object is expected
          """)
  void aMistakeIsNamedWithItsLine(String line, String message) {
    assertThatThrownBy(() -> parse("\n" + line))
        .isInstanceOf(MalformedLabelsException.class)
        .hasMessageStartingWith("labels line 2: ")
        .hasMessageContaining(message);
  }

  static List<LabelledDocument> parse(String text) throws IOException {
    return Labels.parse(new StringReader(text));
  }
}
