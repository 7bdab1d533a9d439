package org.orderpaper.rules;

import org.orderpaper.model.RuleFault;

/**
 * A fault of a YAML file at one place. Thrown while a file is read and turned into a {@link
 * RuleFault} by whoever reads it: it never leaves the package.
 */
final class YamlFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  /**
   * @param line from 1
   * @param column from 1
   * @param message what is wrong, and what to write instead
   */
  YamlFault(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  RuleFault in(String file) {
    return new RuleFault(file, line, column, String.valueOf(getMessage()));
  }
}
