package org.orderpaper.scan;

import org.jspecify.annotations.Nullable;

/** The scan cannot begin or go on. The message says what happened and what to do. */
public final class ScanException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean internal;

  ScanException(String message) {
    this(message, null, false);
  }

  ScanException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private ScanException(String message, @Nullable Throwable cause, boolean internal) {
    super(message, cause);
    this.internal = internal;
  }

  static ScanException internal(String message, @Nullable Throwable cause) {
    return new ScanException(message, cause, true);
  }

  /** Whether the program or the machine is at fault, as against what was asked of them. */
  public boolean isInternal() {
    return internal;
  }
}
