package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Prints PDFs line by line. */
final class Pdf implements AutoCloseable {

  static final float LEFT = 72;
  static final float LEADING = 14;

  final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(FontName.TIMES_ROMAN);
  private final PDFont bold = new PDType1Font(FontName.TIMES_BOLD);
  private float y;
  private PDPage page = new PDPage(PDRectangle.A4);

  Pdf page() {
    page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = 740;
    return this;
  }

  PDPage current() {
    return page;
  }

  Pdf line(String text) throws IOException {
    return at(LEFT, y, 11, false, text).down(LEADING);
  }

  Pdf lines(List<String> lines) throws IOException {
    for (String line : lines) {
      line(line);
    }
    return this;
  }

  Pdf bold(String text) throws IOException {
    return at(LEFT, y, 11, true, text).down(LEADING);
  }

  Pdf heading(float size, String text) throws IOException {
    return at(LEFT, y, size, true, text).down(size * 1.6f);
  }

  Pdf down(float points) {
    y -= points;
    return this;
  }

  Pdf from(float height) {
    y = height;
    return this;
  }

  Pdf at(float x, float height, float size, boolean isBold, String text) throws IOException {
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      out.beginText();
      out.setFont(isBold ? bold : plain, size);
      out.newLineAtOffset(x, height);
      out.showText(text);
      out.endText();
    }
    return this;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
