package org.orderpaper.extract;

/**
 * A printed line and where it stands. Lengths are in points, or in pixels of a scan: only their
 * proportions are used.
 *
 * @param page from 1
 * @param left the distance of its first character from the left edge
 * @param firstWord the width of its first word
 * @param baseline the distance of its base line from the top edge
 * @param size the size of its font
 * @param bold whether most of it is bold
 * @param pageHeight the height of its page
 */
record TextLine(
    String text,
    int page,
    float left,
    float right,
    float firstWord,
    float baseline,
    float size,
    boolean bold,
    float pageHeight) {

  /** How far down the page it stands, from 0 to 1. */
  float depth() {
    return pageHeight <= 0 ? 0.5f : baseline / pageHeight;
  }

  /** The same line with letters of another size. */
  TextLine sized(float other) {
    return new TextLine(text, page, left, right, firstWord, baseline, other, bold, pageHeight);
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
        bold,
        pageHeight * unit);
  }

  @Override
  public String toString() {
    return "TextLine[page " + page + "]";
  }
}
