package org.orderpaper.extract;

/** To come. */
final class OutlookReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    throw new UnsupportedOperationException();
  }
}
