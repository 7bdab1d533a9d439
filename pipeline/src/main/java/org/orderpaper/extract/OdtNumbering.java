package org.orderpaper.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the numbers of lists and headings in an OpenDocument text. Not thread-safe. */
final class OdtNumbering {

  private static final int LEVELS = 10;

  private final OdtStyles styles;

  /** By list: a list may be continued by its id, or by another one that names its style. */
  private final Map<String, Counter> counters = new HashMap<>();

  /** How far the levels of one list have counted; 0 where a level has not begun. */
  static final class Counter {
    private final int[] counts = new int[LEVELS + 1];
    private final boolean[] used = new boolean[LEVELS + 1];
  }

  OdtNumbering(OdtStyles styles) {
    this.styles = styles;
  }

  /** The counter of a list that continues no other one. */
  Counter begin(@Nullable String id, String style) {
    Counter counter = new Counter();
    remember(counter, id, style);
    return counter;
  }

  /** The counter of an earlier list, or a new one if there is none. */
  Counter resume(String key, @Nullable String id, String style) {
    Counter counter = counters.get(key);
    if (counter == null) {
      return begin(id, style);
    }
    remember(counter, id, style);
    return counter;
  }

  private void remember(Counter counter, @Nullable String id, String style) {
    counters.put("style " + style, counter);
    if (id != null) {
      counters.put("id " + id, counter);
    }
  }

  /**
   * Counts one item and gives its number as displayed; null for a bullet or nothing.
   *
   * @param start the number that this item is set to, or null
   */
  @Nullable String next(Counter counter, String style, int depth, @Nullable Integer start) {
    int at = Math.clamp(depth, 1, LEVELS);
    OdtStyles.Level level = styles.level(style, at);
    if (level == null) {
      return null;
    }
    int following = counter.used[at] ? counter.counts[at] + 1 : level.start();
    counter.counts[at] = start == null ? following : start;
    counter.used[at] = true;
    for (int deeper = at + 1; deeper <= LEVELS; deeper++) {
      counter.used[deeper] = false;
    }
    return level.bullet() || level.format().isEmpty() ? null : displayed(counter, style, at, level);
  }

  private String displayed(Counter counter, String style, int at, OdtStyles.Level level) {
    StringBuilder shown = new StringBuilder();
    for (int i = Math.max(1, at - level.display() + 1); i <= at; i++) {
      OdtStyles.Level above = styles.level(style, i);
      if (above != null && !above.bullet() && !above.format().isEmpty()) {
        int value = counter.used[i] ? counter.counts[i] : above.start();
        shown.append(shown.isEmpty() ? "" : ".").append(formatted(value, above.format()));
      }
    }
    return (level.prefix() + shown + level.suffix()).strip();
  }

  private static String formatted(int value, String format) {
    return switch (format) {
      case "a" -> Numerals.letters(value);
      case "A" -> Numerals.letters(value).toUpperCase(Locale.ROOT);
      case "i" -> Numerals.lowerRoman(value);
      case "I" -> Numerals.upperRoman(value);
      default -> Integer.toString(value);
    };
  }
}
