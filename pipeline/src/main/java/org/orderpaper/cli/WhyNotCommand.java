package org.orderpaper.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code why-not ITEM RULE}: which condition of a rule an item fails. */
@Command(
    name = "why-not",
    mixinStandardHelpOptions = true,
    description = "Tells which conditions of a rule an item meets and which it fails.")
final class WhyNotCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(index = "0", paramLabel = "ITEM", description = "the id of the item")
  private String item;

  @Parameters(index = "1", paramLabel = "RULE", description = "the id of the rule")
  private String rule;

  @Override
  public Integer call() throws RefusedException, ArchiveException {
    RuleBook ruleBook = places.ruleBook();
    PrintWriter out = spec.commandLine().getOut();
    try (ArchiveReader archive = ArchiveReader.open(places.archive())) {
      BusinessItem found = Items.in(archive, item);
      ExplanationText.of(found, false)
          .matches(ruleBook.explain(found, Items.known(ruleBook, rule)))
          .forEach(out::println);
    }
    return ExitCode.DONE;
  }
}
