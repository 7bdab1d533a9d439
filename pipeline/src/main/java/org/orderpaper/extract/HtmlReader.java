package org.orderpaper.extract;

/** To come. */
final class HtmlReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    throw new UnsupportedOperationException();
  }
}
