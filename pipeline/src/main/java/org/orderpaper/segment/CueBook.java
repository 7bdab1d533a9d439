package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Cues;

/**
 * All cues, compiled once, found in one pass over a text. Thread-safe: nothing changes after
 * construction.
 */
final class CueBook {

  private final Map<String, List<Entry>> byWord = new HashMap<>();
  private final Map<String, List<Entry>> byStem = new HashMap<>();
  private final List<Entry> byNumber = new ArrayList<>();
  private final int[] stemLengths;

  CueBook(Cues cues) {
    cues.phrases().forEach((key, phrases) -> phrases.forEach(cue -> add(key, cue)));
    TreeSet<Integer> lengths = new TreeSet<>();
    byStem.keySet().forEach(stem -> lengths.add(stem.length()));
    stemLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  private record Entry(String key, Phrase phrase) {}

  private void add(String key, String cue) {
    Phrase phrase = Phrase.read(cue);
    Entry entry = new Entry(key, phrase);
    for (Phrase.Step first : phrase.first()) {
      switch (first) {
        case Phrase.Step.Word(String word, _) -> list(byWord, word, entry);
        case Phrase.Step.Stem(String stem, _) -> list(byStem, stem, entry);
        case Phrase.Step.Figure _ -> byNumber.add(entry);
        case Phrase.Step.Gap _, Phrase.Step.Split _, Phrase.Step.Accept _ ->
            throw new AssertionError("refused when read");
      }
    }
  }

  private static void list(Map<String, List<Entry>> index, String first, Entry entry) {
    List<Entry> entries = index.computeIfAbsent(first, f -> new ArrayList<>());
    if (!entries.contains(entry)) {
      entries.add(entry);
    }
  }

  /** Every cue in the text, in order; of the same cue at the same place, the longest reading. */
  Hits find(Tokens tokens) {
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      String word = tokens.word(at);
      match(byWord.get(word), tokens, at, hits);
      for (int length : stemLengths) {
        if (length > word.length()) {
          break;
        }
        match(byStem.get(word.substring(0, length)), tokens, at, hits);
      }
      if (!byNumber.isEmpty() && NumberWords.read(tokens, at) != null) {
        match(byNumber, tokens, at, hits);
      }
    }
    return new Hits(hits);
  }

  private static void match(@Nullable List<Entry> entries, Tokens tokens, int at, List<Hit> hits) {
    if (entries == null) {
      return;
    }
    for (Entry entry : entries) {
      int end = entry.phrase().match(tokens, at);
      if (end > at) {
        add(new Hit(entry.key(), at, end), hits);
      }
    }
  }

  private static void add(Hit hit, List<Hit> hits) {
    for (int i = hits.size() - 1; i >= 0 && hits.get(i).from() == hit.from(); i--) {
      if (hits.get(i).key().equals(hit.key())) {
        if (hits.get(i).to() < hit.to()) {
          hits.set(i, hit);
        }
        return;
      }
    }
    hits.add(hit);
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
