package org.orderpaper.extract;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a sheet (XLSX).
 *
 * @param strings the texts that cells point at
 * @param formats the number format of each cell style
 */
record XlsxCells(List<String> strings, List<NumberFormat> formats, CellNumbers numbers) {

  /**
   * How a number is shown.
   *
   * @param pattern null if the file does not say
   */
  record NumberFormat(int number, @Nullable String pattern) {}

  private static final NumberFormat GENERAL = new NumberFormat(0, "General");

  @Override
  public String toString() {
    return "XlsxCells";
  }

  void read(byte[] sheet, SheetWriter writer) throws XMLStreamException, NotReadException {
    try (SecureXml reader = SecureXml.of(sheet)) {
      reader.nextChild();
      while (reader.nextChild()) {
        switch (reader.name()) {
          case "cols" -> columns(reader, writer);
          case "sheetData" -> rows(reader, writer);
          default -> reader.skip();
        }
      }
    }
  }

  private static void columns(SecureXml reader, SheetWriter writer)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      if (XlsxReader.isTrue(reader.attribute("hidden", "0"))) {
        writer.hideColumns(reader.number("min", 1) - 1, reader.number("max", 1) - 1);
      }
      reader.skip();
    }
  }

  private void rows(SecureXml reader, SheetWriter writer)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      if (XlsxReader.isTrue(reader.attribute("hidden", "0")) || writer.isFull()) {
        if (reader.nextChild()) {
          writer.hiddenRow();
          reader.skip();
          reader.skip();
        }
        continue;
      }
      SortedMap<Integer, String> cells = new TreeMap<>();
      int next = 0;
      while (reader.nextChild()) {
        int column = column(reader.attribute("r"), next);
        cells.put(column, cell(reader));
        next = column + 1;
      }
      writer.row(cells);
    }
  }

  /**
   * The column of a reference such as {@code AB12}, from 0; cells without one follow each other.
   */
  private static int column(@Nullable String reference, int next) {
    int column = 0;
    String name = reference == null ? "" : reference;
    for (int i = 0; i < Math.min(name.length(), 3); i++) {
      char letter = name.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column == 0 ? next : column - 1;
  }

  private String cell(SecureXml reader) throws XMLStreamException, NotReadException {
    String type = reader.attribute("t", "n");
    int style = reader.number("s", 0);
    String value = "";
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "v" -> value = reader.innerText();
        case "is" -> value = richText(reader);
        default -> reader.skip();
      }
    }
    return switch (type) {
      case "s" -> shared(value);
      case "b" -> value.isEmpty() ? "" : XlsxReader.isTrue(value.strip()) ? "TRUE" : "FALSE";
      case "n" -> number(value.strip(), style);
      default -> value;
    };
  }

  private String shared(String index) {
    try {
      int at = Integer.parseInt(index.strip());
      return at >= 0 && at < strings.size() ? strings.get(at) : "";
    } catch (NumberFormatException _) {
      return "";
    }
  }

  private String number(String value, int style) {
    if (value.isEmpty()) {
      return "";
    }
    NumberFormat format = style >= 0 && style < formats.size() ? formats.get(style) : GENERAL;
    try {
      return numbers.display(Double.parseDouble(value), format.number(), format.pattern());
    } catch (RuntimeException _) {
      // A format that cannot be understood shows the number as it is kept.
      return value;
    }
  }

  /** The text of runs, without the reading aids that Japanese Excel puts beside them. */
  static String richText(SecureXml reader) throws XMLStreamException, NotReadException {
    StringBuilder text = new StringBuilder();
    addRuns(reader, text, false);
    return text.toString();
  }

  private static void addRuns(SecureXml reader, StringBuilder text, boolean seen)
      throws XMLStreamException, NotReadException {
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (reader.name().equals("rPh")) {
          reader.skip();
        } else {
          addRuns(reader, text, reader.name().equals("t"));
        }
      } else if (seen && SecureXml.isText(event)) {
        text.append(reader.text());
      }
    }
  }
}
