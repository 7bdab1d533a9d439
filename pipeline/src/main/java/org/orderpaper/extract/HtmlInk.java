package org.orderpaper.extract;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How the letters of a web page stand out, or do not: in the colour of their ground, or without any
 * size. An element inside may have another size or ground, and is seen again.
 *
 * @param colour of the letters, as a number; null when it is not known
 * @param ground their background, the same; null for a picture
 * @param sizeless whether they have no size
 */
record HtmlInk(@Nullable Integer colour, @Nullable Integer ground, boolean sizeless) {

  static final HtmlInk PLAIN = new HtmlInk(0x000000, 0xFFFFFF, false);

  /** Ink on a page whose grounds are not all told: no colour hides it. */
  static final HtmlInk ON_UNKNOWN = new HtmlInk(0x000000, null, false);

  private static final Pattern ZERO =
      Pattern.compile("\\+?0*\\.?0+ *(?:px|pt|em|rem|ex|in|cm|mm|vw|vh|%)?");
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{6}|[0-9a-f]{3})");
  private static final Pattern CHANNELS =
      Pattern.compile("rgba?\\( *(\\d{1,3}) *[, ] *(\\d{1,3}) *[, ] *(\\d{1,3}) *\\)");

  /** The names of colours that hide words, and of the grounds that they hide on. */
  private static final Map<String, Integer> NAMED =
      Map.of("white", 0xFFFFFF, "black", 0x000000, "red", 0xFF0000, "silver", 0xC0C0C0);

  /** No eye tells colours apart that differ by so little in each channel. */
  private static final int SAME = 8;

  /** The ink inside an element. */
  HtmlInk inside(Element element, Map<String, String> look) {
    String size = value(look, "font-size");
    boolean none =
        size.isEmpty() ? sizeless : ZERO.matcher(size).matches() || (sizeless && isRelative(size));
    return new HtmlInk(colour(element, look), ground(element, look), none);
  }

  boolean isUnseen() {
    return sizeless || (colour != null && ground != null && isSame(colour, ground));
  }

  /** Whether an element shows nothing of what is in it: no height, or transparent. */
  static boolean isShut(Map<String, String> look) {
    boolean cut = value(look, "overflow").equals("hidden");
    boolean flat = isZero(look, "max-height") || isZero(look, "height");
    boolean thin = isZero(look, "max-width") || isZero(look, "width");
    return isZero(look, "opacity") || (cut && (flat || thin));
  }

  private static boolean isZero(Map<String, String> look, String property) {
    return ZERO.matcher(value(look, property)).matches();
  }

  /** A share of nothing is nothing. */
  private static boolean isRelative(String size) {
    return size.endsWith("%") || (size.endsWith("em") && !size.endsWith("rem"));
  }

  private @Nullable Integer colour(Element element, Map<String, String> look) {
    String said = value(look, "color");
    if (said.isEmpty() && element.normalName().equals("font")) {
      said = element.attr("color").strip().toLowerCase(Locale.ROOT);
    }
    return said.isEmpty() || said.equals("inherit") ? colour : read(said);
  }

  private @Nullable Integer ground(Element element, Map<String, String> look) {
    if (value(look, "background").contains("(") || value(look, "background-image").contains("(")) {
      return read(value(look, "background"));
    }
    String said = value(look, "background-color");
    if (said.isEmpty()) {
      said = value(look, "background");
    }
    if (said.isEmpty()) {
      said = element.attr("bgcolor").strip().toLowerCase(Locale.ROOT);
    }
    boolean none =
        said.isEmpty()
            || said.startsWith("none")
            || said.equals("transparent")
            || said.equals("inherit")
            || said.equals("initial");
    return element.hasAttr("background") ? null : none ? ground : read(said);
  }

  /** A colour that can be told; null for any other, so that doubt hides nothing. */
  private static @Nullable Integer read(String said) {
    Matcher hex = HEX.matcher(said);
    if (hex.matches()) {
      String digits = hex.group(1);
      int value = Integer.parseInt(digits, 16);
      return digits.length() == 6
          ? value
          : ((value >> 8) & 0xF) * 0x110000 + ((value >> 4) & 0xF) * 0x1100 + (value & 0xF) * 0x11;
    }
    Matcher channels = CHANNELS.matcher(said);
    return channels.matches()
        ? (Integer)
            ((channel(channels, 1) << 16) + (channel(channels, 2) << 8) + channel(channels, 3))
        : NAMED.get(said);
  }

  private static int channel(Matcher channels, int group) {
    return Math.min(255, Integer.parseInt(channels.group(group)));
  }

  private static boolean isSame(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF)) > SAME) {
        return false;
      }
    }
    return true;
  }

  private static String value(Map<String, String> look, String property) {
    return look.getOrDefault(property, "").strip().toLowerCase(Locale.ROOT);
  }
}
