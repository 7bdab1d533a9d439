package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Instruction;
import org.orderpaper.model.Limb;
import org.orderpaper.model.Temporal;

/**
 * An instruction with what only the engine needs of it.
 *
 * @param namedBy words by which papers name it, for topics about an instruction itself
 */
record DatedInstruction(Instruction instruction, List<WordList> namedBy) {

  DatedInstruction {
    namedBy = List.copyOf(namedBy);
  }

  /** How {@code date} lies to the days of {@code limb}. */
  Temporal on(Limb limb, @Nullable LocalDate date) {
    return on(new Validity(limb.from(), limb.to()), date);
  }

  /** How {@code date} lies to the days of the instruction. */
  Temporal on(@Nullable LocalDate date) {
    return on(new Validity(instruction.effectiveFrom(), instruction.effectiveTo()), date);
  }

  private Temporal on(Validity days, @Nullable LocalDate date) {
    Temporal status = days.on(date);
    // A meeting that evening may not have known: the mail's hour is not recorded.
    return status == Temporal.IN_FORCE && instruction.issued().equals(date)
        ? Temporal.SAME_DAY
        : status;
  }
}
