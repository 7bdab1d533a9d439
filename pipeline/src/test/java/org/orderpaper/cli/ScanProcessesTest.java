package org.orderpaper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.samples.ManyFiles;

/** Scans beside each other, and interrupted, each in a process of its own. */
class ScanProcessesTest {

  @TempDir Path folder;
  private Path papers;

  @BeforeEach
  void papers() throws IOException {
    papers = folder.resolve("papers");
    ManyFiles.write(papers, 60, 5);
  }

  @Test
  void ofTwoScansOnOneArchiveTheSecondStopsAndWritesNothing() throws Exception {
    Path archive = folder.resolve("archive");
    Path reports = folder.resolve("reports");
    ScanProcess first = ScanProcess.start(folder, papers, reports, archive);
    awaitBegun(archive, first);
    // Or the first has ended before the second has begun.
    signal("-STOP", first);
    ScanProcess second;
    try {
      second = ScanProcess.start(folder, papers, folder.resolve("other-reports"), archive);
      assertThat(second.ended()).isEqualTo(ExitCode.USAGE);
    } finally {
      signal("-CONT", first);
    }
    assertThat(second.said()).contains("another scan is at work on the archive");
    assertThat(folder.resolve("other-reports")).doesNotExist();
    assertThat(first.ended()).as(first.said()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void twoScansOfDifferentArchivesWriteTwoReportsIntoOneFolder() throws Exception {
    Path reports = folder.resolve("reports");
    ScanProcess first = ScanProcess.start(folder, papers, reports, folder.resolve("archive-1"));
    ScanProcess second = ScanProcess.start(folder, papers, reports, folder.resolve("archive-2"));
    assertThat(first.ended()).as(first.said()).isEqualTo(ExitCode.DONE);
    assertThat(second.ended()).as(second.said()).isEqualTo(ExitCode.DONE);
    try (Stream<Path> entries = Files.list(reports)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .filteredOn(name -> !name.startsWith(".") && !name.equals("latest"))
          .hasSize(2);
    }
  }

  @Test
  void aScanThatIsInterruptedEndsWith130AndTheNextOneGoesOn() throws Exception {
    Path archive = folder.resolve("archive");
    Path reports = folder.resolve("reports");
    ScanProcess scan = ScanProcess.start(folder, papers, reports, archive);
    awaitBegun(archive, scan);
    signal("-INT", scan);
    assertThat(scan.ended()).as(scan.said()).isEqualTo(130);
    assertThat(scan.said()).isEmpty();
    ScanProcess next = ScanProcess.start(folder, papers, reports, archive);
    assertThat(next.ended()).as(next.said()).isEqualTo(ExitCode.DONE);
  }

  private static void signal(String signal, ScanProcess scan) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(scan.process().pid())).start().waitFor();
  }

  /** Until the archive is open: from then on there is something to lose, and all is still to do. */
  private static void awaitBegun(Path archive, ScanProcess scan) throws InterruptedException {
    while (scan.isAlive() && !Files.exists(archive.resolve("index/write.lock"))) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}
