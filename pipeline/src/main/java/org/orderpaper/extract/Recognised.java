package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What tesseract read.
 *
 * @param lines in reading order; their pages count from 1 inside the picture
 * @param letters how many letters and digits its words have
 * @param sureness its sureness of each word from 0 to 100, times the word's letters, added up
 */
record Recognised(List<TextLine> lines, long letters, double sureness) {

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

  static Recognised ofTable(List<String> table) {
    Reader reader = new Reader();
    for (String row : table.subList(Math.min(1, table.size()), table.size())) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length >= COLUMNS - 1) {
        reader.row(cells);
      }
    }
    reader.finishLine();
    return new Recognised(reader.evenSizes(), reader.letters, reader.sureness);
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
      if (!text.isEmpty()) {
        bottoms.sort(null);
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
                false,
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
