package org.orderpaper.extract;

import java.nio.charset.Charset;

/**
 * Tells Windows-1252 from Mac Roman, which have every byte in common and hardly a character. In
 * English and Welsh a capital letter with an accent does not stand after a small letter; the
 * quotation marks and dashes of the Mac, read as Windows, are just that.
 */
final class SingleByte {

  private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");

  private SingleByte() {}

  static Charset charsetOf(byte[] bytes) {
    int mac = 0;
    int windows = 0;
    for (int i = 0; i < bytes.length; i++) {
      int before = i == 0 ? ' ' : bytes[i - 1];
      int after = i + 1 == bytes.length ? ' ' : bytes[i + 1];
      mac += isMac(bytes[i] & 0xFF, before, after) ? 1 : 0;
      windows += isWindows(bytes[i] & 0xFF, before, after) ? 1 : 0;
    }
    return mac > windows ? MAC_ROMAN : TextDecoder.WINDOWS_1252;
  }

  private static boolean isMac(int here, int before, int after) {
    // On the Mac: dashes and quotation marks; in Windows: capital letters.
    if (here >= 0xD0 && here <= 0xD5) {
      return isSmall(before) || isMark(before) || isBlank(after);
    }
    // On the Mac: small letters with accents; in Windows: signs and capital letters.
    boolean accent = here == 0x8A || here == 0x8E || here == 0x9F || (here >= 0x80 && here <= 0x89);
    return accent && isSmall(before) && isSmall(after);
  }

  private static boolean isWindows(int here, int before, int after) {
    // In Windows: quotation marks and dashes; on the Mac: small letters.
    if (here >= 0x91 && here <= 0x97) {
      return true;
    }
    // In Windows: small letters with accents, and the pound; on the Mac: signs and capitals.
    return here == 0xA3 || (here >= 0xE0 && (isSmall(before) || isSmall(after)));
  }

  private static boolean isSmall(int b) {
    return b >= 'a' && b <= 'z';
  }

  private static boolean isMark(int b) {
    return b == '.' || b == ',' || b == '!' || b == '?';
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '.' || b == ',';
  }
}
