package org.orderpaper.extract;

/** To come. */
final class MailReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    throw new UnsupportedOperationException();
  }
}
