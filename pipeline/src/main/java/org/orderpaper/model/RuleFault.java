package org.orderpaper.model;

/**
 * A rule, or another file of the rule book, that could not be used.
 *
 * @param file relative to the rules folder
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, and what to write instead
 */
public record RuleFault(String file, int line, int column, String message) {

  /** {@code file:line:column: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
