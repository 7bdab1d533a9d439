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
 * A cue, ready to be matched: words, open-ended words, numbers and short gaps, with ways that part
 * at alternatives and join again.
 */
record Phrase(Step start) {

  /** The most words a gap skips. */
  private static final int GAP = 6;

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

  /** The token after the phrase if it stands at {@code at}, else -1; the longest reading counts. */
  int match(Tokens tokens, int at) {
    return match(tokens, at, at, start);
  }

  private static int match(Tokens tokens, int from, int at, Step step) {
    return switch (step) {
      case Accept _ -> at;
      case Split(List<Step> ways) -> longest(tokens, from, at, ways);
      case Gap(Step next) -> afterGap(tokens, from, at, next);
      case Word(String word, Step next) ->
          stands(tokens, from, at) && tokens.word(at).equals(word)
              ? match(tokens, from, at + 1, next)
              : -1;
      case Stem(String stem, Step next) ->
          stands(tokens, from, at) && tokens.word(at).startsWith(stem)
              ? match(tokens, from, at + 1, next)
              : -1;
      case Figure(Step next) -> figure(tokens, from, at, next);
    };
  }

  private static boolean stands(Tokens tokens, int from, int at) {
    return at < tokens.size() && (at == from || !tokens.breaksBefore(at));
  }

  private static int figure(Tokens tokens, int from, int at, Step next) {
    NumberWords.Reading read = stands(tokens, from, at) ? NumberWords.read(tokens, at) : null;
    return read == null ? -1 : match(tokens, from, read.next(), next);
  }

  private static int longest(Tokens tokens, int from, int at, List<Step> ways) {
    int longest = -1;
    for (Step way : ways) {
      longest = Math.max(longest, match(tokens, from, at, way));
    }
    return longest;
  }

  /** Of several ends after a gap the nearest is taken. */
  private static int afterGap(Tokens tokens, int from, int at, Step next) {
    for (int i = at; i <= at + GAP && stands(tokens, from, i); i++) {
      int end = match(tokens, from, i, next);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  /** The steps that a match may begin with: words, stems and numbers. */
  List<Step> first() {
    List<Step> first = new ArrayList<>();
    collectFirst(start, first);
    return first;
  }

  private static void collectFirst(Step step, List<Step> first) {
    switch (step) {
      case Split(List<Step> ways) -> ways.forEach(way -> collectFirst(way, first));
      case Word _, Stem _, Figure _ -> first.add(step);
      case Gap _, Accept _ ->
          throw new IllegalArgumentException("a cue must begin with a word or number");
    }
  }

  /**
   * Reads a cue: words; {@code stem*}; {@code ...} for a short gap; {@code {n}} for a number;
   * {@code (a|b c)} for alternatives; {@code [x]} for what may be missing.
   *
   * @throws IllegalArgumentException if brackets do not close, or the cue may begin with a gap
   */
  static Phrase read(String cue) {
    Phrase phrase = new Phrase(new Reader(cue).read());
    try {
      phrase.first();
      return phrase;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ": " + cue, e);
    }
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
