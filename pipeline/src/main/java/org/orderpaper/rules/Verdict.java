package org.orderpaper.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Reason;
import org.orderpaper.model.Temporal;

/**
 * What the scale of severity says of one match.
 *
 * @param instruction the id of the instruction whose limb decided, or null
 * @param limb the act of that limb, or null
 * @param steps how it came about, a sentence a step
 * @param against what the scale itself has against the match
 */
record Verdict(
    int severity,
    @Nullable Temporal temporal,
    @Nullable String instruction,
    @Nullable Act limb,
    Queue queue,
    List<Act> acts,
    List<String> steps,
    List<Reason> against) {

  Verdict {
    acts = List.copyOf(acts);
    steps = List.copyOf(steps);
    against = List.copyOf(against);
  }
}
