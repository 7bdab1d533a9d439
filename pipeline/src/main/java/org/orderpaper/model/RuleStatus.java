package org.orderpaper.model;

/** How far a rule has come. */
public enum RuleStatus implements VocabularyWord {
  /** Its findings stand in a section of their own. */
  TRIAL,
  ACTIVE,
  /** Kept so that old reports can be read; not run. */
  RETIRED
}
