package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.orderpaper.rules.Condition.Scope;

/**
 * Evaluates conditions on one document. The same walk serves the night's index, the archive and the
 * one item that is explained.
 */
final class TreeWalk {

  /** Combinations of one condition beyond this number are not looked at. */
  static final int MOST_MATCHES = 256;

  /** What a walk reads of a document. */
  interface Words {
    List<Hit> hits(WordList list) throws IOException;

    /** The matches of an expert's query; {@link Match#WHOLE} where it has no words in the text. */
    List<Match> matches(Condition.ByQuery query) throws IOException;
  }

  /** The part of the text that counts. */
  private sealed interface Part {
    record Everything() implements Part {}

    record Sentence(int number) implements Part {}

    record Paragraph(int number) implements Part {}
  }

  private static final Part EVERYTHING = new Part.Everything();
  private static final Part HEADING = new Part.Sentence(0);

  private final Words words;
  private final BitSet removed;

  /**
   * @param removed the numbers of sentences whose words do not count
   */
  TreeWalk(Words words, BitSet removed) {
    this.words = words;
    this.removed = removed;
  }

  /** The ways in which {@code condition} holds, in the order of the text. */
  List<Match> matches(Condition condition) throws IOException {
    return matches(condition, EVERYTHING);
  }

  /** The ways in which it holds within one sentence. */
  List<Match> matchesInSentence(Condition condition, int sentence) throws IOException {
    return matches(condition, new Part.Sentence(sentence));
  }

  /** The numbers of the sentences in which it holds. */
  BitSet sentencesOf(Condition condition) throws IOException {
    BitSet sentences = new BitSet();
    for (Part part : partsOf(condition, Scope.SENTENCE, EVERYTHING)) {
      if (part instanceof Part.Sentence(int number) && !matches(condition, part).isEmpty()) {
        sentences.set(number);
      }
    }
    return sentences;
  }

  private List<Match> matches(Condition condition, Part part) throws IOException {
    return switch (condition) {
      case Condition.Words leaf -> leaf(leaf, part);
      case Condition.ByQuery query -> byQuery(query, part);
      case Condition.Heading heading ->
          part.equals(EVERYTHING) || part.equals(HEADING)
              ? matches(heading.member(), HEADING)
              : List.of();
      case Condition.Any any -> any(any.members(), part);
      case Condition.All all -> inParts(all, all.scope(), part, p -> all(all.members(), p));
      case Condition.Near near -> inParts(near, near.scope(), part, p -> near(near, p));
      case Condition.Ordered ordered ->
          inParts(ordered, ordered.scope(), part, p -> ordered(ordered, p));
    };
  }

  private List<Match> leaf(Condition.Words leaf, Part part) throws IOException {
    List<Match> matches = new ArrayList<>();
    for (Hit hit : words.hits(leaf.list())) {
      if (counts(hit, part)) {
        matches.add(Match.of(hit));
      }
    }
    return matches;
  }

  private List<Match> byQuery(Condition.ByQuery query, Part part) throws IOException {
    return words.matches(query).stream()
        .filter(match -> match.hits().stream().allMatch(hit -> counts(hit, part)))
        .toList();
  }

  private boolean counts(Hit hit, Part part) {
    if (removed.get(hit.sentence())) {
      return false;
    }
    return switch (part) {
      case Part.Everything() -> true;
      case Part.Sentence(int number) -> hit.sentence() == number;
      case Part.Paragraph(int number) -> hit.paragraph() == number;
    };
  }

  private List<Match> any(List<Condition> members, Part part) throws IOException {
    List<Match> matches = new ArrayList<>();
    for (Condition member : members) {
      matches.addAll(matches(member, part));
    }
    return Match.tidy(matches.stream(), MOST_MATCHES);
  }

  /** Around each match of the rarest member, the nearest match of every other. */
  private List<Match> all(List<Condition> members, Part part) throws IOException {
    List<List<Match>> found = new ArrayList<>();
    for (Condition member : members) {
      List<Match> matches = matches(member, part);
      if (matches.isEmpty()) {
        return List.of();
      }
      found.add(matches);
    }
    int rarest = rarest(found);
    Stream<Match> combined =
        found.get(rarest).stream().map(anchor -> around(anchor, rarest, found));
    return Match.tidy(combined, MOST_MATCHES);
  }

