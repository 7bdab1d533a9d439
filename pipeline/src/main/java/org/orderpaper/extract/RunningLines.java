package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Sets apart what is printed at the edge of page after page: running headers, footers, page
 * numbers. Digits do not count, so "Page 3 of 9" equals "Page 4 of 9".
 */
final class RunningLines {

  private static final float TOP = 0.13f;
  private static final float BOTTOM = 0.88f;
  private static final int DEEPEST = 4;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)[-–—]?\\s*(?:page\\s*|p\\.?\\s*)?(?:\\d{1,3}|[ivxl]{1,6})(?:\\s*(?:of|/)\\s*\\d{1,3})?"
              + "\\s*[-–—]?");

  private final Map<Integer, List<TextLine>> pages = new TreeMap<>();
  private final Set<TextLine> headers = new HashSet<>();
  private final Set<TextLine> footers = new HashSet<>();

  RunningLines(List<TextLine> lines) {
    for (TextLine line : lines) {
      pages.computeIfAbsent(line.page(), _ -> new ArrayList<>()).add(line);
    }
    pages.values().forEach(page -> page.sort(Comparator.comparingDouble(TextLine::baseline)));
    Map<String, Integer> top = count(true);
    Map<String, Integer> bottom = count(false);
    for (List<TextLine> page : pages.values()) {
      collect(edge(page, true), top, headers);
      collect(edge(page, false), bottom, footers);
    }
  }

  boolean isHeader(TextLine line) {
    return headers.contains(line);
  }

  boolean isFooter(TextLine line) {
    return footers.contains(line) && !headers.contains(line);
  }

  /**
   * What makes two running lines the same. "Motion 3" and "Motion 4" are none, though they stand at
   * the top of two pages.
   */
  static String key(TextLine line) {
    String text = CleanText.of(line.text()).toLowerCase(Locale.ROOT);
    return LineCues.beginsEntry(text) ? text : DIGITS.matcher(text).replaceAll("#");
  }

  private Map<String, Integer> count(boolean top) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<TextLine> page : pages.values()) {
      Set<String> here = new HashSet<>();
      edge(page, top).forEach(line -> here.add(key(line)));
      here.forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    return counts;
  }

  /** Walks inwards from an edge as long as lines repeat: body text between them ends the edge. */
  private void collect(List<TextLine> edge, Map<String, Integer> counts, Set<TextLine> found) {
    Set<String> here = new HashSet<>();
    for (TextLine line : edge) {
      // A title in the words of the running head is a title: nothing runs twice on one page.
      if (!here.add(key(line))) {
        return;
      }
      boolean repeats =
          counts.getOrDefault(key(line), 0) >= Math.max(2, (pages.size() * 2 + 4) / 5);
      if (!repeats && !PAGE_NUMBER.matcher(CleanText.of(line.text())).matches()) {
        return;
      }
      found.add(line);
    }
  }

  /** From the edge inwards; on a page of few lines the other edge is near. */
  private static List<TextLine> edge(List<TextLine> page, boolean top) {
    return (top ? page : page.reversed())
        .stream()
            .limit(DEEPEST)
            .filter(line -> top ? line.depth() < TOP : line.depth() > BOTTOM)
            .toList();
  }
}
