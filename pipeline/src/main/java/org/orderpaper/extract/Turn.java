package org.orderpaper.extract;

/**
 * When a file is read. A night reads all files in the first turn, then those that were postponed,
 * so that neither a scan nor a file that harms its reader holds up the others.
 */
public enum Turn {
  /** Everything but scans. */
  FIRST,
  /** Files with pages that only OCR can read. */
  SCANS,
  /** Files that ended or outlasted their worker: each in a fresh one, with twice the limits. */
  ALONE
}
