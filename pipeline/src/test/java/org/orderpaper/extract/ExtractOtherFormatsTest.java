package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

/** Sheets, slides and what else comes; each trap is a golden under {@code corpus-samples}. */
class ExtractOtherFormatsTest {

  private static final Path FORMATS = Path.of("../corpus-samples/formats");
  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<sheetData>%s</sheetData></worksheet>";
  private static final String RELATION =
      "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/%s\" Target=\"%s\"/>";

  private static byte[] sample(String path) throws IOException {
    return Files.readAllBytes(FORMATS.resolve(path));
  }

  private static Map<String, byte[]> workbook(String rows) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Papers.utf8("<Types/>"));
    parts.put("_rels/.rels", relations(RELATION.formatted(1, "officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/workbook.xml",
        Papers.utf8(
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\""
                + " r:id=\"rId1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            RELATION.formatted(1, "worksheet", "sheet1.xml")
                + RELATION.formatted(2, "sharedStrings", "strings.xml")));
    parts.put("xl/sheet1.xml", Papers.utf8(SHEET.formatted(rows)));
    return parts;
  }

  private static byte[] relations(String xml) {
    return Papers.utf8("<Relationships>" + xml + "</Relationships>");
  }

  private static byte[] book(String chapter) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Papers.utf8("application/epub+zip"));
    parts.put(
        "META-INF/container.xml",
        Papers.utf8(
            "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                + "<rootfile full-path=\"b.opf\" media-type=\"application/oebps-package+xml\"/>"
                + "</rootfiles></container>"));
    parts.put(
        "b.opf",
        Papers.utf8(
            "<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest><item id=\"a\""
                + " href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine>"
                + "<itemref idref=\"a\"/></spine></package>"));
    parts.put(
        "a.xhtml",
        Papers.utf8(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + chapter + "</body></html>"));
    return Papers.zip(parts);
  }

  private static NotCheckedReason reason(String name, byte[] bytes) {
    return switch (Papers.extraction(name, bytes)) {
      case Extraction.Text _ -> throw new AssertionError("it has text");
      case Extraction.Nothing nothing -> nothing.reason();
      case Extraction.Failed failed -> failed.reason();
    };
  }

  @Test
  void valuesAreDisplayedTheSameEverywhere() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      for (String name : List.of("values-as-displayed.xlsx", "dates-formulas-and-hidden-row.xls")) {
        String text = Papers.document(name, sample("sheets/" + name)).text();
        assertThat(text).contains("01/12/2020");
      }
      assertThat(Papers.document("a.xlsx", sample("sheets/values-as-displayed.xlsx")).text())
          .contains("1 December 2020\t25%\t£1,234.50\tTRUE");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void whatIsHiddenInASheetIsNotReadAndSaid() throws IOException {
    Extraction.Text text = Papers.text("a.xlsx", sample("sheets/hidden-sheet-row-and-column.xlsx"));

    assertThat(text.state()).isEqualTo(LedgerState.CHECKED);
    assertThat(text.detail())
        .isEqualTo("hidden sheets were not read: 1; hidden rows or columns were not read");
    assertThat(text.document().text()).doesNotContain("withdrawn").doesNotContain("idden");
  }

  @Test
  void cellsWithoutReferencesFollowEachOther() {
    String cell = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
    byte[] sheet =
        Papers.zip(workbook("<row>" + cell.formatted("a") + cell.formatted("b") + "</row>"));

    assertThat(Papers.blocks("a.xlsx", sheet)).containsExactly("HEADING 1: S", "TABLE_ROW: a\tb");
  }

  @Test
  void numbersFromNowhereDoNoHarm() {
    byte[] sheet =
        Papers.zip(
            workbook(
                "<row r=\"x\"><c r=\"ZZZZZ1\" t=\"s\"><v>99999999999</v></c>"
                    + "<c r=\"A1\" s=\"-5\"><v>NaN</v></c><c r=\"B1\" t=\"s\"><v>-1</v></c>"
                    + "<c r=\"XFD1\" t=\"inlineStr\"><is><t>far out</t></is></c></row>"));

    assertThat(Papers.document("a.xlsx", sheet).text()).contains("far out");
  }

  @Test
  void aSheetThatBurstsIsABomb() {
    Map<String, byte[]> parts = workbook("");
    byte[] spaces = new byte[40 << 20];
    java.util.Arrays.fill(spaces, (byte) ' ');
    parts.put("xl/strings.xml", spaces);

    assertThat(reason("a.xlsx", Papers.zip(parts))).isEqualTo(NotCheckedReason.BOMB);
  }

  @Test
  void aDocumentTypeInAPartIsNotFollowed() {
    Map<String, byte[]> parts = workbook("");
    parts.put(
        "xl/sheet1.xml",
        Papers.utf8(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + SHEET.formatted("<row><c t=\"str\"><v>&e;</v></c></row>")));

    assertThat(reason("a.xlsx", Papers.zip(parts))).isEqualTo(NotCheckedReason.CORRUPT);
  }

  @Test
  void aLockedSheetIsEncrypted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("x").createRow(0).createCell(0).setCellValue("secret");
      Biff8EncryptionKey.setCurrentUserPassword("pass");
      workbook.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }

    assertThat(reason("a.xls", out.toByteArray())).isEqualTo(NotCheckedReason.ENCRYPTED);
  }

  @Test
  void whatIsCutOffIsCorrupt() throws IOException {
    for (String path :
        List.of(
            "sheets/values-as-displayed.xlsx",
            "sheets/dates-formulas-and-hidden-row.xls",
            "sheets/repeated-cells-and-hidden-parts.ods",
            "slides/title-bullets-numbers-table-notes.pptx",
            "slides/title-and-text-box.ppt",
            "other/minutes-and-motion.tar.gz",
            "other/minutes-and-motion.7z")) {
      byte[] whole = sample(path);
      byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

      assertThat(reason(path.substring(path.indexOf('/') + 1), half))
          .as(path)
          .isEqualTo(NotCheckedReason.CORRUPT);
    }
  }

  @Test
  void aFlatDocumentThatIsCutOffIsCorruptAndItsMarkupIsNoText() throws IOException {
    byte[] whole = sample("other/tracked-deletion-flat.fodt");

    assertThat(reason("a.fodt", java.util.Arrays.copyOf(whole, whole.length - 30)))
        .isEqualTo(NotCheckedReason.CORRUPT);
    assertThat(reason("a.fodt", java.util.Arrays.copyOf(whole, whole.length / 2)))
        .isEqualTo(NotCheckedReason.NO_TEXT);
  }

  @Test
  void aSlidesNotesAreKeptApart() throws IOException {
    ExtractedDocument slides =
        Papers.document("a.pptx", sample("slides/title-bullets-numbers-table-notes.pptx"));

    assertThat(Papers.linesOf(slides, BlockKind.FOOTNOTE)).containsExactly("Say this slowly.");
    assertThat(Papers.linesOf(slides, BlockKind.COMMENT)).containsExactly("Is this figure right?");
    assertThat(slides.pages()).isEqualTo(2);
    assertThat(Papers.block(slides, "Fair fares").page()).isEqualTo(2);
  }

  @Test
  void aBookNestedBeyondReasonIsABomb() {
    String deep = "<div>".repeat(5_000) + "x" + "</div>".repeat(5_000);

    assertThat(reason("a.epub", book(deep))).isEqualTo(NotCheckedReason.BOMB);
  }

  @Test
  void aBookLongerThanTheLimitIsReadInPart() {
    ExtractionLimits defaults = ExtractionLimits.defaults();
    ExtractionLimits small = new ExtractionLimits(1 << 20, 10, 2, 1_000, defaults.timeout());
    byte[] book = book("<p>again and again</p>".repeat(1_000));

    Extraction extraction = Papers.extract("a.epub", book, small).getFirst().extraction();

    assertThat(extraction).isInstanceOf(Extraction.Text.class);
    assertThat(((Extraction.Text) extraction).state()).isEqualTo(LedgerState.CHECKED_PARTIAL);
  }

  @Test
  void nothingABookPointsAtIsFetchedOrIncluded() {
    byte[] book =
        book("<p>Seen</p><img src=\"http://127.0.0.1:9/x.png\"/><script>var hidden = 1;</script>");

    assertThat(Papers.blocks("a.epub", book)).containsExactly("PARAGRAPH: Seen");
  }

  @Test
  void aPackedFileHasItsOwnName() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Papers.extract("votes.csv.gz", packed.toByteArray()))
        .extracting(ExtractedPart::part)
        .containsExactly("", "votes.csv");
  }

  @Test
  void aPackedFileThatBurstsIsABomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[40 << 20]);
    }

    assertThat(reason("a.gz", packed.toByteArray())).isEqualTo(NotCheckedReason.BOMB);
  }

  @Test
  void aPartOfATarIsNoPath() throws IOException {
    assertThat(
            Papers.extract("a.tar.gz", sample("other/minutes-and-motion.tar.gz")).stream()
                .map(ExtractedPart::part))
        .containsExactly("", "minutes_2020-12.txt", "motion.txt");
  }

  @Test
  void xmlThatDeclaresEntitiesIsReadWithoutThem() {
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a><p>Before &c; &f; after</p></a>";

    assertThat(Papers.document("a.xml", Papers.utf8(laughs)).text())
        .doesNotContain("ha")
        .doesNotContain("root:")
        .contains("Before");
  }

  @Test
  void deepXmlIsReadAllTheSame() {
    String deep = "<a>".repeat(50_000) + "at the bottom" + "</a>".repeat(50_000);

    assertThat(Papers.lines("a.xml", Papers.utf8("<?xml version=\"1.0\"?>" + deep)))
        .containsExactly("at the bottom");
  }
}
