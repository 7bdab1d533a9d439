package org.orderpaper.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text: by byte order mark, else as UTF-16 if every other byte is zero, else as
 * UTF-8 if it is valid, else as declared, else as Windows-1252. Never as ISO-8859-1: what claims to
 * be that is Windows-1252, whose quotation marks and dashes would become control characters.
 */
final class TextDecoder {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int LOOK_AHEAD = 4096;

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
    return new String(bytes, named(declared));
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

  private static Charset named(@Nullable String declared) {
    if (declared == null) {
      return WINDOWS_1252;
    }
    try {
      Charset charset = Charset.forName(declared.strip());
      boolean misnamed =
          charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
              || charset.equals(StandardCharsets.UTF_8);
      return misnamed ? WINDOWS_1252 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return WINDOWS_1252;
    }
  }
}
