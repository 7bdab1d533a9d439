package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/**
 * Reads spreadsheets of the present Excel (XLSX) by their own XML: the values as displayed, the
 * sheets, rows and columns that are not hidden.
 */
final class XlsxReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    try (OfficePackage office = OfficePackage.open(source);
        BritishOffice _ = new BritishOffice()) {
      return new Work(source, office).reading();
    }
  }

  /** The reading of one workbook. */
  private static final class Work {
    private final OfficePackage office;
    private final DocumentWriter writer;
    private final SheetWriter sheets;
    private final String main;
    private final Map<String, OfficePackage.Relation> relations;
    private final List<Attachment> embedded = new ArrayList<>();
    private boolean since1904;

    private record Sheet(String name, @Nullable String relation, boolean hidden) {}

    Work(Source source, OfficePackage office) throws IOException, XMLStreamException {
      this.office = office;
      this.writer = source.writer();
      this.sheets = new SheetWriter(writer);
      this.main = office.mainPart();
      this.relations = office.relationsOf(main);
    }

    Reading reading() throws IOException, XMLStreamException {
      List<Sheet> listed = listed();
      XlsxCells cells = new XlsxCells(sharedStrings(), formats(), new CellNumbers(since1904));
      for (Sheet sheet : listed) {
        if (sheet.hidden()) {
          sheets.hiddenSheet();
        } else if (!sheets.isFull()) {
          read(sheet, cells);
        }
      }
      sheets.finish();
      return new Reading(writer.finish(), embedded);
    }

    private List<Sheet> listed() throws IOException, XMLStreamException {
      byte[] workbook = office.part(main);
      if (workbook == null) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the package lacks its workbook");
      }
      List<Sheet> listed = new ArrayList<>();
      try (SecureXml reader = SecureXml.of(workbook)) {
        reader.nextChild();
        while (reader.nextChild()) {
          switch (reader.name()) {
            case "workbookPr" -> {
              since1904 = isTrue(reader.attribute("date1904", "0"));
              reader.skip();
            }
            case "sheets" -> {
              while (reader.nextChild()) {
                boolean hidden = reader.attribute("state", "visible").endsWith("idden");
                String id = reader.attribute("id");
                listed.add(new Sheet(reader.attribute("name", ""), id, hidden));
                reader.skip();
              }
            }
            default -> reader.skip();
          }
        }
      }
      return listed;
    }

    private void read(Sheet sheet, XlsxCells cells) throws IOException, XMLStreamException {
      OfficePackage.Relation relation =
          sheet.relation() == null ? null : relations.get(sheet.relation());
      byte[] xml =
          relation != null && relation.type().equals("worksheet")
              ? office.part(relation.target())
              : null;
      if (relation == null || (xml == null && relation.type().equals("worksheet"))) {
        writer.missing("a sheet is not in the package");
        return;
      }
      sheets.begin(sheet.name());
      if (xml != null) {
        cells.read(xml, sheets);
      }
      for (OfficePackage.Relation other : office.relationsOf(relation.target()).values()) {
        beside(other);
      }
      sheets.end();
    }

    private void beside(OfficePackage.Relation relation) throws IOException, XMLStreamException {
      boolean known =
          Set.of("drawing", "comments", "package", "oleObject").contains(relation.type());
      byte[] part = known ? office.part(relation.target()) : null;
      if (part == null) {
        return;
      }
      switch (relation.type()) {
        case "drawing" -> drawing(part);
        case "comments" -> comments(part);
        default -> embedded.add(EmbeddedObject.unwrap(relation.fileName(), part));
      }
    }

    private void drawing(byte[] part) throws XMLStreamException, NotReadException {
      for (Draft paragraph : DrawingText.paragraphs(part)) {
        sheets.beside(paragraph.text());
      }
    }

    private void comments(byte[] part) throws XMLStreamException, NotReadException {
      try (SecureXml reader = SecureXml.of(part)) {
        reader.nextChild();
        while (reader.nextChild()) {
          if (reader.name().equals("commentList")) {
            while (reader.nextChild()) {
              sheets.comment(XlsxCells.richText(reader));
            }
          } else {
            reader.skip();
          }
        }
      }
    }

    private List<String> sharedStrings() throws IOException, XMLStreamException {
      List<String> strings = new ArrayList<>();
      byte[] xml = related("sharedStrings");
      if (xml == null) {
        return strings;
      }
      try (SecureXml reader = SecureXml.of(xml)) {
        reader.nextChild();
        while (reader.nextChild()) {
          strings.add(XlsxCells.richText(reader));
        }
      }
      return strings;
    }

    /** The number format of each cell style, in the order in which cells point at them. */
    private List<XlsxCells.NumberFormat> formats() throws IOException, XMLStreamException {
      List<XlsxCells.NumberFormat> formats = new ArrayList<>();
      byte[] xml = related("styles");
      if (xml == null) {
        return formats;
      }
      Map<Integer, String> patterns = new HashMap<>();
      try (SecureXml reader = SecureXml.of(xml)) {
        reader.nextChild();
        while (reader.nextChild()) {
          switch (reader.name()) {
            case "numFmts" -> {
              while (reader.nextChild()) {
                patterns.put(reader.number("numFmtId", -1), reader.attribute("formatCode", ""));
                reader.skip();
              }
            }
            case "cellXfs" -> {
              while (reader.nextChild()) {
                formats.add(format(reader.number("numFmtId", 0), patterns));
                reader.skip();
              }
            }
            default -> reader.skip();
          }
        }
      }
      return formats;
    }

    private static XlsxCells.NumberFormat format(int number, Map<Integer, String> patterns) {
      String own = patterns.get(number);
      return new XlsxCells.NumberFormat(
          number, own == null ? BuiltinFormats.getBuiltinFormat(number) : own);
    }

    private byte @Nullable [] related(String type) throws IOException {
      for (OfficePackage.Relation relation : relations.values()) {
        if (relation.type().equals(type)) {
          return office.part(relation.target());
        }
      }
      return null;
    }
  }

  static boolean isTrue(String value) {
    return value.equals("1") || value.equals("true");
  }
}
