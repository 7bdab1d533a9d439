package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

    /** How many sentences there are; no fewer than paragraphs. */
    int sentences();

    /** The matches of an expert's query; {@link Match#WHOLE} where it has no words in the text. */
    List<Match> matches(Condition.ByQuery query) throws IOException;

    /** One match of the words that speak most for the topic; none where it is not likely. */
    List<Match> matches(Condition.Like like) throws IOException;
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
      case Condition.ByQuery query -> counting(words.matches(query), part);
      case Condition.Like like -> counting(words.matches(like), part);
      case Condition.Heading heading ->
          part.equals(EVERYTHING) || part.equals(HEADING)
              ? matches(heading.member(), HEADING)
              : List.of();
      case Condition.Any any -> inParts(any, any.scope(), part, p -> any(any.members(), p));
      case Condition.All all -> inParts(all, all.scope(), part, p -> all(all.members(), p));
      case Condition.Near near -> inParts(near, near.scope(), part, p -> near(near, p));
      case Condition.Ordered ordered ->
          inParts(ordered, ordered.scope(), part, p -> ordered(ordered, p));
    };
  }

  private List<Match> leaf(Condition.Words leaf, Part part) throws IOException {
    List<Match> matches = new ArrayList<>();
    List<Hit> hits = words.hits(leaf.list());
    for (int i = firstIn(hits, part); i < hits.size() && reaches(hits.get(i), part); i++) {
      if (counts(hits.get(i), part)) {
        matches.add(Match.of(hits.get(i)));
      }
    }
    return matches;
  }

  /** Hits rise with the text: without this, a text of many sentences costs their square. */
  private static int firstIn(List<Hit> hits, Part part) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Hit hit = hits.get(middle);
      boolean before =
          switch (part) {
            case Part.Everything() -> false;
            case Part.Sentence(int number) -> hit.sentence() < number;
            case Part.Paragraph(int number) -> hit.paragraph() < number;
          };
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean reaches(Hit hit, Part part) {
    return switch (part) {
      case Part.Everything() -> true;
      case Part.Sentence(int number) -> hit.sentence() <= number;
      case Part.Paragraph(int number) -> hit.paragraph() <= number;
    };
  }

  private List<Match> counting(List<Match> matches, Part part) {
    return matches.stream()
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
    return Match.tidy(matches, Integer.MAX_VALUE);
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
    List<Match> combined = new ArrayList<>();
    for (Match anchor : found.get(rarest)) {
      if (combined.size() == MOST_MATCHES) {
        break;
      }
      combined.add(around(anchor, rarest, found));
    }
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
    int widest = others.stream().mapToInt(m -> m.last() - m.first()).max().orElse(0);
    List<Match> pairs = new ArrayList<>();
    for (Match one : ones) {
      int from = Match.firstFrom(others, one.first() - near.gaps() - 1 - widest);
      for (Match other : others.subList(from, others.size())) {
        if (other.first() - one.last() - 1 > near.gaps() || pairs.size() == MOST_MATCHES) {
          break;
        }
        int gap = one.gapTo(other);
        // Less than nought is one and the same word, which is not near itself.
        if (gap >= 0 && gap <= near.gaps()) {
          pairs.add(Match.of(List.of(one, other)));
        }
      }
    }
    return Match.tidy(pairs, MOST_MATCHES);
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
    return Match.tidy(chains.stream().map(Match::of).toList(), MOST_MATCHES);
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
    return Match.tidy(matches, MOST_MATCHES);
  }

  /** The sentences or paragraphs in which the condition may hold. */
  private List<Part> partsOf(Condition condition, Scope scope, Part within) throws IOException {
    BitSet numbers = numbersOf(condition, scope, within);
    List<Part> parts = new ArrayList<>();
    for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
      parts.add(scope == Scope.SENTENCE ? new Part.Sentence(i) : new Part.Paragraph(i));
    }
    return parts;
  }

  private BitSet numbersOf(Condition condition, Scope scope, Part within) throws IOException {
    return switch (condition) {
      case Condition.Words leaf -> numbersOf(leaf, scope, within);
      case Condition.ByQuery _, Condition.Like _, Condition.Heading _ ->
          numbersOf(matches(condition, within), scope);
      case Condition.Any any -> {
        BitSet numbers = new BitSet();
        for (Condition member : any.members()) {
          numbers.or(numbersOf(member, scope, within));
        }
        yield numbers;
      }
      case Condition.All _, Condition.Near _, Condition.Ordered _ -> {
        BitSet numbers = null;
        for (Condition member : condition.children()) {
          if (numbers == null || !numbers.isEmpty()) {
            BitSet ofMember = numbersOf(member, scope, within);
            numbers = numbers == null ? ofMember : common(numbers, ofMember);
          }
        }
        yield numbers == null ? new BitSet() : numbers;
      }
    };
  }

  private static BitSet common(BitSet one, BitSet other) {
    one.and(other);
    return one;
  }

  private BitSet numbersOf(Condition.Words leaf, Scope scope, Part within) throws IOException {
    BitSet numbers = new BitSet();
    List<Hit> hits = words.hits(leaf.list());
    for (int i = firstIn(hits, within); i < hits.size() && reaches(hits.get(i), within); i++) {
      if (counts(hits.get(i), within)) {
        numbers.set(numberOf(hits.get(i), scope));
      }
    }
    return numbers;
  }

  private BitSet numbersOf(List<Match> matches, Scope scope) {
    BitSet numbers = new BitSet();
    for (Match match : matches) {
      match.hits().forEach(hit -> numbers.set(numberOf(hit, scope)));
      if (match.isWhole()) {
        // Holds in every part there can be.
        numbers.set(0, words.sentences());
      }
    }
    return numbers;
  }

  private static int numberOf(Hit hit, Scope scope) {
    return scope == Scope.SENTENCE ? hit.sentence() : hit.paragraph();
  }
}
