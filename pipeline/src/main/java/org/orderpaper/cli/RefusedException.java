package org.orderpaper.cli;

/** A command cannot do what it was asked. The message says why and what to do. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
