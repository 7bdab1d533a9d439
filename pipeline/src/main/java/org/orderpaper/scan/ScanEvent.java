package org.orderpaper.scan;

/** What a scan tells whoever watches it. */
public sealed interface ScanEvent {

  /**
   * The files are listed.
   *
   * @param toRead how many are read tonight
   * @param bytes their size
   */
  record Listed(int found, int toRead, long bytes) implements ScanEvent {}

  /** One file was read. */
  record Read(long bytes) implements ScanEvent {}

  /** All items are matched again, because the rules changed. */
  record Rematching() implements ScanEvent {}

  /** The report is being written. */
  record Reporting() implements ScanEvent {}

  /** Something that an officer should know of. */
  record Noted(String sentence) implements ScanEvent {}
}
