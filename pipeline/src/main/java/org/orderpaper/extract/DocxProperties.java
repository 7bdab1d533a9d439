package org.orderpaper.extract;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a paragraph or a run that shape what a reader sees; null where nothing is said.
 *
 * @param style the id of its style
 * @param numId the id of its list; "0" says that it is in none
 * @param listLevel the level in its list from 0
 * @param outlineLevel the level in the outline from 0; 9 is body text
 * @param removed whether its end was deleted or moved away by a tracked change
 * @param markHidden whether its end is hidden
 * @param dropCap whether it is the large first letter of the paragraph after it
 * @param section the section that ends with it
 */
record DocxProperties(
    @Nullable String style,
    @Nullable String numId,
    @Nullable Integer listLevel,
    @Nullable Integer outlineLevel,
    @Nullable Boolean bold,
    @Nullable Boolean hidden,
    boolean removed,
    @Nullable Boolean markHidden,
    boolean dropCap,
    @Nullable DocxSection section) {

  static final DocxProperties NONE =
      new DocxProperties(null, null, null, null, null, null, false, null, false, null);

  /** Reads the current {@code pPr} or {@code rPr} element and moves to its end. */
  static DocxProperties read(SecureXml reader) throws XMLStreamException, NotReadException {
    Draft draft = new Draft();
    draft.read(reader);
    return draft.properties();
  }

  static boolean isOn(@Nullable String value) {
    return value == null || value.equals("1") || value.equals("true") || value.equals("on");
  }

  /** The properties while they are being read. */
  private static final class Draft {
    private @Nullable String style;
    private @Nullable String numId;
    private @Nullable Integer listLevel;
    private @Nullable Integer outlineLevel;
    private @Nullable Boolean bold;
    private @Nullable Boolean hidden;
    private boolean removed;
    private @Nullable Boolean markHidden;
    private boolean dropCap;
    private @Nullable DocxSection section;

    void read(SecureXml reader) throws XMLStreamException, NotReadException {
      while (reader.nextChild()) {
        String value = reader.attribute("val");
        switch (reader.name()) {
          case "pStyle", "rStyle" -> style = value;
          case "numId" -> numId = value;
          case "ilvl" -> listLevel = reader.number("val", 0);
          case "outlineLvl" -> outlineLevel = reader.number("val", 9);
          case "b" -> bold = isOn(value);
          case "vanish" -> hidden = isOn(value);
          case "del", "moveFrom" -> removed = true;
          case "framePr" -> dropCap = !reader.attribute("dropCap", "none").equals("none");
          default -> {}
        }
        readInner(reader);
      }
    }

    /** What stands inside: the list, the section, or how the paragraph's end mark looks. */
    private void readInner(SecureXml reader) throws XMLStreamException, NotReadException {
      switch (reader.name()) {
        case "numPr" -> read(reader);
        case "sectPr" -> section = DocxSection.read(reader);
        case "rPr" -> {
          // The mark's own look is not that of the text.
          DocxProperties mark = DocxProperties.read(reader);
          removed |= mark.removed();
          markHidden = mark.hidden();
        }
        default -> reader.skip();
      }
    }

    DocxProperties properties() {
      return new DocxProperties(
          style,
          numId,
          listLevel,
          outlineLevel,
          bold,
          hidden,
          removed,
          markHidden,
          dropCap,
          section);
    }
  }
}
