package org.orderpaper.model;

/**
 * Whose words an item or passage is. The order matters: where the voices of the evidence differ,
 * the first in this order is the voice of the finding.
 */
public enum Voice implements VocabularyWord {
  /** What the unit decided. */
  UNIT_DECISION,
  /** What the unit says in its own name. */
  UNIT_STATEMENT,
  /** The text of a motion as moved. */
  MOVER_TEXT,
  /** What was said, as minuted. */
  MINUTED_DISCUSSION,
  /** Words of another text that are quoted. */
  QUOTED,
  /** What another body did or said. */
  REPORTED_ELSEWHERE,
  /** Letters and messages received. */
  INCOMING;

  /** Whether the words are somebody else's, so that a finding on them is capped. */
  public boolean isQuotedOrReported() {
    return switch (this) {
      case QUOTED, REPORTED_ELSEWHERE, INCOMING -> true;
      case UNIT_DECISION, UNIT_STATEMENT, MOVER_TEXT, MINUTED_DISCUSSION -> false;
    };
  }

  /** The first of the two in the order of this vocabulary. */
  public static Voice stronger(Voice one, Voice other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
