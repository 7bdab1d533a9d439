package org.orderpaper.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.archive.DecisionLog;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.DecisionOutcome;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.rules.ItemFields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decide FINDING OUTCOME --reason TEXT}: records what a reviewer decided. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Records a reviewer's decision on a finding.",
      "OUTCOME is confirmed, not-a-match, permitted, over-restriction, welfare or"
          + " needs-information."
    })
final class DecideCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(index = "0", paramLabel = "FINDING", description = "the id of the finding")
  private String finding;

  @Parameters(index = "1", paramLabel = "OUTCOME", description = "what was decided")
  private String outcome;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why, in a sentence; names nobody")
  private String reason;

  @Override
  public Integer call() throws RefusedException, ArchiveException {
    DecisionOutcome decided =
        VocabularyWord.of(DecisionOutcome.class, outcome)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "OUTCOME is one of " + words() + ", not " + outcome));
    if (reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--reason takes a sentence");
    }
    try (ArchiveReader archive = ArchiveReader.open(places.archive())) {
      ReviewEntry entry =
          archive
              .entry(finding)
              .orElseThrow(() ->
                  new RefusedException(
                      "there is no finding "
                          + finding
                          + " in "
                          + places.archive()
                          + "; copy its id from the report"));
      BusinessItem item = archive.item(ItemFields.ITEM, entry.item()).orElseThrow();
      Decision decision =
          new Decision(
              entry.id(),
              entry.fingerprint(),
              entry instanceof Finding matched ? matched.rule() : null,
              item.outcome(),
              decided,
              reason,
              LocalDate.now(ZoneId.systemDefault()));
      DecisionLog.of(places.archive()).append(decision);
      report(item, entry, decided);
    }
    return ExitCode.DONE;
  }

  private void report(BusinessItem item, ReviewEntry entry, DecisionOutcome decided) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Recorded: " + entry.id() + " " + decided.word());
    if (decided == DecisionOutcome.NOT_A_MATCH && entry instanceof Finding matched) {
      out.println("Proposed for rules/" + matched.rule() + ".yaml, under cases:");
      ProposedCase.lines(matched, item).forEach(out::println);
    }
  }

  private static String words() {
    return Stream.of(DecisionOutcome.values())
        .map(DecisionOutcome::word)
        .collect(Collectors.joining(", "));
  }
}
