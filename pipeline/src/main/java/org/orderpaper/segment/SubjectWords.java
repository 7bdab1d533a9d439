package org.orderpaper.segment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words by which one can see that two texts are about the same: the longer words, without their
 * endings.
 */
final class SubjectWords {

  /** Shorter words are of the language more than of the subject. */
  private static final int SHORTEST = 5;

  /** The ending of a word is left out where so many letters stay. */
  private static final int STEM = 4;

  private SubjectWords() {}

  static Set<String> of(Stretch stretch) {
    Set<String> words = new LinkedHashSet<>();
    for (int i = stretch.body(); i < stretch.to(); i++) {
      String word = stretch.tokens().word(i);
      if (word.length() >= SHORTEST && !stretch.tokens().isNumber(i)) {
        words.add(stem(word));
      }
    }
    return words;
  }

  static Set<String> of(List<Stretch> stretches) {
    Set<String> words = new LinkedHashSet<>();
    stretches.forEach(stretch -> words.addAll(of(stretch)));
    return words;
  }

  /** How many words two texts share, at most {@code most}. */
  static int shared(Set<String> one, Set<String> other, int most) {
    int shared = 0;
    for (String word : one) {
      shared += other.contains(word) ? 1 : 0;
    }
    return Math.min(most, shared);
  }

  /** A word without the ending that makes it a plural, a past tense or a participle. */
  static String stem(String word) {
    String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    for (String ending : List.of("ing", "ed", "es", "s")) {
      if (bare.length() - ending.length() >= STEM && bare.endsWith(ending)) {
        return bare.substring(0, bare.length() - ending.length());
      }
    }
    return bare;
  }
}
