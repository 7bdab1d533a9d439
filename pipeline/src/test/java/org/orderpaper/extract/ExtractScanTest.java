package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
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
    assertThat(text.detail()).startsWith("read from a scan, sureness of 100 by page: 1 9");
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

  private static final String SENTENCE =
      "This branch notes that the evening buses on the estate were withdrawn in the spring"
          + " without notice, and that people who work late have no other way to get home.";

  private static BufferedImage upright() {
    return scan(PAGE, 0);
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  private static BufferedImage askew(double degrees) {
    BufferedImage page = GreyPage.blank(1400, 1200);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.rotate(Math.toRadians(degrees), 700, 600);
    pen.drawImage(upright(), 80, 150, null);
    pen.dispose();
    return page;
  }

  @Test
  void aPageThatLayAskewLosesNoLine() throws IOException {
    needsTesseract();

    for (double degrees : new double[] {-7, 3}) {
      assertThat(Papers.lines("scan.png", png(askew(degrees))))
          .as("%s degrees", degrees)
          .contains(SENTENCE, "The motion was carried.");
    }
  }

  @Test
  void aPageScannedOnItsSideOrOnItsHeadIsRead() throws IOException {
    needsTesseract();

    for (int quarters = 1; quarters < 4; quarters++) {
      assertThat(Papers.lines("scan.png", png(GreyPage.turned(upright(), quarters))))
          .as("%s quarters", quarters)
          .containsExactly(
              "Minutes of the Hollin Ward branch", SENTENCE, "The motion was carried.");
    }
  }

  @Test
  void theCameraSaysHowItWasHeld() throws IOException {
    byte[] bytes = jpeg(upright());
    byte[] tag = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream tagged = new ByteArrayOutputStream();
    tagged.write(bytes, 0, 2);
    tagged.write(tag);
    tagged.write(bytes, 2, bytes.length - 2);

    try (PictureFile file = PictureFile.open(tagged.toByteArray())) {
      BufferedImage turned = file.grey(0);
      assertThat(turned.getWidth()).isEqualTo(upright().getHeight());
      assertThat(turned.getHeight()).isEqualTo(upright().getWidth());
    }
  }

  @Test
  void everyPageOfAPictureIsRead() throws IOException {
    needsTesseract();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.prepareWriteSequence(null);
      for (String page : List.of("The first page of three", "The second page", "The third page")) {
        writer.writeToSequence(new IIOImage(scan(List.of(page), 0), null, null), null);
      }
      writer.endWriteSequence();
    }
    writer.dispose();

    ExtractedDocument document = Papers.document("fax.tif", out.toByteArray());

    assertThat(document.pages()).isEqualTo(3);
    assertThat(Papers.lines(document))
        .containsExactly("The first page of three", "The second page", "The third page");
    assertThat(document.blocks()).extracting(block -> block.page()).containsExactly(1, 2, 3);
  }

  @Test
  void whatIsTransparentIsPaper() throws IOException {
    needsTesseract();
    BufferedImage clear = new BufferedImage(1240, 900, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = clear.createGraphics();
    pen.setColor(Color.BLACK);
    pen.setFont(new Font("Liberation Serif", Font.PLAIN, 34));
    pen.drawString("The motion on buses was carried.", 140, 150);
    pen.dispose();

    assertThat(Papers.lines("scan.png", png(clear)))
        .containsExactly("The motion on buses was carried.");
  }

  @Test
  void aPictureMadeForPrintersIsRead() throws IOException {
    needsTesseract();
    BufferedImage page = upright();
    WritableRaster inks =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, page.getWidth(), page.getHeight(), 4, null);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int black = 255 - page.getRaster().getSample(x, y, 0);
        inks.setPixel(x, y, new int[] {0, 0, 0, black});
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(inks, null, null), null);
    }
    writer.dispose();

    assertThat(Papers.lines("scan.jpg", out.toByteArray())).contains(SENTENCE);
  }

  @Test
  void aSmallFileThatClaimsToBeHugeIsABomb() throws IOException {
    byte[] png = png(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    header.putInt(29, (int) sum.getValue());

    assertThat(Papers.extraction("a.png", png))
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.BOMB));
  }

  @Test
  void onePoorPageAmongGoodOnesIsTold() throws IOException {
    needsTesseract();
    byte[] bytes;
    try (Pdf pdf = new Pdf()) {
      for (double dirt : new double[] {0, 0.08, 0}) {
        pdf.page();
        try (PDPageContentStream out = new PDPageContentStream(pdf.document, pdf.current())) {
          // A pixel for a pixel at 300 dpi: enlarging would smooth the dirt away.
          out.drawImage(
              LosslessFactory.createFromImage(pdf.document, scan(PAGE, dirt)), 0, 400, 297.6f, 216);
        }
      }
      bytes = pdf.bytes();
    }

    Extraction.Text text = Papers.text("scan.pdf", bytes);

    assertThat(text.state()).isEqualTo(LedgerState.CHECKED_POOR_OCR);
    assertThat(text.detail())
        .matches(
            "read from a scan, sureness of 100 by page: 1 9\\d, 2 [1-7]\\d, 3 9\\d; poor pages: 2");
    assertThat(text.document().blocks()).extracting(block -> block.page()).isSorted();
  }

  @Test
  void aLaterPassIsLeftTheScansAndNothingElse() throws IOException {
    for (byte[] scanned : List.of(scannedPdf(true), png(upright()))) {
      Source source =
          new Source(scanned, "a", ExtractionLimits.defaults(), Ocr.postponing(), () -> {});

      assertThatThrownBy(() -> Readers.read(source)).isInstanceOf(OcrPostponedException.class);
    }
    Source text =
        new Source(
            Papers.utf8("Carried."), "a", ExtractionLimits.defaults(), Ocr.postponing(), () -> {});
    assertThat(Readers.read(text).reading().scanned()).isFalse();
    assertThat(Ocr.postponing().isAvailable()).isTrue();
  }

  @Test
  void whetherOcrMatteredIsToldWithItAndWithoutIt() throws IOException {
    Source source =
        new Source(
            scannedPdf(true), "scan.pdf", ExtractionLimits.defaults(), Ocr.absent(), () -> {});
    assertThat(Readers.read(source).reading().scanned()).isTrue();
    Source failed =
        new Source(
            scannedPdf(false), "scan.pdf", ExtractionLimits.defaults(), Ocr.absent(), () -> {});
    assertThat(Readers.read(failed).reading().scanned()).isTrue();
    Source without =
        new Source(Papers.utf8("x"), "a.txt", ExtractionLimits.defaults(), Ocr.absent(), () -> {});
    assertThat(Readers.read(without).reading().scanned()).isFalse();
  }

  @Test
  void theSettingNamesProgramAndLanguage() {
    assertThat(Ocr.absent().setting()).isEqualTo("none");
    needsTesseract();
    assertThat(new Ocr().setting()).matches("tesseract-\\d[\\w.+-]* eng");
  }

  @Test
  void aPageForWhichThereIsNoTimeIsNamedAndNothingIsLeftBehind() throws IOException {
    needsTesseract();

    try (PageReaders readers = new PageReaders(new Ocr())) {
      Future<Recognised> page = readers.read(upright(), 0, () -> Duration.ofMillis(1));
      assertThatThrownBy(() -> PageReaders.result(page))
          .isInstanceOfSatisfying(
              NotReadException.class,
              fault -> assertThat(fault.reason()).isEqualTo(NotCheckedReason.TIMEOUT));
    }
  }

  @Test
  void readingThatIsInterruptedEndsTheProgram() throws IOException, InterruptedException {
    needsTesseract();
    // Workers of other tests may be alive.
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    PageReaders readers = new PageReaders(new Ocr());
    Future<Recognised> page = readers.read(upright(), 0, () -> Duration.ofMinutes(1));
    while (begunSince(before).isEmpty() && !page.isDone()) {
      Thread.sleep(5);
    }
    readers.close();
    for (int i = 0; i < 1_000 && !begunSince(before).isEmpty(); i++) {
      Thread.sleep(5);
    }

    assertThat(begunSince(before)).isEmpty();
  }

  private static List<ProcessHandle> begunSince(List<ProcessHandle> before) {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.isAlive() && !before.contains(child))
        .toList();
  }

  @Test
  void aLogoIsToldFromAPaperByItsPixels() throws IOException {
    assertThat(Pictures.isLogo(png(new BufferedImage(300, 150, BufferedImage.TYPE_INT_RGB))))
        .isTrue();
    assertThat(Pictures.isLogo(png(scan(List.of("Motion"), 0)))).isFalse();
    assertThat(Pictures.isLogo(new byte[10])).isTrue();
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
