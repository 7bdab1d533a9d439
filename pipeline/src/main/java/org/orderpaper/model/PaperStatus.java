package org.orderpaper.model;

/** Whether minutes are a draft. */
public enum PaperStatus implements VocabularyWord {
  DRAFT,
  APPROVED,
  UNSTATED
}
