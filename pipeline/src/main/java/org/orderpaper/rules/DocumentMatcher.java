package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Reason;
import org.orderpaper.model.Span;

/** Matches rules against one document. */
final class DocumentMatcher {

  private final TreeWalk.Words words;
  private final TreeWalk everything;

  DocumentMatcher(TreeWalk.Words words) {
    this.words = words;
    this.everything = new TreeWalk(words, new BitSet());
  }

  /** How {@code rule} holds, or null where it does not. */
  @Nullable RuleMatch match(Rule rule) throws IOException {
    if (!isLikely(rule)) {
      return null;
    }
    // A removal only takes away: it need not be looked up where there is nothing.
    Rule.MissingFacet missing = rule.missing();
    boolean holds = !everything.matches(rule.when()).isEmpty();
    if (!holds && (missing == null || everything.matches(missing.when()).isEmpty())) {
      return null;
    }
    BitSet removed = removed(rule);
    TreeWalk walk = removed.isEmpty() ? everything : new TreeWalk(words, removed);
    List<Match> matches = holds ? walk.matches(rule.when()) : List.of();
    boolean replaced = matches.isEmpty() && missing != null;
    if (replaced && missing != null) {
      matches = walk.matches(missing.when());
    }
    if (matches.isEmpty()) {
      return null;
    }
    BitSet sentences = sentences(matches);
    return new RuleMatch(
        rule,
        matches,
        replaced,
        removed,
        reasons(rule.reasonsFor(), sentences),
        reasons(rule.reasonsAgainst(), sentences));
  }

  /** Whether the item reads enough like the topic for the rule to look at it. */
  boolean isLikely(Rule rule) throws IOException {
    return rule.likely() == null || !words.matches(rule.likely()).isEmpty();
  }

  /** The sentences whose matches {@code unless} removes. */
  BitSet removed(Rule rule) throws IOException {
    return rule.unless() == null ? new BitSet() : everything.sentencesOf(rule.unless());
  }

  private static BitSet sentences(List<Match> matches) {
    BitSet sentences = new BitSet();
    for (Match match : matches) {
      match.hits().forEach(hit -> sentences.set(hit.sentence()));
    }
    return sentences;
  }

  private List<Reason> reasons(List<Condition> conditions, BitSet sentences) throws IOException {
    List<Reason> reasons = new ArrayList<>();
    for (Condition condition : conditions) {
      for (int i = sentences.nextSetBit(0); i >= 0; i = sentences.nextSetBit(i + 1)) {
        for (Match match : everything.matchesInSentence(condition, i)) {
          reasons.add(new Reason(said(condition), hull(match)));
        }
      }
    }
    return reasons.stream().distinct().toList();
  }

  private static String said(Condition condition) {
    String what = condition instanceof Condition.Words leaf ? named(leaf) : condition.written();
    return what + " in the same sentence";
  }

  private static String named(Condition.Words leaf) {
    String written = leaf.written();
    return written.startsWith("$") ? written.substring(1) : "'" + written + "'";
  }

  private static @Nullable Span hull(Match match) {
    if (match.isWhole()) {
      return null;
    }
    int start = match.hits().stream().mapToInt(hit -> hit.span().start()).min().orElseThrow();
    int end = match.hits().stream().mapToInt(hit -> hit.span().end()).max().orElseThrow();
    return new Span(start, end);
  }
}
