package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.report.RenderedFile;

class ReportFolderTest {

  private static final Timings TIMINGS = new Timings("night-1", Instant.EPOCH, Instant.EPOCH);

  @TempDir Path folder;
  private Path reports;

  @BeforeEach
  void reports() {
    reports = folder.resolve("reports");
  }

  @Test
  void twoScansThatBeginAtTheSameMomentHaveTwoFolders() throws Exception {
    try (ReportFolder first = ReportFolder.reserve(reports, "night");
        ReportFolder second = ReportFolder.reserve(reports, "night")) {
      assertThat(List.of(first.id(), second.id())).containsExactly("night", "night-2");
      second.write(files("second"), TIMINGS);
      first.write(files("first"), TIMINGS);
    }
    assertThat(reports.resolve("night/index.html")).hasContent("first");
    assertThat(reports.resolve("night-2/index.html")).hasContent("second");
    assertThat(reports.resolve("latest/index.html")).hasContent("first");
    assertThat(hidden()).containsExactly(".lock");
  }

  @Test
  void aReportThatIsWrittenOnceMoreTakesThePlaceOfTheFirst() throws Exception {
    for (String words : List.of("before", "after")) {
      try (ReportFolder reserved = ReportFolder.resume(reports, "night")) {
        reserved.write(files(words), TIMINGS);
      }
    }
    assertThat(reports.resolve("latest/index.html")).hasContent("after");
    assertThat(reports.resolve("latest").toRealPath()).isEqualTo(reports.resolve("night"));
    assertThat(hidden()).containsExactly(".lock");
  }

  @Test
  void whatAKilledScanLeftIsRemovedAndNothingElse() throws Exception {
    Files.createDirectories(reports.resolve(".night-0.unfinished/welfare"));
    Files.writeString(reports.resolve(".night-0.unfinished/items.jsonl"), "half");
    Files.createFile(reports.resolve(".night-0.lock"));
    Files.createDirectories(reports.resolve(".night-1.meanwhile"));
    Files.createSymbolicLink(reports.resolve("latest"), Path.of(".night-1.meanwhile"));
    Files.createDirectories(reports.resolve(".git"));

    try (ReportFolder live = ReportFolder.reserve(reports, "night-2")) {
      Files.createDirectories(reports.resolve(".night-2.unfinished"));
      try (ReportFolder other = ReportFolder.reserve(reports, "night-3")) {
        assertThat(other.id()).isEqualTo("night-3");
        assertThat(hidden())
            .contains(".night-2.unfinished", ".night-1.meanwhile", ".git")
            .doesNotContain(".night-0.unfinished", ".night-0.lock");
      }
      live.write(files("whole"), TIMINGS);
    }
    try (ReportFolder next = ReportFolder.reserve(reports, "night-4")) {
      assertThat(next.id()).isEqualTo("night-4");
      assertThat(hidden()).containsOnly(".git", ".lock", ".night-4.lock");
    }
  }

  @Test
  void aReportThatCannotBeRenderedLeavesNothing() throws Exception {
    try (ReportFolder reserved = ReportFolder.reserve(reports, "night")) {
      RenderedFile failing =
          new RenderedFile(
              "index.html",
              false,
              out -> {
                out.write("half");
                throw new IOException("No space left on device");
              });
      assertThatThrownBy(() -> reserved.write(List.of(failing), TIMINGS))
          .isInstanceOf(ScanException.class)
          .hasMessageContaining("No space left on device", "make room")
          .matches(fault -> ((ScanException) fault).isInternal());
    }
    assertThat(hidden()).containsExactly(".lock");
    assertThat(reports.resolve("night")).doesNotExist();
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static List<RenderedFile> files(String words) {
    return List.of(new RenderedFile("index.html", false, out -> out.write(words)));
  }
}
