package org.orderpaper.report;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Temporal;

/**
 * The order of the ranked list: severity, temporal status, what became of the item, newest date,
 * item id. Nothing else: not confidence, not length, not the unit.
 */
final class Ranking {

  /** An item and the highest of its findings that are still open. */
  record Candidate(BusinessItem item, Finding highest) {}

  /** The highest finding of an item first. */
  static final Comparator<Finding> HIGHEST_FIRST =
      Comparator.comparingInt(Finding::severity)
          .reversed()
          .thenComparingInt(finding -> temporalClass(finding.temporal()))
          .thenComparing(Finding::topic)
          .thenComparing(Finding::id);

  /** The first line of the list first. */
  static final Comparator<Candidate> ORDER =
      Comparator.comparingInt((Candidate candidate) -> candidate.highest().severity())
          .reversed()
          .thenComparingInt(candidate -> temporalClass(candidate.highest().temporal()))
          .thenComparingInt(candidate -> outcomeClass(candidate.item().outcome()))
          .thenComparing(Ranking::date, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(candidate -> candidate.item().id());

  private Ranking() {}

  private static @Nullable LocalDate date(Candidate candidate) {
    return candidate.item().meeting().date();
  }

  static int temporalClass(@Nullable Temporal temporal) {
    return switch (temporal) {
      case IN_FORCE -> 0;
      case SAME_DAY -> 1;
      case DATE_UNKNOWN -> 2;
      case PRE_INSTRUCTION, LAPSED -> 3;
      case null -> 3;
    };
  }

  static int outcomeClass(Outcome outcome) {
    return switch (outcome) {
      case CARRIED, CARRIED_AS_AMENDED, PUBLISHED, RULING_OVERTURNED -> 0;
      case DEFEATED, NEXT_BUSINESS, RULED_OUT_YET_DISCUSSED, NOTED, NOT_RECORDED -> 1;
      case REMITTED, REFERRED, DEFERRED -> 2;
      case TABLED_ONLY -> 3;
      case SUBMITTED_ONLY -> 4;
      case WITHDRAWN, NOT_REACHED, FELL_NO_SECONDER, RULED_OUT -> 5;
    };
  }
}
