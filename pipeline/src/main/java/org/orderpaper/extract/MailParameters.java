package org.orderpaper.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a header field, such as {@code filename}, put together when they are cut into
 * pieces or written with a character set.
 */
final class MailParameters {

  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*([^=;\\s]+)\\s*=\\s*(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^;]*))");
  private static final Pattern PIECE = Pattern.compile("([^*]+)(?:\\*(\\d{1,2}))?(\\*)?");

  private final Map<String, TreeMap<Integer, String>> pieces = new TreeMap<>();

  private MailParameters() {}

  static MailParameters of(@Nullable String field) {
    MailParameters parameters = new MailParameters();
    if (field != null) {
      parameters.read(field);
    }
    return parameters;
  }

  @Nullable String get(String name) {
    TreeMap<Integer, String> found = pieces.get(name);
    return found == null ? null : String.join("", found.values());
  }

  private void read(String field) {
    Matcher parameter = PARAMETER.matcher(field);
    String charset = "utf-8";
    while (parameter.find()) {
      Matcher piece = PIECE.matcher(parameter.group(1).toLowerCase(Locale.ROOT));
      if (!piece.matches()) {
        continue;
      }
      String quoted = parameter.group(2);
      String value =
          quoted == null ? parameter.group(3).strip() : quoted.replaceAll("\\\\(.)", "$1");
      int place = piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2));
      if (piece.group(3) != null) {
        int first = value.indexOf('\'');
        int second = value.indexOf('\'', first + 1);
        if (place == 0 && second > 0) {
          charset = value.substring(0, first);
          value = value.substring(second + 1);
        }
        value = TextDecoder.decode(unescaped(value), charset);
      }
      pieces.computeIfAbsent(piece.group(1), _ -> new TreeMap<>()).put(place, value);
    }
  }

  private static byte[] unescaped(String value) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      int code = -1;
      if (value.charAt(i) == '%' && i + 2 <= value.length() - 1) {
        int high = Character.digit(value.charAt(i + 1), 16);
        int low = Character.digit(value.charAt(i + 2), 16);
        code = high < 0 || low < 0 ? -1 : high * 16 + low;
      }
      bytes.append(code < 0 ? value.charAt(i) : (char) code);
      i += code < 0 ? 0 : 2;
    }
    return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
