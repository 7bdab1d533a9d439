package org.orderpaper.scan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How the names of files are written down. */
final class FileNames {

  private static final char REPLACEMENT = '\uFFFD';

  private static final Pattern LOOKS_ESCAPED = Pattern.compile("\\\\(?=x[0-9A-F]{2})");

  private FileNames() {}

  /**
   * The path as text, with {@code /} between its names. A name that is not valid UTF-8 is written
   * with its bad bytes as {@code \xHH}, so that two such names stay two; a name that has such a
   * sign already has its backslash as {@code \x5C}.
   */
  static String written(Path path) {
    String text = path.toString();
    if (text.indexOf(REPLACEMENT) < 0) {
      return literal(text).replace(path.getFileSystem().getSeparator(), "/");
    }
    String uri = path.toUri().getRawPath();
    String raw = unescaped(uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri);
    // The URI is absolute; what is asked for may be relative and is its end.
    int names = path.getNameCount();
    int from = raw.length();
    for (int i = 0; i < names; i++) {
      from = raw.lastIndexOf('/', from - 1);
    }
    return path.isAbsolute() ? raw : raw.substring(from + 1);
  }

  private static String literal(String text) {
    return LOOKS_ESCAPED.matcher(text).replaceAll("\\\\x5C");
  }

  private static String unescaped(String uri) {
    byte[] bytes = new byte[uri.length()];
    int length = 0;
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) == '%') {
        bytes[length++] = (byte) HexFormat.fromHexDigits(uri, i + 1, i + 3);
        i += 2;
      } else {
        bytes[length++] = (byte) uri.charAt(i);
      }
    }
    return lenient(bytes, length);
  }

  private static String lenient(byte[] bytes, int length) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < length) {
      int wide = wellFormed(bytes, i, length);
      if (wide == 0) {
        text.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
        i++;
      } else {
        text.append(new String(bytes, i, wide, StandardCharsets.UTF_8));
        i += wide;
      }
    }
    return text.toString();
  }

  /** The length of the well-formed character at {@code at}, or 0. */
  private static int wellFormed(byte[] bytes, int at, int length) {
    for (int wide = 1; wide <= 4 && at + wide <= length; wide++) {
      String character = new String(bytes, at, wide, StandardCharsets.UTF_8);
      if (character.indexOf(REPLACEMENT) < 0) {
        return wide;
      }
    }
    return 0;
  }
}
