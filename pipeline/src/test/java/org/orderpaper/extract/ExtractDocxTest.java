package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

class ExtractDocxTest {

  private static final String DECIMAL_LETTER_ROMAN =
      """
      <w:abstractNum w:abstractNumId='7'>
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%3)'/></w:lvl>
      </w:abstractNum>
      <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>
      <w:num w:numId='2'><w:abstractNumId w:val='7'/>
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>
      """;

  @Test
  void aDocumentWrittenByAnotherProgramIsRead() throws IOException {
    XWPFDocument word = new XWPFDocument();
    word.createParagraph().createRun().setText("Minutes of the Hollin Ward branch");
    XWPFTable table = word.createTable(2, 2);
    table.getRow(0).getCell(0).setText("Item");
    table.getRow(0).getCell(1).setText("Action");
    table.getRow(1).getCell(0).setText("Leaflets");
    table.getRow(1).getCell(1).setText("Secretary");
    word.getProperties().getCoreProperties().setTitle("Hollin minutes");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    word.write(bytes);

    ExtractedDocument document = Papers.document("minutes.docx", bytes.toByteArray());

    assertThat(Papers.blocks(document))
        .containsExactly(
            "PARAGRAPH: Minutes of the Hollin Ward branch",
            "TABLE_ROW: Item\tAction",
            "TABLE_ROW: Leaflets\tSecretary");
    assertThat(document.title()).isEqualTo("Hollin minutes");
    assertThat(document.pages()).isNull();
  }

  @Test
  void deletedAndMovedAwayTextIsGoneAndInsertedTextStays() {
    byte[] docx =
        new Docx()
            .body(
                "<w:p>"
                    + Docx.run("The branch ")
                    + "<w:del w:id='1'><w:r><w:delText>condemns</w:delText></w:r></w:del>"
                    + "<w:ins w:id='2'>"
                    + Docx.run("notes")
                    + "</w:ins>"
                    + "<w:moveFrom w:id='3'>"
                    + Docx.run(" moved words")
                    + "</w:moveFrom>"
                    + Docx.run(" the report.")
                    + "</w:p>")
            .body("<w:p><w:moveTo w:id='4'>" + Docx.run("moved words") + "</w:moveTo></w:p>")
            .bytes();

    assertThat(Papers.lines("a.docx", docx))
        .containsExactly("The branch notes the report.", "moved words");
  }

  @Test
  void aParagraphDeletedWholeTakesNoNumber() {
    byte[] docx =
        new Docx()
            .numbering(DECIMAL_LETTER_ROMAN)
            .listed(1, 0, "Apologies")
            .body(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
                    + "<w:rPr><w:del w:id='9'/></w:rPr></w:pPr>"
                    + "<w:del w:id='8'><w:r><w:delText>Withdrawn motion</w:delText></w:r></w:del>"
                    + "</w:p>")
            .listed(1, 0, "Motions")
            .bytes();

    assertThat(Papers.lines("a.docx", docx)).containsExactly("1. Apologies", "2. Motions");
  }

  @Test
  void aDeletedRowOfATableIsGone() {
    byte[] docx =
        new Docx()
            .body(
                "<w:tbl>"
                    + row("", "For", "12")
                    + row("<w:trPr><w:del w:id='1'/></w:trPr>", "Against", "3")
                    + "</w:tbl>")
            .bytes();

    assertThat(Papers.lines("a.docx", docx)).containsExactly("For\t12");
  }

  @Test
  void automaticNumbersAreShownNestedAndRestarted() {
    byte[] docx =
        new Docx()
            .numbering(DECIMAL_LETTER_ROMAN)
            .listed(1, 0, "Apologies")
            .listed(1, 0, "Motions")
            .listed(1, 1, "Buses")
            .listed(1, 2, "Fares")
            .listed(1, 2, "Routes")
            .listed(1, 1, "Libraries")
            .listed(1, 0, "Any other business")
            .listed(1, 1, "Next meeting")
            .paragraph("Agenda for the next meeting")
            .listed(2, 0, "Minutes")
            .bytes();

    ExtractedDocument document = Papers.document("a.docx", docx);

    assertThat(Papers.blocks(document))
        .containsExactly(
            "LIST_ITEM 1: 1. Apologies",
            "LIST_ITEM 1: 2. Motions",
            "LIST_ITEM 2: (a) Buses",
            "LIST_ITEM 3: i) Fares",
            "LIST_ITEM 3: ii) Routes",
            "LIST_ITEM 2: (b) Libraries",
            "LIST_ITEM 1: 3. Any other business",
            "LIST_ITEM 2: (a) Next meeting",
            "PARAGRAPH: Agenda for the next meeting",
            "LIST_ITEM 1: 1. Minutes");
    assertThat(Papers.block(document, "(b)").number()).isEqualTo("(b)");
  }

