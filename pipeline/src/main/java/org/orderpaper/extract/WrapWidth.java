package org.orderpaper.extract;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the column at which a text was wrapped: where most lines are as full as wrapping makes them
 * and hardly any is longer.
 */
final class WrapWidth {

  private static final int NARROWEST = 45;
  private static final int WIDEST = 110;

  /** By line: its length, 0 for an empty one, and the length of its first word. */
  private final int[] lengths;

  private final int[] firstWords;

  /** Lines of one word, such as an address of a web page, which no wrapping can shorten. */
  private final boolean[] unbreakable;

  private final int columns;

  /** Learns from all lines of a document. */
  WrapWidth(List<String> lines) {
    this.lengths = lines.stream().mapToInt(line -> line.stripTrailing().length()).toArray();
    this.firstWords =
        lines.stream().mapToInt(line -> LineCues.firstWord(line.strip()).length()).toArray();
    this.unbreakable = new boolean[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      unbreakable[i] = lines.get(i).strip().length() == firstWords[i];
    }
    this.columns = isUnwrapped() ? 0 : best();
  }

  /** The widest line that wrapping allowed; 0 if the text was not wrapped. */
  int columns() {
    return columns;
  }

  /** How many lines end where wrapping would end them. */
  int wrappedLines() {
    return columns == 0 ? 0 : wrapped(columns);
  }

  /** Whether paragraphs of the document are long lines, as text editors without wrapping save. */
  private boolean isUnwrapped() {
    long written = Arrays.stream(lengths).filter(length -> length > 0).count();
    return longer(WIDEST) * 10L > written;
  }

  private int best() {
    int best = 0;
    int bestScore = 0;
    int[] candidates =
        Arrays.stream(lengths)
            .filter(length -> length >= NARROWEST && length <= WIDEST)
            .distinct()
            .sorted()
            .toArray();
    for (int candidate : candidates) {
      int score = wrapped(candidate) - 2 * longer(candidate);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  private int wrapped(int width) {
    int count = 0;
    for (int i = 1; i < lengths.length; i++) {
      boolean both = lengths[i - 1] > 0 && firstWords[i] > 0;
      boolean full = lengths[i - 1] <= width && lengths[i - 1] + 1 + firstWords[i] > width;
      count += both && full ? 1 : 0;
    }
    return count;
  }

  private int longer(int width) {
    int count = 0;
    for (int i = 0; i < lengths.length; i++) {
      count += lengths[i] > width && !unbreakable[i] ? 1 : 0;
    }
    return count;
  }
}
