package org.orderpaper.extract;

import java.text.Normalizer;

/**
 * Makes one line of the text that rules see: white space collapsed and trimmed, characters that
 * nobody sees removed, characters that only one font can show replaced.
 */
final class CleanText {

  private static final int DROP = -1;

  /**
   * No script sets more marks on one letter, and putting a million of them into their order would
   * take hours.
   */
  private static final int MOST_MARKS = 30;

  private CleanText() {}

  static String of(String raw) {
    StringBuilder clean = new StringBuilder(raw.length());
    boolean space = false;
    int marks = 0;
    for (int at = 0; at < raw.length(); ) {
      int original = raw.codePointAt(at);
      at += Character.charCount(original);
      marks = isMark(original) ? marks + 1 : 0;
      int seen = marks > MOST_MARKS ? DROP : seen(original);
      if (seen == ' ') {
        space = true;
      } else if (seen != DROP) {
        if (space && !clean.isEmpty()) {
          clean.append(' ');
        }
        space = false;
        append(clean, seen);
      }
    }
    return composed(clean.toString());
  }

  private static boolean isMark(int c) {
    return c >= 0x300
        && switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              true;
          default -> false;
        };
  }

  /** Composes accents, so that a word typed on one machine equals the word typed on another. */
  private static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static void append(StringBuilder clean, int seen) {
    switch (seen) {
      case 0xFB00 -> clean.append("ff");
      case 0xFB01 -> clean.append("fi");
      case 0xFB02 -> clean.append("fl");
      case 0xFB03 -> clean.append("ffi");
      case 0xFB04 -> clean.append("ffl");
      case 0xFB05, 0xFB06 -> clean.append("st");
      default -> clean.appendCodePoint(seen);
    }
  }

  private static int seen(int c) {
    if (c >= 0x20 && c < 0x7F) {
      return c;
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          ' ';
      case Character.CONTROL -> isBreak(c) ? ' ' : DROP;
      // Soft hyphens, zero-width and direction marks: they would split words for every rule, and a
      // direction mark can make a report show something else than it says.
      case Character.FORMAT -> DROP;
      case Character.PRIVATE_USE -> ofPrivateUse(c);
      case Character.SURROGATE, Character.UNASSIGNED -> ' ';
      default -> c == 0x2011 ? '-' : c;
    };
  }

  private static boolean isBreak(int c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x85;
  }

  /** Word stores a character of Symbol or Wingdings as U+F000 and its code in that font. */
  private static int ofPrivateUse(int c) {
    return switch (c) {
      case 0xF0B7, 0xF0A7, 0xF0A8, 0xF06C, 0xF06E, 0xF076, 0xF0D8, 0xF0E0, 0xF0D2, 0xF0FC -> '•';
      case 0xF02D, 0xF0BE -> '-';
      default -> ' ';
    };
  }
}
