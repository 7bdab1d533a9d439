package org.orderpaper.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.report.Evaluation;
import org.orderpaper.scan.LabelledScan;
import org.orderpaper.scan.ScanException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate LABELS DIR}: how good the results are on labelled papers. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Scans labelled papers into a temporary archive and measures the results.")
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(index = "0", paramLabel = "LABELS", description = "the labels, one JSON line a paper")
  private Path labels;

  @Parameters(index = "1", paramLabel = "DIR", description = "the folder of the papers")
  private Path folder;

  @Option(names = "--as-of", paramLabel = "DATE", description = "the day of the report")
  private @Nullable LocalDate asOf;

  @ArgGroup private final Form form = new Form();

  /** How the result is printed; plain text where none is asked for. */
  private static final class Form {
    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(names = "--markdown", description = "print the figures as tables of Markdown")
    private boolean markdown;
  }

  @Override
  public Integer call() throws ScanException, ArchiveException, IOException {
    Evaluation evaluation =
        LabelledScan.evaluate(
            labels,
            folder,
            places.rules(),
            asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf);
    PrintWriter out = spec.commandLine().getOut();
    if (form.json) {
      evaluation.renderJson(out);
    } else if (form.markdown) {
      evaluation.renderMarkdown(out);
    } else {
      evaluation.render(out);
    }
    out.flush();
    return ExitCode.DONE;
  }
}
