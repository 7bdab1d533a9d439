package org.orderpaper.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The runs of three words of a text, by which texts are compared: as a set of hashes, since the
 * runs themselves would take many times the memory. Letter case and signs do not count. Immutable.
 */
public final class Shingles {

  private static final int WORDS = 3;

  /** Texts that share so much of all that both hold are nearly the same. */
  private static final double NEAR_SAME = 0.6;

  /** So much of the shorter text stands in the longer one. */
  private static final double MOST = 0.8;

  /** Below this many shingles, holding most of a text says little. */
  private static final int ENOUGH = 8;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Sorted, each once. */
  private final int[] hashes;

  private Shingles(int[] hashes) {
    this.hashes = hashes;
  }

  /** The shingles of a text; none where it has fewer than three words. */
  public static Shingles of(String text) {
    return of(words(text));
  }

  /** The same of words that are already parted, as {@link #words} gives them. */
  public static Shingles of(List<String> words) {
    int[] hashes = new int[Math.max(0, words.size() - WORDS + 1)];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = words.subList(i, i + WORDS).hashCode();
    }
    return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray());
  }

  /** The words of a text in lower case, in order. */
  public static List<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** How much of what both hold they share, from 0 to 1 (Jaccard's coefficient). */
  public double similarity(Shingles other) {
    int shared = shared(other);
    int all = hashes.length + other.hashes.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  /** Whether the texts are nearly the same, or most of the shorter stands in the longer. */
  public boolean isNearlySame(Shingles other) {
    int smaller = Math.min(hashes.length, other.hashes.length);
    return similarity(other) >= NEAR_SAME || (smaller >= ENOUGH && shared(other) >= MOST * smaller);
  }

  private int shared(Shingles other) {
    int shared = 0;
    for (int i = 0, j = 0; i < hashes.length && j < other.hashes.length; ) {
      int order = Integer.compare(hashes[i], other.hashes[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }
}
