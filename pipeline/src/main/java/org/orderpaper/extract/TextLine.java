package org.orderpaper.extract;

import java.util.List;

/**
 * A printed line and where it stands. Lengths are in points, or in pixels of a scan: only their
 * proportions are used.
 *
 * @param page from 1
 * @param left the distance of its first character from the left edge
 * @param firstWord the width of its first word
 * @param baseline the distance of its base line from the top edge
 * @param size the size of its font
 * @param weight how heavy it is, apart from a number before its first letter
 * @param parted whether its pieces stand apart, as cells do, apart from a number before the text
 * @param pageHeight the height of its page
 * @param cells what its cells say if it is a row of a table; empty elsewhere
 */
record TextLine(
    String text,
    int page,
    float left,
    float right,
    float firstWord,
    float baseline,
    float size,
    Weight weight,
    boolean parted,
    float pageHeight,
    List<String> cells) {

  TextLine {
    cells = List.copyOf(cells);
  }

  /** A line that is no row of a table. */
  TextLine(
      String text,
      int page,
      float left,
      float right,
      float firstWord,
      float baseline,
      float size,
      Weight weight,
      float pageHeight) {
    this(text, page, left, right, firstWord, baseline, size, weight, false, pageHeight, List.of());
  }

  /** Whether all of it is bold. */
  boolean bold() {
    return weight == Weight.BOLD;
  }

  /** How far down the page it stands, from 0 to 1. */
  float depth() {
    return pageHeight <= 0 ? 0.5f : baseline / pageHeight;
  }

  boolean isRow() {
    return !cells.isEmpty();
  }

  /** The same line with letters of another size. */
  TextLine sized(float other) {
    return new TextLine(
        text, page, left, right, firstWord, baseline, other, weight, parted, pageHeight, cells);
  }

  /** The same line on another page, with all lengths in another unit. */
  TextLine moved(int toPage, float unit) {
    return new TextLine(
        text,
        toPage,
        left * unit,
        right * unit,
        firstWord * unit,
        baseline * unit,
        size * unit,
        weight,
        parted,
        pageHeight * unit,
        cells);
  }

  /** One line of pieces that stand side by side. */
  static TextLine joined(List<TextLine> pieces) {
    TextLine first = pieces.getFirst();
    String text = String.join(" ", pieces.stream().map(TextLine::text).toList());
    return first.spanning(pieces, text, List.of());
  }

  /** One row of a table whose cells are pieces that stand side by side, and one above the other. */
  static TextLine row(List<TextLine> pieces, List<String> cells) {
    return pieces.getFirst().spanning(pieces, String.join(" ", cells), cells);
  }

  private TextLine spanning(List<TextLine> pieces, String whole, List<String> parts) {
    if (pieces.size() == 1 && parts.isEmpty()) {
      return this;
    }
    float end = right;
    float sizes = 0;
    int letters = 0;
    for (TextLine piece : pieces) {
      end = Math.max(end, piece.right);
      sizes += piece.size * piece.text.length();
      letters += piece.text.length();
    }
    return new TextLine(
        whole,
        page,
        left,
        end,
        firstWord,
        baseline,
        letters == 0 ? size : sizes / letters,
        weight(pieces),
        isParted(pieces),
        pageHeight,
        parts);
  }

  private static Weight weight(List<TextLine> pieces) {
    List<TextLine> worded =
        pieces.stream().filter(piece -> piece.text.chars().anyMatch(Character::isLetter)).toList();
    List<TextLine> weighed = worded.isEmpty() ? pieces : worded;
    if (weighed.stream().allMatch(TextLine::bold)) {
      return Weight.BOLD;
    }
    return weighed.getFirst().weight == Weight.PLAIN ? Weight.PLAIN : Weight.BEGINS_BOLD;
  }

  private static boolean isParted(List<TextLine> pieces) {
    boolean numbered = LineCues.beginsEntry(pieces.getFirst().text + " x");
    return pieces.size() > (numbered ? 2 : 1);
  }

  @Override
  public String toString() {
    return "TextLine[page " + page + "]";
  }
}
