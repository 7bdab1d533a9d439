package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The same motion on four evenings, through the whole program and with the shipped rule book. */
class GoldenDatesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14 June 2018     | whip 0 pre-instruction",
        "12 November 2020 | individual-case 4 in-force, whip 0 pre-instruction",
        "20 November 2020 | individual-case 0 lapsed, whip 0 pre-instruction",
        "27 November 2020 | whip 4 in-force"
      })
  void theDateOfTheMeetingDecidesWhatTheMotionIs(String date, String expected) throws Exception {
    Path papers = Files.createDirectory(folder.resolve("papers"));
    Files.writeString(
        papers.resolve("minutes.txt"),
        """
        Ashdown Vale CLP
        Minutes of the meeting held on %s

        1. Motion: the whip
        Moved by Westgate Branch, seconded by Hillcrest Branch.
        This meeting calls for the whip to be restored to Dana Okafor MP.
        The motion was carried, 20 for, 4 against.
        """
            .formatted(date));
    ScanSettings settings =
        new ScanSettings(
            List.of(papers),
            folder.resolve("reports"),
            folder.resolve("archive"),
            Path.of("../rules"),
            LocalDate.of(2026, 1, 31),
            "test");
    Path report = NightlyScan.run(settings, event -> {}).folder();

    List<String> findings =
        Files.readAllLines(report.resolve("findings.jsonl")).stream()
            .map(JSON::readTree)
            .map(finding ->
                finding.required("topic").asString()
                    + " "
                    + finding.required("severity").asInt()
                    + " "
                    + finding.required("temporal").asString())
            .sorted()
            .toList();
    assertThat(String.join(", ", findings)).isEqualTo(expected);
  }
}
