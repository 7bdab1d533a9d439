package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.orderpaper.model.Span;

/**
 * Words that the engine itself asks of a text, apart from any rule. The rule book gives them in
 * families of fixed names; what it does not give is never found.
 */
final class Signs {

  /** Words that cite an instruction, such as "guidance" or "not competent business". */
  static final String INSTRUCTION_REFERENCE = "instruction-reference";

  /** Words that cite a closed period. */
  static final String CLOSED_PERIOD_REFERENCE = "closed-period-reference";

  /**
   * What one document has of them.
   *
   * @param citations the words that cite an instruction
   * @param citesClosedPeriod whether it cites a closed period
   * @param named the instructions that it names
   */
  record Seen(List<Span> citations, boolean citesClosedPeriod, List<DatedInstruction> named) {

    Seen {
      citations = List.copyOf(citations);
      named = List.copyOf(named);
    }
  }

  private final List<WordList> instruction;
  private final List<WordList> closedPeriod;
  private final List<DatedInstruction> instructions;

  Signs(Lexicon lexicon, Collection<DatedInstruction> instructions) {
    this.instruction = family(lexicon, INSTRUCTION_REFERENCE);
    this.closedPeriod = family(lexicon, CLOSED_PERIOD_REFERENCE);
    this.instructions = List.copyOf(instructions);
  }

  private static List<WordList> family(Lexicon lexicon, String name) {
    WordList named = lexicon.named(name);
    return named == null ? List.of() : List.of(named);
  }

  Seen in(TreeWalk.Words words) throws IOException {
    List<Span> citations = new ArrayList<>();
    for (WordList list : instruction) {
      words.hits(list).forEach(hit -> citations.add(hit.span()));
    }
    List<DatedInstruction> named = new ArrayList<>();
    for (DatedInstruction each : instructions) {
      if (anyOf(each.namedBy(), words)) {
        named.add(each);
      }
    }
    return new Seen(citations, anyOf(closedPeriod, words), named);
  }

  private static boolean anyOf(List<WordList> lists, TreeWalk.Words words) throws IOException {
    for (WordList list : lists) {
      if (!words.hits(list).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
