package org.orderpaper.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Span;

/**
 * A masked text cut into pieces, some of them marked: the evidence, and the words that state the
 * outcome.
 */
final class Highlights {

  /** Up to this length a text is shown whole. */
  private static final int SHORT = 900;

  /** How much of the text stands before and after a mark in an excerpt. */
  private static final int AROUND = 180;

  private static final int MOST_WINDOWS = 6;
  private static final String CUT = "\u2026";
  private static final String OUTCOME = "";

  /**
   * Some characters of the text.
   *
   * @param facets what the words stand for in the rules; empty for the words of the outcome; null
   *     for text that is not marked
   */
  record Piece(String text, @Nullable String facets) {

    boolean isEvidence() {
      return facets != null && !facets.equals(OUTCOME);
    }

    boolean isOutcome() {
      return facets != null && facets.equals(OUTCOME);
    }
  }

  /** A stretch of the masked text and the facets it stands for. */
  private record Mark(Span span, Set<String> facets) {}

  private final String text;
  private final List<Mark> marks;

  private Highlights(String text, List<Mark> marks) {
    this.text = text;
    this.marks = marks;
  }

  static Highlights of(
      MaskedText masked, Collection<Evidence> evidence, @Nullable Span outcomeWords) {
    TreeMap<Integer, Mark> marks = new TreeMap<>();
    evidence.stream()
        .sorted((one, other) -> one.span().compareTo(other.span()))
        .forEach(one -> add(marks, masked.map(one.span()), one.facet()));
    if (outcomeWords != null) {
      addOutcome(marks, masked.map(outcomeWords));
    }
    return new Highlights(masked.text(), List.copyOf(marks.values()));
  }

  /** Overlapping evidence becomes one mark: the page cannot nest them. */
  private static void add(NavigableMap<Integer, Mark> marks, Span span, String facet) {
    Set<String> facets = new LinkedHashSet<>();
    Span whole = span;
    if (!marks.isEmpty() && marks.lastEntry().getValue().span().overlaps(span)) {
      Mark before = marks.pollLastEntry().getValue();
      whole = new Span(before.span().start(), Math.max(before.span().end(), span.end()));
      facets.addAll(before.facets());
    }
    facets.add(facet);
    marks.put(whole.start(), new Mark(whole, facets));
  }

  private static void addOutcome(NavigableMap<Integer, Mark> marks, Span span) {
    if (marks.values().stream().noneMatch(mark -> mark.span().overlaps(span))) {
      marks.put(span.start(), new Mark(span, Set.of(OUTCOME)));
    }
  }

  /** Whether {@code range} is too long to be shown without being asked for. */
  static boolean isLong(Span range) {
    return range.length() > SHORT;
  }

  /** All of {@code range}, a list of pieces a line; blank lines are left out. */
  List<List<Piece>> lines(Span range) {
    List<List<Piece>> lines = new ArrayList<>();
    int start = range.start();
    while (start <= range.end()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 || feed > range.end() ? range.end() : feed;
      if (!text.substring(start, end).isBlank()) {
        lines.add(pieces(new Span(start, end)));
      }
      start = end + 1;
    }
    return lines;
  }

  /** One line: the pieces of {@code range}. */
  List<Piece> pieces(Span range) {
    List<Piece> pieces = new ArrayList<>();
    int copied = range.start();
    for (Mark mark : marks) {
      int start = Math.max(mark.span().start(), copied);
      int end = Math.min(mark.span().end(), range.end());
      if (start >= end) {
        continue;
      }
      addPlain(pieces, copied, start);
      pieces.add(new Piece(text.substring(start, end), String.join(", ", mark.facets())));
      copied = end;
    }
    addPlain(pieces, copied, range.end());
    return pieces;
  }

  /** The pieces of {@code range}, which the text goes on after. */
  List<Piece> cutPieces(Span range) {
    return with(pieces(range), new Piece(CUT, null));
  }

  private void addPlain(List<Piece> pieces, int start, int end) {
    if (start < end) {
      pieces.add(new Piece(text.substring(start, end), null));
    }
  }

  /** What stands around the marks in {@code range}, or its beginning when none does. */
  List<List<Piece>> excerpt(Span range) {
    List<Span> windows = windows(range);
    List<List<Piece>> lines = new ArrayList<>();
    for (Span window : windows.subList(0, Math.min(windows.size(), MOST_WINDOWS))) {
      List<List<Piece>> ofWindow = new ArrayList<>(lines(window));
      if (ofWindow.isEmpty()) {
        continue;
      }
      if (window.start() > range.start()) {
        ofWindow.set(0, with(new Piece(CUT + " ", null), ofWindow.getFirst()));
      }
      if (window.end() < range.end()) {
        int last = ofWindow.size() - 1;
        ofWindow.set(last, with(ofWindow.get(last), new Piece(" " + CUT, null)));
      }
      lines.addAll(ofWindow);
    }
    return lines;
  }

  private static List<Piece> with(Piece first, List<Piece> rest) {
    List<Piece> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private static List<Piece> with(List<Piece> rest, Piece last) {
    List<Piece> all = new ArrayList<>(rest);
    all.add(last);
    return all;
  }

  private List<Span> windows(Span range) {
    List<Span> windows = new ArrayList<>();
    for (Mark mark : marks) {
      if (!mark.span().overlaps(range)) {
        continue;
      }
      Span window = around(mark.span(), range);
      if (!windows.isEmpty() && windows.getLast().end() >= window.start()) {
        window = new Span(windows.removeLast().start(), window.end());
      }
      windows.add(window);
    }
    return windows.isEmpty()
        ? List.of(around(new Span(range.start(), range.start()), range))
        : windows;
  }

  private Span around(Span mark, Span range) {
    int start = Math.max(range.start(), mark.start() - AROUND);
    int end = Math.min(range.end(), mark.end() + AROUND);
    int before = start == range.start() ? start : afterBlank(start, mark.start());
    int after = end == range.end() ? end : beforeBlank(end, mark.end());
    return new Span(Math.min(before, after), after);
  }

  /** The first place from {@code from} on where a word begins, but not beyond {@code limit}. */
  private int afterBlank(int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Math.min(from, limit);
  }

  /** The last place up to {@code from} where a word ends, but not before {@code limit}. */
  private int beforeBlank(int from, int limit) {
    for (int i = from; i > limit; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Math.max(from, limit);
  }

  /** The last place up to {@code length} characters at which a title may be cut. */
  int titleEnd(int length) {
    return length >= text.length() ? text.length() : beforeBlank(length, length / 2);
  }
}
