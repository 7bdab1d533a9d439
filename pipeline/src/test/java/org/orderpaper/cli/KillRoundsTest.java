package org.orderpaper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.archive.ArchiveAccount;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.samples.ManyFiles;
import org.orderpaper.scan.NightlyScan;
import org.orderpaper.scan.ScanException;
import org.orderpaper.scan.ScanSettings;

/**
 * Kills scans with SIGKILL at random moments, lets the next one go on, and compares what is left
 * with what a scan leaves that nobody disturbed.
 */
class KillRoundsTest {

  @TempDir Path folder;

  /** How far a scan had come when it was killed, as the disk shows it. */
  private enum Phase {
    STARTING_OR_LISTING,
    READING_BEFORE_THE_FIRST_COMMIT,
    BETWEEN_COMMITS,
    ARRANGING_THE_REPORT,
    WRITING_THE_REPORT,
    COMPLETING,
    COMPLETED
  }

  /** What the killer waits for before its random delay. */
  private enum Cue {
    START,
    SCAN_BEGUN,
    BATCH_COMMITTED,
    REPORT_BEGUN,
    REPORT_IN_PLACE
  }

  @Test
  @Tag("long")
  void aScanThatIsKilledThreeTimesEndsAsIfItHadNotBeen() throws Exception {
    Rounds rounds = new Rounds(folder, 120, 3);
    rounds.series(List.of(Cue.SCAN_BEGUN, Cue.REPORT_BEGUN, Cue.REPORT_IN_PLACE));
    assertThat(rounds.kills()).isPositive();
  }

  @Test
  @Tag("long")
  void aScanThatIsKilledInAnyPhaseEndsAsIfItHadNotBeen() throws Exception {
    Rounds rounds = new Rounds(folder, 1_700, 25);
    for (int series = 0; series < 5; series++) {
      rounds.series(List.of(Cue.values()));
    }
    System.out.println(rounds.table());
    assertThat(rounds.kills()).isGreaterThanOrEqualTo(20);
    assertThat(rounds.hits.keySet())
        .contains(
            Phase.READING_BEFORE_THE_FIRST_COMMIT,
            Phase.BETWEEN_COMMITS,
            Phase.WRITING_THE_REPORT,
            Phase.COMPLETING);
  }

  /** Rounds of killing over the same papers. */
  private static final class Rounds {

    private final Path folder;
    private final Path papers;
    private final int count;
    private final Random random;
    private final ScanProcess.Night undisturbed;
    private final Duration whole;
    private final Map<Phase, Integer> hits = new EnumMap<>(Phase.class);
    private Path reports;
    private Path archive;
    private int series;
    private long commitBefore;

    Rounds(Path folder, int count, long seed) throws Exception {
      this.folder = folder;
      this.count = count;
      this.random = new Random(seed);
      this.papers = folder.resolve("papers");
      ManyFiles.write(papers, count, seed);
      this.reports = folder.resolve("reports");
      this.archive = folder.resolve("archive");
      Instant began = Instant.now();
      assertThat(start().ended()).isEqualTo(ExitCode.INCOMPLETE);
      this.whole = Duration.between(began, Instant.now());
      this.undisturbed = ScanProcess.Night.in(reports, archive);
    }

    /** One archive and one kill a cue; then a scan that is left in peace. */
    void series(List<Cue> cues) throws Exception {
      series++;
      reports = folder.resolve("reports-" + series);
      archive = folder.resolve("archive-" + series);
      boolean completed = false;
      for (Cue cue : cues) {
        if (!completed) {
          completed = killed(cue);
        }
      }
      if (!completed) {
        ScanProcess last = start();
        assertThat(last.ended()).as(last.said()).isEqualTo(ExitCode.INCOMPLETE);
      }
      ScanProcess.Night left = ScanProcess.Night.in(reports, archive);
      assertThat(left.report()).isEqualTo(undisturbed.report());
      assertThat(left.files()).isEqualTo(undisturbed.files());
      assertThat(left.items()).isEqualTo(undisturbed.items());
      assertThat(left.entries()).isEqualTo(undisturbed.entries());
      assertThat(ArchiveAccount.of(archive).faults()).isEmpty();
      assertThat(leftovers()).isEmpty();
    }

    /** Whether the scan was complete when it was killed, or ended before. */
    private boolean killed(Cue cue) throws Exception {
      commitBefore = commit();
      ScanProcess scan = start();
      await(cue, scan);
      TimeUnit.MILLISECONDS.sleep(delay(cue));
      List<ProcessHandle> workers = new ArrayList<>(scan.process().descendants().toList());
      if (!workers.isEmpty() && random.nextBoolean()) {
        Collections.shuffle(workers, random);
        workers.getFirst().destroyForcibly();
      }
      boolean ended = !scan.isAlive();
      scan.kill();
      for (ProcessHandle worker : workers) {
        worker.onExit().get(20, TimeUnit.SECONDS);
      }
      if (ended) {
        assertThat(scan.process().exitValue()).as(scan.said()).isEqualTo(ExitCode.INCOMPLETE);
        return true;
      }
      Phase phase = phase();
      hits.merge(phase, 1, Integer::sum);
      assertLatestIsWhole();
      assertOnlyWhatIsMissingIsRead();
      return phase == Phase.COMPLETED;
    }