  @Test
  void numbersDeclaredByAStyleAreShown() {
    byte[] docx =
        new Docx()
            .styles(
                """
                <w:style w:type='paragraph' w:styleId='Item'><w:name w:val='Item'/>
                  <w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>
                <w:style w:type='paragraph' w:styleId='SubItem'><w:name w:val='Sub item'/>
                  <w:basedOn w:val='Item'/></w:style>
                <w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/>
                  <w:pPr><w:numPr><w:numId w:val='4'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
                """)
            .numbering(
                """
                <w:abstractNum w:abstractNumId='1'>
                  <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>
                    <w:pStyle w:val='Item'/><w:lvlText w:val='%1'/></w:lvl>
                  <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/>
                    <w:pStyle w:val='SubItem'/><w:lvlText w:val='%1.%2'/></w:lvl>
                </w:abstractNum>
                <w:abstractNum w:abstractNumId='2'>
                  <w:lvl w:ilvl='0'><w:start w:val='4'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='Part %1'/></w:lvl>
                </w:abstractNum>
                <w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num>
                <w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num>
                """)
            .styled("Heading1", "Business")
            .styled("Item", "Motions")
            .styled("SubItem", "Buses")
            .styled("SubItem", "Libraries")
            .styled("Item", "Close")
            .paragraph(
                "<w:pStyle w:val='Item'/><w:numPr><w:numId w:val='0'/></w:numPr>", "Not numbered")
            .bytes();

    assertThat(Papers.blocks("a.docx", docx))
        .containsExactly(
            "HEADING 1: Part IV Business",
            "LIST_ITEM 1: 1 Motions",
            "LIST_ITEM 2: 1.1 Buses",
            "LIST_ITEM 2: 1.2 Libraries",
            "LIST_ITEM 1: 2 Close",
            "PARAGRAPH: Not numbered");
  }

  @Test
  void listsThatShareTheirLevelsShareTheirCount() {
    byte[] docx =
        new Docx()
            .numbering(
                DECIMAL_LETTER_ROMAN + "<w:num w:numId='5'><w:abstractNumId w:val='7'/></w:num>")
            .listed(1, 0, "One")
            .listed(5, 0, "Two")
            .listed(1, 0, "Three")
            .bytes();

    assertThat(Papers.lines("a.docx", docx)).containsExactly("1. One", "2. Two", "3. Three");
  }

