package org.orderpaper.model;

/** What a reviewer decided. */
public enum DecisionOutcome implements VocabularyWord {
  CONFIRMED,
  NOT_A_MATCH,
  PERMITTED,
  OVER_RESTRICTION,
  WELFARE,
  NEEDS_INFORMATION
}