    private int delay(Cue cue) {
      int most =
          switch (cue) {
            case START -> (int) whole.toMillis() / 3;
            case SCAN_BEGUN -> (int) whole.toMillis() / 6;
            case BATCH_COMMITTED -> (int) whole.toMillis() / 10;
            case REPORT_BEGUN -> 60;
            case REPORT_IN_PLACE -> 8;
          };
      return random.nextInt(most + 1);
    }

    private void await(Cue cue, ScanProcess scan) throws Exception {
      while (scan.isAlive() && !hasCome(cue)) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }

    private boolean hasCome(Cue cue) throws IOException {
      return switch (cue) {
        case START -> true;
        case SCAN_BEGUN -> commit() >= Math.max(2, commitBefore + 1);
        case BATCH_COMMITTED -> commit() >= Math.max(3, commitBefore + 2);
        case REPORT_BEGUN -> !reportFiles().isEmpty();
        case REPORT_IN_PLACE -> isReportInPlace();
      };
    }

    /** The number of the last commit: 1 makes the archive, 2 begins the scan, then batches. */
    private long commit() throws IOException {
      return list(archive.resolve("index")).stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("segments_"))
          .mapToLong(name -> Long.parseLong(name.substring("segments_".length()), 36))
          .max()
          .orElse(0);
    }

    private List<Path> reportFiles() throws IOException {
      List<Path> files = new ArrayList<>();
      for (Path entry : list(reports)) {
        if (entry.toString().endsWith(".unfinished")) {
          files.addAll(list(entry));
        }
      }
      return files;
    }

    private boolean isReportInPlace() throws IOException {
      return list(reports).stream()
          .anyMatch(entry ->
              !entry.getFileName().toString().startsWith(".") && !entry.endsWith("latest"));
    }

    private static List<Path> list(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files.toList();
      } catch (NoSuchFileException | UncheckedIOException e) {
        return List.of();
      }
    }

    private Phase phase() throws IOException, ArchiveException {
      if (commit() == 0) {
        return Phase.STARTING_OR_LISTING;
      }
      ArchiveAccount account = ArchiveAccount.of(archive);
      assertThat(account.faults()).filteredOn(fault -> !fault.contains("rule book")).isEmpty();
      if (account.openScan() == null) {
        return account.files() == count ? Phase.COMPLETED : Phase.STARTING_OR_LISTING;
      }
      if (account.files() < count) {
        return account.files() == 0 ? Phase.READING_BEFORE_THE_FIRST_COMMIT : Phase.BETWEEN_COMMITS;
      }
      if (isReportInPlace()) {
        return Phase.COMPLETING;
      }
      return reportFiles().isEmpty() ? Phase.ARRANGING_THE_REPORT : Phase.WRITING_THE_REPORT;
    }

    private void assertLatestIsWhole() {
      Path latest = reports.resolve("latest");
      if (Files.isSymbolicLink(latest)) {
        assertThat(latest.resolve("timings.jsonl")).isNotEmptyFile();
        assertThat(latest.resolve("items.jsonl"))
            .hasContent(undisturbed.report().get("items.jsonl"));
      }
    }

    private void assertOnlyWhatIsMissingIsRead()
        throws ScanException, ArchiveException, IOException {
      int committed = commit() == 0 ? 0 : ArchiveAccount.of(archive).files();
      ScanSettings settings =
          new ScanSettings(
              List.of(papers),
              reports,
              archive,
              Path.of("../rules"),
              LocalDate.of(2021, 1, 4),
              "development");
      assertThat(NightlyScan.toRead(settings)).hasSizeLessThanOrEqualTo(count - committed);
    }

    private List<String> leftovers() throws IOException {
      return list(reports).stream()
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(".") && !name.equals(".lock"))
          // A scan that was killed when all was done leaves the sign that it was there.
          .filter(name -> !name.endsWith(".lock") && !name.endsWith(".meanwhile"))
          .toList();
    }

    private ScanProcess start() throws IOException {
      return ScanProcess.start(folder, papers, reports, archive);
    }

    int kills() {
      return hits.values().stream().mapToInt(Integer::intValue).sum();
    }

    String table() {
      StringBuilder table = new StringBuilder("Kills by phase, " + kills() + " in all\n");
      for (Phase phase : Phase.values()) {
        table.append("  %-34s %3d%n".formatted(phase, hits.getOrDefault(phase, 0)));
      }
      return table.toString();
    }
  }
}
