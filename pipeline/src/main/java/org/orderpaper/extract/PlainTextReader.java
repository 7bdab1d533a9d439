package org.orderpaper.extract;

import java.util.Arrays;

/** Reads text files and Markdown. */
final class PlainTextReader implements FormatReader {

  /**
   * How many times the longest text is looked at: white space goes, but lines take several times
   * the memory of their characters.
   */
  private static final int SLACK = 2;

  @Override
  public Reading read(Source source) {
    DocumentWriter writer = source.writer();
    long most = (long) source.limits().maxCharacters() * SLACK;
    byte[] head = head(source.bytes(), 2 * most);
    String text = TextDecoder.decode(head);
    boolean cut = text.length() > most || head.length < source.bytes().length;
    String kept = text.length() > most ? text.substring(0, (int) most) : text;
    boolean markdown = source.extension().equals("md") || source.extension().equals("markdown");
    writer.addAll(
        markdown ? PlainTextLayout.blocksOfMarkdown(kept) : PlainTextLayout.blocksOf(kept));
    if (cut && !writer.isFull()) {
      writer.missing("what comes after " + most + " characters was not read");
    }
    return Reading.of(writer.finish());
  }

  /** The beginning of a text, never cut inside of a character. */
  private static byte[] head(byte[] bytes, long most) {
    if (bytes.length <= most || TextDecoder.isWide(bytes)) {
      return bytes;
    }
    int end = (int) most;
    while (end > 0 && bytes[end - 1] < 0) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }
}
