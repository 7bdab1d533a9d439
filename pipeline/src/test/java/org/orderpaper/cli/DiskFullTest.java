package org.orderpaper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.archive.ArchiveAccount;
import org.orderpaper.samples.ManyFiles;

/** A disk that fills up costs the night nothing but the time until there is room. */
@Tag("long")
class DiskFullTest {

  private static final int KILOBYTE = 1024;

  @TempDir Path folder;
  private Path papers;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()) == 0,
        "only root can mount");
    papers = folder.resolve("papers");
    ManyFiles.write(papers, 450, 11);
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  @Test
  void anArchiveThatFindsNoRoomStaysAtItsLastCommitAndIsCompletedLater() throws Exception {
    Path reports = folder.resolve("reports");
    Path archive = disk.resolve("archive");
    ScanProcess.Night undisturbed = undisturbed();
    leave(300 * KILOBYTE);
    ScanProcess full = ScanProcess.start(folder, papers, reports, archive);
    assertThat(full.ended()).as(full.said()).isEqualTo(ExitCode.INTERNAL);
    assertThat(full.said())
        .contains("No space left on device", "last commit", "make room")
        .doesNotContain("Exception", "\tat ");
    assertThat(ArchiveAccount.of(archive).faults())
        .filteredOn(fault -> !fault.contains("rule book"))
        .isEmpty();
    assertThat(reports.resolve("latest")).doesNotExist();

    Files.delete(disk.resolve("filler"));
    complete(reports, archive, undisturbed);
  }

  @Test
  void aReportThatFindsNoRoomIsWrittenLater() throws Exception {
    Path reports = disk.resolve("reports");
    Path archive = folder.resolve("archive");
    ScanProcess.Night undisturbed = undisturbed();
    leave(300 * KILOBYTE);
    ScanProcess full = ScanProcess.start(folder, papers, reports, archive);
    assertThat(full.ended()).as(full.said()).isEqualTo(ExitCode.INTERNAL);
    assertThat(full.said())
        .contains("the report could not be written", "make room")
        .doesNotContain("Exception", "\tat ");
    assertThat(reports.resolve("latest")).doesNotExist();

    Files.delete(disk.resolve("filler"));
    complete(reports, archive, undisturbed);
  }

  private ScanProcess.Night undisturbed() throws Exception {
    Path reports = folder.resolve("undisturbed/reports");
    Path archive = folder.resolve("undisturbed/archive");
    ScanProcess scan = ScanProcess.start(folder, papers, reports, archive);
    assertThat(scan.ended()).as(scan.said()).isEqualTo(ExitCode.INCOMPLETE);
    return ScanProcess.Night.in(reports, archive);
  }

  private void complete(Path reports, Path archive, ScanProcess.Night undisturbed)
      throws Exception {
    ScanProcess next = ScanProcess.start(folder, papers, reports, archive);
    assertThat(next.ended()).as(next.said()).isEqualTo(ExitCode.INCOMPLETE);
    ScanProcess.Night left = ScanProcess.Night.in(reports, archive);
    assertThat(left.report()).isEqualTo(undisturbed.report());
    assertThat(left.files()).isEqualTo(undisturbed.files());
    assertThat(left.items()).isEqualTo(undisturbed.items());
    assertThat(left.entries()).isEqualTo(undisturbed.entries());
    assertThat(ArchiveAccount.of(archive).faults()).isEmpty();
  }

  /** Fills the disk but for {@code bytes}. */
  private void leave(long bytes) throws IOException {
    byte[] block = new byte[4 * KILOBYTE];
    try (OutputStream filler =
        Files.newOutputStream(disk.resolve("filler"), StandardOpenOption.CREATE_NEW)) {
      while (Files.getFileStore(disk).getUsableSpace() > bytes) {
        filler.write(block);
      }
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
