package org.orderpaper.rules;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Reason;
import org.orderpaper.model.Span;
import org.orderpaper.model.Voice;

/**
 * One rule holds for one document.
 *
 * @param matches at least one
 * @param missing whether it holds only with a facet replaced
 * @param removed the numbers of the sentences whose words did not count
 * @param reasons what speaks for the match
 * @param against what speaks against it
 */
record RuleMatch(
    Rule rule,
    List<Match> matches,
    boolean missing,
    BitSet removed,
    List<Reason> reasons,
    List<Reason> against) {

  /** What evidence is called where the rule holds for the item as a whole. */
  static final String WHOLE_ITEM = "item";

  RuleMatch {
    matches = List.copyOf(matches);
    reasons = List.copyOf(reasons);
    against = List.copyOf(against);
  }

  RuleMatch with(List<Match> fewer) {
    return new RuleMatch(rule, fewer, missing, removed, reasons, against);
  }

  /** The words of all matches in order; the first line where there are none. */
  List<Evidence> evidence(BusinessItem item) {
    TreeSet<Hit> hits = new TreeSet<>(Match.IN_TEXT);
    matches.forEach(match -> hits.addAll(match.hits()));
    if (hits.isEmpty()) {
      return List.of(new Evidence(WHOLE_ITEM, firstLine(item)));
    }
    return hits.stream().map(hit -> new Evidence(hit.facet(), hit.span())).toList();
  }

  private static Span firstLine(BusinessItem item) {
    int end = item.text().indexOf('\n');
    return new Span(0, end < 0 ? item.text().length() : end);
  }

  /** The first voice, in the order of the vocabulary, of {@code evidence}. */
  static Voice voiceOf(BusinessItem item, List<Evidence> evidence) {
    return evidence.stream()
        .map(words -> item.voiceAt(words.span()))
        .reduce(Voice::stronger)
        .orElse(item.voice());
  }
}
