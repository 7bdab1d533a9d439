package org.orderpaper.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.Finding;
import org.orderpaper.model.ReviewEntry;

/**
 * The decisions that still stand. One that was made of a finding by another rule, or of an item
 * with another outcome, answered another question: the finding comes back.
 */
final class StandingDecisions {

  private StandingDecisions() {}

  /**
   * Of {@code decisions} those that answer what {@code entries} ask.
   *
   * @param itemById gives the items of the entries
   */
  static Map<String, Decision> of(
      Map<String, Decision> decisions,
      List<ReviewEntry> entries,
      Function<String, Optional<BusinessItem>> itemById) {
    Set<String> decided = new HashSet<>();
    decisions.values().forEach(decision -> decided.add(decision.fingerprint()));
    Map<String, Set<String>> questions = new HashMap<>();
    for (ReviewEntry entry : entries) {
      if (decided.contains(entry.fingerprint())) {
        BusinessItem item = itemById.apply(entry.item()).orElseThrow();
        questions
            .computeIfAbsent(entry.fingerprint(), key -> new HashSet<>())
            .add(ruleOf(entry) + ' ' + item.outcome().word());
      }
    }
    Map<String, Decision> standing = new HashMap<>();
    decisions.forEach((finding, decision) -> {
      String answered =
          (decision.rule() == null ? "" : decision.rule()) + ' ' + decision.itemOutcome().word();
      if (questions.getOrDefault(decision.fingerprint(), Set.of()).contains(answered)) {
        standing.put(finding, decision);
      }
    });
    return standing;
  }

  private static String ruleOf(ReviewEntry entry) {
    return entry instanceof Finding finding ? finding.rule() : "";
  }
}
