package org.orderpaper.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item matches rules of one topic. One finding an item and topic.
 *
 * @param rule the strongest rule that matched
 * @param rules all that matched, in order of their ids
 * @param instruction the id of the instruction whose limb gave the severity; null for topics that
 *     no instruction covers
 * @param limb the act that this limb forbids; null where instruction is
 * @param acts what the unit did, in the order of the vocabulary
 * @param temporal null for observed topics
 * @param severity 0 to 4
 * @param evidence at least one
 * @param reasons what speaks for the match
 * @param against what speaks against it
 * @param steps how the severity came about, a sentence a step
 */
public record Finding(
    String id,
    String fingerprint,
    String item,
    String rule,
    List<String> rules,
    String topic,
    @Nullable String instruction,
    @Nullable Act limb,
    List<Act> acts,
    @Nullable Temporal temporal,
    int severity,
    Queue queue,
    Voice voice,
    List<Evidence> evidence,
    List<Reason> reasons,
    List<Reason> against,
    List<String> steps)
    implements ReviewEntry {

  public Finding {
    rules = List.copyOf(rules);
    acts = List.copyOf(acts);
    evidence = List.copyOf(evidence);
    reasons = List.copyOf(reasons);
    against = List.copyOf(against);
    steps = List.copyOf(steps);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a finding shows its evidence: " + rule);
    }
    if (severity < 0 || severity > 4) {
      throw new IllegalArgumentException("severity is 0 to 4: " + severity);
    }
  }
}
