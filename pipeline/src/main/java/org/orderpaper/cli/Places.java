package org.orderpaper.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orderpaper.rules.RuleBook;
import org.orderpaper.rules.RuleBookLoader;
import picocli.CommandLine.Option;

/** Where the archive and the rule book lie; options that most commands share. */
final class Places {

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      defaultValue = "archive",
      description = "the archive (default: ${DEFAULT-VALUE})")
  private Path archive;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "the rule book (default: the rules folder beside the program)")
  private @Nullable Path rules;

  Path archive() {
    return archive;
  }

  Path rules() {
    return rules != null ? rules : Path.of(System.getProperty("orderpaper.home", "."), "rules");
  }

  RuleBook ruleBook() throws RefusedException {
    try {
      return RuleBookLoader.load(rules());
    } catch (IOException e) {
      throw new RefusedException(
          "the rule book " + rules() + " cannot be read; name another with --rules");
    }
  }
}
