package org.orderpaper.model;

/** The list of the report on which an entry stands. */
public enum Queue implements VocabularyWord {
  RANKED,
  HANDLED,
  OVER_RESTRICTION,
  WELFARE,
  OBSERVED,
  LOG,
  TRIAL
}
