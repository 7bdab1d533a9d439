package org.orderpaper.rules;

/** What an analyst typed is no query; the message says why and where. */
public final class QuerySyntaxException extends Exception {

  private static final long serialVersionUID = 1;

  private final int position;

  QuerySyntaxException(String message, int position) {
    super(position < 0 ? message : message + " (at character " + (position + 1) + ")");
    this.position = position;
  }

  /** The offset into what was typed, from 0, or -1 where the fault has no one place. */
  public int position() {
    return position;
  }
}
