package org.orderpaper.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.orderpaper.model.Decision;
import org.orderpaper.model.DecisionOutcome;
import org.orderpaper.model.ReviewEntry;

/**
 * What reviewers decided. A decision holds for the text it was made on: as long as the fingerprint
 * is the same, also for a paper that was saved again and so has other ids.
 */
final class Decisions {

  private static final Comparator<Decision> EARLIEST_FIRST =
      Comparator.comparing(Decision::decidedOn).thenComparing(Decision::finding);

  private final Map<String, Decision> byFinding;
  private final Map<String, Decision> byFingerprint = new HashMap<>();

  Decisions(Map<String, Decision> byFinding) {
    this.byFinding = byFinding;
    byFinding.values().stream()
        .sorted(EARLIEST_FIRST)
        .forEach(decision -> byFingerprint.put(decision.fingerprint(), decision));
  }

  Optional<Decision> on(ReviewEntry entry) {
    return Optional.ofNullable(byFinding.get(entry.id()))
        .filter(decision -> decision.fingerprint().equals(entry.fingerprint()))
        .or(() -> Optional.ofNullable(byFingerprint.get(entry.fingerprint())));
  }

  /** Whether nothing is left to decide. */
  static boolean settles(Decision decision) {
    return decision.outcome() != DecisionOutcome.NEEDS_INFORMATION;
  }
}
