package org.orderpaper.scan;

/** The scan cannot begin or go on. The message says what happened and what to do. */
public final class ScanException extends Exception {

  private static final long serialVersionUID = 1L;

  ScanException(String message) {
    super(message);
  }

  ScanException(String message, Throwable cause) {
    super(message, cause);
  }
}
