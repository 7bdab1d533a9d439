package org.orderpaper.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of a web page look, by their own style and by the plainest rules of its style
 * sheets: for an element, a class or an id. Word processors in browsers say all by classes, bold
 * and the numbers of lists too.
 */
final class HtmlStyles {

  private static final int MOST_RULES = 20_000;
  private static final Pattern SIMPLE = Pattern.compile("[a-z0-9]{0,20}(?:[.#][\\w-]{1,100})?");
  private static final String BEFORE_ITEM = ">li:before";

  private final Map<String, Map<String, String>> rules = new HashMap<>();

  /** Whether the ground of some element may be set by what is not read. */
  private boolean hidesGrounds;

  private HtmlStyles() {}

  /** No style sheet at all. */
  static HtmlStyles none() {
    return new HtmlStyles();
  }

  /** The rules of all style sheets in a page. */
  static HtmlStyles of(Element page) {
    HtmlStyles styles = new HtmlStyles();
    page.getElementsByTag("style").forEach(sheet -> styles.addSheet(sheet.data()));
    styles.hidesGrounds |= page.selectFirst("link[rel=stylesheet]") != null;
    return styles;
  }

  /** Whether the grounds of all elements are known. */
  boolean tellsGrounds() {
    return !hidesGrounds;
  }

  /** What is said about an element, by property. */
  Map<String, String> of(String name, Element element) {
    Map<String, String> said = new HashMap<>();
    add(name, said);
    if (element.hasAttr("class")) {
      for (String one : element.classNames()) {
        String key = "." + one.toLowerCase(Locale.ROOT);
        add(key, said);
        add(name + key, said);
      }
    }
    if (!element.id().isEmpty()) {
      String key = "#" + element.id().toLowerCase(Locale.ROOT);
      add(key, said);
      add(name + key, said);
    }
    if (element.hasAttr("style")) {
      declarations(element.attr("style"), said);
    }
    return said;
  }

  /** What a style sheet puts in front of the items of a list, or null; the class that says so. */
  @Nullable String markerClass(Element list) {
    for (String one : list.classNames()) {
      if (rules.containsKey("." + one.toLowerCase(Locale.ROOT) + BEFORE_ITEM)) {
        return one.toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  /** The content in front of the items of lists of a class. */
  String marker(String markerClass) {
    return rules
        .getOrDefault("." + markerClass + BEFORE_ITEM, Map.of())
        .getOrDefault("content", "");
  }

  private void add(String selector, Map<String, String> said) {
    said.putAll(rules.getOrDefault(selector, Map.of()));
  }

  private void addSheet(String raw) {
    String css = withoutComments(raw).toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < css.length() && rules.size() < MOST_RULES) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      String selectors = css.substring(at, open).strip();
      boolean conditional = selectors.contains("@");
      int close = conditional ? endOfBlock(css, open) : css.indexOf('}', open);
      int end = close < 0 ? css.length() : close;
      if (!conditional) {
        addRule(selectors, css.substring(open + 1, end));
      }
      at = end + 1;
    }
  }

  private void addRule(String selectors, String body) {
    for (String selector : selectors.split(",", -1)) {
      String one = selector.strip();
      boolean marker = one.startsWith(".") && one.replace(" ", "").endsWith(BEFORE_ITEM);
      String key = marker ? one.replace(" ", "") : one;
      if (marker || (!one.isEmpty() && SIMPLE.matcher(one).matches())) {
        declarations(body, rules.computeIfAbsent(key, _ -> new HashMap<>()));
      } else {
        hidesGrounds |= body.contains("background");
      }
    }
  }

  /** The end of a block with blocks in it, such as rules for narrow screens. */
  private static int endOfBlock(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      char c = css.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String withoutComments(String css) {
    StringBuilder left = new StringBuilder(css.length());
    int at = 0;
    while (at < css.length()) {
      int open = css.indexOf("/*", at);
      int close = open < 0 ? -1 : css.indexOf("*/", open + 2);
      left.append(css, at, open < 0 ? css.length() : open);
      at = open < 0 || close < 0 ? css.length() : close + 2;
    }
    return left.toString().replace("<!--", " ").replace("-->", " ");
  }

  private static void declarations(String body, Map<String, String> said) {
    for (String one : body.split(";", -1)) {
      int colon = one.indexOf(':');
      if (colon > 0) {
        String value = one.substring(colon + 1).strip();
        String plain =
            value.endsWith("!important") ? value.substring(0, value.length() - 10) : value;
        said.put(one.substring(0, colon).strip().toLowerCase(Locale.ROOT), plain.strip());
      }
    }
  }
}
