package org.orderpaper.scan;

import org.orderpaper.extract.Turn;

/** What came of reading a file in one turn. */
sealed interface ReadFile {

  /**
   * It is done.
   *
   * @param characters how long its text was, in UTF-16 units
   */
  record Now(FileReading reading, long characters) implements ReadFile {}

  /** It has its turn later. */
  record Later(FoundFile.ToRead file, Turn turn) implements ReadFile {}
}
