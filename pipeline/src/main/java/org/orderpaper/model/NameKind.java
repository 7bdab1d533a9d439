package org.orderpaper.model;

/** What a masked span names. The mask keeps the kind and is numbered afresh in each item. */
public enum NameKind implements VocabularyWord {
  /** A member of parliament. */
  MP,
  /** The holder of an office of a unit or of the party. */
  OFFICER,
  /** Anyone else. */
  PERSON,
  /** An e-mail address. */
  EMAIL,
  /** A telephone number. */
  PHONE,
  /** A membership number. */
  MEMBERSHIP;

  /** The label inside the mask, for example {@code MP} in {@code [MP 1]}. */
  public String label() {
    return this == MP ? "MP" : word();
  }
}
