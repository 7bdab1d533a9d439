package org.orderpaper.model;

/** The kinds of unit that instructions are addressed to, and the bodies that they are not. */
public enum UnitType implements VocabularyWord {
  CLP,
  BRANCH,
  /** Another unit of the party, such as a women's branch, a forum or an executive. */
  OTHER_UNIT,
  /** A body that is no unit: a union branch, an affiliate, a council. */
  OUTSIDE_BODY,
  /** Counts as bound, with that as a reason against. */
  UNKNOWN
}
