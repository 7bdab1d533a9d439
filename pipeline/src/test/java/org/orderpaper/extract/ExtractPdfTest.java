package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

class ExtractPdfTest {

  private static final List<String> PROSE =
      List.of(
          "This branch notes that the evening buses on the Hollin estate were withdrawn in the",
          "spring without notice, and that people who work late have no other way to get home. It",
          "believes that public transport is a public service.");

  private static final String JOINED = String.join(" ", PROSE);

  @Test
  void paragraphsAreJoinedAndPartedAgain() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().lines(PROSE).down(10).lines(PROSE).line("Carried.").line("For: 3 Against: 2");
      pdf.line("2. Any other business").line("3. Close");

      assertThat(Papers.blocks("a.pdf", pdf.bytes()))
          .containsExactly(
              "PARAGRAPH: " + JOINED,
              "PARAGRAPH: " + JOINED,
              "PARAGRAPH: Carried.",
              "PARAGRAPH: For: 3 Against: 2",
              "LIST_ITEM 1: 2. Any other business",
              "LIST_ITEM 1: 3. Close");
    }
  }

  @Test
  void aParagraphGoesOnOverThePageAndItsPageIsWhereItBegins() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("Minutes").down(10).lines(PROSE.subList(0, 2));
      pdf.page().line(PROSE.get(2)).down(10).line("Carried.");

      ExtractedDocument document = Papers.document("a.pdf", pdf.bytes());

      assertThat(Papers.lines(document)).containsExactly("Minutes", JOINED, "Carried.");
      assertThat(document.blocks()).extracting(b -> b.page()).containsExactly(1, 1, 2);
      assertThat(document.pages()).isEqualTo(2);
    }
  }

  @Test
  void wordsPartedAtTheEndOfALineAreWholeAgain() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page()
          .line("This branch notes that the evening buses on the Hollin estate were with-")
          .line("drawn in the spring, that the vice-")
          .line("chair had written, and that the by-elections were over before the by-")
          .line("elections of the autumn.");

      assertThat(Papers.lines("a.pdf", pdf.bytes()))
          .containsExactly(
              "This branch notes that the evening buses on the Hollin estate were withdrawn in the"
                  + " spring, that the vice-chair had written, and that the by-elections were over"
                  + " before the by-elections of the autumn.");
    }
  }

  @Test
  void whatRepeatsAtTheEdgeOfPagesIsNoText() throws IOException {
    try (Pdf pdf = new Pdf()) {
      for (int page = 1; page <= 3; page++) {
        pdf.page()
            .at(72, 800, 9, false, "Hollin Ward Labour")
            .at(280, 30, 9, false, "Page " + page + " of 3")
            .from(740)
            .line("Item " + page)
            .down(10)
            .lines(PROSE);
      }

      assertThat(Papers.blocks("a.pdf", pdf.bytes()))
          .containsExactly(
              "PAGE_HEADER: Hollin Ward Labour",
              "PARAGRAPH: Item 1",
              "PARAGRAPH: " + JOINED,
              "PARAGRAPH: Item 2",
              "PARAGRAPH: " + JOINED,
              "PARAGRAPH: Item 3",
              "PARAGRAPH: " + JOINED,
              "PAGE_FOOTER: Page 1 of 3");
    }
  }

  @Test
  void aTitleInTheWordsOfTheRunningHeadIsNotLost() throws IOException {
    try (Pdf pdf = new Pdf()) {
      for (int page = 1; page <= 2; page++) {
        pdf.page().at(72, 800, 9, false, "Hollin Ward Labour").from(770);
        if (page == 1) {
          pdf.line("HOLLIN WARD LABOUR").down(10);
        }
        pdf.lines(PROSE);
      }

      assertThat(Papers.blocks("a.pdf", pdf.bytes()))
          .contains("PAGE_HEADER: Hollin Ward Labour", "PARAGRAPH: HOLLIN WARD LABOUR");
    }
  }

  @Test
  void largerLettersAreHeadings() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().heading(20, "Minutes of the branch").heading(14, "Motions").lines(PROSE);
      pdf.down(10).bold("Motion 3").down(4).lines(PROSE);

      ExtractedDocument document = Papers.document("a.pdf", pdf.bytes());

      assertThat(Papers.blocks(document))
          .containsExactly(
              "HEADING 1: Minutes of the branch",
              "HEADING 2: Motions",
              "PARAGRAPH: " + JOINED,
              "HEADING 3: Motion 3",
              "PARAGRAPH: " + JOINED);
      assertThat(Papers.block(document, "Motion 3").bold()).isTrue();
    }
  }

  @Test
  void columnsAreReadOneAfterTheOther() throws IOException {
    List<String> left =
        List.of(
            "This branch notes that the buses were",
            "withdrawn in the spring and that people",
            "who work late cannot get");
    List<String> right =
        List.of(
            "home. It resolves to write to the",
            "council and to the bus company about it",
            "without delay.");
    try (Pdf pdf = new Pdf()) {
      pdf.page();
      for (int i = 0; i < 3; i++) {
        pdf.at(60, 700 - 14 * i, 11, false, left.get(i));
      }
      for (int i = 0; i < 3; i++) {
        pdf.at(320, 700 - 14 * i, 11, false, right.get(i));
      }

      assertThat(Papers.lines("a.pdf", pdf.bytes()))
          .containsExactly(String.join(" ", left) + " " + String.join(" ", right));
    }
  }

  @Test
  void aHeadingAcrossTheColumnsDoesNotWidenThem() throws IOException {
    List<String> column =
        List.of(
            "Several members have asked what the",
            "CLP means to do about the buses. The",
            "CLP will write to the council, and",
            "Councillor Marl will take the letter.");
    try (Pdf pdf = new Pdf()) {
      pdf.page()
          .at(
              60,
              760,
              11,
              true,
              "HOLLIN NEWS, the newsletter of the Hollin branch, number 14, December");
      pdf.at(
          60, 40, 10, false, "Printed and promoted by the Hollin branch, 1 Marl Row, Hollin - p.1");
      for (int side = 0; side < 2; side++) {
        for (int i = 0; i < 12; i++) {
          pdf.at(60 + 250 * side, 700 - 14 * i, 11, false, column.get(i % 4));
        }
      }

      assertThat(Papers.lines("a.pdf", pdf.bytes()))
          .contains("Printed and promoted by the Hollin branch, 1 Marl Row, Hollin - p.1")
          .anyMatch(line -> line.startsWith("Several members have asked what the CLP means"));
    }
  }

  @Test
  void bookmarksAreNotReadAgainAndCommentsAreSetApart() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("Motions");
      PDDocumentOutline outline = new PDDocumentOutline();
      PDOutlineItem item = new PDOutlineItem();
      item.setTitle("Motions");
      outline.addLast(item);
      pdf.document.getDocumentCatalog().setDocumentOutline(outline);
      PDAnnotationText comment = new PDAnnotationText();
      comment.setContents("Is this competent?");
      pdf.current().getAnnotations().add(comment);
      pdf.document.getDocumentInformation().setTitle("Hollin");

      ExtractedDocument document = Papers.document("a.pdf", pdf.bytes());

      assertThat(Papers.blocks(document))
          .containsExactly("PARAGRAPH: Motions", "COMMENT: Is this competent?");
      assertThat(document.title()).isEqualTo("Hollin");
    }
  }

  @Test
  void aFileInsideAPdfIsAPartOfItsOwn() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("See attached.");
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile("motion.txt");
      file.setEmbeddedFile(
          new PDEmbeddedFile(
              pdf.document, new ByteArrayInputStream(Papers.utf8("The motion in full"))));
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("motion.txt", file));
      PDDocumentNameDictionary names =
          new PDDocumentNameDictionary(pdf.document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      pdf.document.getDocumentCatalog().setNames(names);

      List<ExtractedPart> parts = Papers.extract("a.pdf", pdf.bytes());

      assertThat(parts).extracting(ExtractedPart::part).containsExactly("", "motion.txt");
      assertThat(Papers.lines(Papers.document(parts.get(1)))).containsExactly("The motion in full");
    }
  }

  @Test
  void aPdfWithAPasswordIsEncrypted() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("Secret");
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", "reader", new AccessPermission());
      policy.setEncryptionKeyLength(128);
      pdf.document.protect(policy);

      assertThat(Papers.extraction("a.pdf", pdf.bytes()))
          .isInstanceOfSatisfying(
              Extraction.Failed.class,
              failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.ENCRYPTED));
    }
  }

  @Test
  void aPdfCutOffIsNeverCalledWhole() throws IOException {
    try (Pdf pdf = new Pdf()) {
      for (int page = 0; page < 5; page++) {
        pdf.page().lines(PROSE);
      }
      byte[] whole = pdf.bytes();

      for (int keep : new int[] {whole.length - 20, whole.length / 2, 200, 20}) {
        Extraction result = Papers.extraction("a.pdf", Arrays.copyOf(whole, keep));
        if (result instanceof Extraction.Text text) {
          assertThat(text.state()).isEqualTo(LedgerState.CHECKED_PARTIAL);
        } else {
          assertThat(result)
              .isInstanceOfSatisfying(
                  Extraction.Failed.class,
                  failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.CORRUPT));
        }
      }
    }
  }

  @Test
  void aBlankPageIsNoFault() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("Minutes").page().line(" ");

      assertThat(Papers.text("a.pdf", pdf.bytes()))
          .satisfies(text -> {
            assertThat(text.state()).isEqualTo(LedgerState.CHECKED);
            assertThat(text.detail()).isNull();
          });
    }
  }

  @Test
  void aPdfThatOnlyItsOwnerMayChangeIsRead() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("Anyone may read this.");
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", "", AccessPermission.getOwnerAccessPermission());
      policy.setEncryptionKeyLength(128);
      pdf.document.protect(policy);

      assertThat(Papers.lines("a.pdf", pdf.bytes())).containsExactly("Anyone may read this.");
    }
  }

  /** A page in a font that does not say which letter each of its shapes is. */
  private static byte[] unnamedLetters() throws IOException {
    try (Pdf pdf = new Pdf();
        InputStream file =
            PDType0Font.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      pdf.page();
      PDType0Font font = PDType0Font.load(pdf.document, file, true);
      try (PDPageContentStream out = new PDPageContentStream(pdf.document, pdf.current())) {
        out.beginText();
        out.setFont(font, 14);
        out.newLineAtOffset(72, 700);
        out.showText("The motion on the evening buses was carried.");
        out.endText();
      }
      return withoutNames(pdf.bytes());
    }
  }

  private static byte[] withoutNames(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        resources.getFont(name).getCOSObject().removeItem(COSName.TO_UNICODE);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void aPageWhoseLettersHaveNoNamesIsNeverPassedOffAsText() throws IOException {
    Source source =
        new Source(unnamedLetters(), "a.pdf", ExtractionLimits.defaults(), Ocr.absent(), () -> {});

    assertThat(Readers.read(source).reading().extraction())
        .isInstanceOfSatisfying(
            Extraction.Nothing.class,
            nothing -> assertThat(nothing.reason()).isEqualTo(NotCheckedReason.NEEDS_OCR));
  }

  @Test
  void aPageWhoseLettersHaveNoNamesIsReadByItsLooks() throws IOException {
    assumeTrue(new Ocr().isAvailable(), "needs tesseract-ocr");

    assertThat(Papers.lines("a.pdf", unnamedLetters()))
        .containsExactly("The motion on the evening buses was carried.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 7, 1_000_000})
  void thePagesThatThereAreAreReadWhateverNumberTheFileSays(int said) throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("The minutes were agreed.").page().line("The meeting closed at nine.");
      pdf.document.getPages().getCOSObject().setInt(COSName.COUNT, said);

      Extraction.Text text = Papers.text("a.pdf", pdf.bytes());

      assertThat(Papers.lines(text.document()))
          .containsExactly("The minutes were agreed.", "The meeting closed at nine.");
      assertThat(text.document().pages()).isEqualTo(2);
      assertThat(text.state()).isEqualTo(LedgerState.CHECKED);
    }
  }

  @Test
  void aFileThatDoesNotSayHowManyPagesItHasIsRead() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("The minutes were agreed.");
      pdf.document.getPages().getCOSObject().removeItem(COSName.COUNT);

      assertThat(Papers.lines("a.pdf", pdf.bytes())).containsExactly("The minutes were agreed.");
    }
  }

  @Test
  void aPageThatCannotBeReachedIsNamed() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("The minutes were agreed.");
      pdf.document.getPages().getCOSObject().getCOSArray(COSName.KIDS).add(COSNull.NULL);

      Extraction.Text text = Papers.text("a.pdf", pdf.bytes());

      assertThat(text.state()).isEqualTo(LedgerState.CHECKED_PARTIAL);
      assertThat(text.detail()).contains("does not hold: 1");
    }
  }

  @Test
  void aTreeThatLeadsBackIntoItselfIsFollowedOnce() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().line("The minutes were agreed.");
      COSDictionary root = pdf.document.getPages().getCOSObject();
      root.getCOSArray(COSName.KIDS).add(root);

      assertThat(Papers.lines("a.pdf", pdf.bytes())).containsExactly("The minutes were agreed.");
    }
  }

  @Test
  void aBoldLineOverTextIsAHeading() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().lines(PROSE).down(10).bold("Library").lines(PROSE);

      assertThat(Papers.blocks(Papers.document("a.pdf", pdf.bytes())))
          .containsExactly("PARAGRAPH: " + JOINED, "HEADING 1: Library", "PARAGRAPH: " + JOINED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The motion was carried.",
        "Resolved:",
        "Proposed: A. Carrow",
        "We thank the drivers and the",
        "2025"
      })
  void aBoldLineThatIsASentenceOrALabelIsNoHeading(String bold) throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().lines(PROSE).down(10).bold(bold).down(10).lines(PROSE);

      assertThat(Papers.blocks(Papers.document("a.pdf", pdf.bytes())))
          .noneMatch(block -> block.startsWith("HEADING"));
    }
  }

  @Test
  void whereAllIsBoldNothingIsAHeading() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().bold("Library").down(10);
      for (String line : PROSE) {
        pdf.bold(line);
      }

      assertThat(Papers.blocks(Papers.document("a.pdf", pdf.bytes())))
          .noneMatch(block -> block.startsWith("HEADING"));
    }
  }

  @Test
  void aBoldNameUnderALetterIsNoHeading() throws IOException {
    try (Pdf pdf = new Pdf()) {
      pdf.page().lines(PROSE).down(30).bold("B. Tolworth").line("Secretary");

      assertThat(Papers.blocks(Papers.document("a.pdf", pdf.bytes())))
          .containsExactly(
              "PARAGRAPH: " + JOINED, "PARAGRAPH: B. Tolworth", "PARAGRAPH: Secretary");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCDEF+Calibri-Bold",
        "Arial,BoldItalic",
        "Arial-Black",
        "Montserrat-SemiBold",
        "Bookman-Demi",
        "NimbusRomNo9L-Medi",
        "CMBX10",
        "Frutiger-Bd"
      })
  void aFontCalledBoldIsBold(String name) {
    assertThat(FontWeight.isBoldName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Calibri", "BlackadderITC-Regular", "CMR10", "Roboto-Medium", "Bembo"})
  void aFontNotCalledBoldIsNot(String name) {
    assertThat(FontWeight.isBoldName(name)).isFalse();
  }
}
