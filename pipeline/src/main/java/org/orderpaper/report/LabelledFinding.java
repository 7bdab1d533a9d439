package org.orderpaper.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.Temporal;

/**
 * What a person says that rules should find in an item.
 *
 * @param temporal null when not said
 * @param acts null when not said
 * @param alsoOk readings that are right too; each is whole, what the label leaves out of it is as
 *     in this one
 */
public record LabelledFinding(
    String topic,
    int severity,
    @Nullable Temporal temporal,
    @Nullable List<Act> acts,
    List<LabelledFinding> alsoOk) {

  public LabelledFinding {
    acts = acts == null ? null : List.copyOf(acts);
    alsoOk = List.copyOf(alsoOk);
    if (severity < 0 || severity > 4) {
      throw new IllegalArgumentException("severity is 0 to 4: " + severity);
    }
  }

  /** This reading and all others that are right. */
  Stream<LabelledFinding> readings() {
    return Stream.concat(Stream.of(this), alsoOk.stream());
  }

  /** Whether one of the readings is of {@code topic}. */
  boolean mayBe(String other) {
    return readings().anyMatch(reading -> reading.topic().equals(other));
  }

  /** Whether a finding of severity 1 or more is right. */
  boolean mayBeFound() {
    return readings().anyMatch(reading -> reading.severity() > 0);
  }

  /** Whether it is right to find nothing. */
  boolean mayBeMissed() {
    return readings().anyMatch(reading -> reading.severity() == 0);
  }
}
