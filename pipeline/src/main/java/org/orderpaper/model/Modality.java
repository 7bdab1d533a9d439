package org.orderpaper.model;

/** Whether a limb forbids an act or only advises against it. */
public enum Modality implements VocabularyWord {
  MUST_NOT,
  ADVISED_NOT
}
