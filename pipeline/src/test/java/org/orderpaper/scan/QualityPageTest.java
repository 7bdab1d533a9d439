package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.report.Evaluation;
import org.orderpaper.report.LabelledDocument;
import org.orderpaper.report.Labels;

/**
 * The figures in {@code docs/quality.md} are those of this version. After a change that is meant,
 * {@code mvn test -Dtest=QualityPageTest -Dquality.rewrite=true} writes them anew; the diff is what
 * to review.
 */
class QualityPageTest {

  private static final Path PAGE = Path.of("../docs/quality.md");
  private static final Path SAMPLES = Path.of("../corpus-samples");
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 31);

  @TempDir Path folder;

  @Test
  void theQualityPageHasTheFiguresOfThisVersion() throws Exception {
    List<String> heldOut =
        Files.readAllLines(SAMPLES.resolve("held-out.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    Predicate<LabelledDocument> unseen =
        document -> heldOut.stream().anyMatch(document.file()::startsWith);
    List<LabelledDocument> labels = labels();
    Contents contents = contents();
    String page = Files.readString(PAGE);
    page = replaced(page, "unseen", measured(labels.stream().filter(unseen).toList(), contents));
    page =
        replaced(
            page, "learned", measured(labels.stream().filter(unseen.negate()).toList(), contents));
    if (Boolean.getBoolean("quality.rewrite")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  /** Scans are left out: their text depends on the version of tesseract. */
  private static List<LabelledDocument> labels() throws Exception {
    try (Reader reader = Files.newBufferedReader(SAMPLES.resolve("labels.jsonl"))) {
      return Labels.parse(reader).stream()
          .filter(document -> ExampleReportTest.SCANS.stream().noneMatch(document.file()::contains))
          .toList();
    }
  }

  private Contents contents() throws Exception {
    ScanSettings settings =
        new ScanSettings(
            List.of(SAMPLES.resolve("documents")),
            folder.resolve("reports"),
            folder.resolve("archive"),
            Path.of("../rules"),
            AS_OF,
            "");
    try (NightlyScan scan = new NightlyScan(settings, event -> {})) {
      return scan.contents();
    }
  }

  private static String measured(List<LabelledDocument> labels, Contents contents)
      throws IOException {
    StringWriter out = new StringWriter();
    Evaluation.of(labels, contents.items(), contents.entries(), AS_OF).renderMarkdown(out);
    return out.toString();
  }

  /** The page with what stands between the two marks of {@code name} replaced. */
  private static String replaced(String page, String name, String measured) {
    String begin = "<!-- measured: " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end);
    assertThat(to).as("the marks of " + name + " in " + PAGE).isGreaterThanOrEqualTo(from);
    return page.substring(0, from) + measured + page.substring(to);
  }
}
