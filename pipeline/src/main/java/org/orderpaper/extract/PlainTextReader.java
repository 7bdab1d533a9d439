package org.orderpaper.extract;

/** Reads text files and Markdown. */
final class PlainTextReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    DocumentWriter writer = source.writer();
    String text = TextDecoder.decode(source.bytes());
    boolean markdown = source.extension().equals("md") || source.extension().equals("markdown");
    writer.addAll(
        markdown ? PlainTextLayout.blocksOfMarkdown(text) : PlainTextLayout.blocksOf(text));
    return Reading.of(writer.finish());
  }
}
