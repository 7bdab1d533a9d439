package org.orderpaper.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReportFormatsTest {

  private static final ReportInput DEMO = Demo.input();

  @ParameterizedTest
  @CsvSource({
    "items.jsonl, items",
    "welfare/items.jsonl, items",
    "findings.jsonl, findings",
    "ledger.jsonl, ledger"
  })
  void everyLineKeepsToItsPublishedSchema(String path, String name) throws IOException {
    Schema schema = schema(name);

    List<JsonNode> lines = Rendered.lines(DEMO, path);

    assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(schema.validate(line)).isEmpty());
  }

  @Test
  void aLineThatStraysIsRefusedByItsSchema() throws IOException {
    JsonNode stray = JsonLines.MAPPER.readTree("{\"source\":\"a\",\"state\":\"read\"}");

    assertThat(schema("ledger").validate(stray)).isNotEmpty();
  }

  @Test
  void membersStandInTheOrderOfTheContract() {
    JsonNode item = Rendered.lines(DEMO, "items.jsonl").getFirst();

    assertThat(item.propertyNames().stream())
        .containsExactly(
            "item",
            "source",
            "sources",
            "kind",
            "meeting",
            "page",
            "heading_path",
            "ordinal",
            "of",
            "start",
            "end",
            "type",
            "voice",
            "heading",
            "text",
            "unit",
            "date",
            "date_source",
            "outcome",
            "votes",
            "family",
            "confidence");
  }

  @Test
  void votesAreDecimalStringsAndUnknownMembersNull() {
    JsonNode votes = Rendered.line(DEMO, "items.jsonl", "item", "whip").get("votes");

    assertThat(votes.toString())
        .isEqualTo("{\"for\":\"12\",\"against\":\"15.5\",\"abstain\":null}");
  }

  @Test
  void allSourcesWithTheSameBytesAreListed() {
    JsonNode item = Rendered.line(DEMO, "items.jsonl", "item", "tolworth");

    assertThat(item.get("sources").toString())
        .isEqualTo("[\"ashdown-vale/2020-11-19-minutes-approved.docx\",\"copies/ashdown.docx\"]");
  }

  @Test
  void noCellOfATableRunsAsAFormula() throws IOException {
    for (String path : List.of("findings.csv", "ledger.csv")) {
      for (CSVRecord row : rows(path)) {
        assertThat(row.toList()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
      }
    }
    assertThat(rows("findings.csv")).anyMatch(row -> row.get("source").startsWith("'=cmd|"));
  }

  @Test
  void everyCellIsQuotedAndEveryRowWhole() throws IOException {
    assertThat(Rendered.file(DEMO, "ledger.csv").lines())
        .allMatch(line -> line.startsWith("\"") && line.endsWith("\""));
    assertThat(rows("findings.csv")).hasSameSizeAs(DEMO.entries());
    assertThat(rows("ledger.csv")).hasSameSizeAs(DEMO.ledger());
  }

  @Test
  void theManifestSaysWhatTheReportRestsOn() {
    JsonNode manifest = JsonLines.MAPPER.readTree(Rendered.file(DEMO, "manifest.json"));

    assertThat(manifest.get("rule_book").asString()).isEqualTo(DEMO.ruleBook().hash());
    assertThat(manifest.get("as_of").asString()).isEqualTo("2020-12-14");
    assertThat(manifest.get("counts").get("seen").asInt()).isEqualTo(DEMO.ledger().size());
  }

  private static List<CSVRecord> rows(String path) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(Rendered.file(DEMO, path)))
        .getRecords();
  }

  static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("../docs/schemas/" + name + ".schema.json")));
  }
}
