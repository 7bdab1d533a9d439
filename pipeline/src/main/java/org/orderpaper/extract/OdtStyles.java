package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument text, as far as they shape what a reader sees. */
final class OdtStyles {

  private static final int LONGEST_CHAIN = 32;

  /** The name under which the numbers of headings are kept. */
  static final String OUTLINE = " outline";

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, Map<Integer, Level>> lists = new HashMap<>();

  /** A paragraph or character style; null where it says nothing and its parent decides. */
  private record Style(
      @Nullable String parent,
      @Nullable String list,
      @Nullable Boolean bold,
      @Nullable Boolean hidden,
      @Nullable String font) {}

  /**
   * How one level of a list is numbered.
   *
   * @param format 1, a, A, i, I, or empty for no number
   * @param display how many levels the number shows
   * @param pattern how the number is written, where %1% stands for the count of the first level;
   *     empty where prefix, suffix and display say it
   * @param repeated whether letters go on with aa, bb and not with aa, ab
   */
  record Level(
      boolean bullet,
      String format,
      String prefix,
      String suffix,
      int start,
      int display,
      String pattern,
      boolean repeated) {}

  private OdtStyles() {}

  /** Reads the styles of the document and of the template it was made with. */
  static OdtStyles of(byte @Nullable [] styles, byte[] content)
      throws XMLStreamException, NotReadException {
    OdtStyles all = new OdtStyles();
    if (styles != null) {
      all.read(styles);
    }
    all.read(content);
    return all;
  }

  @Nullable Level level(String list, int level) {
    return lists.getOrDefault(list, Map.of()).get(level);
  }

  @Nullable String list(@Nullable String style) {
    return first(style, Style::list);
  }

  @Nullable Boolean bold(@Nullable String style) {
    return first(style, Style::bold);
  }

  /** Whether text in the style is hidden; null where it says nothing. */
  @Nullable Boolean hidden(@Nullable String style) {
    return first(style, Style::hidden);
  }

  /** The font that a style names, or an empty name. */
  String font(@Nullable String style) {
    String font = first(style, Style::font);
    return font == null ? "" : font;
  }

  /** The level of a heading that a paragraph has by the name of its style alone; 0 for none. */
  int headingLevel(@Nullable String style) {
    for (String name : chain(style)) {
      switch (name) {
        case "Title" -> {
          return 1;
        }
        case "Subtitle" -> {
          return 2;
        }
        default -> {}
      }
    }
    return 0;
  }

  /** The style and those that it inherits from, nearest first. */
  private List<String> chain(@Nullable String name) {
    List<String> chain = new ArrayList<>();
    String at = name;
    for (int i = 0; i < LONGEST_CHAIN && at != null; i++) {
      chain.add(at);
      Style style = styles.get(at);
      at = style == null ? null : style.parent();
    }
    return chain;
  }

  private <T> @Nullable T first(@Nullable String name, Function<Style, @Nullable T> says) {
    for (String at : chain(name)) {
      Style style = styles.get(at);
      T said = style == null ? null : says.apply(style);
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  private void read(byte[] xml) throws XMLStreamException, NotReadException {
    try (SecureXml reader = SecureXml.of(xml)) {
      reader.nextChild();
      while (reader.nextChild()) {
        if (reader.name().equals("styles") || reader.name().equals("automatic-styles")) {
          readAll(reader);
        } else {
          reader.skip();
        }
      }
    }
  }

  private void readAll(SecureXml reader) throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "style" -> readStyle(reader);
        case "list-style" -> lists.put(reader.attribute("name", ""), readLevels(reader));
        case "outline-style" -> lists.put(OUTLINE, readLevels(reader));
        default -> reader.skip();
      }
    }
  }

  private void readStyle(SecureXml reader) throws XMLStreamException, NotReadException {
    String name = reader.attribute("name", "");
    String parent = reader.attribute("parent-style-name");
    String list = reader.attribute("list-style-name");
    Boolean bold = null;
    Boolean hidden = null;
    String font = "";
    while (reader.nextChild()) {
      if (reader.name().equals("text-properties")) {
        String weight = reader.attribute("font-weight");
        String display = reader.attribute("display");
        bold = weight == null ? null : weight.matches("bold|[6-9]00");
        hidden = display == null ? null : display.equals("none");
        font = reader.attribute("font-name", reader.attribute("font-family", ""));
      }
      reader.skip();
    }
    styles.put(name, new Style(parent, list, bold, hidden, font.isEmpty() ? null : font));
  }

  private static Map<Integer, Level> readLevels(SecureXml reader)
      throws XMLStreamException, NotReadException {
    Map<Integer, Level> levels = new HashMap<>();
    while (reader.nextChild()) {
      boolean bullet =
          !reader.name().endsWith("level-style-number")
              && !reader.name().equals("outline-level-style");
      levels.put(
          reader.number("level", 1),
          new Level(
              bullet,
              reader.attribute("num-format", ""),
              reader.attribute("num-prefix", ""),
              reader.attribute("num-suffix", ""),
              reader.number("start-value", 1),
              reader.number("display-levels", 1),
              reader.attribute("num-list-format", ""),
              reader.attribute("num-letter-sync", "false").equals("true")));
      reader.skip();
    }
    return levels;
  }
}
