package org.orderpaper.model;

/** Where the date of a meeting was read. */
public enum DateSource implements VocabularyWord {
  /** In the heading of the paper. */
  HEADER,
  /** In the running text. */
  BODY,
  /** In the header of the message. */
  MAIL,
  /** In the row of a table of posts. */
  ROW,
  /** In the name of the file. */
  FILE_NAME,
  /** In the properties of the document. */
  METADATA
}
