package org.orderpaper.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the words of two texts beside each other and finds the runs that only one of them has. */
final class WordAlignment {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** A byte for each pair of words: bounds the memory. */
  private static final long MOST_PAIRS = 200_000_000;

  /**
   * Words that stand between the same neighbours and differ.
   *
   * @param first where they begin in the first text
   * @param second where they begin in the second text
   */
  record Run(int first, List<String> onlyFirst, int second, List<String> onlySecond) {}

  private WordAlignment() {}

  /** The words of a text, composed, without what only one font or one line end needs. */
  static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(plain); word.find(); ) {
      words.add(word.group());
    }
    return words;
  }

  static List<Run> runs(List<String> first, List<String> second) {
    int from = 0;
    int shorter = Math.min(first.size(), second.size());
    while (from < shorter && first.get(from).equals(second.get(from))) {
      from++;
    }
    int same = 0;
    while (same < shorter - from
        && first.get(first.size() - 1 - same).equals(second.get(second.size() - 1 - same))) {
      same++;
    }
    List<String> a = first.subList(from, first.size() - same);
    List<String> b = second.subList(from, second.size() - same);
    return grouped(a, b, from, steps(a, b));
  }

  private static final byte BOTH = 0;
  private static final byte SKIP_FIRST = 1;
  private static final byte SKIP_SECOND = 2;

  /** For each pair of places the step that leads to the longest common rest. */
  private static byte[][] steps(List<String> a, List<String> b) {
    if ((a.size() + 1L) * (b.size() + 1L) > MOST_PAIRS) {
      throw new IllegalArgumentException("texts too long to be compared");
    }
    byte[][] steps = new byte[a.size() + 1][b.size() + 1];
    int[] below = new int[b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      int[] here = new int[b.size() + 1];
      for (int j = b.size() - 1; j >= 0; j--) {
        if (a.get(i).equals(b.get(j))) {
          here[j] = below[j + 1] + 1;
          steps[i][j] = BOTH;
        } else {
          steps[i][j] = below[j] >= here[j + 1] ? SKIP_FIRST : SKIP_SECOND;
          here[j] = Math.max(below[j], here[j + 1]);
        }
      }
      below = here;
    }
    return steps;
  }

  private static List<Run> grouped(List<String> a, List<String> b, int from, byte[][] steps) {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int beginA = i;
      int beginB = j;
      while (i < a.size() || j < b.size()) {
        boolean inside = i < a.size() && j < b.size();
        if (inside && steps[i][j] == BOTH) {
          break;
        }
        if (j == b.size() || (inside && steps[i][j] == SKIP_FIRST)) {
          i++;
        } else {
          j++;
        }
      }
      if (i > beginA || j > beginB) {
        runs.add(
            new Run(
                from + beginA,
                List.copyOf(a.subList(beginA, i)),
                from + beginB,
                List.copyOf(b.subList(beginB, j))));
      } else {
        i++;
        j++;
      }
    }
    return runs;
  }
}
