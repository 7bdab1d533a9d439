package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Words that together make a condition hold.
 *
 * @param hits in order of their place; empty where a query holds for the item as a whole
 * @param first the number of the first word
 * @param last the number of the last word; less than {@code first} without hits
 */
record Match(List<Hit> hits, int first, int last) {

  /** By place, then by what they stand for, so that equal texts give equal evidence. */
  static final Comparator<Hit> IN_TEXT = Comparator.comparing(Hit::span).thenComparing(Hit::facet);

  private static final Comparator<Match> BY_PLACE =
      Comparator.comparingInt(Match::first).thenComparingInt(Match::last);

  /** The item as a whole. */
  static final Match WHOLE = new Match(List.of(), 0, -1);

  Match {
    hits = List.copyOf(hits);
  }

  static Match of(Hit hit) {
    return new Match(List.of(hit), hit.first(), hit.last());
  }

  /** All words of all of {@code matches}. */
  static Match of(List<Match> matches) {
    List<Hit> hits =
        matches.stream().flatMap(m -> m.hits().stream()).distinct().sorted(IN_TEXT).toList();
    if (hits.isEmpty()) {
      return WHOLE;
    }
    int first = hits.stream().mapToInt(Hit::first).min().orElseThrow();
    int last = hits.stream().mapToInt(Hit::last).max().orElseThrow();
    return new Match(hits, first, last);
  }

  boolean isWhole() {
    return hits.isEmpty();
  }

  /** The number of words between the two: 0 where they touch, less where they overlap. */
  int gapTo(Match other) {
    if (isWhole() || other.isWhole()) {
      return 0;
    }
    return Math.max(other.first - last, first - other.last) - 1;
  }

  /** The one of {@code others} that stands nearest; the first of equals. Not empty. */
  Match nearest(List<Match> others) {
    Match nearest = others.getFirst();
    for (Match other : others) {
      if (gapTo(other) < gapTo(nearest)) {
        nearest = other;
      }
    }
    return nearest;
  }

  /**
   * The index of the first of {@code matches}, which are tidy, that begins at {@code word} or
   * later.
   */
  static int firstFrom(List<Match> matches, int word) {
    int low = 0;
    int high = matches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (matches.get(middle).first < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Without doubles, in the order of the text, no more than {@code most}. */
  static List<Match> tidy(List<Match> matches, int most) {
    if (matches.size() < 2) {
      return matches;
    }
    List<Match> tidy = new ArrayList<>(new LinkedHashSet<>(matches));
    tidy.sort(BY_PLACE);
    return tidy.size() <= most ? tidy : tidy.subList(0, most);
  }
}
