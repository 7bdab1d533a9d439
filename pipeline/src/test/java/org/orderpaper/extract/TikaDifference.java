package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;

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

  /** Blocks that stand before or behind the body, wherever the document has them. */
  private static final Set<BlockKind> SET_APART =
      Set.of(
          BlockKind.PAGE_HEADER,
          BlockKind.PAGE_FOOTER,
          BlockKind.FOOTNOTE,
          BlockKind.COMMENT,
          BlockKind.HIDDEN);

  private final List<String> tika;
  private final List<String> ours;
  private final Map<DifferenceRule, Phrases> lost = new EnumMap<>(DifferenceRule.class);
  private final Map<DifferenceRule, Phrases> added = new EnumMap<>(DifferenceRule.class);
  private final Map<String, Integer> explained = new TreeMap<>();
  private final List<Unexplained> unexplained;

  private TikaDifference(DifferenceEvidence evidence, boolean movesFirst) {
    ExtractedDocument document = evidence.document();
    Set<String> excused = new HashSet<>();
    for (DifferenceRule rule : DifferenceRule.values()) {
      Phrases onlyTika = new Phrases(rule.onlyTika(evidence));
      onlyTika.addWords(excused);
      lost.put(rule, onlyTika);
      added.put(rule, new Phrases(rule.onlyOurs(evidence)));
    }
    Set<String> known = new HashSet<>(WordAlignment.words(document.text()));
    known.addAll(excused);
    this.tika = divided(WordAlignment.words(evidence.tika()), known, excused);
    this.ours = new ArrayList<>();
    for (Block block : document.blocks()) {
      List<String> words = WordAlignment.words(document.textOf(block));
      if (!movesFirst || !SET_APART.contains(block.kind()) || !takeOut(words, tika)) {
        ours.addAll(words);
      }
    }
    for (String box : movesFirst ? evidence.textBoxes() : List.<String>of()) {
      List<String> words = WordAlignment.words(box);
      if (Collections.indexOfSubList(ours, words) >= 0 && takeOut(words, tika)) {
        takeOut(words, ours);
      }
    }
    this.unexplained = compared(evidence.isPaged());
  }

  /**
   * The differences, in one of two ways: as the texts stand, or once what we set apart is taken out
   * of both of them. The second finds what was moved past words that are not next to it.
   */
  static TikaDifference of(DifferenceEvidence evidence) {
    TikaDifference asItStands = new TikaDifference(evidence, false);
    if (asItStands.unexplained.isEmpty()) {
      return asItStands;
    }
    TikaDifference withoutMoves = new TikaDifference(evidence, true);
    return withoutMoves.unexplained.size() < asItStands.unexplained.size()
        ? withoutMoves
        : asItStands;
  }

  /** Takes the words out of a text that has them side by side; the same letters go from both. */
  private boolean takeOut(List<String> words, List<String> text) {
    int at = words.isEmpty() ? -1 : Collections.indexOfSubList(text, words);
    if (at < 0) {
      return false;
    }
    text.subList(at, at + words.size()).clear();
    count("moved", words.size());
    return true;
  }

  /** Words that a text extractor glued together, apart again; no letter comes or goes. */
  private static List<String> divided(List<String> words, Set<String> known, Set<String> excused) {
    List<String> divided = new ArrayList<>();
    for (String word : words) {
      List<String> parts =
          known.contains(word) ? List.of() : parts(word, known, excused, MOST_PARTS);
      divided.addAll(parts.isEmpty() ? List.of(word) : parts);
    }
    return divided;
  }

  /**
   * The known words of which a word is made, none if it is not. A number is divided only before
   * what a rule explains, for any number is made of others.
   */
  private static List<String> parts(String word, Set<String> known, Set<String> excused, int most) {
    if (known.contains(word)) {
      return List.of(word);
    }
    for (int end = most > 1 ? word.length() - 1 : 0; end > 0; end--) {
      boolean figures =
          Character.isDigit(word.charAt(end - 1)) && Character.isDigit(word.charAt(end));
      boolean apart = !figures || excused.contains(word.substring(end));
      if (apart && known.contains(word.substring(0, end))) {
        List<String> rest = parts(word.substring(end), known, excused, most - 1);
        if (!rest.isEmpty()) {
          List<String> all = new ArrayList<>(List.of(word.substring(0, end)));
          all.addAll(rest);
          return all;
        }
      }
    }
    return List.of();
  }

  private static final int MOST_PARTS = 3;

  /** How many words each rule explained. */
  Map<String, Integer> explained() {
    return explained;
  }

  List<Unexplained> unexplained() {
    return unexplained;
  }

  private List<Unexplained> compared(boolean pages) {
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
    List<Unexplained> told = new ArrayList<>();
    leftLost.forEach(p -> told.add(told(true, p, tika)));
    leftAdded.forEach(p -> told.add(told(false, p, ours)));
    return List.copyOf(told);
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

    void addWords(Set<String> words) {
      phrases.forEach(words::addAll);
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
