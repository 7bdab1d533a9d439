package org.orderpaper.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.orderpaper.samples.Source.Paragraph;

/**
 * A PDF of text. Options: {@code font} (times, helvetica, courier), {@code size}, {@code columns},
 * {@code hyphenate}, {@code header} and {@code footer} on each page ({@code {n}} is its number). A
 * page break leads into the next column where there are several.
 */
final class PdfPages {

  private static final float MARGIN = 64;
  private static final float GUTTER = 24;

  private record Line(String text, boolean bold, float indent, float before) {}

  private final Source source;
  private final PDFont plain;
  private final PDFont bold;
  private final float size;
  private final int columns;
  private final PDDocument document = new PDDocument();
  private @org.jspecify.annotations.Nullable PDPageContentStream page;
  private int column;
  private float y;

  private PdfPages(Source source) {
    this.source = source;
    size = source.number("size", 11);
    columns = source.number("columns", 1);
    column = columns;
    boolean times = source.option("font", "times").equals("times");
    boolean courier = source.option("font", "times").equals("courier");
    plain = font(courier ? FontName.COURIER : times ? FontName.TIMES_ROMAN : FontName.HELVETICA);
    bold =
        font(
            courier
                ? FontName.COURIER_BOLD
                : times ? FontName.TIMES_BOLD : FontName.HELVETICA_BOLD);
  }

  private static PDFont font(FontName name) {
    return new PDType1Font(name);
  }

  static byte[] of(Source source) throws IOException {
    return new PdfPages(source).make();
  }

  private byte[] make() throws IOException {
    try (document) {
      Numbering numbering = new Numbering(source);
      for (Paragraph paragraph : source.paragraphs()) {
        if (paragraph.kind() == Source.Kind.PAGE_BREAK) {
          y = 0;
        } else if (paragraph.isRow()) {
          row(paragraph);
        } else {
          for (Line line : lines(paragraph, numbering)) {
            write(line);
          }
        }
      }
      closePage();
      document.setDocumentId(1L);
      Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
      date.setTimeInMillis(0);
      document.getDocumentInformation().setCreationDate(date);
      document.getDocumentInformation().setProducer("Orderpaper samples");
      document.getDocumentInformation().setTitle(source.option("title", "Untitled"));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private List<Line> lines(Paragraph paragraph, Numbering numbering) {
    String text = Source.shown(paragraph.text()).replace("\t", "    ");
    boolean heavy = paragraph.kind() == Source.Kind.HEADING || paragraph.kind() == Source.Kind.BOLD;
    float indent =
        switch (paragraph.kind()) {
          case BULLET -> 14;
          case QUOTE -> 30;
          case NUMBERED, RESTARTED -> 20f * paragraph.level();
          case TEXT, HEADING, BOLD, ROW, HEADER_ROW, PAGE_BREAK, EMPTY -> 0;
        };
    if (paragraph.isNumbered()) {
      text = numbering.next(paragraph) + "  " + text;
    } else if (paragraph.kind() == Source.Kind.BULLET) {
      text = "• " + text;
    }
    boolean hyphenated = source.option("hyphenate", "no").equals("yes");
    List<Line> lines = new ArrayList<>();
    for (String line :
        Wrapping.of(text, width() - indent, part -> widthOf(part, heavy), hyphenated)) {
      lines.add(new Line(line, heavy, indent, lines.isEmpty() ? size * 0.5f : 0));
    }
    return lines;
  }

  private void row(Paragraph row) throws IOException {
    List<String> cells = row.cells();
    boolean heavy = row.kind() == Source.Kind.HEADER_ROW;
    float cellWidth = width() / cells.size();
    List<List<String>> wrapped = new ArrayList<>();
    int height = 0;
    for (String cell : cells) {
      List<String> lines =
          Wrapping.of(Source.shown(cell), cellWidth - 8, part -> widthOf(part, heavy), false);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int line = 0; line < height; line++) {
      makeRoom();
      for (int cell = 0; cell < cells.size(); cell++) {
        if (line < wrapped.get(cell).size()) {
          show(wrapped.get(cell).get(line), heavy, left() + cell * cellWidth);
        }
      }
      y -= size * 1.3f;
    }
  }

  private void write(Line line) throws IOException {
    y -= line.before();
    makeRoom();
    show(line.text(), line.bold(), left() + line.indent());
    y -= size * 1.3f;
  }

  private void show(String text, boolean heavy, float x) throws IOException {
    PDPageContentStream stream = page;
    if (stream != null && !text.isEmpty()) {
      stream.beginText();
      stream.setFont(heavy ? bold : plain, size);
      stream.newLineAtOffset(x, y);
      stream.showText(text);
      stream.endText();
    }
  }

  private void makeRoom() throws IOException {
    if (page != null && y > MARGIN) {
      return;
    }
    if (page != null && column + 1 < columns) {
      column++;
      y = top();
      return;
    }
    closePage();
    PDPage fresh = new PDPage(PDRectangle.A4);
    document.addPage(fresh);
    page = new PDPageContentStream(document, fresh);
    column = 0;
    y = PDRectangle.A4.getHeight() - MARGIN / 2;
    edge("header");
    y = MARGIN / 2;
    edge("footer");
    y = top();
  }

  private void edge(String which) throws IOException {
    String text = source.option(which, "");
    show(text.replace("{n}", Integer.toString(document.getNumberOfPages())), false, MARGIN);
  }

  private void closePage() throws IOException {
    if (page != null) {
      page.close();
    }
  }

  private static float top() {
    return PDRectangle.A4.getHeight() - MARGIN;
  }

  private float left() {
    return MARGIN + column % columns * (width() + GUTTER);
  }

  private float width() {
    return (PDRectangle.A4.getWidth() - 2 * MARGIN - (columns - 1) * GUTTER) / columns;
  }

  private double widthOf(String text, boolean heavy) {
    try {
      return (heavy ? bold : plain).getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
