package org.orderpaper.extract;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts the automatic numbers in one shape of a slide. Not thread-safe. */
final class SlideNumbers {

  private static final int LEVELS = 9;

  private final int[] counts = new int[LEVELS];
  private final @Nullable String[] schemes = new String[LEVELS];

  /**
   * The number that a paragraph shows.
   *
   * @param scheme such as {@code arabicPeriod}; null for a paragraph without a number, which ends
   *     the counting on its level
   */
  @Nullable String next(int level, @Nullable String scheme, int start) {
    int at = Math.clamp(level, 0, LEVELS - 1);
    Arrays.fill(schemes, at + 1, LEVELS, null);
    if (scheme == null) {
      schemes[at] = null;
      return null;
    }
    counts[at] = scheme.equals(schemes[at]) ? counts[at] + 1 : start;
    schemes[at] = scheme;
    return display(counts[at], scheme);
  }

  private static String display(int count, String scheme) {
    String numeral = numeral(count, scheme);
    if (scheme.endsWith("ParenBoth")) {
      return "(" + numeral + ")";
    }
    if (scheme.endsWith("ParenR")) {
      return numeral + ")";
    }
    return scheme.endsWith("Period") ? numeral + "." : numeral;
  }

  private static String numeral(int count, String scheme) {
    if (scheme.startsWith("alphaLc")) {
      return Numerals.letters(count);
    }
    if (scheme.startsWith("alphaUc")) {
      return Numerals.letters(count).toUpperCase(Locale.ROOT);
    }
    if (scheme.startsWith("romanLc")) {
      return Numerals.lowerRoman(count);
    }
    return scheme.startsWith("romanUc") ? Numerals.upperRoman(count) : Integer.toString(count);
  }
}
