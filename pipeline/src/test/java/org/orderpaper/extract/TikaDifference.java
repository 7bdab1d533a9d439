package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The differences between the words of our blocks and those of Tika's plain text, each run
 * explained by a {@link DifferenceRule} whose evidence holds its very words, or not explained.
 */
final class TikaDifference {

  /** A run that no rule explains, with the words around it. */
  record Unexplained(boolean lost, String words, String before) {
    @Override
    public String toString() {
      return (lost ? "only Tika has: " : "only we have: ") + words + "   [after: " + before + "]";
    }
  }

  private final List<String> tika;
  private final List<String> ours;
  private final Map<DifferenceRule, Phrases> lost = new EnumMap<>(DifferenceRule.class);
  private final Map<DifferenceRule, Phrases> added = new EnumMap<>(DifferenceRule.class);
  private final Map<String, Integer> explained = new TreeMap<>();
  private final boolean pages;

  TikaDifference(DifferenceEvidence evidence) {
    this.tika = WordAlignment.words(evidence.tika());
    this.ours = WordAlignment.words(evidence.document().text());
    this.pages = evidence.isPaged();
    for (DifferenceRule rule : DifferenceRule.values()) {
      lost.put(rule, new Phrases(rule.onlyTika(evidence)));
      added.put(rule, new Phrases(rule.onlyOurs(evidence)));
    }
  }

  /** How many words each rule explained. */
  Map<String, Integer> explained() {
    return explained;
  }

  List<Unexplained> unexplained() {
    List<Piece> leftLost = new ArrayList<>();
    List<Piece> leftAdded = new ArrayList<>();
    for (WordAlignment.Run run : WordAlignment.runs(tika, ours)) {
      if (!isSameInLetters(run)) {
        List<Piece> lostHere = uncovered(run.onlyFirst(), run.first(), lost);
        List<Piece> addedHere = uncovered(run.onlySecond(), run.second(), added);
        if (!letters(lostHere).equals(letters(addedHere))) {
          leftLost.addAll(lostHere);
          leftAdded.addAll(addedHere);
        } else {
          count("word-division", lostHere.stream().mapToInt(p -> p.words().size()).sum());
        }
      }
    }
    if (pages) {
      reordered(leftLost, leftAdded);
    }
    List<Unexplained> unexplained = new ArrayList<>();
    leftLost.forEach(p -> unexplained.add(told(true, p, tika)));
    leftAdded.forEach(p -> unexplained.add(told(false, p, ours)));
    return unexplained;
  }

  /** Words that no evidence holds, and where they begin in their text. */
  private record Piece(int at, List<String> words) {}

  /**
   * Whether the run is the same letters once what rules explain is taken out: text extractors glue
   * words together where a break or a deleted word stood.
   */
  private boolean isSameInLetters(WordAlignment.Run run) {
    if (run.onlyFirst().isEmpty() || run.onlySecond().isEmpty()) {
      return false;
    }
    String left = String.join("", run.onlyFirst());
    String right = String.join("", run.onlySecond());
    if (left.equals(right)) {
      count("word-division", run.onlySecond().size());
      return true;
    }
    for (Map.Entry<DifferenceRule, Phrases> rule : lost.entrySet()) {
      String rest = rule.getValue().takenOut(left, right);
      if (rest.equals(right)) {
        count(rule.getKey().label(), run.onlyFirst().size());
        return true;
      }
    }
    return false;
  }

  private List<Piece> uncovered(List<String> words, int from, Map<DifferenceRule, Phrases> rules) {
    List<Piece> left = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int covered = cover(words.subList(at, words.size()), rules);
      if (covered == 0) {
        open.add(words.get(at));
        at++;
        continue;
      }
      close(left, open, from + at);
      at += covered;
    }
    close(left, open, from + at);
    return left;
  }

  private static void close(List<Piece> left, List<String> open, int end) {
    if (!open.isEmpty()) {
      left.add(new Piece(end - open.size(), List.copyOf(open)));
      open.clear();
    }
  }

  /** How many of the first words one rule explains, the rule that explains most. */
  private int cover(List<String> words, Map<DifferenceRule, Phrases> rules) {
    DifferenceRule best = null;
    int most = 0;
    for (Map.Entry<DifferenceRule, Phrases> rule : rules.entrySet()) {
      int length = rule.getValue().longest(words);
      if (length > most) {
        most = length;
        best = rule.getKey();
      }
    }
    if (best != null) {
      Phrases phrases = rules.get(best);
      if (phrases != null) {
        phrases.use(words.subList(0, most));
      }
      count(best.label(), most);
    }
    return most;
  }

  /** On pages the order is a reading of the layout; no word may be lost by it. */
  private void reordered(List<Piece> lostPieces, List<Piece> addedPieces) {
    if (sortedLetters(lostPieces).equals(sortedLetters(addedPieces))) {
      int words = lostPieces.stream().mapToInt(piece -> piece.words().size()).sum();
      count("reading-order", words);
      lostPieces.clear();
      addedPieces.clear();
    }
  }

  /** Letters, because a word that one of them divides is in pieces that are far apart. */
  private static String sortedLetters(List<Piece> pieces) {
    int[] letters = letters(pieces).codePoints().sorted().toArray();
    return new String(letters, 0, letters.length);
  }

  private static String letters(List<Piece> pieces) {
    StringBuilder letters = new StringBuilder();
    pieces.forEach(piece -> letters.append(String.join("", piece.words())));
    return letters.toString();
  }

  private void count(String rule, int words) {
    if (words > 0) {
      explained.merge(rule, words, Integer::sum);
    }
  }

  private static Unexplained told(boolean lost, Piece piece, List<String> text) {
    List<String> before = text.subList(Math.max(0, piece.at() - 6), piece.at());
    return new Unexplained(lost, String.join(" ", piece.words()), String.join(" ", before));
  }

  /** Runs of words that stand as evidence; each word of them serves once. */
  private static final class Phrases {
    private final List<List<String>> phrases = new ArrayList<>();
    private final List<boolean[]> used = new ArrayList<>();

    Phrases(List<String> texts) {
      for (String text : texts) {
        List<String> words = WordAlignment.words(text);
        phrases.add(words);
        used.add(new boolean[words.size()]);
      }
    }

    int longest(List<String> words) {
      int longest = 0;
      for (int i = 0; i < phrases.size(); i++) {
        for (int at = 0; at < phrases.get(i).size(); at++) {
          longest = Math.max(longest, matched(i, at, words));
        }
      }
      return longest;
    }

    void use(List<String> words) {
      for (int i = 0; i < phrases.size(); i++) {
        for (int at = 0; at < phrases.get(i).size(); at++) {
          if (matched(i, at, words) == words.size()) {
            java.util.Arrays.fill(used.get(i), at, at + words.size(), true);
            return;
          }
        }
      }
    }

    private int matched(int phrase, int from, List<String> words) {
      List<String> evidence = phrases.get(phrase);
      int length = 0;
      while (length < words.size()
          && from + length < evidence.size()
          && !used.get(phrase)[from + length]
          && evidence.get(from + length).equals(words.get(length))) {
        length++;
      }
      return length;
    }

    /** The letters of {@code left} without whole phrases, until they are those of {@code right}. */
    String takenOut(String left, String right) {
      String rest = left;
      for (List<String> phrase : phrases) {
        String letters = String.join("", phrase);
        int at = letters.isEmpty() ? -1 : rest.indexOf(letters);
        if (at >= 0 && !rest.equals(right)) {
          rest = rest.substring(0, at) + rest.substring(at + letters.length());
        }
      }
      return rest;
    }
  }
}
