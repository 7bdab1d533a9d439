package org.orderpaper.model;

/** What a unit did with an item; instructions forbid acts, not topics. */
public enum Act implements VocabularyWord {
  /** Printed on an agenda or another meeting paper. */
  AGENDA,
  /** Debated. */
  DISCUSS,
  /** Carried. */
  PASS,
  /** Put out by the unit on a website, in a newsletter or on a social account. */
  PUBLISH,
  /** Affiliated to an organisation, or renewed an affiliation. */
  AFFILIATE,
  /** Gave money, or subscribed. */
  DONATE,
  /** Met at all in a closed period. */
  MEET
}
