package org.orderpaper.extract;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a PDF with their places, sizes and weights, in the order in which the document
 * paints them, unless that mixes the columns of a page. Sorting by position would mix them always.
 */
final class PdfLines extends PDFTextStripper {

  /** Justified lines have gaps of less than this between words, in heights of letters. */
  private static final float GAP = 1.1f;

  /** Forms that paint one another can go on for ever; no page has a thousandth as many. */
  private static final int MOST_FORMS = 20_000;

  private final NavigableMap<Integer, List<TextLine>> pages = new TreeMap<>();
  private final List<Integer> broken = new ArrayList<>();
  private final long maxCharacters;
  private long characters;
  private int forms;
  private final FontWeight fonts = new FontWeight();
  private final List<Integer> garbled = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();

  /** The pieces of the page by printed line, and those of the line under way. */
  private final List<List<TextLine>> rows = new ArrayList<>();

  private final List<TextLine> pieces = new ArrayList<>();

  private final PaintedLetters painted = new PaintedLetters();
  private final Set<TextLine> unseenPieces = Collections.newSetFromMap(new IdentityHashMap<>());
  private GlyphCount glyphs = new GlyphCount();

  private PdfLines(long maxCharacters) {
    this.maxCharacters = maxCharacters;
    setSortByPosition(false);
    // Some programs print a title twice, slightly shifted, to make it bold.
    setSuppressDuplicateOverlappingText(true);
    addOperator(new SetTextRenderingMode(this));
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

  /** The pages whose letters are not those that a reader sees. */
  List<Integer> garbled() {
    return garbled;
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
      forgetPage();
    }
  }

  private void forgetPage() {
    text.setLength(0);
    letters.clear();
    rows.clear();
    pieces.clear();
    painted.clear();
    unseenPieces.clear();
    glyphs = new GlyphCount();
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    glyphs.add(font.toUnicode(code));
    super.showGlyph(matrix, font, code, displacement);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (++forms > MOST_FORMS) {
      throw new IOException("paints more forms than are followed");
    }
    super.showForm(form);
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    if (!isUpright(letter)) {
      return;
    }
    painted.add(letter, getGraphicsState().getTextState().getRenderingMode());
    super.processTextPosition(letter);
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
    if (!letters.isEmpty() && !positions.isEmpty() && isParted(positions.getFirst())) {
      finishPiece();
    }
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

  /** Whether a letter stands too far from the last one to belong to the same piece. */
  private boolean isParted(TextPosition next) {
    TextPosition last = letters.getLast();
    float gap = next.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
    float size = Math.abs(next.getYScale());
    return gap > size * GAP
        || next.getXDirAdj() < last.getXDirAdj() - size
        || painted.isUnseen(last) != painted.isUnseen(next);
  }

  @Override
  protected void endPage(PDPage page) {
    finishLine();
    int number = getCurrentPageNo();
    if (glyphs.isGarbled()) {
      garbled.add(number);
    }
    pages
        .computeIfAbsent(number, _ -> new ArrayList<>())
        .addAll(PageLayout.ordered(withoutSecondLayer()));
    forgetPage();
  }

  /** Under text that is seen, the text of a hidden layer is the same once more. */
  private List<List<TextLine>> withoutSecondLayer() {
    if (unseenPieces.isEmpty()) {
      return List.copyOf(rows);
    }
    NavigableMap<Float, List<TextLine>> seen = new TreeMap<>();
    for (List<TextLine> row : rows) {
      for (TextLine piece : row) {
        if (!unseenPieces.contains(piece)) {
          seen.computeIfAbsent(piece.baseline(), _ -> new ArrayList<>()).add(piece);
        }
      }
    }
    List<List<TextLine>> kept = new ArrayList<>();
    for (List<TextLine> row : rows) {
      kept.add(
          row.stream()
              .filter(piece -> !unseenPieces.contains(piece) || !isCovered(piece, seen))
              .toList());
    }
    return kept;
  }

  private static boolean isCovered(TextLine piece, NavigableMap<Float, List<TextLine>> seen) {
    float reach = piece.size() / 2;
    return seen
        .subMap(piece.baseline() - reach, true, piece.baseline() + reach, true)
        .values()
        .stream()
        .flatMap(List::stream)
        .anyMatch(other ->
            Math.min(other.right(), piece.right()) - Math.max(other.left(), piece.left())
                > (piece.right() - piece.left()) / 2);
  }

  private void finishLine() {
    finishPiece();
    if (!pieces.isEmpty()) {
      rows.add(List.copyOf(pieces));
      pieces.clear();
    }
  }

  private void finishPiece() {
    String line = CleanText.of(LetterSpacing.closed(text.toString(), letters));
    // A soft hyphen or hyphen at the end is needed to join the word again.
    boolean soft = !text.isEmpty() && text.toString().stripTrailing().endsWith("\u00AD");
    if (!line.isEmpty() && !letters.isEmpty()) {
      TextLine piece = line(soft ? line + "\u00AD" : line);
      pieces.add(piece);
      if (painted.isUnseen(letters.getFirst())) {
        unseenPieces.add(piece);
      }
      characters += line.length();
    }
    text.setLength(0);
    letters.clear();
  }

  private TextLine line(String line) {
    float left = Float.MAX_VALUE;
    float right = 0;
    float size = 0;
    int counted = 0;
    @Nullable TextPosition first = null;
    for (TextPosition letter : letters) {
      left = Math.min(left, letter.getXDirAdj());
      right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
      if (!letter.getUnicode().isBlank()) {
        first = first == null ? letter : first;
        size += Math.abs(letter.getYScale());
        counted++;
      }
    }
    TextPosition at = first == null ? letters.getFirst() : first;
    float average = counted == 0 ? Math.abs(at.getYScale()) : size / counted;
    boolean turned = at.getDir() == 90 || at.getDir() == 270;
    return new TextLine(
        line,
        getCurrentPageNo(),
        left,
        right,
        firstWordWidth(),
        at.getYDirAdj(),
        average,
        weight(),
        turned ? at.getPageWidth() : at.getPageHeight());
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

  /** The number before a heading is often left plain, so it has no say. */
  private Weight weight() {
    List<TextPosition> said =
        letters.stream().filter(letter -> !letter.getUnicode().isBlank()).toList();
    int first = 0;
    while (first < said.size()
        && said.get(first).getUnicode().chars().noneMatch(Character::isLetter)) {
      first++;
    }
    List<TextPosition> weighed = said.subList(first == said.size() ? 0 : first, said.size());
    if (weighed.isEmpty() || !isBold(weighed.getFirst())) {
      return Weight.PLAIN;
    }
    return weighed.stream().allMatch(this::isBold) ? Weight.BOLD : Weight.BEGINS_BOLD;
  }

  private boolean isBold(TextPosition letter) {
    return painted.isThick(letter) || fonts.isBold(letter.getFont());
  }
}
