package org.orderpaper.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Temporal;

/**
 * The days on which something applies, both included.
 *
 * @param from null for always
 * @param to null where no end is recorded
 */
record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** How {@code date} lies to these days, where nothing was sent on any of them. */
  Temporal on(@Nullable LocalDate date) {
    if (date == null) {
      return Temporal.DATE_UNKNOWN;
    }
    if (from != null && date.isBefore(from)) {
      return Temporal.PRE_INSTRUCTION;
    }
    return to != null && date.isAfter(to) ? Temporal.LAPSED : Temporal.IN_FORCE;
  }

  /** Whether {@code date} is known and one of these days. */
  boolean includes(@Nullable LocalDate date) {
    return on(date) == Temporal.IN_FORCE;
  }
}
