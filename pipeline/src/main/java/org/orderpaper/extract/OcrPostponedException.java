package org.orderpaper.extract;

import java.io.IOException;

/**
 * Ends the reading of a part at its first scanned page, in a pass that leaves scans for later so
 * that they hold up nothing else. It says nothing about the part, so it is never turned into a
 * value.
 */
final class OcrPostponedException extends IOException {

  private static final long serialVersionUID = 1L;

  OcrPostponedException() {
    super("scanned pages are read in a later pass");
  }
}