  private static Match around(Match anchor, int rarest, List<List<Match>> found) {
    List<Match> parts = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      parts.add(i == rarest ? anchor : anchor.nearest(found.get(i)));
    }
    return Match.of(parts);
  }

  private static int rarest(List<List<Match>> found) {
    int rarest = 0;
    for (int i = 1; i < found.size(); i++) {
      rarest = frequency(found.get(i)) < frequency(found.get(rarest)) ? i : rarest;
    }
    return rarest;
  }

  private static int frequency(List<Match> matches) {
    // A member that holds for the whole item tells no place: it is no anchor.
    return matches.getFirst().isWhole() ? Integer.MAX_VALUE : matches.size();
  }

  private List<Match> near(Condition.Near near, Part part) throws IOException {
    List<Match> ones = matches(near.one(), part);
    List<Match> others = ones.isEmpty() ? List.of() : matches(near.other(), part);
    List<Match> pairs = new ArrayList<>();
    for (Match one : ones) {
      for (Match other : others) {
        int gap = one.gapTo(other);
        // Less than nought is one and the same word, which is not near itself.
        if (gap >= 0 && gap <= near.gaps()) {
          pairs.add(Match.of(List.of(one, other)));
        }
      }
    }
    return Match.tidy(pairs.stream(), MOST_MATCHES);
  }

  private List<Match> ordered(Condition.Ordered ordered, Part part) throws IOException {
    List<List<Match>> chains = new ArrayList<>(List.of(List.of()));
    for (Condition member : ordered.members()) {
      List<Match> next = matches(member, part);
      List<List<Match>> longer = new ArrayList<>();
      for (List<Match> chain : chains) {
        for (Match match : next) {
          if (longer.size() < MOST_MATCHES && follows(chain, match, ordered.gaps())) {
            List<Match> extended = new ArrayList<>(chain);
            extended.add(match);
            longer.add(extended);
          }
        }
      }
      chains = longer;
    }
    return Match.tidy(chains.stream().map(Match::of), MOST_MATCHES);
  }

  private static boolean follows(List<Match> chain, Match next, int gaps) {
    if (chain.isEmpty()) {
      return true;
    }
    if (next.first() <= chain.getLast().last()) {
      return false;
    }
    int between = next.first() - chain.getLast().last() - 1;
    for (int i = 1; i < chain.size(); i++) {
      between += chain.get(i).first() - chain.get(i - 1).last() - 1;
    }
    return between <= gaps;
  }

  /** A condition within one part of the text. */
  private interface InPart {
    List<Match> matches(Part part) throws IOException;
  }

  private List<Match> inParts(Condition condition, Scope scope, Part within, InPart evaluation)
      throws IOException {
    if (scope == Scope.ITEM || within instanceof Part.Sentence) {
      return evaluation.matches(within);
    }
    List<Match> matches = new ArrayList<>();
    for (Part part : partsOf(condition, scope, within)) {
      matches.addAll(evaluation.matches(part));
    }
    return Match.tidy(matches.stream(), MOST_MATCHES);
  }

  /** The sentences or paragraphs in which any word of the condition stands. */
  private List<Part> partsOf(Condition condition, Scope scope, Part within) throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    collect(condition, scope, within, numbers);
    return numbers.stream()
        .<Part>map(number ->
            scope == Scope.SENTENCE ? new Part.Sentence(number) : new Part.Paragraph(number))
        .toList();
  }

  private void collect(Condition condition, Scope scope, Part within, Set<Integer> numbers)
      throws IOException {
    List<Match> leaves =
        switch (condition) {
          case Condition.Words leaf -> leaf(leaf, within);
          case Condition.ByQuery query -> byQuery(query, within);
          case Condition.Any _,
              Condition.All _,
              Condition.Near _,
              Condition.Ordered _,
              Condition.Heading _ ->
              List.of();
        };
    for (Match leaf : leaves) {
      for (Hit hit : leaf.hits()) {
        numbers.add(scope == Scope.SENTENCE ? hit.sentence() : hit.paragraph());
      }
    }
    for (Condition child : condition.children()) {
      collect(child, scope, within, numbers);
    }
  }
}
