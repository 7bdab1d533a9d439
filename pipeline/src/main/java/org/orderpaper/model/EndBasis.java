package org.orderpaper.model;

/** On what ground an instruction has ended. */
public enum EndBasis implements VocabularyWord {
  LAPSED,
  SUPERSEDED,
  WITHDRAWN,
  UNKNOWN
}
