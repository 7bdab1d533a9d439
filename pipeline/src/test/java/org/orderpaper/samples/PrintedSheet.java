package org.orderpaper.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Sheets printed line by line, each at its place from the left and from the bottom edge. */
final class PrintedSheet implements AutoCloseable {

  final PDDocument document = new PDDocument();
  final PDFont plain = new PDType1Font(FontName.TIMES_ROMAN);
  final PDFont bold = new PDType1Font(FontName.TIMES_BOLD);
  final PDFont symbol = new PDType1Font(FontName.ZAPF_DINGBATS);
  PDPage page = new PDPage(PDRectangle.A4);
  private float y;

  PrintedSheet page() {
    page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = 740;
    return this;
  }

  PrintedSheet down(float points) {
    y -= points;
    return this;
  }

  PrintedSheet lines(float x, float size, List<String> lines) throws IOException {
    for (String line : lines) {
      at(x, y, size, plain, line);
      y -= size * 1.27f;
    }
    return this;
  }

  PrintedSheet line(String line) throws IOException {
    return lines(72, 11, List.of(line));
  }

  PrintedSheet at(float x, float height, float size, PDFont font, String text) throws IOException {
    return show(x, height, size, font, RenderingMode.FILL, 0, text);
  }

  PrintedSheet show(
      float x,
      float height,
      float size,
      PDFont font,
      RenderingMode mode,
      float spacing,
      String text)
      throws IOException {
    try (PDPageContentStream out = stream()) {
      out.beginText();
      out.setFont(font, size);
      out.setRenderingMode(mode);
      out.setCharacterSpacing(spacing);
      out.newLineAtOffset(x, height);
      out.showText(text);
      out.endText();
    }
    return this;
  }

  /** A line that runs up the sheet, as on a page put into a printer sideways. */
  PrintedSheet upwards(float x, float height, float size, String text) throws IOException {
    try (PDPageContentStream out = stream()) {
      out.beginText();
      out.setFont(plain, size);
      out.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, x, height));
      out.showText(text);
      out.endText();
    }
    return this;
  }

  PDPageContentStream stream() throws IOException {
    return new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true);
  }

  byte[] bytes() throws IOException {
    document.setDocumentId(1L);
    document.getDocument().getTrailer().removeItem(COSName.ID);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
