package org.orderpaper.extract;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a PDF with their places, sizes and weights, in the order in which the document
 * paints them. Sorting by position would mix the columns of a page.
 */
final class PdfLines extends PDFTextStripper {

  private static final int BOLD_WEIGHT = 600;

  /** Forms that paint one another can go on for ever; no page has a thousandth as many. */
  private static final int MOST_FORMS = 20_000;

  private final NavigableMap<Integer, List<TextLine>> pages = new TreeMap<>();
  private final List<Integer> broken = new ArrayList<>();
  private final long maxCharacters;
  private long characters;
  private int forms;
  private final IdentityHashMap<PDFont, Boolean> boldFonts = new IdentityHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();
  private float pageHeight;

  private PdfLines(long maxCharacters) {
    this.maxCharacters = maxCharacters;
    setSortByPosition(false);
    // Some programs print a title twice, slightly shifted, to make it bold.
    setSuppressDuplicateOverlappingText(true);
  }

  /**
   * Reads the lines of a document.
   *
   * @param maxCharacters where to stop, at the end of a page
   */
  static PdfLines of(PDDocument document, long maxCharacters) throws IOException {
    PdfLines reader = new PdfLines(maxCharacters);
    reader.writeText(document, Writer.nullWriter());
    return reader;
  }

  /** The lines by page, from 1, apart from pages that could not be read. */
  NavigableMap<Integer, List<TextLine>> pages() {
    return pages;
  }

  /** The pages that could not be read. */
  List<Integer> broken() {
    return broken;
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while reading a PDF");
    }
    if (characters > maxCharacters) {
      return;
    }
    int number = getCurrentPageNo();
    pages.put(number, new ArrayList<>());
    forms = 0;
    try {
      super.processPage(page);
    } catch (IOException | RuntimeException _) {
      // One broken page does not spoil the others.
      pages.remove(number);
      broken.add(number);
      text.setLength(0);
      letters.clear();
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (++forms > MOST_FORMS) {
      throw new IOException("paints more forms than are followed");
    }
    super.showForm(form);
  }

  @Override
  protected void startPage(PDPage page) {
    pageHeight =
        page.getRotation() % 180 == 0
            ? page.getCropBox().getHeight()
            : page.getCropBox().getWidth();
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    if (isUpright(letter)) {
      super.processTextPosition(letter);
    }
  }

  /** Letters at a slant are a watermark, which would fall apart into lines of one letter. */
  private static boolean isUpright(TextPosition letter) {
    Matrix matrix = letter.getTextMatrix();
    double along = Math.abs(matrix.getScaleX());
    double across = Math.abs(matrix.getShearY());
    return Math.min(along, across) < Math.max(along, across) * 0.1;
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    text.append(word);
    letters.addAll(positions);
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    finishLine();
  }

  @Override
  protected void writeParagraphStart() {
    finishLine();
  }

  @Override
  protected void writeParagraphEnd() {
    finishLine();
  }

  @Override
  protected void endPage(PDPage page) {
    finishLine();
  }

  private void finishLine() {
    String line = CleanText.of(text.toString());
    // A soft hyphen or hyphen at the end is needed to join the word again.
    boolean soft = !text.isEmpty() && text.toString().stripTrailing().endsWith("\u00AD");
    if (!line.isEmpty() && !letters.isEmpty()) {
      pages
          .computeIfAbsent(getCurrentPageNo(), _ -> new ArrayList<>())
          .add(line(soft ? line + "\u00AD" : line));
      characters += line.length();
    }
    text.setLength(0);
    letters.clear();
  }

  private TextLine line(String line) {
    float left = Float.MAX_VALUE;
    float right = 0;
    float size = 0;
    int bold = 0;
    int counted = 0;
    @Nullable TextPosition first = null;
    for (TextPosition letter : letters) {
      left = Math.min(left, letter.getXDirAdj());
      right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
      if (!letter.getUnicode().isBlank()) {
        first = first == null ? letter : first;
        size += Math.abs(letter.getYScale());
        bold += isBold(letter.getFont()) ? 1 : 0;
        counted++;
      }
    }
    TextPosition at = first == null ? letters.getFirst() : first;
    float average = counted == 0 ? Math.abs(at.getYScale()) : size / counted;
    boolean allBold = counted > 0 && bold == counted;
    return new TextLine(
        line,
        getCurrentPageNo(),
        left,
        right,
        firstWordWidth(),
        at.getYDirAdj(),
        average,
        allBold,
        pageHeight);
  }

  /** A word ends at a blank, or where the next letter is set off without one. */
  private float firstWordWidth() {
    float begin = letters.getFirst().getXDirAdj();
    float end = begin;
    for (TextPosition letter : letters) {
      float gap = letter.getXDirAdj() - end;
      if (end > begin && (letter.getUnicode().isBlank() || gap > letter.getWidthOfSpace() / 2)) {
        break;
      }
      end = letter.getXDirAdj() + letter.getWidthDirAdj();
    }
    return end - begin;
  }

  private boolean isBold(PDFont font) {
    return boldFonts.computeIfAbsent(font, PdfLines::looksBold);
  }

  private static boolean looksBold(PDFont font) {
    String name = font.getName();
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return lower.contains("bold")
        || lower.contains("black")
        || lower.contains("heavy")
        || (descriptor != null
            && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT));
  }
}
