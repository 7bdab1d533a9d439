package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads OpenDocument presentations and drawings (ODP, ODG) by their own XML. */
final class OdpReader implements FormatReader {

  private static final int DEEPEST = 200;

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    OdfContent content = OdfContent.of(source);
    DocumentWriter writer = source.writer();
    OdtStyles styles = OdtStyles.of(null, content.xml());
    new Work(new SlideWriter(writer), styles).read(content.xml());
    writer.title(content.title());
    return Reading.of(writer.finish());
  }

  /** The reading of one presentation. */
  private static final class Work {
    private final SlideWriter slides;
    private final OdtStyles styles;

    Work(SlideWriter slides, OdtStyles styles) {
      this.slides = slides;
      this.styles = styles;
    }

    void read(byte[] xml) throws XMLStreamException, NotReadException {
      try (SecureXml reader = SecureXml.of(xml)) {
        reader.nextChild();
        while (reader.nextChild()) {
          if (reader.prefixedName().equals("office:body")) {
            pages(reader);
          } else {
            reader.skip();
          }
        }
      }
      slides.finish();
    }

    private void pages(SecureXml reader) throws XMLStreamException, NotReadException {
      while (reader.nextChild()) {
        switch (reader.prefixedName()) {
          case "office:presentation", "office:drawing" -> pages(reader);
          case "draw:page" -> {
            slides.begin();
            shapes(reader, "", 0);
            slides.end();
          }
          case "presentation:footer-decl" -> slides.footer(reader.innerText());
          default -> reader.skip();
        }
      }
    }

    /** The shapes in the current element; {@code role} is what the one around them is for. */
    private void shapes(SecureXml reader, String role, int depth)
        throws XMLStreamException, NotReadException {
      if (depth > DEEPEST) {
        reader.skip();
        return;
      }
      while (reader.nextChild()) {
        switch (reader.prefixedName()) {
          case "text:p", "text:h" -> paragraph(reader, role);
          case "text:list" -> list(reader, role, 1);
          case "table:table-row" -> row(reader);
          case "presentation:notes" -> shapes(reader, "notes", depth + 1);
          case "office:annotation" -> slides.comment(OdfContent.annotation(reader));
          case "svg:title", "svg:desc", "office:forms" -> reader.skip();
          default -> {
            String own = reader.attribute("class", role);
            shapes(reader, role.equals("notes") ? role : own, depth + 1);
          }
        }
      }
    }

    private void paragraph(SecureXml reader, String role)
        throws XMLStreamException, NotReadException {
      StringBuilder comments = new StringBuilder();
      String text = OdfContent.paragraph(reader, comments);
      comments.toString().lines().forEach(slides::comment);
      if (!text.isBlank()) {
        add(Draft.paragraph(text), role);
      }
    }

    private void add(Draft draft, String role) {
      switch (role) {
        case "title" -> slides.add(Draft.heading(1, draft.text()));
        case "notes" -> slides.note(draft.text());
        case "footer" -> slides.footer(draft.text());
        case "page-number", "date-time" -> {
          // Counted or dated by the program itself.
        }
        default -> slides.add(draft);
      }
    }

    private void list(SecureXml reader, String role, int level)
        throws XMLStreamException, NotReadException {
      String style = reader.attribute("style-name", "");
      OdtNumbering numbering = new OdtNumbering(styles);
      items(reader, role, new Place(style, level, numbering, numbering.begin(null, style)));
    }

    /** Where in a list the text stands. */
    private record Place(
        String style, int level, OdtNumbering numbering, OdtNumbering.Counter counter) {

      Place deeper() {
        return new Place(style, level + 1, numbering, counter);
      }
    }

    private void items(SecureXml reader, String role, Place place)
        throws XMLStreamException, NotReadException {
      while (reader.nextChild()) {
        boolean header = reader.name().equals("list-header");
        boolean first = true;
        while (reader.nextChild()) {
          switch (reader.prefixedName()) {
            case "text:list" -> items(reader, role, place.deeper());
            case "text:p", "text:h" -> {
              item(reader, role, place, first && !header);
              first = false;
            }
            default -> reader.skip();
          }
        }
      }
    }

    private void item(SecureXml reader, String role, Place place, boolean numbered)
        throws XMLStreamException, NotReadException {
      StringBuilder comments = new StringBuilder();
      String text = OdfContent.paragraph(reader, comments);
      comments.toString().lines().forEach(slides::comment);
      if (text.isBlank()) {
        return;
      }
      String number =
          numbered
              ? place.numbering().next(place.counter(), place.style(), place.level(), null)
              : null;
      Draft draft = numbered ? Draft.listItem(place.level(), text) : Draft.paragraph(text);
      add(draft.numbered(number), role);
    }

    private void row(SecureXml reader) throws XMLStreamException, NotReadException {
      List<TableRows.Cell> cells = new ArrayList<>();
      while (reader.nextChild()) {
        List<Draft> cell = new ArrayList<>();
        cellText(reader, cell);
        cells.add(TableRows.Cell.of(cell));
      }
      List<Draft> drafts = new ArrayList<>();
      TableRows.add(cells, drafts);
      drafts.forEach(slides::add);
    }

    private static void cellText(SecureXml reader, List<Draft> cell)
        throws XMLStreamException, NotReadException {
      while (reader.nextChild()) {
        if (reader.prefixedName().equals("text:p")) {
          cell.add(Draft.paragraph(OdfContent.paragraph(reader, new StringBuilder())));
        } else {
          cellText(reader, cell);
        }
      }
    }
  }
}
