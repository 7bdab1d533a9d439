package org.orderpaper.archive;

/**
 * The archive cannot be used or written. The message says what happened and what to do; the archive
 * is as it was before.
 */
public final class ArchiveException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean whileWriting;

  ArchiveException(String message) {
    super(message);
    this.whileWriting = false;
  }

  ArchiveException(String message, Throwable cause) {
    this(message, cause, false);
  }

  ArchiveException(String message, Throwable cause, boolean whileWriting) {
    super(message, cause);
    this.whileWriting = whileWriting;
  }

  /** Whether writing failed, as against an archive that could not be used from the start. */
  public boolean isWhileWriting() {
    return whileWriting;
  }
}
