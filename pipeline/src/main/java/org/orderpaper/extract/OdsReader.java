package org.orderpaper.extract;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Reads OpenDocument spreadsheets (ODS) by their own XML, which keeps every value as displayed.
 * Sheets, rows and columns that are hidden are left out.
 */
final class OdsReader implements FormatReader {

  /** A cell or row that is repeated more often than this is an ornament. */
  private static final int MOST_REPEATED = 1_000;

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    OdfContent content = OdfContent.of(source);
    DocumentWriter writer = source.writer();
    new Work(new SheetWriter(writer)).read(content.xml());
    writer.title(content.title());
    return Reading.of(writer.finish());
  }

  /** The reading of one workbook. */
  private static final class Work {
    private final SheetWriter sheets;
    private final Set<String> hiddenStyles = new HashSet<>();
    private int columns;

    Work(SheetWriter sheets) {
      this.sheets = sheets;
    }

    void read(byte[] xml) throws XMLStreamException, NotReadException {
      try (SecureXml reader = SecureXml.of(xml)) {
        reader.nextChild();
        elements(reader);
      }
      sheets.finish();
    }

    private void elements(SecureXml reader) throws XMLStreamException, NotReadException {
      while (reader.nextChild()) {
        switch (reader.prefixedName()) {
          case "style:style" -> style(reader);
          case "table:table" -> sheet(reader);
          case "office:body", "office:spreadsheet", "office:automatic-styles" -> elements(reader);
          default -> reader.skip();
        }
      }
    }

    private void style(SecureXml reader) throws XMLStreamException, NotReadException {
      String name = reader.attribute("name", "");
      while (reader.nextChild()) {
        boolean hides =
            reader.name().equals("table-properties")
                && reader.attribute("display", "true").equals("false");
        if (hides) {
          hiddenStyles.add(name);
        }
        reader.skip();
      }
    }

    private void sheet(SecureXml reader) throws XMLStreamException, NotReadException {
      if (hiddenStyles.contains(reader.attribute("style-name", "")) || sheets.isFull()) {
        sheets.hiddenSheet();
        reader.skip();
        return;
      }
      sheets.begin(reader.attribute("name", ""));
      columns = 0;
      inSheet(reader);
      sheets.end();
    }

    private void inSheet(SecureXml reader) throws XMLStreamException, NotReadException {
      while (reader.nextChild()) {
        switch (reader.name()) {
          case "table-column" -> column(reader);
          case "table-row" -> row(reader);
          case "shapes" -> shapes(reader);
          case "table-row-group",
              "table-header-rows",
              "table-rows",
              "table-column-group",
              "table-header-columns",
              "table-columns" ->
              inSheet(reader);
          default -> reader.skip();
        }
      }
    }

    private void column(SecureXml reader) throws XMLStreamException, NotReadException {
      int times = Math.clamp(reader.number("number-columns-repeated", 1), 1, 1 << 14);
      if (!reader.attribute("visibility", "visible").equals("visible")) {
        sheets.hideColumns(columns, columns + times - 1);
      }
      columns = Math.min(columns + times, 1 << 14);
      reader.skip();
    }

    private void row(SecureXml reader) throws XMLStreamException, NotReadException {
      boolean hidden = !reader.attribute("visibility", "visible").equals("visible");
      int times = Math.clamp(reader.number("number-rows-repeated", 1), 1, MOST_REPEATED);
      SortedMap<Integer, String> cells = new TreeMap<>();
      int column = 0;
      while (reader.nextChild()) {
        int across = Math.clamp(reader.number("number-columns-repeated", 1), 1, 1 << 14);
        String text = reader.name().equals("table-cell") ? cell(reader, hidden) : skipped(reader);
        for (int i = 0; !text.isBlank() && i < Math.min(across, MOST_REPEATED); i++) {
          cells.put(column + i, text);
        }
        column = Math.min(column + across, 1 << 14);
      }
      if (hidden && !cells.isEmpty()) {
        sheets.hiddenRow();
      }
      for (int i = 0; !hidden && !cells.isEmpty() && i < times && !sheets.isFull(); i++) {
        sheets.row(cells);
      }
    }

    private static String skipped(SecureXml reader) throws XMLStreamException, NotReadException {
      reader.skip();
      return "";
    }

    private String cell(SecureXml reader, boolean hidden)
        throws XMLStreamException, NotReadException {
      StringBuilder text = new StringBuilder();
      StringBuilder notes = new StringBuilder();
      while (reader.nextChild()) {
        switch (reader.prefixedName()) {
          case "text:p" ->
              text.append(text.isEmpty() ? "" : "\n").append(OdfContent.paragraph(reader, notes));
          case "office:annotation" -> notes.append(OdfContent.annotation(reader));
          default -> shapes(reader);
        }
      }
      if (!hidden) {
        notes.toString().lines().forEach(sheets::comment);
      }
      return text.toString();
    }

    /** The paragraphs of shapes that lie over the cells. */
    private void shapes(SecureXml reader) throws XMLStreamException, NotReadException {
      while (reader.nextChild()) {
        switch (reader.prefixedName()) {
          case "text:p", "text:h" ->
              sheets.beside(OdfContent.paragraph(reader, new StringBuilder()));
          case "svg:title", "svg:desc", "table:table" -> reader.skip();
          default -> shapes(reader);
        }
      }
    }
  }
}
