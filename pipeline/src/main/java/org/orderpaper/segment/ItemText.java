package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.orderpaper.model.PageStart;
import org.orderpaper.model.Span;

/**
 * The text of an item, a line for each block, and where each block stands in it.
 *
 * @param offsets where each line of the draft begins in {@code text}
 */
record ItemText(String text, IdentityHashMap<Line, Integer> offsets, List<PageStart> pages) {

  static ItemText of(Draft draft) {
    StringBuilder text = new StringBuilder();
    IdentityHashMap<Line, Integer> offsets = new IdentityHashMap<>();
    List<PageStart> pages = new ArrayList<>();
    Integer page = null;
    for (Line line : draft.lines) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      Integer on = line.block().page();
      if (on != null && !on.equals(page)) {
        pages.add(new PageStart(text.length(), on));
        page = on;
      }
      offsets.putIfAbsent(line, text.length());
      text.append(line.text());
    }
    return new ItemText(text.toString(), offsets, pages);
  }

  /** The span of a stretch of tokens of one of the lines. */
  Span span(Line line, int from, int to) {
    int base = offset(line);
    Tokens tokens = line.tokens();
    int end = to > from ? tokens.end(to - 1) : tokens.start(from);
    // A sentence keeps the sign that ends it.
    while (end < line.text().length() && ".!?;:)\u201d\"".indexOf(line.text().charAt(end)) >= 0) {
      end++;
    }
    return new Span(base + (from == 0 ? 0 : tokens.start(from)), base + end);
  }

  /** The span of the words themselves. */
  Span words(Line line, int from, int to) {
    int base = offset(line);
    return new Span(base + line.tokens().start(from), base + line.tokens().end(to - 1));
  }

  boolean holds(Line line) {
    return offsets.containsKey(line);
  }

  private int offset(Line line) {
    Integer offset = offsets.get(line);
    if (offset == null) {
      throw new IllegalArgumentException("a line of another item");
    }
    return offset;
  }
}
