package org.orderpaper.extract;

import java.io.IOException;

/** Ends the reading of a file at its first scanned page, because scans have their turn later. */
final class OcrPostponedException extends IOException {

  private static final long serialVersionUID = 1L;
}
