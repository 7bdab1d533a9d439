package org.orderpaper.extract;

import java.util.Locale;
import java.util.Map;

/**
 * What the characters of picture fonts look like. A tick in a column of votes is a letter in
 * Wingdings, and would be lost or read as that letter.
 */
final class SymbolFont {

  private static final int PRIVATE_USE = 0xF000;

  private static final Map<Integer, String> WINGDINGS =
      Map.ofEntries(
          Map.entry(0x6C, "\u25CF"),
          Map.entry(0x6E, "\u25A0"),
          Map.entry(0x6F, "\u2610"),
          Map.entry(0x71, "\u2610"),
          Map.entry(0x72, "\u2610"),
          Map.entry(0x78, "\u2612"),
          Map.entry(0xA8, "\u2610"),
          Map.entry(0xE0, "\u2192"),
          Map.entry(0xE8, "\u2192"),
          Map.entry(0xF0, "\u21E8"),
          Map.entry(0xFB, "\u2718"),
          Map.entry(0xFC, "\u2714"),
          Map.entry(0xFD, "\u2612"),
          Map.entry(0xFE, "\u2611"));

  private static final Map<Integer, String> WINGDINGS_2 =
      Map.of(
          0x4F, "\u2718", 0x50, "\u2714", 0x51, "\u2612", 0x52, "\u2611", 0x53, "\u2612", 0x54,
          "\u2612", 0xA3, "\u2610");

  private static final Map<Integer, String> SYMBOL =
      Map.ofEntries(
          Map.entry(0x2D, "\u2212"),
          Map.entry(0xA3, "\u2264"),
          Map.entry(0xAE, "\u2192"),
          Map.entry(0xB0, "\u00B0"),
          Map.entry(0xB1, "\u00B1"),
          Map.entry(0xB3, "\u2265"),
          Map.entry(0xB4, "\u00D7"),
          Map.entry(0xB7, "\u2022"),
          Map.entry(0xB8, "\u00F7"),
          Map.entry(0xBC, "\u2026"),
          Map.entry(0xD2, "\u00AE"),
          Map.entry(0xD3, "\u00A9"),
          Map.entry(0xD4, "\u2122"));

  private SymbolFont() {}

  /** The character as shown; one that is not known stays in the private range, as a bullet may. */
  static String shown(String font, int code) {
    int inFont = code >= PRIVATE_USE && code <= PRIVATE_USE + 0xFF ? code - PRIVATE_USE : code;
    Map<Integer, String> known =
        switch (font.toLowerCase(Locale.ROOT)) {
          case "wingdings" -> WINGDINGS;
          case "wingdings 2" -> WINGDINGS_2;
          case "symbol" -> SYMBOL;
          default -> Map.of();
        };
    String shown = known.get(inFont);
    if (shown != null) {
      return shown;
    }
    return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
  }
}
