package org.orderpaper.extract;

/** To come. */
final class OdtReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    throw new UnsupportedOperationException();
  }
}
