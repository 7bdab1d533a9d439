package org.orderpaper.extract;

import java.util.Locale;

/** Writes a count as list numbers are displayed. */
final class Numerals {

  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_SIGNS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int MAX_ROMAN = 3999;

  private Numerals() {}

  static String lowerRoman(int count) {
    if (count < 1 || count > MAX_ROMAN) {
      return Integer.toString(count);
    }
    StringBuilder roman = new StringBuilder();
    int left = count;
    for (int i = 0; i < ROMAN_VALUES.length; i++) {
      while (left >= ROMAN_VALUES[i]) {
        roman.append(ROMAN_SIGNS[i]);
        left -= ROMAN_VALUES[i];
      }
    }
    return roman.toString();
  }

  static String upperRoman(int count) {
    return lowerRoman(count).toUpperCase(Locale.ROOT);
  }

  /** As word processors count: a to z, then aa, bb, cc. */
  static String repeatedLetters(int count) {
    if (count < 1 || count > 26 * 10) {
      return Integer.toString(count);
    }
    char letter = (char) ('a' + (count - 1) % 26);
    return String.valueOf(letter).repeat((count - 1) / 26 + 1);
  }

  /** As browsers count: a to z, then aa, ab, ac. */
  static String letters(int count) {
    if (count < 1) {
      return Integer.toString(count);
    }
    StringBuilder backwards = new StringBuilder();
    for (int left = count; left > 0; left = (left - 1) / 26) {
      backwards.append((char) ('a' + (left - 1) % 26));
    }
    return backwards.reverse().toString();
  }

  static String ordinal(int count) {
    int lastTwo = count % 100;
    String ending =
        lastTwo >= 11 && lastTwo <= 13
            ? "th"
            : switch (count % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return count + ending;
  }
}
