package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;

/**
 * The report of the samples of a few units is the one under {@code reports/examples/}, and the same
 * bytes wherever it is made. After a change that is meant, {@code mvn test -Dtest=ExampleReportTest
 * -Dexamples.rewrite=true} writes the examples anew; the diff is what to review.
 */
class ExampleReportTest {

  private static final Path EXAMPLES = Path.of("../reports/examples");

  /** Folders of units that between them send every format, scans, posts, mail and strays. */
  private static final List<String> UNITS =
      List.of(
          "ashdown-vale",
          "brackenmoor",
          "dunstanmoor",
          "kestrelcroft",
          "kettlewick",
          "received",
          "saltby",
          "strathglennoch",
          "tarrant-vale",
          "thornley-bridge",
          "tidewell-south",
          "withernholt",
          "ynys-helyg",
          "zz-received");

  /** What is kept: enough to review in a diff. */
  private static final List<String> KEPT =
      List.of("index.html", "findings.jsonl", "items.jsonl", "ledger.jsonl");

  /** Sources of scans, whose text depends on the version of tesseract. */
  static final List<String> SCANS =
      List.of("SKM_C250i21092.pdf", "scan 03-12-2020.pdf", "scan0004.pdf");

  @TempDir Path folder;

  @Test
  void theSamplesGiveTheSameReportInAnyLocaleAndTimeZone() throws Exception {
    assumeTrue(new Extractor(ExtractionLimits.defaults()).hasOcr(), "needs tesseract-ocr");
    Path here = scan("here");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertThat(contents(scan("elsewhere"))).isEqualTo(contents(here));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    if (Boolean.getBoolean("examples.rewrite")) {
      for (String file : KEPT) {
        Files.copy(here.resolve(file), EXAMPLES.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (String file : List.of("findings.jsonl", "items.jsonl", "ledger.jsonl")) {
      assertThat(withoutScans(here.resolve(file)))
          .as(file)
          .isEqualTo(withoutScans(EXAMPLES.resolve(file)));
    }
  }

  private Path scan(String name) throws Exception {
    ScanSettings settings =
        new ScanSettings(
            UNITS.stream().map(Path.of("../corpus-samples/documents")::resolve).toList(),
            folder.resolve(name).resolve("reports"),
            folder.resolve(name).resolve("archive"),
            Path.of("../rules"),
            LocalDate.of(2026, 1, 31),
            "example");
    return NightlyScan.run(settings, event -> {}).folder();
  }

  private static Map<String, String> contents(Path report) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(report)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("timings.jsonl")) {
          contents.put(report.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return contents;
  }

  /** The lines but those of scans; ranks are left out, because one scan shifts those of others. */
  private static List<String> withoutScans(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> SCANS.stream().noneMatch(line::contains))
        .map(line -> line.replaceAll("\"rank\":\\d+", "\"rank\":0"))
        .sorted()
        .toList();
  }
}
