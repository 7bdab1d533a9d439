package org.orderpaper.model;

/** How good the text of an instruction is that the office holds. */
public enum Authenticity implements VocabularyWord {
  OFFICE_COPY,
  PRESS,
  REPRODUCTION;

  @Override
  public String word() {
    return this == OFFICE_COPY ? "office copy" : VocabularyWord.super.word();
  }
}