  @Test
  void bulletsAreListItemsWithoutASign() {
    byte[] docx =
        new Docx()
            .numbering(
                "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
                    + "<w:lvlText w:val='\uF0B7'/></w:lvl></w:abstractNum>"
                    + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>")
            .listed(1, 0, "Buses")
            .paragraph("\uF0B7\tTyped bullet")
            .body(
                "<w:p><w:r><w:sym w:font='Symbol'"
                    + " w:char='F0B7'/><w:tab/><w:t>Symbol</w:t></w:r></w:p>")
            .paragraph("Odd \uE123 sign")
            .bytes();

    assertThat(Papers.blocks("a.docx", docx))
        .containsExactly(
            "LIST_ITEM 1: Buses",
            "LIST_ITEM 1: Typed bullet",
            "LIST_ITEM 1: Symbol",
            "PARAGRAPH: Odd sign");
  }

  @Test
  void headingsComeFromStyleNamesAndOutlineLevels() {
    byte[] docx =
        new Docx()
            .styles(
                """
                <w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>
                <w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='berschrift2'/></w:style>
                <w:style w:type='paragraph' w:styleId='Title'><w:name w:val='Title'/></w:style>
                """)
            .styled("Title", "Minutes")
            .styled("berschrift2", "Motions")
            .styled("Own", "Reports")
            .paragraph("<w:outlineLvl w:val='2'/>", "Buses")
            .bytes();

    assertThat(Papers.blocks("a.docx", docx))
        .containsExactly(
            "HEADING 1: Minutes", "HEADING 2: Motions", "HEADING 2: Reports", "HEADING 3: Buses");
  }

  @Test
  void onlyAParagraphBoldThroughoutIsBold() {
    byte[] docx =
        new Docx()
            .styles(
                "<w:style w:type='paragraph' w:styleId='Strong'><w:name w:val='Strong'/>"
                    + "<w:rPr><w:b/></w:rPr></w:style>")
            .body(
                "<w:p>"
                    + Docx.run("<w:b/>", "Motion 3:")
                    + Docx.run(" ")
                    + Docx.run("<w:b/>", "Buses")
                    + "</w:p>")
            .body("<w:p>" + Docx.run("<w:b/>", "Resolved:") + Docx.run(" to write") + "</w:p>")
            .styled("Strong", "Styled")
            .body(
                "<w:p><w:pPr><w:pStyle w:val='Strong'/></w:pPr>"
                    + Docx.run("<w:b w:val='0'/>", "Plain")
                    + "</w:p>")
            .bytes();

    ExtractedDocument document = Papers.document("a.docx", docx);

    assertThat(document.blocks().stream().map(b -> b.bold()))
        .containsExactly(true, false, true, false);
  }

  @Test
  void hiddenTextIsSetApart() {
    byte[] docx =
        new Docx()
            .body("<w:p>" + Docx.run("Seen") + Docx.run("<w:vanish/>", " and unseen") + "</w:p>")
            .body("<w:p>" + Docx.run("<w:vanish/>", "Unseen") + "</w:p>")
            .bytes();

    assertThat(Papers.blocks("a.docx", docx))
        .containsExactly("PARAGRAPH: Seen", "HIDDEN: and unseen", "HIDDEN: Unseen");
  }

  @Test
  void whatIsNotTheBodyIsSetApart() {
    byte[] docx =
        new Docx()
            .header("Hollin Ward Labour")
            .footer("Printed and promoted by the branch")
            .comment("Is this competent?")
            .footnotes(
                "<w:footnote w:id='-1' w:type='separator'><w:p/></w:footnote>"
                    + "<w:footnote w:id='2'><w:p>"
                    + Docx.run("As reported.")
                    + "</w:p></w:footnote>")
            .body(
                "<w:p>"
                    + Docx.run("The motion")
                    + "<w:r><w:footnoteReference w:id='2'/></w:r>"
                    + Docx.run(" fell.")
                    + "</w:p>")
            .bytes();

    assertThat(Papers.blocks("a.docx", docx))
        .containsExactly(
            "PAGE_HEADER: Hollin Ward Labour",
            "PARAGRAPH: The motion fell.",
            "FOOTNOTE: As reported.",
            "COMMENT: Is this competent?",
            "PAGE_FOOTER: Printed and promoted by the branch");
  }

  @Test
  void aTextBoxIsReadOnceAfterItsParagraph() {
    String box = "<w:txbxContent><w:p>" + Docx.run("In the box") + "</w:p></w:txbxContent>";
    byte[] docx =
        new Docx()
            .body(
                "<w:p>"
                    + Docx.run("Beside ")
                    + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
                    + box
                    + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                    + box
                    + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                    + Docx.run("the box")
                    + "</w:p>")
            .bytes();

    assertThat(Papers.lines("a.docx", docx)).containsExactly("Beside the box", "In the box");
  }

  @Test
  void lineBreaksEndBlocksUnlessTheyOnlyWrapProse() {
    String br = "</w:t><w:br/><w:t xml:space='preserve'>";
    byte[] docx =
        Docx.of(
            "Present: A. Carrow" + br + "Apologies: none" + br + "For: 3 Against: 2",
            "This branch notes that the evening buses were withdrawn in"
                + br
                + "the spring and calls on the council to restore every one"
                + br
                + "of them before the winter, and to publish the timetable"
                + br
                + "in the library.");

    assertThat(Papers.lines("a.docx", docx))
        .containsExactly(
            "Present: A. Carrow",
            "Apologies: none",
            "For: 3 Against: 2",
            "This branch notes that the evening buses were withdrawn in the spring and calls on the"
                + " council to restore every one of them before the winter, and to publish the"
                + " timetable in the library.");
  }

  @Test
  void indentsNonBreakingSpacesAndSoftHyphensAreNoise() {
    byte[] docx = Docx.of("\t\t\t3.\tMo\u00ADtions\u00A0 carried \u200Bnem\u00A0con");

    assertThat(Papers.lines("a.docx", docx)).containsExactly("3. Motions carried nem con");
  }

  @Test
  void aFrameAroundOrdinaryTextIsNoTable() {
    byte[] docx =
        new Docx()
            .body(
                "<w:tbl><w:tr><w:tc><w:p>"
                    + Docx.run("Dear all,")
                    + "</w:p><w:p>"
                    + Docx.run("The branch meets on Monday.")
                    + "</w:p></w:tc></w:tr></w:tbl>")
            .bytes();

    assertThat(Papers.blocks("a.docx", docx))
        .containsExactly("PARAGRAPH: Dear all,", "PARAGRAPH: The branch meets on Monday.");
  }

  @Test
  void aDocumentInsideADocumentIsAPartOfItsOwn() {
    byte[] inner = Docx.of("The motion in full");
    byte[] docx =
        new Docx()
            .paragraph("See the attached motion")
            .part("package", "embeddings/motion.docx", inner)
            .bytes();

    List<ExtractedPart> parts = Papers.extract("a.docx", docx);

    assertThat(parts).extracting(ExtractedPart::part).containsExactly("", "motion.docx");
    assertThat(Papers.lines(Papers.document(parts.get(1)))).containsExactly("The motion in full");
  }

  @Test
  void aTruncatedDocumentIsCorrupt() {
    byte[] whole = Docx.of("The branch met.");

    Extraction result = Papers.extraction("a.docx", Arrays.copyOf(whole, whole.length / 2));

    assertThat(result)
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(NotCheckedReason.CORRUPT);
              assertThat(failed.stage()).isEqualTo("parse");
            });
  }

  @Test
  void externalEntitiesAreNeverResolved() {
    Map<String, byte[]> entries = new Docx().paragraph("x").entries();
    entries.put(
        "word/document.xml",
        Papers.utf8(
            "<!DOCTYPE w [<!ENTITY canary SYSTEM \"file:///etc/hostname\">]><w:document"
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:body><w:p><w:r><w:t>&canary;</w:t></w:r></w:p></w:body></w:document>"));

    assertThat(Papers.extraction("a.docx", Papers.zip(entries)))
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.CORRUPT));
  }

  @Test
  void aDocumentWithoutAWordHasNoText() {
    assertThat(Papers.extraction("a.docx", new Docx().body("<w:p/>").bytes()))
        .isInstanceOfSatisfying(
            Extraction.Nothing.class,
            nothing -> assertThat(nothing.reason()).isEqualTo(NotCheckedReason.NO_TEXT));
  }

  @Test
  void aLongDocumentIsCutAndSaysSo() {
    ExtractionLimits limits =
        new ExtractionLimits(1 << 20, 10, 1, 20, ExtractionLimits.defaults().timeout());

    Extraction result =
        Papers.extract("a.docx", Docx.of("The first paragraph", "The second"), limits)
            .getFirst()
            .extraction();

    assertThat(result)
        .isInstanceOfSatisfying(
            Extraction.Text.class,
            text -> {
              assertThat(text.state()).isEqualTo(LedgerState.CHECKED_PARTIAL);
              assertThat(text.detail()).contains("20 characters");
              assertThat(text.document().text()).isEqualTo("The first paragraph\n");
            });
  }

  @Test
  void commentsAreNeverInTheBody() {
    byte[] docx = new Docx().comment("Secret doubt").paragraph("Carried").bytes();

    assertThat(Papers.linesOf(Papers.document("a.docx", docx), BlockKind.PARAGRAPH))
        .containsExactly("Carried");
  }

  private static String row(String properties, String... cells) {
    StringBuilder row = new StringBuilder("<w:tr>" + properties);
    for (String cell : cells) {
      row.append("<w:tc><w:p>").append(Docx.run(cell)).append("</w:p></w:tc>");
    }
    return row + "</w:tr>";
  }
}
