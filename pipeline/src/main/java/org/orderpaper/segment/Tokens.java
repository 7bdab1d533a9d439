package org.orderpaper.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words and numbers of a text with where they stand. Words are folded: lower case, straight
 * apostrophes, and {@code rn} read as {@code m}, which a scan cannot tell apart; cues are folded in
 * the same way. Immutable.
 */
final class Tokens {

  /** Words after which a full stop ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "nem", "con", "mr", "mrs", "ms", "dr", "cllr", "clr", "st", "rev", "prof", "no", "hon",
          "rt", "eg", "ie", "vs", "abs", "abst", "approx", "prop", "sec", "jan", "feb", "mar",
          "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec", "p", "v", "etc");

  /**
   * Readers look at a sentence as a whole, for every cue in it: without an end to it, a text that
   * never stops would hold up the night.
   */
  private static final int LONGEST_SENTENCE = 500;

  private static final FoldedWords FOLDED = new FoldedWords();

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final String[] words;
  private final boolean[] breaks;

  private Tokens(String text, int[] starts, int[] ends, String[] words, boolean[] breaks) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.words = words;
    this.breaks = breaks;
  }

  static Tokens of(String text) {
    int[] starts = new int[16];
    int[] ends = new int[16];
    int size = 0;
    for (int i = 0; i < text.length(); ) {
      int end = endOfToken(text, i);
      if (end == i) {
        i++;
        continue;
      }
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      starts[size] = i;
      ends[size++] = end;
      i = end;
    }
    return folded(text, Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
  }

  private static Tokens folded(String text, int[] starts, int[] ends) {
    String[] words = new String[starts.length];
    boolean[] breaks = new boolean[starts.length];
    int begun = 0;
    for (int i = 0; i < words.length; i++) {
      words[i] = FOLDED.of(text, starts[i], ends[i]);
      boolean ended = i > 0 && isBreak(text, ends[i - 1], starts[i], words[i - 1], i == 1);
      breaks[i] = ended || i - begun >= LONGEST_SENTENCE;
      begun = breaks[i] ? i : begun;
    }
    return new Tokens(text, starts, ends, words, breaks);
  }

  private static int endOfToken(String text, int at) {
    char c = text.charAt(at);
    if (c == '%' || c == '&' || c == '½') {
      return at + 1;
    }
    if (Character.isDigit(c)) {
      return endOfNumber(text, at);
    }
    return Character.isLetter(c) ? endOfWord(text, at) : at;
  }

  private static int endOfNumber(String text, int at) {
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean inner = (c == '.' || c == ',') && i + 1 < text.length() && i > at;
      if (!Character.isDigit(c) && !(inner && Character.isDigit(text.charAt(i + 1)))) {
        break;
      }
      i++;
    }
    return i;
  }

  private static int endOfWord(String text, int at) {
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean lettersAround =
          i > at && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
      boolean joins = (isApostrophe(c) || c == '0' || c == '1' || c == '5') && lettersAround;
      if (!Character.isLetter(c) && !joins) {
        break;
      }
      i++;
    }
    return i;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018';
  }

  /** A word as it is compared. */
  static String fold(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (folded.equals("&")) {
      return "and";
    }
    folded = folded.replace('\u2019', '\'').replace('\u2018', '\'');
    if (folded.indexOf("rn") >= 0) {
      folded = folded.replace("rn", "m");
    }
    if (Character.isLetter(folded.charAt(0))) {
      folded = folded.replace('0', 'o').replace('1', 'l').replace('5', 's');
    } else {
      folded = folded.replace(",", "");
    }
    return folded;
  }

  /**
   * @param first whether the word before is the first of the text, where a number is a label
   */
  private static boolean isBreak(String text, int from, int to, String before, boolean first) {
    for (int i = from; i < to; i++) {
      switch (text.charAt(i)) {
        case '!', '?', ';', '\n' -> {
          return true;
        }
        case '.' -> {
          if (endsSentence(text, i, to, before, first)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean endsSentence(
      String text, int stop, int next, String before, boolean first) {
    // "A. Reid" goes on; "lost by 4 votes to 9. The motion" does not.
    boolean initial = before.length() == 1 && (first || Character.isLetter(before.charAt(0)));
    boolean abbreviated = initial || ABBREVIATIONS.contains(before);
    boolean space = stop + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(stop + 1));
    return space && !abbreviated && !Character.isLowerCase(text.charAt(next));
  }

  String text() {
    return text;
  }

  int size() {
    return words.length;
  }

  /** All folded words in order. */
  List<String> words() {
    return List.of(words);
  }

  /** The folded word, or an empty string outside of the text. */
  String word(int i) {
    return i >= 0 && i < words.length ? words[i] : "";
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** The characters as written. */
  String raw(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /** Whether a sentence ends between this token and the one before it. */
  boolean breaksBefore(int i) {
    return breaks[i];
  }

  /** The characters between the token before {@code i} and {@code i}. */
  String between(int i) {
    return text.substring(i == 0 ? 0 : ends[i - 1], starts[i]);
  }

  boolean isNumber(int i) {
    return i >= 0 && i < words.length && Character.isDigit(words[i].charAt(0));
  }

  boolean isCapitalised(int i) {
    return i >= 0 && i < words.length && Character.isUpperCase(text.charAt(starts[i]));
  }

  /** The first token that starts at or after {@code offset}. */
  int tokenAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 1;
  }

  /** The first token of the next sentence after {@code i}, or the size. */
  int endOfSentence(int i) {
    int next = i + 1;
    while (next < words.length && !breaks[next]) {
      next++;
    }
    return Math.min(next, words.length);
  }
}
