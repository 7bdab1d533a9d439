package org.orderpaper.rules;

import org.orderpaper.model.VocabularyWord;

/** What a rule's author expects of an example. */
public enum CaseKind implements VocabularyWord {
  /** The rule must match. */
  FLAG,
  /** The rule must not match. */
  PASS,
  /** The rule should match and is known not to; counted, never dropped. */
  MISS
}
