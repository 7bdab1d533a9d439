package org.orderpaper.extract;

/** To come. */
final class DocReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    throw new UnsupportedOperationException();
  }
}
