package org.orderpaper.model;

/** The one state in which every file and attachment ends. */
public enum LedgerState implements VocabularyWord {
  CHECKED,
  /** Read in part; the detail says what is missing. */
  CHECKED_PARTIAL,
  /** Read from a scan of poor quality. */
  CHECKED_POOR_OCR,
  /** The same bytes as another source of this archive. */
  DUPLICATE,
  /** Checked by an earlier scan and not changed since. */
  UNCHANGED,
  NOT_CHECKED;

  /** Whether the text of the source was read, tonight or before. */
  public boolean isChecked() {
    return this != NOT_CHECKED;
  }
}
