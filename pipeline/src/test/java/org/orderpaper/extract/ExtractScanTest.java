package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

class ExtractScanTest {

  private static final List<String> PAGE =
      List.of(
          "Minutes of the Hollin Ward branch",
          "",
          "This branch notes that the evening buses on the estate",
          "were withdrawn in the spring without notice, and that",
          "people who work late have no other way to get home.",
          "",
          "The motion was carried.");

  /** A printed page at 150 dpi, with so much dirt on it. */
  private static BufferedImage scan(List<String> lines, double dirt) {
    BufferedImage page = new BufferedImage(1240, 900, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setFont(new Font("Liberation Serif", Font.PLAIN, 34));
    int y = 150;
    for (String line : lines) {
      pen.drawString(line, 140, y);
      y += 46;
    }
    pen.dispose();
    Random random = new Random(7);
    for (int i = 0; i < dirt * page.getWidth() * page.getHeight(); i++) {
      page.setRGB(
          random.nextInt(page.getWidth()),
          random.nextInt(page.getHeight()),
          random.nextBoolean() ? 0x000000 : 0xFFFFFF);
    }
    return page;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static byte[] scannedPdf(boolean withTextPage) throws IOException {
    try (Pdf pdf = new Pdf()) {
      if (withTextPage) {
        pdf.page().line("A page with a text layer, as long as a stamp would not be.");
      }
      pdf.page();
      try (PDPageContentStream out = new PDPageContentStream(pdf.document, pdf.current())) {
        out.drawImage(
            LosslessFactory.createFromImage(pdf.document, scan(PAGE, 0)), 0, 400, 595, 432);
      }
      return pdf.bytes();
    }
  }

  private static void needsTesseract() {
    assumeTrue(new Ocr().isAvailable(), "needs tesseract-ocr");
  }

  @Test
  void aPictureOfAPageIsReadIntoParagraphs() throws IOException {
    needsTesseract();

    Extraction.Text text = Papers.text("scan.png", png(scan(PAGE, 0)));

    assertThat(Papers.lines(text.document()))
        .containsExactly(
            "Minutes of the Hollin Ward branch",
            "This branch notes that the evening buses on the estate were withdrawn in the spring"
                + " without notice, and that people who work late have no other way to get home.",
            "The motion was carried.");
    assertThat(text.state()).isEqualTo(LedgerState.CHECKED);
    assertThat(text.detail()).startsWith("pages read from a scan: 1, sureness 9");
  }

  @Test
  void aDirtyScanIsReadAndCalledPoor() throws IOException {
    needsTesseract();

    Extraction result = Papers.extraction("scan.png", png(scan(PAGE, 0.08)));

    assertThat(result)
        .isInstanceOfSatisfying(
            Extraction.Text.class,
            text -> assertThat(text.state()).isEqualTo(LedgerState.CHECKED_POOR_OCR));
  }

  @Test
  void aScannedPdfIsReadPageByPage() throws IOException {
    needsTesseract();

    ExtractedDocument document = Papers.document("scan.pdf", scannedPdf(true));

    assertThat(Papers.lines(document)).contains("Minutes of the Hollin Ward branch");
    assertThat(Papers.block(document, "A page").page()).isEqualTo(1);
    assertThat(Papers.block(document, "The motion").page()).isEqualTo(2);
  }

  @Test
  void aScanPastedIntoAWordDocumentIsRead() throws IOException {
    needsTesseract();
    byte[] picture = png(scan(PAGE, 0.001));
    byte[] docx = new Docx().body("<w:p/>").part("image", "media/image1.png", picture).bytes();

    assertThat(Papers.lines("a.docx", docx)).contains("The motion was carried.");
  }

  @Test
  void withoutTesseractAScanIsNotCalledEmpty() throws IOException {
    Ocr absent = Ocr.absent();
    Source source =
        new Source(scannedPdf(false), "scan.pdf", ExtractionLimits.defaults(), absent, () -> {});

    assertThat(Readers.read(source).reading().extraction())
        .isInstanceOfSatisfying(
            Extraction.Nothing.class,
            nothing -> {
              assertThat(nothing.reason()).isEqualTo(NotCheckedReason.NEEDS_OCR);
              assertThat(nothing.detail()).contains("1");
            });
  }

  @Test
  void withoutTesseractTheScannedPagesAreNamed() throws IOException {
    Source source =
        new Source(
            scannedPdf(true), "scan.pdf", ExtractionLimits.defaults(), Ocr.absent(), () -> {});

    assertThat(Readers.read(source).reading().extraction())
        .isInstanceOfSatisfying(
            Extraction.Text.class,
            text -> {
              assertThat(text.state()).isEqualTo(LedgerState.CHECKED_PARTIAL);
              assertThat(text.detail()).endsWith("to be read: 2");
            });
  }

  @Test
  void aBrokenPictureIsCorrupt() throws IOException {
    byte[] broken = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2, 3};

    assertThat(Papers.extraction("a.png", broken))
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.CORRUPT));
  }

  @Test
  void aPictureWithoutWordsHasNoText() throws IOException {
    needsTesseract();

    assertThat(Papers.extraction("a.png", png(scan(List.of(), 0))))
        .isInstanceOfSatisfying(
            Extraction.Nothing.class,
            nothing -> assertThat(nothing.reason()).isEqualTo(NotCheckedReason.NO_TEXT));
  }
}
