package org.orderpaper.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What stands in front of the items of lists in a web page. Not thread-safe: it counts. */
final class HtmlMarkers {

  private static final Pattern PIECE =
      Pattern.compile(
          "\"([^\"]{0,50})\"|counter\\(\\s*([\\w-]{1,100})\\s*(?:,\\s*([\\w-]{1,40})\\s*)?\\)");
  private static final String COUNTER = "lst-ctn-";
  private static final String LIST = "lst-";

  private final HtmlStyles styles;
  private final Map<String, Integer> counts = new HashMap<>();

  HtmlMarkers(HtmlStyles styles) {
    this.styles = styles;
  }

  /** The depth of a list that says it by its class, as lists do that are not nested; or 0. */
  int depth(Element list) {
    String named = styles.markerClass(list);
    int dash = named == null ? -1 : named.lastIndexOf('-');
    if (named == null || !named.startsWith(LIST) || dash < 0 || dash != named.length() - 2) {
      return 0;
    }
    return Math.max(0, Character.digit(named.charAt(dash + 1), 10) + 1);
  }

  /** The number of an item as displayed; null for a bullet or nothing. */
  @Nullable String label(Element list, Element item, int count) {
    String named = styles.markerClass(list);
    if (named != null) {
      counts.put(named, count);
      return byContent(styles.marker(named));
    }
    if (!list.normalName().equals("ol")) {
      return null;
    }
    String type = type(list, item);
    return switch (type) {
      case "none", "disc", "circle", "square" -> null;
      case "decimal-leading-zero" -> Numerals.padded(count, "01") + ".";
      default -> formatted(count, type) + ".";
    };
  }

  private String type(Element list, Element item) {
    for (Element element : new Element[] {item, list}) {
      Map<String, String> said = styles.of(element.normalName(), element);
      String type = said.getOrDefault("list-style-type", said.getOrDefault("list-style", ""));
      for (String word : type.toLowerCase(Locale.ROOT).split(" ", -1)) {
        if (word.equals("none")
            || word.startsWith("lower-")
            || word.startsWith("upper-")
            || word.startsWith("decimal")
            || word.equals("disc")
            || word.equals("circle")
            || word.equals("square")) {
          return word;
        }
      }
      if (element.hasAttr("type")) {
        return element.attr("type");
      }
    }
    return "1";
  }

  private static String formatted(int count, String type) {
    return switch (type) {
      case "a", "lower-alpha", "lower-latin" -> Numerals.letters(count);
      case "A", "upper-alpha", "upper-latin" -> Numerals.letters(count).toUpperCase(Locale.ROOT);
      case "i", "lower-roman" -> Numerals.lowerRoman(count);
      case "I", "upper-roman" -> Numerals.upperRoman(count);
      default -> Integer.toString(count);
    };
  }

  private @Nullable String byContent(String content) {
    StringBuilder shown = new StringBuilder();
    boolean counted = false;
    Matcher piece = PIECE.matcher(content);
    while (piece.find()) {
      if (piece.group(2) == null) {
        shown.append(piece.group(1));
      } else {
        String named = piece.group(2).replace(COUNTER, LIST);
        String type = piece.group(3) == null ? "1" : piece.group(3);
        shown.append(formatted(counts.getOrDefault(named, 1), type));
        counted = true;
      }
    }
    return counted ? shown.toString().strip() : null;
  }
}
