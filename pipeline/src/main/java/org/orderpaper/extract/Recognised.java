package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What tesseract read.
 *
 * @param lines in reading order; their pages count from 1 inside the picture
 * @param letters how many letters and digits its words have
 * @param sureness its sureness of each word from 0 to 100, times the word's letters, added up
 * @param upright whether its lines lie, and do not stand
 * @param filled whether the page shows more than a stamp, be it words or not
 */
record Recognised(
    List<TextLine> lines, long letters, double sureness, boolean upright, boolean filled) {

  /** Columns of the table: level page block par line word left top width height conf text. */
  private static final int COLUMNS = 12;

  private static final int LEVEL_PAGE = 1;
  private static final int LEVEL_LINE = 4;
  private static final int LEVEL_WORD = 5;

  /** How much of a line's box its letters take: the rest is for tails and capitals. */
  private static final float LETTER_SHARE = 0.8f;

  Recognised {
    lines = List.copyOf(lines);
  }

  static Recognised nothing() {
    return new Recognised(List.of(), 0, 0, true, false);
  }

  Recognised filled(boolean other) {
    return new Recognised(lines, letters, sureness, upright, other);
  }

  /** Its sureness from 0 to 100 over all letters; 0 if there are none. */
  double meanSureness() {
    return letters == 0 ? 0 : sureness / letters;
  }

  /**
   * Whether it read more, and more surely. What it reads on a page upside down is neither; on one
   * that lies on its side it may read every word, and know no line.
   */
  boolean isBetterThan(Recognised other) {
    return worth() > other.worth();
  }

  private double worth() {
    return sureness * meanSureness() / (upright ? 1 : 4);
  }

  static Recognised ofTable(List<String> table) {
    Reader reader = new Reader();
    for (String row : table.subList(Math.min(1, table.size()), table.size())) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length >= COLUMNS - 1) {
        reader.row(cells);
      }
    }
    reader.finishLine();
    boolean upright = reader.standing * 2 <= reader.lines.size();
    return new Recognised(reader.evenSizes(), reader.letters, reader.sureness, upright, true);
  }

  @Override
  public String toString() {
    return "Recognised[" + lines.size() + " lines]";
  }

  private static final class Reader {
    private final List<TextLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Float> bottoms = new ArrayList<>();
    private long letters;
    private int standing;
    private double sureness;
    private int page = 1;
    private float pageHeight;
    private float left;
    private float right;
    private float height;
    private float firstWord;

    void row(String[] cells) {
      int level = Integer.parseInt(cells[0]);
      float width = Float.parseFloat(cells[8]);
      float tall = Float.parseFloat(cells[9]);
      switch (level) {
        case LEVEL_PAGE -> {
          finishLine();
          page = Integer.parseInt(cells[1]);
          pageHeight = tall;
        }
        case LEVEL_LINE -> {
          finishLine();
          left = Float.parseFloat(cells[6]);
          right = left + width;
          height = tall;
        }
        case LEVEL_WORD -> word(cells, width, tall);
        default -> {}
      }
    }

    private void word(String[] cells, float width, float tall) {
      String word = cells.length < COLUMNS ? "" : CleanText.of(cells[COLUMNS - 1]);
      if (word.isEmpty()) {
        return;
      }
      firstWord = text.isEmpty() ? width : firstWord;
      text.append(text.isEmpty() ? "" : " ").append(word);
      bottoms.add(Float.parseFloat(cells[7]) + tall);
      long count = word.chars().filter(Character::isLetterOrDigit).count();
      letters += count;
      sureness += count * Math.max(0, Double.parseDouble(cells[10]));
    }

    void finishLine() {
      // Dirt and the edges of paper are read as signs, which end paragraphs where there is no end.
      if (text.chars().anyMatch(Character::isLetterOrDigit)) {
        bottoms.sort(null);
        standing += text.length() > 3 && height > right - left ? 1 : 0;
        float baseline = bottoms.get(bottoms.size() / 2);
        lines.add(
            new TextLine(
                text.toString(),
                page,
                left,
                right,
                firstWord,
                baseline,
                height,
                Weight.PLAIN,
                pageHeight));
      }
      text.setLength(0);
      bottoms.clear();
    }

    /** One size for all lines: boxes vary by the letters in them, and would look like headings. */
    List<TextLine> evenSizes() {
      double[] heights = lines.stream().mapToDouble(TextLine::size).sorted().toArray();
      if (heights.length == 0) {
        return lines;
      }
      float size = (float) heights[heights.length / 2] * LETTER_SHARE;
      return lines.stream().map(line -> line.sized(size)).toList();
    }
  }
}
