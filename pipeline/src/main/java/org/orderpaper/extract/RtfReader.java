package org.orderpaper.extract;

/** To come. */
final class RtfReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    throw new UnsupportedOperationException();
  }
}
