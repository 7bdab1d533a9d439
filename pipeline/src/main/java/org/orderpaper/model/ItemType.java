package org.orderpaper.model;

/** The kind of one business item. */
public enum ItemType implements VocabularyWord {
  /** A motion with its text. */
  MOTION,
  /** A change moved to a motion. */
  AMENDMENT,
  /** A text in the name of the unit. */
  STATEMENT,
  /** Talk that was minuted without a motion. */
  DISCUSSION,
  /** A ruling that stands alone, apart from the motion it concerns. */
  RULING,
  /** A motion about the conduct of the meeting. */
  PROCEDURAL,
  /** A report made to the meeting, matters arising included. */
  REPORT,
  /** Letters and messages received. */
  CORRESPONDENCE,
  /** Harassment, intimidation, abuse or discrimination as minuted. */
  INCIDENT,
  /** An entry on an agenda that gives a title and no text. */
  AGENDA_ENTRY,
  /** Apologies, minutes of the last meeting, dates, thanks and the like. */
  ADMIN
}
