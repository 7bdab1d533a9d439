package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Cues;

/**
 * All cues, compiled once, found in one pass over a text. Thread-safe: nothing changes after
 * construction.
 */
final class CueBook {

  private final CueTree tree;

  CueBook(Cues cues) {
    tree = CueTree.of(cues.phrases());
  }

  /** Every cue in the text, in order; of the same cue at the same place, the longest reading. */
  Hits find(Tokens tokens) {
    return new Hits(tree.find(tokens));
  }

  /** A cue of list {@code key} at the tokens {@code from} to {@code to}, the end excluded. */
  record Hit(String key, int from, int to) {

    int length() {
      return to - from;
    }

    boolean overlaps(Hit other) {
      return from < other.to && other.from < to;
    }
  }

  /** The cues found in one text, by where they begin. */
  record Hits(List<Hit> all) {

    Hits {
      all = List.copyOf(all);
    }

    boolean has(String key) {
      return first(key) != null;
    }

    @Nullable Hit first(String key) {
      for (Hit hit : all) {
        if (hit.key().equals(key)) {
          return hit;
        }
      }
      return null;
    }

    /** The cue of list {@code key} that begins at {@code from}, or null. */
    @Nullable Hit at(String key, int from) {
      for (int i = firstFrom(from); i < all.size() && all.get(i).from() == from; i++) {
        if (all.get(i).key().equals(key)) {
          return all.get(i);
        }
      }
      return null;
    }

    /** Whether a cue of {@code key} begins within the first {@code tokens} from {@code from}. */
    boolean near(String key, int from, int tokens) {
      for (int i = firstFrom(from); i < all.size() && all.get(i).from() < from + tokens; i++) {
        if (all.get(i).key().equals(key)) {
          return true;
        }
      }
      return false;
    }

    boolean within(String key, int from, int to) {
      for (int i = firstFrom(from); i < all.size() && all.get(i).from() < to; i++) {
        if (all.get(i).to() <= to && all.get(i).key().equals(key)) {
          return true;
        }
      }
      return false;
    }

    int count(String key) {
      int count = 0;
      for (Hit hit : all) {
        if (hit.key().equals(key)) {
          count++;
        }
      }
      return count;
    }

    /** The cues of all lists of a file within a stretch of tokens. */
    List<Hit> of(String file, int from, int to) {
      List<Hit> found = new ArrayList<>();
      for (int i = firstFrom(from); i < all.size() && all.get(i).from() < to; i++) {
        if (all.get(i).to() <= to && all.get(i).key().startsWith(file)) {
          found.add(all.get(i));
        }
      }
      return found;
    }

    /** The same, the longest first served: none of those left overlap. */
    List<Hit> longest(String file, int from, int to) {
      return longest(of(file, from, to));
    }

    /** The cues of two files together, the longest first served. */
    List<Hit> longest(String file, String other, int from, int to) {
      List<Hit> candidates = of(file, from, to);
      candidates.addAll(of(other, from, to));
      return longest(candidates);
    }

    private static List<Hit> longest(List<Hit> candidates) {
      candidates.sort(Comparator.comparingInt(Hit::length).reversed().thenComparingInt(Hit::from));
      TreeMap<Integer, Hit> kept = new TreeMap<>();
      for (Hit hit : candidates) {
        // Those kept do not overlap, so that only the last to begin before its end can.
        Map.Entry<Integer, Hit> before = kept.lowerEntry(hit.to());
        if (before == null || !hit.overlaps(before.getValue())) {
          kept.put(hit.from(), hit);
        }
      }
      return new ArrayList<>(kept.values());
    }

    /** The first hit that begins at token {@code from} or after it: a paragraph may have many. */
    private int firstFrom(int from) {
      int low = 0;
      int high = all.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (all.get(middle).from() < from) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
