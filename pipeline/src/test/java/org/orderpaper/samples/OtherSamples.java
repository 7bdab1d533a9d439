package org.orderpaper.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/**
 * Makes the sheets, slides and other documents of {@code corpus-samples/formats}: one document a
 * trap. The argument is that folder.
 */
final class OtherSamples {

  private static final String SHEET =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String LINKS =
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String DRAWING =
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
  private static final String SLIDE =
      " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"" + DRAWING + LINKS;
  private static final String ODF =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"";
  private static final Instant TIME = Instant.parse("2024-01-01T00:00:00Z");

  private OtherSamples() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length == 0 ? "corpus-samples/formats" : arguments[0]);
    for (Map.Entry<String, byte[]> sample : all().entrySet()) {
      Path target = folder.resolve(sample.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, sample.getValue());
    }
  }

  /** Each sample by its path. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("sheets/values-as-displayed.xlsx", valuesAsDisplayed());
    all.put("sheets/hidden-sheet-row-and-column.xlsx", hiddenCells());
    all.put("sheets/comment-and-text-box-beside-cells.xlsx", besideCells());
    all.put("sheets/dates-formulas-and-hidden-row.xls", oldSheet());
    all.put("sheets/repeated-cells-and-hidden-parts.ods", openSheet());
    all.put("slides/title-bullets-numbers-table-notes.pptx", slides());
    all.put("slides/title-and-text-box.ppt", oldSlides());
    all.put("slides/title-list-notes-footer.odp", openSlides());
    all.put("other/chapters-in-reading-order.epub", book());
    all.put("other/tracked-deletion-flat.fodt", flatText());
    all.put("other/tracked-deletion-word-2003.xml", word2003());
    all.put("other/tracked-deletion-flat-word.xml", flatWord());
    all.put("other/unknown-vocabulary.xml", unknownXml());
    all.put("other/mailbox-of-two.mbox", mailbox());
    all.put("other/minutes-and-motion.tar.gz", tarGz());
    all.put("other/minutes-and-motion.7z", sevenZip());
    all.put("other/printed-pages.xps", xps());
    all.put("other/only-a-preview.pages", pages());
    return all;
  }

  private static OfficePackageXml workbook(String sheets) {
    return new OfficePackageXml("xl/workbook.xml")
        .part("xl/workbook.xml", "<workbook" + SHEET + LINKS + ">" + sheets + "</workbook>");
  }

  private static String inline(String reference, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
  }

  private static String worksheet(String inside) {
    return "<worksheet" + SHEET + LINKS + ">" + inside + "</worksheet>";
  }

  private static byte[] valuesAsDisplayed() {
    return workbook(
            "<sheets><sheet name=\"Decisions 2020\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "<sheet name=\"Empty\" sheetId=\"2\" r:id=\"rId4\"/></sheets>")
        .relations(
            "xl/workbook.xml",
            "worksheet",
            "worksheets/sheet1.xml",
            "sharedStrings",
            "sharedStrings.xml",
            "styles",
            "styles.xml",
            "worksheet",
            "worksheets/sheet2.xml")
        .part(
            "xl/sharedStrings.xml",
            "<sst"
                + SHEET
                + "><si><t>Motion</t></si><si><r><t xml:space=\"preserve\">Save the </t></r>"
                + "<r><rPr><b/></rPr><t>lido</t></r></si><si><t>Carried</t></si></sst>")
        .part(
            "xl/styles.xml",
            "<styleSheet"
                + SHEET
                + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"d\\ mmmm\\ yyyy\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"&quot;£&quot;#,##0.00\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                + "<xf numFmtId=\"9\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>")
        .part(
            "xl/worksheets/sheet1.xml",
            worksheet(
                "<sheetData><row r=\"1\">"
                    + inline("A1", "Wick and Marsh branch: decisions")
                    + "</row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c>"
                    + inline("B3", "Short date")
                    + inline("C3", "Long date")
                    + inline("D3", "Turnout")
                    + inline("E3", "Cost")
                    + inline("F3", "Approved")
                    + inline("G3", "Outcome")
                    + "</row><row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"B4\" s=\"1\"><v>44166</v></c><c r=\"C4\" s=\"2\"><v>44166</v></c>"
                    + "<c r=\"D4\" s=\"3\"><v>0.25</v></c>"
                    + "<c r=\"E4\" s=\"4\"><f>1000+234.5</f><v>1234.5</v></c>"
                    + "<c r=\"F4\" t=\"b\"><v>1</v></c><c r=\"G4\" t=\"s\"><v>2</v></c></row>"
                    + "<row r=\"5\">"
                    + inline("A5", "No date given")
                    + "<c r=\"G5\" t=\"str\"><f>&quot;Re&quot;&amp;&quot;mitted&quot;</f>"
                    + "<v>Remitted</v></c></row></sheetData>"))
        .part("xl/worksheets/sheet2.xml", worksheet("<sheetData/>"))
        .toBytes();
  }

  private static byte[] hiddenCells() {
    return workbook(
            "<sheets><sheet name=\"Motions\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "<sheet name=\"Old\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets>")
        .relations(
            "xl/workbook.xml",
            "worksheet",
            "worksheets/sheet1.xml",
            "worksheet",
            "worksheets/sheet2.xml")
        .part(
            "xl/worksheets/sheet1.xml",
            worksheet(
                "<cols><col min=\"2\" max=\"2\" hidden=\"1\" width=\"9\"/></cols><sheetData>"
                    + "<row r=\"1\">"
                    + inline("A1", "Motion")
                    + inline("B1", "Hidden column")
                    + inline("C1", "Outcome")
                    + "</row><row r=\"2\" hidden=\"1\">"
                    + inline("A2", "A withdrawn motion in a hidden row")
                    + "</row><row r=\"3\">"
                    + inline("A3", "Street lighting")
                    + inline("B3", "nobody sees this")
                    + inline("C3", "Carried")
                    + "</row></sheetData>"))
        .part(
            "xl/worksheets/sheet2.xml",
            worksheet(
                "<sheetData><row>" + inline("A1", "On a hidden sheet") + "</row></sheetData>"))
        .toBytes();
  }

  private static byte[] besideCells() {
    return workbook("<sheets><sheet name=\"Rota\" sheetId=\"1\" r:id=\"rId1\"/></sheets>")
        .relations("xl/workbook.xml", "worksheet", "worksheets/sheet1.xml")
        .relations(
            "xl/worksheets/sheet1.xml",
            "comments",
            "../comments1.xml",
            "drawing",
            "../drawings/drawing1.xml")
        .part(
            "xl/worksheets/sheet1.xml",
            worksheet(
                "<sheetData><row r=\"1\">"
                    + inline("A1", "Week")
                    + inline("B1", "Stall")
                    + "</row><row r=\"2\"><c r=\"A2\"><v>1</v></c>"
                    + inline("B2", "Market Square")
                    + "</row></sheetData>"))
        .part(
            "xl/comments1.xml",
            "<comments"
                + SHEET
                + "><authors><author>Ann Example</author></authors><commentList><comment ref=\"B2\""
                + " authorId=\"0\"><text><r><t>Ask about the permit.</t></r></text>"
                + "</comment></commentList></comments>")
        .part(
            "xl/drawings/drawing1.xml",
            "<xdr:wsDr"
                + " xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
                + DRAWING
                + "><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Bring"
                + " leaflets.</a:t></a:r>"
                + "</a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>")
        .toBytes();
  }

  private static byte[] oldSheet() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      HSSFSheet sheet = workbook.createSheet("Resolutions");
      HSSFCellStyle date = workbook.createCellStyle();
      date.setDataFormat((short) 14);
      HSSFRow head = sheet.createRow(0);
      head.createCell(0).setCellValue("Resolution");
      head.createCell(1).setCellValue("Date");
      head.createCell(2).setCellValue("For");
      HSSFRow row = sheet.createRow(1);
      row.createCell(0).setCellValue("Reopen the footbridge");
      row.createCell(1).setCellValue(44166);
      row.getCell(1).setCellStyle(date);
      row.createCell(2).setCellFormula("10+7");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      HSSFRow hidden = sheet.createRow(2);
      hidden.createCell(0).setCellValue("A withdrawn motion in a hidden row");
      hidden.setZeroHeight(true);
      workbook.createSheet("Old").createRow(0).createCell(0).setCellValue("On a hidden sheet");
      workbook.setSheetHidden(1, true);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] openDocument(String type, String content) {
    return new Zip()
        .addStored("mimetype", "application/vnd.oasis.opendocument." + type)
        .add("content.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content)
        .toBytes();
  }

  private static byte[] openSheet() {
    String cell =
        "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p>%s</table:table-cell>";
    return openDocument(
        "spreadsheet",
        "<office:document-content"
            + ODF
            + "><office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\">"
            + "<style:table-properties table:display=\"false\"/></style:style>"
            + "</office:automatic-styles><office:body><office:spreadsheet>"
            + "<table:table table:name=\"Canvass\"><table:table-column/>"
            + "<table:table-column table:visibility=\"collapse\"/>"
            + "<table:table-column table:number-columns-repeated=\"1022\"/><table:table-row>"
            + cell.formatted("Street", "")
            + cell.formatted("Hidden column", "")
            + cell.formatted("Doors", "")
            + "</table:table-row><table:table-row>"
            + cell.formatted(
                "Mill Lane",
                "<office:annotation><dc:creator>Ann Example</dc:creator><text:p>Odd side"
                    + " only.</text:p></office:annotation>")
            + "<table:table-cell/><table:table-cell table:number-columns-repeated=\"2\""
            + " office:value-type=\"float\""
            + " office:value=\"12\"><text:p>12</text:p></table:table-cell><table:table-cell"
            + " table:number-columns-repeated=\"1020\"/></table:table-row><table:table-row"
            + " table:visibility=\"collapse\">"
            + cell.formatted("A hidden street", "")
            + "</table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell/>"
            + "</table:table-row></table:table>"
            + "<table:table table:name=\"Old\" table:style-name=\"ta2\"><table:table-row>"
            + cell.formatted("On a hidden sheet", "")
            + "</table:table-row></table:table></office:spreadsheet></office:body>"
            + "</office:document-content>");
  }

  private static String shape(String placeholder, String paragraphs) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"x\"/><p:cNvSpPr/><p:nvPr>"
        + placeholder
        + "</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>"
        + paragraphs
        + "</p:txBody></p:sp>";
  }

  private static String line(String properties, String text) {
    return "<a:p>" + properties + "<a:r><a:t>" + text + "</a:t></a:r></a:p>";
  }

  private static String slide(String element, String shapes) {
    return "<p:"
        + element
        + SLIDE
        + "><p:cSld><p:spTree>"
        + shapes
        + "</p:spTree></p:cSld></p:"
        + element
        + ">";
  }

  private static byte[] slides() {
    String cell = "<a:tc><a:txBody>%s</a:txBody></a:tc>";
    String numbered = "<a:pPr><a:buAutoNum type=\"alphaLcParenR\"/></a:pPr>";
    return new OfficePackageXml("ppt/presentation.xml")
        .part(
            "ppt/presentation.xml",
            "<p:presentation"
                + SLIDE
                + "><p:sldIdLst><p:sldId id=\"257\" r:id=\"rId2\"/><p:sldId id=\"256\""
                + " r:id=\"rId1\"/></p:sldIdLst></p:presentation>")
        .relations(
            "ppt/presentation.xml", "slide", "slides/slide1.xml", "slide", "slides/slide2.xml")
        .part(
            "ppt/slides/slide2.xml",
            slide(
                "sld",
                shape(
                        "<p:ph type=\"body\" idx=\"1\"/>",
                        line("", "Membership is up")
                            + line("<a:pPr lvl=\"1\"/>", "Twelve joined")
                            + line("<a:pPr><a:buNone/></a:pPr>", "Not a bullet")
                            + line(numbered, "Thank the stewards")
                            + line(numbered, "Book the hall"))
                    + shape("<p:ph type=\"ftr\" idx=\"11\"/>", line("", "Wick and Marsh branch"))
                    + shape("<p:ph type=\"sldNum\" idx=\"12\"/>", line("", "1"))
                    + shape("<p:ph type=\"title\"/>", line("", "Annual report"))))
        .relations(
            "ppt/slides/slide2.xml",
            "notesSlide",
            "../notesSlides/notesSlide1.xml",
            "comments",
            "../comments/comments1.xml")
        .part(
            "ppt/notesSlides/notesSlide1.xml",
            slide(
                "notes",
                shape("<p:ph type=\"sldImg\"/>", line("", "x"))
                    + shape("<p:ph type=\"body\" idx=\"1\"/>", line("", "Say this slowly."))))
        .part(
            "ppt/comments/comments1.xml",
            "<p:cmLst"
                + SLIDE
                + "><p:cm authorId=\"0\" idx=\"1\"><p:text>Is this figure right?</p:text></p:cm>"
                + "</p:cmLst>")
        .part(
            "ppt/slides/slide1.xml",
            slide(
                "sld",
                shape("<p:ph type=\"title\"/>", line("", "Motions received"))
                    + "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>"
                    + cell.formatted(line("", "Motion"))
                    + cell.formatted(line("", "From"))
                    + "</a:tr><a:tr>"
                    + cell.formatted(line("", "Fair fares"))
                    + cell.formatted(line("", "North ward"))
                    + "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
                    + "<p:grpSp>"
                    + shape(
                        "",
                        "<a:p><a:r><a:t>Two lines</a:t></a:r><a:br/><a:r><a:t>in a"
                            + " box</a:t></a:r></a:p>")
                    + "</p:grpSp>"
                    + shape("<p:ph type=\"ftr\" idx=\"11\"/>", line("", "Wick and Marsh branch"))))
        .toBytes();
  }

  private static byte[] oldSlides() throws IOException {
    try (HSLFSlideShow show = new HSLFSlideShow();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      HSLFSlide slide = show.createSlide();
      slide.addTitle().setText("Campaign plan");
      HSLFTextBox box = slide.createTextBox();
      box.setText("Leaflet every street\rKnock every door");
      show.createSlide().addTitle().setText("Thank you");
      show.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] openSlides() {
    String frame =
        "<draw:frame presentation:class=\"%s\"><draw:text-box>%s</draw:text-box></draw:frame>";
    return openDocument(
        "presentation",
        "<office:document-content"
            + ODF
            + "><office:automatic-styles><text:list-style style:name=\"L1\">"
            + "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\""
            + " style:num-suffix=\".\"/></text:list-style></office:automatic-styles>"
            + "<office:body><office:presentation>"
            + "<presentation:footer-decl presentation:name=\"ftr1\">Wick and Marsh branch"
            + "</presentation:footer-decl><draw:page draw:name=\"page1\">"
            + frame.formatted(
                "outline",
                "<text:list text:style-name=\"L1\"><text:list-item><text:p>Welcome</text:p>"
                    + "</text:list-item><text:list-item><text:p>Motions</text:p><text:list>"
                    + "<text:list-item><text:p>Fair fares</text:p></text:list-item></text:list>"
                    + "</text:list-item></text:list>")
            + frame.formatted("title", "<text:p>Order of business</text:p>")
            + frame.formatted("page-number", "<text:p>1</text:p>")
            + "<presentation:notes>"
            + frame.formatted("notes", "<text:p>Keep to time.</text:p>")
            + "</presentation:notes></draw:page></office:presentation></office:body>"
            + "</office:document-content>");
  }

  private static byte[] book() {
    String page =
        "<html"
            + " xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>%s</body></html>";
    return new Zip()
        .addStored("mimetype", "application/epub+zip")
        .add(
            "META-INF/container.xml",
            "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\">"
                + "<rootfiles><rootfile full-path=\"book.opf\""
                + " media-type=\"application/oebps-package+xml\"/></rootfiles></container>")
        .add(
            "book.opf",
            "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata"
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Branch"
                + " handbook</dc:title></metadata><manifest><item id=\"b\" href=\"a.xhtml\""
                + " media-type=\"application/xhtml+xml\"/><item id=\"a\" href=\"b.xhtml\""
                + " media-type=\"application/xhtml+xml\"/></manifest><spine><itemref"
                + " idref=\"a\"/><itemref idref=\"b\"/></spine></package>")
        .add(
            "a.xhtml",
            page.formatted(
                "<h1>Meetings</h1><p>Meet on the first"
                    + " Tuesday.</p><ol><li>Open</li><li>Close</li></ol>"))
        .add("b.xhtml", page.formatted("<h1>Welcome</h1><p>This chapter comes first.</p>"))
        .toBytes();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flatText() {
    return utf8(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document"
            + ODF
            + " office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text><text:tracked-changes><text:changed-region"
            + " text:id=\"c1\"><text:deletion><text:p>This sentence was"
            + " deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h"
            + " text:outline-level=\"1\">Flat minutes</text:h><text:p>The motion <text:change"
            + " text:change-id=\"c1\"/>was carried.</text:p>"
            + "</office:text></office:body></office:document>");
  }

  private static byte[] word2003() {
    return utf8(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Word.Document\"?>"
            + "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\""
            + " xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\"><w:body>"
            + "<w:p><w:r><w:t>Minutes kept in an old XML</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>The motion was </w:t></w:r><aml:annotation aml:id=\"1\""
            + " w:type=\"Word.Deletion\"><aml:content><w:r><w:delText>not </w:delText></w:r>"
            + "</aml:content></aml:annotation><w:r><w:t>carried.</w:t></w:r></w:p>"
            + "</w:body></w:wordDocument>");
  }

  private static byte[] flatWord() {
    String part =
        "<pkg:part pkg:name=\"%s\" pkg:contentType=\"application/%s+xml\"><pkg:xmlData>%s"
            + "</pkg:xmlData></pkg:part>";
    return utf8(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Word.Document\"?>"
            + "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
            + part.formatted(
                "/_rels/.rels",
                "vnd.openxmlformats-package.relationships",
                "<Relationships"
                    + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                    + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/"
                    + "officeDocument/2006/relationships/officeDocument\""
                    + " Target=\"word/document.xml\"/></Relationships>")
            + part.formatted(
                "/word/document.xml",
                "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                "<w:document"
                    + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t"
                    + " xml:space=\"preserve\">The motion was </w:t></w:r><w:del><w:r><w:delText"
                    + " xml:space=\"preserve\">not </w:delText></w:r></w:del><w:r><w:t>carried"
                    + " &amp; sent.</w:t></w:r></w:p></w:body></w:document>")
            + "</pkg:package>");
  }

  private static byte[] unknownXml() {
    return utf8(
        """
        <?xml version="1.0"?><!DOCTYPE bulletin SYSTEM "bulletin.dtd">
        <bulletin>
          <title>Ward bulletin</title>
          <entry id="1"><para>The branch voted for a
          <em>new</em> bus stop.</para></entry>
        </bulletin>
        """);
  }

  private static byte[] mailbox() {
    return utf8(
        """
        From secretary@example.org Tue Dec  1 09:00:00 2020
        From: secretary@example.org
        Date: Tue, 1 Dec 2020 09:00:00 +0000
        Subject: Agenda

        From now on we meet at seven.
        >From the chair: bring papers.

        From treasurer@example.org Wed Dec  2 09:00:00 2020
        From: treasurer@example.org
        Date: Wed, 2 Dec 2020 09:00:00 +0000
        Subject: Accounts

        They balance.
        """);
  }

  private static byte[] tarGz() throws IOException {
    GzipParameters parameters = new GzipParameters();
    parameters.setModificationInstant(TIME);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, parameters);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
      addToTar(tar, "minutes/2020-12.txt", "The minutes were agreed.");
      addToTar(tar, "motion.txt", "This branch wants a bus stop.");
    }
    return bytes.toByteArray();
  }

  private static void addToTar(TarArchiveOutputStream tar, String name, String text)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(utf8(text).length);
    entry.setModTime(Date.from(TIME));
    tar.putArchiveEntry(entry);
    tar.write(utf8(text));
    tar.closeArchiveEntry();
  }

  private static byte[] sevenZip() throws IOException {
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
      try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
        for (String[] file :
            new String[][] {
              {"minutes/2020-12.txt", "The minutes were agreed."},
              {"motion.txt", "This branch wants a bus stop."}
            }) {
          SevenZArchiveEntry entry = new SevenZArchiveEntry();
          entry.setName(file[0]);
          out.putArchiveEntry(entry);
          out.write(utf8(file[1]));
          out.closeArchiveEntry();
        }
      }
      return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
    }
  }

  private static byte[] xps() {
    String xps = "http://schemas.microsoft.com/xps/2005/06";
    String link =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"R0\" Type=\""
            + xps
            + "/fixedrepresentation\" Target=\"/seq.fdseq\"/></Relationships>";
    return new Zip()
        .add(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"fdseq\""
                + " ContentType=\"application/vnd.ms-package.xps-fixeddocumentsequence+xml\"/>"
                + "<Default Extension=\"fdoc\""
                + " ContentType=\"application/vnd.ms-package.xps-fixeddocument+xml\"/>"
                + "<Default Extension=\"fpage\""
                + " ContentType=\"application/vnd.ms-package.xps-fixedpage+xml\"/></Types>")
        .add("_rels/.rels", link)
        .add(
            "seq.fdseq",
            "<FixedDocumentSequence xmlns=\"%s\"><DocumentReference Source=\"/doc.fdoc\"/></FixedDocumentSequence>"
                .formatted(xps))
        .add(
            "doc.fdoc",
            "<FixedDocument xmlns=\"%s\"><PageContent Source=\"/1.fpage\"/></FixedDocument>"
                .formatted(xps))
        .add(
            "1.fpage",
            ("<FixedPage xmlns=\"%s\" Width=\"800\" Height=\"1000\" xml:lang=\"en\">"
                    + "<Glyphs OriginX=\"50\" OriginY=\"100\" FontRenderingEmSize=\"16\""
                    + " UnicodeString=\"Printed minutes\"/>"
                    + "<Glyphs OriginX=\"50\" OriginY=\"140\" FontRenderingEmSize=\"16\""
                    + " UnicodeString=\"The motion was carried.\"/></FixedPage>")
                .formatted(xps))
        .toBytes();
  }

  private static byte[] pages() {
    return new Zip()
        .add("Index/Document.iwa", "not published")
        .add("Metadata/buildVersionHistory.plist", "<plist/>")
        .add("QuickLook/Preview.pdf", "not a true one")
        .toBytes();
  }
}
