package org.orderpaper.scan;

import org.orderpaper.extract.Turn;

/** What came of reading a file in one turn. */
sealed interface ReadFile {

  /**
   * It is done.
   *
   * @param size how much of it was in hand, as {@link TextInHand} counts
   */
  record Now(FileReading reading, long size) implements ReadFile {}

  /** It has its turn later. */
  record Later(FoundFile.ToRead file, Turn turn) implements ReadFile {}
}
