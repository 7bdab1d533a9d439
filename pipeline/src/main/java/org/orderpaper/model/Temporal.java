package org.orderpaper.model;

/** How the date of the meeting lies to the dates of an instruction. */
public enum Temporal implements VocabularyWord {
  IN_FORCE,
  /** Dated on the day the instruction was sent. */
  SAME_DAY,
  PRE_INSTRUCTION,
  LAPSED,
  DATE_UNKNOWN
}
