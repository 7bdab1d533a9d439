package org.orderpaper.extract;

import java.util.Locale;

/** Writes a count as list numbers are displayed. */
final class Numerals {

  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_SIGNS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int MAX_ROMAN = 3999;

  private static final String[] CARDINALS = {
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] ORDINALS = {
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

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

  /** As "One", "Twenty-two"; figures beyond ninety-nine. */
  static String cardinalText(int count) {
    if (count < 1 || count > 99) {
      return Integer.toString(count);
    }
    if (count < 20) {
      return capital(CARDINALS[count]);
    }
    String tens = capital(TENS[count / 10]);
    return count % 10 == 0 ? tens : tens + "-" + CARDINALS[count % 10];
  }

  /** As "First", "Twenty-second"; figures beyond ninety-nine. */
  static String ordinalText(int count) {
    if (count < 1 || count > 99) {
      return ordinal(count);
    }
    if (count < 20) {
      return capital(ORDINALS[count]);
    }
    String tens = capital(TENS[count / 10]);
    return count % 10 == 0
        ? tens.substring(0, tens.length() - 1) + "ieth"
        : tens + "-" + ORDINALS[count % 10];
  }

  /** With leading noughts if the format is written with them, such as "001". */
  static String padded(int count, String format) {
    boolean padded = format.length() > 1 && format.length() <= 9 && format.matches("0+1");
    String digits = Integer.toString(count);
    return padded ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits : digits;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
