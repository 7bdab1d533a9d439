package org.orderpaper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;

/** A scan in a process of its own, as an officer starts it. */
record ScanProcess(Process process, Path output, Path errors) {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /** What a scan leaves that must not depend on how often it was cut short. */
  record Night(
      Map<String, String> report,
      List<BusinessItem> items,
      List<ReviewEntry> entries,
      List<FileRecord> files) {

    static Night in(Path reports, Path archive) throws IOException, ArchiveException {
      try (ArchiveReader reader = ArchiveReader.open(archive)) {
        List<BusinessItem> items =
            reader.allItems().stream().sorted(Comparator.comparing(BusinessItem::id)).toList();
        List<ReviewEntry> entries =
            reader.entries(new HashSet<>(items.stream().map(BusinessItem::id).toList())).stream()
                .sorted(Comparator.comparing(ReviewEntry::id).thenComparing(ReviewEntry::item))
                .toList();
        List<FileRecord> files =
            reader.allFiles().stream()
                .map(file ->
                    new FileRecord(
                        file.root(),
                        file.path(),
                        file.reading(),
                        file.ocr(),
                        "scan",
                        file.rows(),
                        file.held()))
                .toList();
        return new Night(report(reports.resolve("latest").toRealPath()), items, entries, files);
      }
    }

    private static Map<String, String> report(Path folder) throws IOException {
      Map<String, String> report = new TreeMap<>();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.endsWith("timings.jsonl")) {
            report.put(folder.relativize(file).toString(), Files.readString(file));
          }
        }
      }
      return report;
    }
  }

  static ScanProcess start(Path scratch, Path papers, Path reports, Path archive, String... more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dorderpaper.home=" + HOME,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "scan",
                papers.toString(),
                "--reports",
                reports.toString(),
                "--archive",
                archive.toString(),
                "--as-of",
                "2021-01-04"));
    command.addAll(List.of(more));
    Path output = Files.createTempFile(scratch, "scan", ".out");
    Path errors = Files.createTempFile(scratch, "scan", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    return new ScanProcess(process, output, errors);
  }

  /** The exit code, once it has ended by itself. */
  int ended() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("a scan of small files did not end in five minutes");
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it with no chance to tidy up. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  String said() throws IOException {
    return Files.readString(output) + Files.readString(errors);
  }
}
