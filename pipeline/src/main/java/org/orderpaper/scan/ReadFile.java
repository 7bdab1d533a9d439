package org.orderpaper.scan;

import org.orderpaper.extract.Turn;

/** What came of reading a file in one turn. */
sealed interface ReadFile {

  /** It is done. */
  record Now(FileReading reading) implements ReadFile {}

  /** It has its turn later. */
  record Later(FoundFile.ToRead file, Turn turn) implements ReadFile {}
}
