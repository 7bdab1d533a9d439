package org.orderpaper.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The styles of a Word document, as far as they shape what a reader sees. */
final class DocxStyles {

  /** Styles may be based on each other in a circle in broken files. */
  private static final int LONGEST_CHAIN = 32;

  private final Map<String, Style> styles = new HashMap<>();
  private @Nullable String defaultParagraph;

  /** A style as written; null where it says nothing and its base decides. */
  private record Style(
      String name, @Nullable String basedOn, DocxProperties paragraph, DocxProperties run) {}

  static DocxStyles none() {
    return new DocxStyles();
  }

  static DocxStyles of(byte[] xml) throws XMLStreamException, NotReadException {
    DocxStyles styles = new DocxStyles();
    try (SecureXml reader = SecureXml.of(xml)) {
      reader.nextChild();
      while (reader.nextChild()) {
        if (reader.name().equals("style")) {
          styles.add(reader);
        } else {
          reader.skip();
        }
      }
    }
    return styles;
  }

  private void add(SecureXml reader) throws XMLStreamException, NotReadException {
    String id = reader.attribute("styleId", "");
    boolean isDefault =
        reader.attribute("type", "").equals("paragraph")
            && DocxProperties.isOn(reader.attribute("default", "0"));
    String name = "";
    String basedOn = null;
    DocxProperties paragraph = DocxProperties.NONE;
    DocxProperties run = DocxProperties.NONE;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "name" -> {
          name = reader.attribute("val", "");
          reader.skip();
        }
        case "basedOn" -> {
          basedOn = reader.attribute("val");
          reader.skip();
        }
        case "pPr" -> paragraph = DocxProperties.read(reader);
        case "rPr" -> run = DocxProperties.read(reader);
        default -> reader.skip();
      }
    }
    styles.put(id, new Style(name.toLowerCase(Locale.ROOT), basedOn, paragraph, run));
    if (isDefault) {
      defaultParagraph = id;
    }
  }

  /** The style of a paragraph that names {@code id}, or none. */
  @Nullable String paragraphStyle(@Nullable String id) {
    return id != null && styles.containsKey(id) ? id : defaultParagraph;
  }

  @Nullable Boolean bold(@Nullable String id) {
    return first(id, style -> style.run().bold());
  }

  @Nullable Boolean hidden(@Nullable String id) {
    return first(id, style -> style.run().hidden());
  }

  @Nullable String numId(@Nullable String id) {
    return first(id, style -> style.paragraph().numId());
  }

  @Nullable Integer listLevel(@Nullable String id) {
    return first(id, style -> style.paragraph().listLevel());
  }

  /** The level of a heading from 1, or 0 if the style is not one for headings. */
  int headingLevel(@Nullable String id) {
    Integer outline = first(id, style -> style.paragraph().outlineLevel());
    if (outline != null) {
      return outline >= 0 && outline <= 8 ? outline + 1 : 0;
    }
    Integer named = first(id, DocxStyles::headingByName);
    return named == null ? 0 : named;
  }

  private static @Nullable Integer headingByName(Style style) {
    String name = style.name();
    if (name.equals("title")) {
      return 1;
    }
    if (name.equals("subtitle")) {
      return 2;
    }
    boolean heading = name.length() == 9 && name.startsWith("heading ");
    int level = heading ? Character.digit(name.charAt(8), 10) : 0;
    return level > 0 ? level : null;
  }

  /** What the nearest style of a chain says. */
  private <T> @Nullable T first(@Nullable String id, Function<Style, @Nullable T> says) {
    String at = id;
    for (int i = 0; i < LONGEST_CHAIN && at != null; i++) {
      Style style = styles.get(at);
      if (style == null) {
        return null;
      }
      T said = says.apply(style);
      if (said != null) {
        return said;
      }
      at = style.basedOn();
    }
    return null;
  }
}
