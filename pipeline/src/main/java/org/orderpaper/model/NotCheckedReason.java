package org.orderpaper.model;

/** Why a source could not be checked. */
public enum NotCheckedReason implements VocabularyWord {
  ENCRYPTED,
  CORRUPT,
  /** A format that is not read. */
  UNSUPPORTED,
  EMPTY_FILE,
  /** A document without text. */
  NO_TEXT,
  /** A scan, and no tesseract to read it. */
  NEEDS_OCR,
  /** Expands beyond all bounds. */
  BOMB,
  TIMEOUT,
  OOM,
  CRASH,
  TOO_LARGE,
  /** More parts, or deeper, than are read. */
  LIMIT,
  UNREADABLE,
  /** Gone between listing and reading. */
  VANISHED,
  LINK_LOOP,
  /** Kept out by a .orderpaper-exclude file. */
  EXCLUDED;

  /**
   * Whether the source should have been readable, so that the scan says so by its exit code. Files
   * of other formats, without content, or kept out on purpose do not count.
   */
  public boolean isFailure() {
    return switch (this) {
      case UNSUPPORTED, EMPTY_FILE, NO_TEXT, EXCLUDED -> false;
      case ENCRYPTED,
          CORRUPT,
          NEEDS_OCR,
          BOMB,
          TIMEOUT,
          OOM,
          CRASH,
          TOO_LARGE,
          LIMIT,
          UNREADABLE,
          VANISHED,
          LINK_LOOP ->
          true;
    };
  }
}
