package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.segment.CueBook.Hit;

/**
 * All cues as one tree: those that begin alike share the way until they part, so that each word of
 * a text is looked up once for all of them. Thread-safe: nothing changes after construction.
 */
final class CueTree {

  /** The most words a gap skips. */
  private static final int GAP = 6;

  private final Node root;

  private CueTree(Node root) {
    this.root = root;
  }

  /**
   * A place in cues, and what may follow.
   *
   * @param words the place after a word
   * @param stems the places after words that begin so, by their first letter
   * @param figure the place after a number, or null
   * @param ends the lists whose cues end here
   * @param gaps what may follow after a few words
   */
  private record Node(
      Map<String, Node> words,
      Map<Character, List<Open>> stems,
      @Nullable Node figure,
      List<String> ends,
      List<Skip> gaps) {}

  private record Open(String stem, Node next) {}

  /** A gap of one cue: what follows belongs to that cue alone, since its nearest end is taken. */
  private record Skip(String key, Node next) {}

  /**
   * @param phrases the cues of each list
   * @throws IllegalArgumentException if a cue cannot be read
   */
  static CueTree of(Map<String, List<String>> phrases) {
    List<Way> ways = new ArrayList<>();
    phrases.forEach(
        (key, cues) -> cues.forEach(cue -> ways.add(new Way(key, Phrase.read(cue).start()))));
    return new CueTree(new Planter().node(ways));
  }

  /** Every cue in the text, by where it begins and then by list; only its longest reading. */
  List<Hit> find(Tokens tokens) {
    List<Hit> hits = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      int before = hits.size();
      collect(root, tokens, from, from, hits);
      if (hits.size() > before + 1) {
        hits.subList(before, hits.size()).sort(Comparator.comparing(Hit::key));
      }
    }
    return hits;
  }

  private static void collect(Node node, Tokens tokens, int from, int at, List<Hit> hits) {
    for (String key : node.ends()) {
      add(new Hit(key, from, at), hits);
    }
    for (Skip gap : node.gaps()) {
      int end = afterGap(gap.next(), tokens, from, at);
      if (end >= 0) {
        add(new Hit(gap.key(), from, end), hits);
      }
    }
    if (!stands(tokens, from, at)) {
      return;
    }
    String word = tokens.word(at);
    Node next = node.words().get(word);
    if (next != null) {
      collect(next, tokens, from, at + 1, hits);
    }
    for (Open open : node.stems().getOrDefault(word.charAt(0), List.of())) {
      if (word.startsWith(open.stem())) {
        collect(open.next(), tokens, from, at + 1, hits);
      }
    }
    NumberWords.Reading read = node.figure() == null ? null : NumberWords.read(tokens, at);
    if (node.figure() != null && read != null) {
      collect(node.figure(), tokens, from, read.next(), hits);
    }
  }

  private static boolean stands(Tokens tokens, int from, int at) {
    return at < tokens.size() && (at == from || !tokens.breaksBefore(at));
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

  /** Of several ends after a gap the nearest is taken; -1 without any. */
  private static int afterGap(Node next, Tokens tokens, int from, int at) {
    List<Hit> ends = new ArrayList<>(1);
    for (int i = at; i <= at + GAP && stands(tokens, from, i); i++) {
      collect(next, tokens, from, i, ends);
      if (!ends.isEmpty()) {
        return ends.getFirst().to();
      }
    }
    return -1;
  }

  /** What is left of a cue of list {@code key}. */
  private record Way(String key, Phrase.Step step) {}

  /** Plants the tree; the same ways left give the same place. */
  private static final class Planter {
    private final Map<List<Integer>, Node> planted = new HashMap<>();
    private final IdentityHashMap<Phrase.Step, Integer> numbers = new IdentityHashMap<>();

    Node node(List<Way> ways) {
      List<Integer> steps =
          ways.stream()
              .map(way -> numbers.computeIfAbsent(way.step(), s -> numbers.size()))
              .toList();
      Node known = planted.get(steps);
      if (known == null) {
        known = new Parted(ways).node(this);
        planted.put(steps, known);
      }
      return known;
    }
  }

  /** Ways by what comes next on them. */
  private static final class Parted {
    private final Map<String, List<Way>> words = new TreeMap<>();
    private final Map<String, List<Way>> stems = new TreeMap<>();
    private final List<Way> figures = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final List<Way> gaps = new ArrayList<>();

    Parted(List<Way> ways) {
      ways.forEach(way -> add(way.key(), way.step()));
    }

    private void add(String key, Phrase.Step step) {
      switch (step) {
        case Phrase.Step.Accept _ -> ends.add(key);
        case Phrase.Step.Split(List<Phrase.Step> ways) -> ways.forEach(way -> add(key, way));
        case Phrase.Step.Gap(Phrase.Step next) -> gaps.add(new Way(key, next));
        case Phrase.Step.Figure(Phrase.Step next) -> figures.add(new Way(key, next));
        case Phrase.Step.Word(String word, Phrase.Step next) ->
            words.computeIfAbsent(word, w -> new ArrayList<>()).add(new Way(key, next));
        case Phrase.Step.Stem(String stem, Phrase.Step next) ->
            stems.computeIfAbsent(stem, s -> new ArrayList<>()).add(new Way(key, next));
      }
    }

    Node node(Planter planter) {
      Map<String, Node> afterWords = new HashMap<>();
      words.forEach((word, ways) -> afterWords.put(word, planter.node(ways)));
      Map<Character, List<Open>> afterStems = new HashMap<>();
      stems.forEach((stem, ways) ->
          afterStems
              .computeIfAbsent(stem.charAt(0), c -> new ArrayList<>())
              .add(new Open(stem, planter.node(ways))));
      List<Skip> afterGaps =
          gaps.stream().map(way -> new Skip(way.key(), planter.node(List.of(way)))).toList();
      return new Node(
          afterWords,
          afterStems,
          figures.isEmpty() ? null : planter.node(figures),
          ends.stream().distinct().toList(),
          afterGaps);
    }
  }
}
