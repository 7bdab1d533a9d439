package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the shapes of one slide, or of the notes on it, say. */
final class PptxSlide {

  private static final int DEEPEST = 200;

  private final List<Draft> shown = new ArrayList<>();
  private final List<String> footers = new ArrayList<>();

  private PptxSlide() {}

  static PptxSlide of(byte[] xml) throws XMLStreamException, NotReadException {
    PptxSlide slide = new PptxSlide();
    try (SecureXml reader = SecureXml.of(xml)) {
      reader.nextChild();
      slide.shapes(reader, 0);
    }
    return slide;
  }

  /** Comments, without who made them and when. */
  static List<String> comments(byte[] xml) throws XMLStreamException, NotReadException {
    List<String> comments = new ArrayList<>();
    try (SecureXml reader = SecureXml.of(xml)) {
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (reader.prefixedName().equals("p:text")) {
          comments.add(reader.innerText());
        } else if (reader.prefixedName().equals("a:p")) {
          comments.add(DrawingText.paragraph(reader).text());
        }
      }
    }
    return comments;
  }

  List<Draft> shown() {
    return shown;
  }

  List<String> footers() {
    return footers;
  }

  private void shapes(SecureXml reader, int depth) throws XMLStreamException, NotReadException {
    if (depth > DEEPEST) {
      reader.skip();
      return;
    }
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "sp" -> shape(reader);
        case "tbl" -> table(reader);
        // What is shown to programs that cannot show the first choice.
        case "Fallback" -> reader.skip();
        default -> shapes(reader, depth + 1);
      }
    }
  }

  /** A shape: what it is for, as a placeholder of the layout, and its paragraphs. */
  private void shape(SecureXml reader) throws XMLStreamException, NotReadException {
    String role = null;
    boolean hidden = false;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "nvSpPr" -> {
          while (reader.nextChild()) {
            if (reader.name().equals("cNvPr")) {
              hidden = XlsxReader.isTrue(reader.attribute("hidden", "0"));
              reader.skip();
            } else if (reader.name().equals("nvPr")) {
              role = role(reader);
            } else {
              reader.skip();
            }
          }
        }
        case "txBody" -> {
          if (hidden) {
            reader.skip();
          } else {
            body(reader, role);
          }
        }
        default -> reader.skip();
      }
    }
  }

  private static @Nullable String role(SecureXml reader)
      throws XMLStreamException, NotReadException {
    String role = null;
    while (reader.nextChild()) {
      if (reader.name().equals("ph")) {
        role = reader.attribute("type", "obj");
      }
      reader.skip();
    }
    return role;
  }

  private void body(SecureXml reader, @Nullable String role)
      throws XMLStreamException, NotReadException {
    boolean bulleted = role != null && (role.equals("obj") || role.equals("body"));
    SlideNumbers numbers = new SlideNumbers();
    while (reader.nextChild()) {
      if (reader.name().equals("lstStyle")) {
        bulleted &= !dropsBullets(reader);
      } else if (reader.name().equals("p")) {
        add(DrawingText.paragraph(reader), role == null ? "" : role, bulleted, numbers);
      } else {
        reader.skip();
      }
    }
  }

  private static boolean dropsBullets(SecureXml reader)
      throws XMLStreamException, NotReadException {
    boolean drops = false;
    while (reader.nextChild()) {
      boolean first = reader.name().equals("lvl1pPr");
      while (reader.nextChild()) {
        drops |= first && reader.name().equals("buNone");
        reader.skip();
      }
    }
    return drops;
  }

  private void add(
      DrawingText.Paragraph paragraph, String role, boolean bulleted, SlideNumbers numbers) {
    if (paragraph.text().isBlank()) {
      return;
    }
    switch (role) {
      case "title", "ctrTitle" -> shown.add(Draft.heading(1, paragraph.text()));
      case "ftr", "hdr" -> footers.add(paragraph.text());
      // Counted or dated by the program itself.
      case "sldNum", "dt", "sldImg" -> {}
      default -> shown.add(draft(paragraph, bulleted, numbers));
    }
  }

  private static Draft draft(
      DrawingText.Paragraph paragraph, boolean bulleted, SlideNumbers numbers) {
    String number = numbers.next(paragraph.level(), paragraph.scheme(), paragraph.start());
    String bullet = paragraph.bullet();
    boolean item = bullet == null ? bulleted : !bullet.equals("buNone");
    Draft draft =
        item
            ? Draft.listItem(paragraph.level() + 1, paragraph.text())
            : Draft.paragraph(paragraph.text());
    return draft.numbered(number).bold(paragraph.bold());
  }

  private void table(SecureXml reader) throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      if (!reader.name().equals("tr")) {
        reader.skip();
        continue;
      }
      List<TableRows.Cell> cells = new ArrayList<>();
      while (reader.nextChild()) {
        if (reader.name().equals("tc")) {
          cells.add(TableRows.Cell.of(cell(reader)));
        } else {
          reader.skip();
        }
      }
      TableRows.add(cells, shown);
    }
  }

  private static List<Draft> cell(SecureXml reader) throws XMLStreamException, NotReadException {
    List<Draft> paragraphs = new ArrayList<>();
    while (reader.nextChild()) {
      if (!reader.name().equals("txBody")) {
        reader.skip();
        continue;
      }
      while (reader.nextChild()) {
        if (reader.name().equals("p")) {
          DrawingText.Paragraph paragraph = DrawingText.paragraph(reader);
          paragraphs.add(Draft.paragraph(paragraph.text()).bold(paragraph.bold()));
        } else {
          reader.skip();
        }
      }
    }
    return paragraphs;
  }
}
