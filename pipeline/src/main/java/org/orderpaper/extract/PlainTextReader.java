package org.orderpaper.extract;

/** Reads text files and Markdown. */
final class PlainTextReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    DocumentWriter writer = source.writer();
    writer.addAll(PlainTextLayout.blocksOf(TextDecoder.decode(source.bytes())));
    return Reading.of(writer.finish());
  }
}
