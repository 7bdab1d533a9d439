package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private DocxProperties defaults = DocxProperties.NONE;

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
        switch (reader.name()) {
          case "style" -> styles.add(reader);
          case "docDefaults" -> styles.addDefaults(reader);
          default -> reader.skip();
        }
      }
    }
    return styles;
  }

  private void addDefaults(SecureXml reader) throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      if (reader.name().equals("rPr")) {
        defaults = DocxProperties.read(reader);
      } else {
        addDefaults(reader);
      }
    }
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

  /** Whether a run is bold by its own properties, its style and that of its paragraph. */
  boolean isBold(DocxProperties run, @Nullable String paragraph) {
    return isOn(run, paragraph, DocxProperties::bold);
  }

  boolean isHidden(DocxProperties run, @Nullable String paragraph) {
    return isOn(run, paragraph, DocxProperties::hidden);
  }

  /** Styles toggle: "strong" inside a bold paragraph is not bold. A run's own word is the last. */
  private boolean isOn(
      DocxProperties run,
      @Nullable String paragraph,
      Function<DocxProperties, @Nullable Boolean> property) {
    Boolean own = property.apply(run);
    if (own != null) {
      return own;
    }
    boolean byDefault = Boolean.TRUE.equals(property.apply(defaults));
    boolean character =
        Boolean.TRUE.equals(first(run.style(), style -> property.apply(style.run())));
    Boolean ofParagraph = first(paragraph, style -> property.apply(style.run()));
    return character ^ (ofParagraph == null ? byDefault : ofParagraph);
  }

  /** The style and those that it is based on, nearest first. */
  List<String> chain(@Nullable String id) {
    List<String> chain = new ArrayList<>();
    String at = id;
    for (int i = 0; i < LONGEST_CHAIN && at != null; i++) {
      chain.add(at);
      Style style = styles.get(at);
      at = style == null ? null : style.basedOn();
    }
    return chain;
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
    for (String at : chain(id)) {
      Style style = styles.get(at);
      T said = style == null ? null : says.apply(style);
      if (said != null) {
        return said;
      }
    }
    return null;
  }
}
