package org.orderpaper.rules;

import java.util.Collection;
import java.util.TreeSet;

/** Guesses what a misspelt word of the rule format was meant to be. */
final class Spelling {

  private static final int MOST_EDITS = 2;

  private Spelling() {}

  /** {@code ; did you mean 'x'?}, or the known words where none is near. */
  static String hint(String word, Collection<String> known) {
    String nearest = null;
    int fewest = Math.min(MOST_EDITS + 1, word.length());
    for (String candidate : new TreeSet<>(known)) {
      int edits = edits(word, candidate);
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return nearest == null
        ? "; known are " + String.join(", ", new TreeSet<>(known))
        : "; did you mean '" + nearest + "'?";
  }

  /** Levenshtein's distance. */
  private static int edits(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
