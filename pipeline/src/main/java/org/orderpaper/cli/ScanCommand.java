package org.orderpaper.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.scan.NightlyScan;
import org.orderpaper.scan.ScanException;
import org.orderpaper.scan.ScanResult;
import org.orderpaper.scan.ScanSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scan PATH...}: reads what is new, matches it and writes the report. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Reads files and folders, matches the rules and writes the ranked report.")
final class ScanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and folders to scan")
  private List<Path> paths;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "where reports are written (default: ${DEFAULT-VALUE})")
  private Path reports;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "the day of the report, as 2026-01-31 (default: today); later meetings are to come")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "end with 1 when an item is ranked at this severity (1 to 4) or above")
  private @Nullable Integer failOn;

  @Option(
      names = "--retry-failed",
      description = {
        "read again, beside what is new or changed, the files whose last reading failed;",
        "without it they keep their reason, and count, until they change"
      })
  private boolean retryFailed;

  @Option(names = "--dry-run", description = "list what would be read, and read nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "print the closing figures as JSON")
  private boolean json;

  @Option(names = "--quiet", description = "print nothing but errors")
  private boolean quiet;

  @Override
  public Integer call() throws ScanException, ArchiveException {
    if (failOn != null && (failOn < 1 || failOn > 4)) {
      throw new ParameterException(
          spec.commandLine(), "--fail-on takes a severity from 1 to 4, not " + failOn);
    }
    ScanSettings settings = settings();
    if (dryRun) {
      NightlyScan.toRead(settings).forEach(out()::println);
      return ExitCode.DONE;
    }
    ScanResult result;
    try (ScanProgress progress = ScanProgress.on(quiet)) {
      result = NightlyScan.run(settings, progress);
    }
    print(result);
    return exitCode(result);
  }

  private ScanSettings settings() {
    try {
      return new ScanSettings(
          paths,
          reports,
          places.archive(),
          places.rules(),
          asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf,
          retryFailed,
          Main.Version.number());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(ScanResult result) {
    if (quiet) {
      return;
    }
    if (json) {
      out().println(ClosingBlock.json(result.statistics(), result.folder()));
    } else {
      ClosingBlock.lines(result.statistics(), result.folder()).forEach(out()::println);
    }
  }

  private int exitCode(ScanResult result) {
    if (result.failures() || result.ruleFaults()) {
      return ExitCode.INCOMPLETE;
    }
    return failOn != null && result.highestSeverity() >= failOn ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
