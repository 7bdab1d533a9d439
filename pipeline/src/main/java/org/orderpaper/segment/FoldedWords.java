package org.orderpaper.segment;

/**
 * Remembers how words are folded, because a text says the same words over and over: each is one
 * string in memory however often it stands there. A word may be forgotten for another. Thread-safe:
 * what is remembered never changes, and a lost race folds a word twice.
 */
final class FoldedWords {

  private static final int SLOTS = 1 << 12;

  /** Longer words are rare, and some are meant to fill the memory. */
  private static final int LONGEST = 24;

  private final Folded[] slots = new Folded[SLOTS];

  private record Folded(String written, String word) {}

  /** The word in {@code text} from {@code start} to {@code end}, folded. */
  String of(String text, int start, int end) {
    int length = end - start;
    if (length > LONGEST) {
      return Tokens.fold(text.substring(start, end));
    }
    int slot = slot(text, start, end);
    Folded seen = slots[slot];
    if (seen != null
        && seen.written().length() == length
        && text.startsWith(seen.written(), start)) {
      return seen.word();
    }
    String written = text.substring(start, end);
    String folded = Tokens.fold(written);
    slots[slot] = new Folded(written, folded);
    return folded;
  }

  private static int slot(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return (hash ^ (hash >>> 12)) & (SLOTS - 1);
  }
}
