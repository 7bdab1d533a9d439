package org.orderpaper.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mends text that was UTF-8, was taken for Windows-1252 and saved as UTF-8 once more, so that it
 * says "cafÃ©". That is done only where the whole text bears it out: nearly every character beyond
 * ASCII must belong to such a pair or triple. A text that merely mentions one is left alone.
 */
final class Mojibake {

  /** Characters of the text that bear it out for each one that does not. */
  private static final int FOR_EACH_AGAINST = 10;

  /** A text may have been saved three times. */
  private static final int MOST_TIMES = 2;

  private static final int UNKNOWN = -1;

  private static final Map<Character, Byte> BYTES = bytes();

  private Mojibake() {}

  static String mended(String text) {
    String best = text;
    for (int i = 0; i < MOST_TIMES; i++) {
      String once = mendedOnce(best);
      if (once == null) {
        return best;
      }
      best = once;
    }
    return best;
  }

  /** The text without one layer, or null if there is none. */
  private static @Nullable String mendedOnce(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    int bearing = 0;
    int against = 0;
    for (int i = 0; i < text.length(); ) {
      int length = text.charAt(i) < 0x80 ? UNKNOWN : length(text, i);
      String whole = length > 1 ? whole(text, i, length) : null;
      if (whole != null) {
        bearing++;
        mended.append(whole);
        i += length;
        continue;
      }
      against += text.charAt(i) < 0x80 ? 0 : 1;
      mended.append(text.charAt(i));
      i++;
    }
    return bearing > 0 && bearing >= against * FOR_EACH_AGAINST ? mended.toString() : null;
  }

  /** How many bytes the character would have whose first byte this one shows. */
  private static int length(String text, int at) {
    int first = byteOf(text.charAt(at));
    int length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    return first >= 0xF5 || at + length > text.length() ? 0 : length;
  }

  private static @Nullable String whole(String text, int at, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      char shown = text.charAt(at + i);
      // Programs lose the bytes for which Windows has no character; only one of them is common.
      int value = shown == '\uFFFD' && i == 2 ? 0x9D : byteOf(shown);
      if (value == UNKNOWN || (i > 0 && (value & 0xC0) != 0x80)) {
        return null;
      }
      bytes[i] = (byte) value;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  private static int byteOf(char shown) {
    Byte known = BYTES.get(shown);
    return known == null ? UNKNOWN : known & 0xFF;
  }

  private static Map<Character, Byte> bytes() {
    Map<Character, Byte> bytes = new HashMap<>();
    for (int value = 0x80; value <= 0xFF; value++) {
      byte one = (byte) value;
      // As a control character too, which is what some programs make of it.
      bytes.put((char) value, one);
      bytes.put(new String(new byte[] {one}, TextDecoder.WINDOWS_1252).charAt(0), one);
    }
    bytes.remove('\uFFFD');
    return bytes;
  }
}
