package org.orderpaper.cli;

/** How the program ends; other programs read these. */
final class ExitCode {

  static final int DONE = 0;

  /** Findings at or above {@code --fail-on}. */
  static final int FINDINGS = 1;

  /** Wrong usage or configuration, or no rule could be loaded; nothing was scanned. */
  static final int USAGE = 2;

  /** Done, but a file that should be readable could not be checked, or a rule could not run. */
  static final int INCOMPLETE = 3;

  /** A fault of the program or of the machine. */
  static final int INTERNAL = 4;

  private ExitCode() {}
}
