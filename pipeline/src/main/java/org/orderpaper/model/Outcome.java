package org.orderpaper.model;

/** What became of an item. */
public enum Outcome implements VocabularyWord {
  CARRIED,
  CARRIED_AS_AMENDED,
  DEFEATED,
  FELL_NO_SECONDER,
  REMITTED,
  REFERRED,
  DEFERRED,
  WITHDRAWN,
  NEXT_BUSINESS,
  NOT_REACHED,
  NOTED,
  /** Ruled out of order and not heard. */
  RULED_OUT,
  /**
   * Ruled out, the ruling challenged and overturned, then debated; the votes are those on the
   * motion.
   */
  RULING_OVERTURNED,
  /** Ruled out of order, and discussed all the same. */
  RULED_OUT_YET_DISCUSSED,
  /** On an agenda; the meeting is not reported. */
  TABLED_ONLY,
  SUBMITTED_ONLY,
  /** Statements only. */
  PUBLISHED,
  NOT_RECORDED
}
