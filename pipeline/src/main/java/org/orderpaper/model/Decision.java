package org.orderpaper.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decided on a finding. A scan never writes one.
 *
 * @param finding the id
 * @param fingerprint of the finding when it was decided
 * @param rule the rule of the finding then, or null where it had none; another rule is another
 *     question
 * @param itemOutcome what had become of the item then
 * @param outcome what was decided
 * @param reason the reviewer's words
 */
public record Decision(
    String finding,
    String fingerprint,
    @Nullable String rule,
    Outcome itemOutcome,
    DecisionOutcome outcome,
    String reason,
    LocalDate decidedOn) {}
