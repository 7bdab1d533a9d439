package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The paragraphs of shapes in the drawing language of Office Open XML (DrawingML). */
final class DrawingText {

  private DrawingText() {}

  /** All paragraphs of a drawing, those that only old programs show left out. */
  static List<Draft> paragraphs(byte[] drawing) throws XMLStreamException, NotReadException {
    List<Draft> paragraphs = new ArrayList<>();
    try (SecureXml reader = SecureXml.of(drawing)) {
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (reader.name()) {
          case "Fallback" -> reader.skip();
          case "p" -> paragraphs.add(Draft.paragraph(paragraph(reader).text()));
          default -> {
            // What surrounds paragraphs does not matter.
          }
        }
      }
    }
    return paragraphs;
  }

  /**
   * A paragraph with what it says about its bullet.
   *
   * @param text a line feed stands for a line break
   * @param level its depth from 0
   * @param bullet {@code buNone}, {@code buChar}, {@code buBlip} or {@code buAutoNum}, or null if
   *     its surroundings decide
   * @param scheme how it is numbered, or null
   * @param start the first number
   */
  record Paragraph(
      String text,
      int level,
      @Nullable String bullet,
      @Nullable String scheme,
      int start,
      boolean bold) {

    @Override
    public String toString() {
      return "Paragraph";
    }
  }

  /** The current paragraph; moves to its end. */
  static Paragraph paragraph(SecureXml reader) throws XMLStreamException, NotReadException {
    StringBuilder text = new StringBuilder();
    int level = 0;
    String bullet = null;
    String scheme = null;
    int start = 1;
    boolean anyBold = false;
    boolean anyPlain = false;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "pPr" -> {
          level = reader.number("lvl", 0);
          while (reader.nextChild()) {
            if (isBullet(reader.name())) {
              bullet = reader.name();
              scheme = reader.attribute("type");
              start = reader.number("startAt", 1);
            }
            reader.skip();
          }
        }
        case "r", "fld" -> {
          Run run = run(reader);
          text.append(run.text());
          anyBold |= run.bold() && !run.text().isBlank();
          anyPlain |= !run.bold() && !run.text().isBlank();
        }
        case "br" -> {
          text.append('\n');
          reader.skip();
        }
        default -> reader.skip();
      }
    }
    return new Paragraph(text.toString(), level, bullet, scheme, start, anyBold && !anyPlain);
  }

  static boolean isBullet(String name) {
    return switch (name) {
      case "buNone", "buChar", "buBlip", "buAutoNum" -> true;
      default -> false;
    };
  }

  private record Run(String text, boolean bold) {}

  private static Run run(SecureXml reader) throws XMLStreamException, NotReadException {
    StringBuilder text = new StringBuilder();
    boolean bold = false;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "rPr" -> {
          bold = XlsxReader.isTrue(reader.attribute("b", "0"));
          reader.skip();
        }
        case "t" -> text.append(reader.innerText());
        default -> reader.skip();
      }
    }
    return new Run(text.toString(), bold);
  }
}
