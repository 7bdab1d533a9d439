package org.orderpaper.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.orderpaper.model.RuleCard;
import org.orderpaper.model.RuleFault;
import org.orderpaper.rules.RuleBook;
import org.orderpaper.rules.RuleTestReport;
import org.orderpaper.scan.RuleCases;
import org.orderpaper.scan.ScanException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rules check|test|list}: work on the rule book itself. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Checks, tests and lists the rules.")
final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name one: check, test or list");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads the rule book and names what is wrong with it, as file:line:column.")
  int check(@Mixin Places places) throws RefusedException {
    List<RuleFault> faults = places.ruleBook().check();
    faults.forEach(out()::println);
    int rules = places.ruleBook().card().rules().size();
    out().println(rules + " rules, " + faults.size() + (faults.size() == 1 ? " fault" : " faults"));
    return faults.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Runs the cases beside the rules.")
  int test(@Mixin Places places) throws RefusedException, ScanException {
    RuleBook ruleBook = places.ruleBook();
    RuleTestReport report = RuleCases.run(ruleBook);
    report.cases().stream()
        .filter(result -> !result.asExpected())
        .forEach(result ->
            out()
                .println(
                    result.file()
                        + ":"
                        + result.line()
                        + ":"
                        + result.column()
                        + ": "
                        + result.kind().word()
                        + (result.matched() ? ", but it matches: " : ", but no match: ")
                        + result.text()));
    tallies("topic", report.byTopic());
    tallies("rule", report.byRule());
    ruleBook.card().faults().forEach(fault -> out().println("not run: " + fault));
    return report.passed() && ruleBook.card().faults().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the rules with their topics and status.")
  int list(@Mixin Places places) throws RefusedException {
    for (RuleCard rule : places.ruleBook().card().rules().values()) {
      out().printf("%-45s %-8s %s%n", rule.id(), rule.status().word(), rule.title());
    }
    return ExitCode.DONE;
  }

  private void tallies(String what, Map<String, RuleTestReport.Tally> tallies) {
    out().println();
    out().printf("%-45s %6s %6s %6s %6s %6s%n", what, "found", "missed", "quiet", "false", "gaps");
    tallies.forEach((name, tally) ->
        out()
            .printf(
                "%-45s %6d %6d %6d %6d %6d%n",
                name,
                tally.truePositives(),
                tally.falseNegatives(),
                tally.trueNegatives(),
                tally.falsePositives(),
                tally.misses()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
