package org.orderpaper.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Titles before a colon that come again and again in a paper, "What we heard:", "What we agreed:":
 * they part what is said of each item, and begin none. Immutable.
 */
final class RepeatedTitles {

  /** A title that stands so often over paragraphs is no item's own. */
  private static final int AGAIN_AND_AGAIN = 3;

  private final Set<String> titles;

  private RepeatedTitles(Set<String> titles) {
    this.titles = titles;
  }

  static RepeatedTitles in(List<Line> lines) {
    Map<String, Integer> seen = new HashMap<>();
    for (Line line : lines) {
      if (mayBeRepeated(line)) {
        seen.merge(title(line), 1, Integer::sum);
      }
    }
    seen.values().removeIf(times -> times < AGAIN_AND_AGAIN);
    return new RepeatedTitles(Set.copyOf(seen.keySet()));
  }

  /** "Motion:", "Amendment:" and "From Castle Branch:" begin an item as often as they stand. */
  private static boolean mayBeRepeated(Line line) {
    int text = line.runIn();
    return text > 0
        && line.tokens().between(text).startsWith(":")
        && !line.begins("motions.title")
        && !line.begins("motions.amendment")
        && !line.begins("motions.origin");
  }

  private static String title(Line line) {
    int end = Math.max(line.body(), line.runIn());
    return String.join(" ", line.tokens().words().subList(line.body(), end));
  }

  /** Whether a line begins with one of them. */
  boolean has(Line line) {
    return !titles.isEmpty() && line.runIn() > 0 && titles.contains(title(line));
  }
}
