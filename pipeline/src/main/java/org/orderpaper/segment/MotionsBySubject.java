package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ItemType;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.Stretch.Role;

/**
 * Finds the motion that a sentence speaks of by its subject: "For the mill fund all were in favour,
 * and the one-way street was lost". Only nouns of the sentence count that stand in no other motion
 * of the paper. Not thread-safe: one a paper.
 */
final class MotionsBySubject {

  /** The words of an item that are looked at; what it is about stands at its beginning. */
  private static final int MOST_WORDS = 120;

  /** A paper of more items is no minutes, and would take the square. */
  private static final int MOST_ITEMS = 400;

  /** A word of more items than these is the paper's, not a motion's. */
  private static final int MOST_HOLDERS = 4;

  /** How much of a motion's subject a sentence must name: a word of its beginning, or two. */
  private static final int ENOUGH = 2;

  /** The words at the beginning of an item that say what it is about. */
  private static final int TITLE = 30;

  /** Cues of what is proposed. */
  private static final List<String> PROPOSALS =
      List.of("motions.moved", "motions.told", "motions.formal", "clauses.quoted-motion");

  /** Files of cues whose words are about voting, not about what is voted on. */
  private static final List<String> VOTING =
      List.of("subjects.", "counts.", "votes.", "outcomes.", "rulings.");

  private final List<OpenItem> items;
  private final Set<Integer> proposals = new HashSet<>();
  private final Map<String, Set<Integer>> holders = new HashMap<>();
  private final List<Set<String>> titles = new ArrayList<>();
  private @Nullable WordTags tags;

  private MotionsBySubject(List<OpenItem> items) {
    this.items = items;
  }

  static MotionsBySubject of(List<OpenItem> items) {
    MotionsBySubject motions = new MotionsBySubject(items);
    boolean any = items.stream().anyMatch(MotionsBySubject::isOpen);
    for (int i = 0; any && i < items.size() && items.size() <= MOST_ITEMS; i++) {
      if (proposes(items.get(i))) {
        motions.proposals.add(i);
      }
      motions.titles.add(words(items.get(i), TITLE));
      for (String word : words(items.get(i), MOST_WORDS)) {
        motions.holders.computeIfAbsent(word, w -> new HashSet<>()).add(i);
      }
    }
    return motions;
  }

  /** Whether nothing is told yet of what an item proposes. */
  private static boolean isOpen(OpenItem item) {
    return proposes(item) && !item.isDecided();
  }

  /** Whether it is a motion, or reads like one: what it is is judged only when all is told. */
  private static boolean proposes(OpenItem item) {
    return item.likely == ItemType.MOTION
        || PROPOSALS.stream().anyMatch(key -> item.stretches.getFirst().has(key));
  }

  private static Set<String> words(OpenItem item, int most) {
    Set<String> words = new HashSet<>();
    int left = most;
    for (Line line : item.draft.lines) {
      Tokens tokens = line.tokens();
      for (int i = 0; i < tokens.size() && left > 0; i++, left--) {
        words.add(SubjectWords.stem(tokens.word(i)));
      }
    }
    return words;
  }

  /**
   * The motion before item {@code at} that a deciding sentence in it names by its subject, or null.
   */
  @Nullable OpenItem named(Stretch stretch, int at) {
    if (holders.isEmpty() || stretch.role() != Role.TOLD || !decides(stretch)) {
      return null;
    }
    int decision = decision(stretch);
    Map<Integer, Integer> scores = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = stretch.body(); i < decision; i++) {
      String word = SubjectWords.stem(stretch.tokens().word(i));
      Integer motion = seen.add(word) ? motion(word, at) : null;
      if (motion != null && !tellsOfVotes(stretch, i) && isSubject(stretch, i)) {
        scores.merge(motion, titles.get(motion).contains(word) ? 2 : 1, Integer::sum);
      }
    }
    return best(scores, at);
  }

  private @Nullable OpenItem best(Map<Integer, Integer> scores, int at) {
    int best = -1;
    int score = 0;
    boolean tie = false;
    for (Map.Entry<Integer, Integer> entry : scores.entrySet()) {
      tie = entry.getValue() == score || (tie && entry.getValue() < score);
      if (entry.getValue() > score) {
        best = entry.getKey();
        score = entry.getValue();
      }
    }
    return score < ENOUGH || tie || best == at ? null : items.get(best);
  }

  /** The one open motion up to item {@code at} that has the word, or null. */
  private @Nullable Integer motion(String word, int at) {
    Set<Integer> all = holders.getOrDefault(word, Set.of());
    List<Integer> motions = new ArrayList<>();
    for (int holder : all) {
      if (holder != at && proposals.contains(holder)) {
        motions.add(holder);
      }
    }
    boolean one = motions.size() == 1 && all.size() <= MOST_HOLDERS;
    return one && motions.getFirst() < at && isOpen(items.get(motions.getFirst()))
        ? motions.getFirst()
        : null;
  }

  /** Whether the word is of votes and motions as such: "vote", "amendment", "hands". */
  private static boolean tellsOfVotes(Stretch stretch, int at) {
    return VOTING.stream()
        .flatMap(file -> stretch.hits().of(file, stretch.body(), stretch.to()).stream())
        .anyMatch(hit -> hit.from() <= at && at < hit.to());
  }

  private boolean isSubject(Stretch stretch, int at) {
    if (stretch.tokens().word(at).length() < 3) {
      return false;
    }
    WordTags tagger = tags;
    if (tagger == null) {
      tagger = new WordTags();
      tags = tagger;
    }
    return tagger.pair(stretch.tokens(), at).isNoun();
  }

  private static boolean decides(Stretch stretch) {
    if (stretch.has("subjects.elsewhere")) {
      return false;
    }
    return Clauses.decides(stretch)
        || stretch.has("votes.unanimous")
        || stretch.has("votes.nobody-against")
        || VoteReader.isWhole(stretch.tokens(), stretch.hits(), stretch.body(), stretch.to());
  }

  /** The token with which the outcome or the figures begin: the subject stands before it. */
  private static int decision(Stretch stretch) {
    int first = stretch.to();
    for (Hit hit : stretch.hits().of("", stretch.body(), stretch.to())) {
      boolean camp = hit.key().startsWith("votes.") && hit.length() > 1;
      if (camp || hit.key().startsWith("outcomes.") || hit.key().startsWith("rulings.")) {
        first = Math.min(first, hit.from());
      }
    }
    for (int i = stretch.body(); i < first; i++) {
      if (NumberWords.read(stretch.tokens(), i) != null && i > stretch.body()) {
        return i;
      }
    }
    return first;
  }
}
