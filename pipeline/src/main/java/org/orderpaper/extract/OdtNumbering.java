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
    for (int above = 1; above < at; above++) {
      // A level that was skipped counts as begun, as it does in Word.
      OdtStyles.Level skipped = styles.level(style, above);
      if (!counter.used[above] && skipped != null) {
        counter.counts[above] = skipped.start();
        counter.used[above] = true;
      }
    }
    int following = counter.used[at] ? counter.counts[at] + 1 : level.start();
    counter.counts[at] = start == null ? following : start;
    counter.used[at] = true;
    for (int deeper = at + 1; deeper <= LEVELS; deeper++) {
      counter.used[deeper] = false;
    }
    if (level.bullet()) {
      return null;
    }
    String shown = displayed(counter, style, at, level);
    // Without a number, what stands around it may still be words: "Note:".
    boolean words = shown.chars().anyMatch(Character::isLetterOrDigit);
    return level.format().isEmpty() && !words ? null : shown;
  }

  private String displayed(Counter counter, String style, int at, OdtStyles.Level level) {
    if (!level.pattern().isEmpty()) {
      return byPattern(counter, style, level.pattern()).strip();
    }
    StringBuilder shown = new StringBuilder();
    for (int i = Math.max(1, at - level.display() + 1); i <= at; i++) {
      String one = shown(counter, style, i);
      shown.append(shown.isEmpty() || one.isEmpty() ? "" : ".").append(one);
    }
    return (level.prefix() + shown + level.suffix()).strip();
  }

  private String byPattern(Counter counter, String style, String pattern) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      int end = pattern.charAt(i) == '%' ? pattern.indexOf('%', i + 1) : -1;
      int level = end > i + 1 && end <= i + 3 ? number(pattern.substring(i + 1, end)) : 0;
      if (level >= 1 && level <= LEVELS) {
        shown.append(shown(counter, style, level));
        i = end;
      } else {
        shown.append(pattern.charAt(i));
      }
    }
    return shown.toString();
  }

  private static int number(String digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : 0;
  }

  private String shown(Counter counter, String style, int at) {
    OdtStyles.Level level = styles.level(style, at);
    if (level == null || level.bullet() || level.format().isEmpty()) {
      return "";
    }
    return formatted(counter.used[at] ? counter.counts[at] : level.start(), level);
  }

  private static String formatted(int value, OdtStyles.Level level) {
    return switch (level.format()) {
      case "a" -> letters(value, level);
      case "A" -> letters(value, level).toUpperCase(Locale.ROOT);
      case "i" -> Numerals.lowerRoman(value);
      case "I" -> Numerals.upperRoman(value);
      case "1st" -> Numerals.ordinal(value);
      case "First" -> Numerals.ordinalText(value);
      case "One" -> Numerals.cardinalText(value);
      default -> Numerals.padded(value, firstOf(level.format()));
    };
  }

  /** Formats of one's own are written as their first numbers: "01, 02, 03, ...". */
  private static String firstOf(String format) {
    int comma = format.indexOf(',');
    return comma < 0 ? format : format.substring(0, comma);
  }

  private static String letters(int value, OdtStyles.Level level) {
    return level.repeated() ? Numerals.repeatedLetters(value) : Numerals.letters(value);
  }
}
