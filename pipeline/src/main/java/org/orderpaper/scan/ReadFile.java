package org.orderpaper.scan;

import org.orderpaper.extract.Turn;

/** What came of reading a file in one turn. */
sealed interface ReadFile {

  /** How much text it brings, in UTF-16 units. */
  default long characters() {
    return switch (this) {
      case Now now -> now.reading().characters();
      case Later _ -> 0;
    };
  }

  /** It is done. */
  record Now(FileReading reading) implements ReadFile {}

  /** It has its turn later. */
  record Later(FoundFile.ToRead file, Turn turn) implements ReadFile {}
}
