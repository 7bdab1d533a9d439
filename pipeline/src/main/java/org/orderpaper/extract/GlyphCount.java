package org.orderpaper.extract;

import org.jspecify.annotations.Nullable;

/**
 * Counts the letters of a page that a PDF paints without saying, or while saying wrongly, which
 * letters they are. Such a page looks well and yields nonsense; it is to be read by its looks.
 */
final class GlyphCount {

  private static final int FEWEST = 20;

  /** Of so many letters in words of four and more, some are vowels in any language. */
  private static final int FEWEST_LETTERS = 100;

  private static final String VOWELS =
      "aeiouyw\u00E0\u00E1\u00E2\u00E4\u00E8\u00E9\u00EA\u00EB\u00EC"
          + "\u00ED\u00EE\u00EF\u00F2\u00F3\u00F4\u00F6\u00F9\u00FA\u00FB\u00FC\u0175\u0177";

  private int shown;
  private int nameless;
  private int latin;
  private int vowels;

  void add(@Nullable String unicode) {
    shown++;
    if (unicode == null || unicode.isEmpty()) {
      nameless++;
      return;
    }
    int c = unicode.codePointAt(0);
    if (c == 0xFFFD || c < ' ' || (c >= 0x7F && c < 0xA0) || isPrivate(c)) {
      nameless++;
    } else if (Character.isLetter(c) && c < 0x250) {
      latin++;
      vowels += VOWELS.indexOf(Character.toLowerCase(c)) >= 0 ? 1 : 0;
    }
  }

  private static boolean isPrivate(int c) {
    return c >= 0xE000 && c <= 0xF8FF && c != 0xF0B7 && c != 0xF0A7;
  }

  /** Whether what it says is not what is seen. */
  boolean isGarbled() {
    boolean unnamed = shown >= FEWEST && nameless * 5 > shown;
    // English has 40 vowels in a hundred letters, with y and w; an alphabet shifted has half.
    boolean shifted = latin >= FEWEST_LETTERS && vowels * 100 < latin * 22;
    return unnamed || shifted;
  }
}
