package org.orderpaper.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.search.Query;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.archive.SearchResult;
import org.orderpaper.rules.ItemFields;
import org.orderpaper.rules.QuerySyntaxException;
import org.orderpaper.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code search QUERY}: finds items in the archive. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds business items in the archive. Names of persons are not indexed and cannot be found.",
      "For example: search 'library AND outcome:carried'"
    })
final class SearchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "words, phrases, field:value")
  private List<String> words;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many hits at most (default: ${DEFAULT-VALUE})")
  private int most;

  @Option(names = "--json", description = "print a JSON object a hit")
  private boolean json;

  @Override
  public Integer call() throws RefusedException, ArchiveException {
    if (most < 1) {
      throw new ParameterException(spec.commandLine(), "--most takes a number from 1 on");
    }
    RuleBook ruleBook = places.ruleBook();
    Query query = query(ruleBook);
    PrintWriter out = spec.commandLine().getOut();
    try (ArchiveReader archive = ArchiveReader.open(places.archive())) {
      SearchResult result = archive.search(query, ItemFields.TEXT, most);
      boolean colour = Highlighting.onTerminal();
      for (SearchResult.Hit hit : result.hits()) {
        out.print(json ? HitText.json(hit) : HitText.lines(hit, colour));
      }
      if (!json) {
        out.println(result.total() == 1 ? "1 item" : result.total() + " items");
      }
    }
    return ExitCode.DONE;
  }

  private Query query(RuleBook ruleBook) throws RefusedException {
    try {
      return ruleBook.query(String.join(" ", words));
    } catch (QuerySyntaxException e) {
      throw new RefusedException("the query cannot be read: " + e.getMessage());
    }
  }
}
