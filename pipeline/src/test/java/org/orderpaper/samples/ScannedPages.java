package org.orderpaper.samples;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.orderpaper.samples.Source.Paragraph;

/**
 * A PDF that holds pictures of pages only, a little crooked and speckled: what comes off the
 * photocopier. Options: {@code face} (a font of this machine), {@code size}, {@code dpi}, {@code
 * tilt} in hundredths of a degree, {@code speckles} a page.
 */
final class ScannedPages {

  private static final Color PAPER = new Color(246, 246, 246);
  private static final Color INK = new Color(38, 38, 38);

  private final Source source;
  private final int dpi;
  private final Font plain;
  private final List<BufferedImage> pages = new ArrayList<>();
  private int y;

  private ScannedPages(Source source) {
    this.source = source;
    dpi = source.number("dpi", 200);
    plain =
        new Font(
            source.option("face", "Liberation Mono"),
            Font.PLAIN,
            source.number("size", 11) * dpi / 72);
  }

  static byte[] of(Source source) throws IOException {
    return new ScannedPages(source).make();
  }

  private byte[] make() throws IOException {
    Numbering numbering = new Numbering(source);
    startPage();
    for (Paragraph paragraph : source.paragraphs()) {
      switch (paragraph.kind()) {
        case PAGE_BREAK -> startPage();
        case EMPTY -> y += plain.getSize();
        case HEADING, BOLD -> write(Source.shown(paragraph.text()), true, 0);
        case NUMBERED, RESTARTED ->
            write(
                numbering.next(paragraph) + " " + Source.shown(paragraph.text()),
                false,
                paragraph.level());
        case BULLET -> write("- " + Source.shown(paragraph.text()), false, 1);
        case QUOTE -> write(Source.shown(paragraph.text()), false, 1);
        case TEXT, ROW, HEADER_ROW ->
            write(Source.shown(paragraph.text()).replace("\t", "    "), false, 0);
      }
    }
    try (PDDocument document = new PDDocument()) {
      for (BufferedImage page : pages) {
        addPage(document, photocopied(page));
      }
      document.setDocumentId(1L);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private void startPage() {
    BufferedImage page =
        new BufferedImage(dpi * 827 / 100, dpi * 1169 / 100, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D ink = page.createGraphics();
    ink.setColor(PAPER);
    ink.fillRect(0, 0, page.getWidth(), page.getHeight());
    ink.dispose();
    pages.add(page);
    y = dpi;
  }

  private void write(String text, boolean underlined, int level) {
    int left = dpi * 9 / 10 + level * dpi / 3;
    FontMetrics metrics = pages.getLast().createGraphics().getFontMetrics(plain);
    int width = pages.getLast().getWidth() - left - dpi * 8 / 10;
    for (String line : Wrapping.of(text, width, metrics::stringWidth, false)) {
      if (y > pages.getLast().getHeight() - dpi) {
        startPage();
      }
      Graphics2D ink = pages.getLast().createGraphics();
      ink.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      ink.setFont(plain);
      ink.setColor(INK);
      ink.drawString(line, left, y);
      if (underlined) {
        ink.fillRect(left, y + dpi / 50, metrics.stringWidth(line), Math.max(1, dpi / 100));
      }
      ink.dispose();
      y += plain.getSize() * 5 / 4;
    }
    y += plain.getSize() / 2;
  }

  private BufferedImage photocopied(BufferedImage page) {
    BufferedImage copy = new BufferedImage(page.getWidth(), page.getHeight(), page.getType());
    Graphics2D ink = copy.createGraphics();
    ink.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    ink.setColor(PAPER);
    ink.fillRect(0, 0, copy.getWidth(), copy.getHeight());
    ink.rotate(
        Math.toRadians(source.number("tilt", 40) / 100.0),
        copy.getWidth() / 2.0,
        copy.getHeight() / 2.0);
    ink.drawImage(page, 0, 0, null);
    ink.setColor(Color.GRAY);
    Random random = new Random(pages.indexOf(page));
    for (int i = 0; i < source.number("speckles", 150); i++) {
      int dot = 1 + random.nextInt(2);
      ink.fillRect(random.nextInt(copy.getWidth()), random.nextInt(copy.getHeight()), dot, dot);
    }
    ink.dispose();
    return copy;
  }

  private void addPage(PDDocument document, BufferedImage image) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    PDImageXObject picture = JPEGFactory.createFromImage(document, image, 0.3f, dpi);
    try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
      stream.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
    }
  }
}
