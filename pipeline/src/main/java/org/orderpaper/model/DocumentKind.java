package org.orderpaper.model;

/** What a document is, told from its content and never from its file name alone. */
public enum DocumentKind implements VocabularyWord {
  /** What a meeting did. */
  MINUTES,
  /** What a meeting is called to do. */
  AGENDA,
  /** Motions set out for a meeting or submitted to one. */
  MOTION_PAPER,
  /** A text that a unit put out in its own name. */
  STATEMENT,
  /** A mailing or bulletin to members. */
  NEWSLETTER,
  /** A message; its attachments are documents of their own. */
  EMAIL,
  /** Posts of a unit on a website or a social account. */
  SOCIAL,
  /** Standing orders, rule books and guidance. */
  RULES,
  /** Anything else. */
  OTHER
}
