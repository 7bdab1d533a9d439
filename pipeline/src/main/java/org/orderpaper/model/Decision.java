package org.orderpaper.model;

import java.time.LocalDate;

/**
 * What a reviewer decided on a finding. A scan never writes one.
 *
 * @param finding the id
 * @param fingerprint of the finding when it was decided
 * @param reason the reviewer's words
 */
public record Decision(
    String finding,
    String fingerprint,
    DecisionOutcome outcome,
    String reason,
    LocalDate decidedOn) {}
