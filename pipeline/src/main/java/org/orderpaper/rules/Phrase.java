package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that follow one another.
 *
 * @param validity when the phrase counts, for a dated name of a gazetteer; null for always
 */
record Phrase(List<WordPattern> words, @Nullable Validity validity) {

  Phrase {
    words = List.copyOf(words);
  }

  /**
   * The phrases that {@code written} stands for: itself, and with hyphenated words joined where it
   * has any, because papers write both {@code anti-semitism} and {@code antisemitism}.
   *
   * @throws IllegalArgumentException with a sentence for the author, where there is no word in it
   *     or an asterisk stands where it cannot
   */
  static List<Phrase> of(String written, @Nullable Validity validity) {
    List<Piece> pieces = TextScanner.scan(written);
    refuseStrayAsterisks(written, pieces);
    List<WordPattern> parted = new ArrayList<>();
    List<WordPattern> joined = new ArrayList<>();
    boolean anyJoined = false;
    boolean skip = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (piece.kind()) {
        case WORD, NAME -> {
          boolean continued = continues(pieces, i);
          parted.add(pattern(piece));
          if (!(skip && continued)) {
            joined.add(pattern(piece));
          }
          skip = skip && continued;
        }
        case JOINED -> {
          joined.set(joined.size() - 1, pattern(piece));
          anyJoined = true;
          skip = true;
        }
        case CONTINUES, CAPITALS, BOUNDARY -> {}
      }
    }
    if (parted.isEmpty()) {
      throw new IllegalArgumentException("there is no word in '" + written + "'");
    }
    Phrase usual = new Phrase(parted, validity);
    return anyJoined ? List.of(usual, new Phrase(joined, validity)) : List.of(usual);
  }

  /** The phrase that only the capitals of {@code word} match. */
  static Phrase ofCapitals(String word, @Nullable Validity validity) {
    return new Phrase(List.of(new WordPattern(TextScanner.CAPITALS + word, false)), validity);
  }

  private static boolean continues(List<Piece> pieces, int word) {
    for (int i = word + 1; i < pieces.size() && pieces.get(i).stacked(); i++) {
      if (pieces.get(i).kind() == Piece.Kind.CONTINUES) {
        return true;
      }
    }
    return false;
  }

  private static WordPattern pattern(Piece piece) {
    if (!piece.open()) {
      boolean name = piece.kind() == Piece.Kind.NAME;
      return new WordPattern(name ? piece.term() : ItemAnalyzer.stem(piece.term()), false);
    }
    if (piece.term().length() < WordPattern.SHORTEST_PREFIX) {
      throw new IllegalArgumentException(
          "'"
              + piece.term()
              + "*' is too short: at least "
              + WordPattern.SHORTEST_PREFIX
              + " letters stand before an asterisk");
    }
    return new WordPattern(piece.term(), true);
  }

  private static void refuseStrayAsterisks(String written, List<Piece> pieces) {
    long stars = written.chars().filter(c -> c == '*').count();
    long open = pieces.stream().filter(p -> p.open() && p.kind() == Piece.Kind.WORD).count();
    if (stars != open) {
      throw new IllegalArgumentException(
          "an asterisk stands at the end of a word only, in '" + written + "'");
    }
  }
}
