package org.orderpaper.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.AccessLog;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code why ITEM [RULE]}: how an item was read, and why rules matched it. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Tells how an item was read, and by which words the rules matched it.")
final class WhyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(index = "0", paramLabel = "ITEM", description = "the id of the item")
  private String item;

  @Parameters(index = "1", arity = "0..1", paramLabel = "RULE", description = "one rule only")
  private @Nullable String rule;

  @Option(
      names = "--unmask",
      description = "show this one item in clear; needs --reason, and is logged")
  private boolean unmask;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why the names are needed")
  private @Nullable String reason;

  @Override
  public Integer call() throws RefusedException, ArchiveException {
    if (unmask && (reason == null || reason.isBlank())) {
      throw new ParameterException(
          spec.commandLine(), "--unmask needs --reason TEXT; both are logged");
    }
    RuleBook ruleBook = places.ruleBook();
    PrintWriter out = spec.commandLine().getOut();
    try (ArchiveReader archive = ArchiveReader.open(places.archive())) {
      BusinessItem found = Items.in(archive, item);
      if (unmask && reason != null) {
        AccessLog.of(places.archive())
            .unmasked(found.id(), reason, System.getProperty("user.name", ""), Instant.now());
      }
      ExplanationText text = ExplanationText.of(found, unmask);
      text.reading().forEach(out::println);
      text.matches(ruleBook.explain(found, Items.known(ruleBook, rule))).forEach(out::println);
    }
    return ExitCode.DONE;
  }
}
