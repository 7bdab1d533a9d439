package org.orderpaper.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text: by byte order mark, else as UTF-16 if every other byte is zero, else as
 * UTF-8 if it is valid, but for a few bytes that were pasted in, else as declared, else as
 * Windows-1252 or Mac Roman. Never as ISO-8859-1: what claims to be that is Windows-1252, whose
 * quotation marks and dashes would become control characters. What was encoded twice is mended.
 */
final class TextDecoder {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int LOOK_AHEAD = 4096;

  /** So many whole characters of UTF-8 for every stray byte make a text UTF-8. */
  private static final int MANY_TIMES = 3;

  private TextDecoder() {}

  static String decode(byte[] bytes) {
    return decode(bytes, null);
  }

  /**
   * Decodes a text.
   *
   * @param declared the name of the character set that its container declares, or null
   */
  static String decode(byte[] bytes, @Nullable String declared) {
    return Mojibake.mended(asEncoded(bytes, declared));
  }

  private static String asEncoded(byte[] bytes, @Nullable String declared) {
    Charset byMark = byMark(bytes);
    if (byMark != null) {
      int mark = byMark.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return new String(bytes, mark, bytes.length - mark, byMark);
    }
    Charset wide = byZeros(bytes);
    if (wide != null) {
      return new String(bytes, wide);
    }
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null && !isEscaped(declared)) {
      return utf8;
    }
    Charset charset = named(declared);
    if (charset != null) {
      return new String(bytes, charset);
    }
    String mixed = isEscaped(declared) ? null : mixed(bytes);
    return mixed == null ? new String(bytes, SingleByte.charsetOf(bytes)) : mixed;
  }

  /** Whether every other byte of it is zero, as in UTF-16 of a western language. */
  static boolean isWide(byte[] bytes) {
    return byMark(bytes) != null || byZeros(bytes) != null;
  }

  private static @Nullable Charset byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static @Nullable Charset byZeros(byte[] bytes) {
    int pairs = Math.min(bytes.length, LOOK_AHEAD) / 2;
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < pairs; i++) {
      evenZeros += bytes[2 * i] == 0 ? 1 : 0;
      oddZeros += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs > 0 && evenZeros == 0 && oddZeros * 10 > pairs * 9) {
      return StandardCharsets.UTF_16LE;
    }
    return pairs > 0 && oddZeros == 0 && evenZeros * 10 > pairs * 9
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text if it is UTF-8 throughout, else null. */
  static @Nullable String strictlyUtf8(byte[] bytes) {
    return strictly(bytes, StandardCharsets.UTF_8);
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  /** Character sets that write other letters with ASCII bytes, so that they look like UTF-8. */
  private static boolean isEscaped(@Nullable String declared) {
    return declared != null && declared.regionMatches(true, 0, "iso-2022", 0, 8);
  }

  /** UTF-8 in which a few bytes are not, as after pasting; or null if it is no UTF-8 at all. */
  private static @Nullable String mixed(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int whole = 0;
    int stray = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = sequence(bytes, i);
      if (length == 0) {
        stray++;
        text.append(new String(bytes, i, 1, WINDOWS_1252));
        i++;
        continue;
      }
      whole += length > 1 ? 1 : 0;
      text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
      i += length;
    }
    return whole >= MANY_TIMES * stray ? text.toString() : null;
  }

  /** How many bytes from here on are one character of UTF-8; 0 if none are. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (first >= 0xF5 || length == 0 || at + length > bytes.length) {
      return 0;
    }
    byte[] character = Arrays.copyOfRange(bytes, at, at + length);
    return strictly(character, StandardCharsets.UTF_8) == null ? 0 : length;
  }

  /** What is declared and can be believed; or null. */
  private static @Nullable Charset named(@Nullable String declared) {
    if (declared == null) {
      return null;
    }
    try {
      Charset charset = Charset.forName(declared.strip());
      boolean misnamed =
          charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
              || charset.equals(StandardCharsets.UTF_8);
      return misnamed ? null : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return null;
    }
  }
}
