package org.orderpaper.report;

import java.util.Optional;
import org.orderpaper.model.Span;

/** A clear text in which anchors are found whatever white space parts their words. */
final class AnchoredText {

  private final String normalised;

  /** For each character of {@code normalised}, where it stands in the clear text. */
  private final int[] offsets;

  private AnchoredText(String normalised, int[] offsets) {
    this.normalised = normalised;
    this.offsets = offsets;
  }

  static AnchoredText of(String text) {
    StringBuilder normalised = new StringBuilder(text.length());
    int[] offsets = new int[text.length()];
    boolean blankBefore = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = isBlank(c);
      if (blank && blankBefore) {
        continue;
      }
      offsets[normalised.length()] = i;
      normalised.append(blank ? ' ' : c);
      blankBefore = blank;
    }
    return new AnchoredText(normalised.toString(), offsets);
  }

  /** The no-break spaces count too: a converter puts them in, not the person who labels. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Where {@code anchor} stands in the clear text, case and all. */
  Optional<Span> find(String anchor) {
    String wanted = of(anchor).normalised.strip();
    int at = wanted.isEmpty() ? -1 : normalised.indexOf(wanted);
    return at < 0
        ? Optional.empty()
        : Optional.of(new Span(offsets[at], offsets[at + wanted.length() - 1] + 1));
  }

  /** The text in one line. */
  String inOneLine() {
    return normalised.strip();
  }
}
