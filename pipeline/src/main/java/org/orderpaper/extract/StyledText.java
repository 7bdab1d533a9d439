package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The text of a paragraph while it is read, and which of it is bold. A line feed in it is a line
 * break of its author.
 */
final class StyledText {

  private final StringBuilder text = new StringBuilder();
  private final BitSet bold = new BitSet();

  /** One line as a reader sees it. */
  record Line(String text, boolean bold) {}

  void append(String seen, boolean isBold) {
    int from = text.length();
    text.append(seen);
    bold.set(from, text.length(), isBold);
  }

  int length() {
    return text.length();
  }

  /** Takes back what was added since the text had this length, and returns it. */
  String cut(int length) {
    String added = text.substring(length);
    text.setLength(length);
    return added;
  }

  boolean isBlank() {
    return text.toString().isBlank();
  }

  /** The lines that say something: its author's line breaks, unless they only wrap prose. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from <= text.length(); ) {
      int feed = text.indexOf("\n", from);
      int to = feed < 0 ? text.length() : feed;
      String line = CleanText.of(text.substring(from, to));
      if (!line.isEmpty()) {
        lines.add(new Line(line, isBold(from, to)));
      }
      from = to + 1;
    }
    return lines.size() < 2 ? lines : joined(lines);
  }

  private static List<Line> joined(List<Line> lines) {
    List<String> texts = lines.stream().map(Line::text).toList();
    List<String> joined = new LineJoiner(texts).join(texts);
    if (joined.size() == texts.size()) {
      return lines;
    }
    boolean all = lines.stream().allMatch(Line::bold);
    return joined.stream().map(line -> new Line(line, all)).toList();
  }

  /** Whether all of a stretch is bold that is not blank. */
  private boolean isBold(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!bold.get(i) && !Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
