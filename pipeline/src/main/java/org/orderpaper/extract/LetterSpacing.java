package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/** Closes up a line whose letters are set apart, so that each looks like a word of its own. */
final class LetterSpacing {

  private static final int FEWEST = 5;

  /** Between words the gap is this much wider than between letters. */
  private static final float WORD = 1.6f;

  private LetterSpacing() {}

  static String closed(String text, List<TextPosition> letters) {
    if (!isSpaced(text)) {
      return text;
    }
    List<TextPosition> seen =
        letters.stream().filter(letter -> !letter.getUnicode().isBlank()).toList();
    List<Float> gaps = new ArrayList<>();
    for (int i = 1; i < seen.size(); i++) {
      gaps.add(gap(seen.get(i - 1), seen.get(i)));
    }
    if (gaps.isEmpty()) {
      return text;
    }
    float usual = gaps.stream().sorted().toList().get(gaps.size() / 2);
    StringBuilder closed = new StringBuilder(seen.getFirst().getUnicode());
    for (int i = 1; i < seen.size(); i++) {
      closed.append(gaps.get(i - 1) > usual * WORD ? " " : "").append(seen.get(i).getUnicode());
    }
    return closed.toString();
  }

  private static float gap(TextPosition before, TextPosition after) {
    return after.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
  }

  private static boolean isSpaced(String text) {
    String[] words = text.strip().split("\\s+", -1);
    int single = 0;
    for (String word : words) {
      single += word.length() == 1 && Character.isLetter(word.charAt(0)) ? 1 : 0;
    }
    return single >= FEWEST && single * 10 >= words.length * 8;
  }
}
