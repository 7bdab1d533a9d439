package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.segment.Phrase.Step.Accept;
import org.orderpaper.segment.Phrase.Step.Figure;
import org.orderpaper.segment.Phrase.Step.Gap;
import org.orderpaper.segment.Phrase.Step.Split;
import org.orderpaper.segment.Phrase.Step.Stem;
import org.orderpaper.segment.Phrase.Step.Word;

/**
 * A cue as it is written: words, open-ended words, numbers and short gaps, with ways that part at
 * alternatives and join again. {@link CueTree} matches it.
 */
record Phrase(Step start) {

  /** One step, and the step that follows it. */
  sealed interface Step {
    /** Exactly this word. */
    record Word(String word, Step next) implements Step {}

    /** A word that begins so. */
    record Stem(String stem, Step next) implements Step {}

    /** A number in digits or words. */
    record Figure(Step next) implements Step {}

    /** Up to six words of the same sentence. */
    record Gap(Step next) implements Step {}

    /** Any of these. */
    record Split(List<Step> ways) implements Step {}

    /** The end of the cue. */
    record Accept() implements Step {}
  }

  private static boolean beginsWithGap(Step step) {
    return switch (step) {
      case Split(List<Step> ways) -> ways.stream().anyMatch(Phrase::beginsWithGap);
      case Word _, Stem _, Figure _ -> false;
      case Gap _, Accept _ -> true;
    };
  }

  /**
   * Reads a cue: words; {@code stem*}; {@code ...} for a short gap; {@code {n}} for a number;
   * {@code (a|b c)} for alternatives; {@code [x]} for what may be missing.
   *
   * @throws IllegalArgumentException if brackets do not close, or the cue may begin with a gap
   */
  static Phrase read(String cue) {
    Phrase phrase = new Phrase(new Reader(cue).read());
    if (beginsWithGap(phrase.start())) {
      throw new IllegalArgumentException("a cue must begin with a word or number: " + cue);
    }
    return phrase;
  }

  /** Reads a cue from left to right into pieces, and links them from right to left. */
  private static final class Reader {
    private final String cue;
    private int at;

    Reader(String cue) {
      this.cue = cue;
    }

    Step read() {
      return linked(alternatives('\0'), new Accept());
    }

    /** A piece of a cue before it is linked to what follows. */
    private sealed interface Piece {
      record One(String word, boolean open) implements Piece {}

      record Figures() implements Piece {}

      record Skip() implements Piece {}

      record Either(List<List<Piece>> ways) implements Piece {}
    }

    private static Step linked(List<List<Piece>> ways, Step next) {
      List<Step> steps = new ArrayList<>();
      for (List<Piece> way : ways) {
        Step step = next;
        for (Piece piece : way.reversed()) {
          step =
              switch (piece) {
                case Piece.One(String word, boolean open) ->
                    open ? new Stem(word, step) : new Word(word, step);
                case Piece.Figures _ -> new Figure(step);
                case Piece.Skip _ -> new Gap(step);
                case Piece.Either(List<List<Piece>> inner) -> linked(inner, step);
              };
        }
        steps.add(step);
      }
      return steps.size() == 1 ? steps.getFirst() : new Split(List.copyOf(steps));
    }

    private List<List<Piece>> alternatives(char close) {
      List<List<Piece>> ways = new ArrayList<>();
      List<Piece> way = new ArrayList<>();
      ways.add(way);
      while (at < cue.length() && cue.charAt(at) != close) {
        if (cue.charAt(at) == '|') {
          at++;
          way = new ArrayList<>();
          ways.add(way);
        } else {
          next(way);
        }
      }
      if (close != '\0') {
        if (at >= cue.length()) {
          throw new IllegalArgumentException("missing " + close + " in cue: " + cue);
        }
        at++;
      }
      return ways;
    }

    private void next(List<Piece> way) {
      char c = cue.charAt(at);
      if (c == '(') {
        at++;
        way.add(new Piece.Either(alternatives(')')));
      } else if (c == '[') {
        at++;
        List<List<Piece>> ways = alternatives(']');
        ways.add(List.of());
        way.add(new Piece.Either(ways));
      } else if (cue.startsWith("{n}", at)) {
        at += 3;
        way.add(new Piece.Figures());
      } else if (cue.startsWith("...", at)) {
        at += 3;
        way.add(new Piece.Skip());
      } else {
        words(way);
      }
    }

    private void words(List<Piece> way) {
      int from = at;
      while (at < cue.length()
          && "()[]|{".indexOf(cue.charAt(at)) < 0
          && !cue.startsWith("...", at)) {
        at++;
      }
      if (at == from) {
        throw new IllegalArgumentException("cannot read cue: " + cue);
      }
      String words = cue.substring(from, at);
      Tokens tokens = Tokens.of(words);
      for (int i = 0; i < tokens.size(); i++) {
        int end = tokens.end(i);
        boolean open = end < words.length() && words.charAt(end) == '*';
        way.add(new Piece.One(tokens.word(i), open));
      }
    }
  }
}
