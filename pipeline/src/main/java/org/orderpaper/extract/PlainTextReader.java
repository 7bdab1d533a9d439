package org.orderpaper.extract;

import java.util.Arrays;

/** Reads text files and Markdown. */
final class PlainTextReader implements FormatReader {

  /**
   * How many times the longest text is looked at: white space goes, but lines take several times
   * the memory of their characters.
   */
  private static final int SLACK = 2;

  /** Some twenty novels; what has more has them to fill the memory. */
  private static final int MOST_LINES = 1_000_000;

  @Override
  public Reading read(Source source) {
    DocumentWriter writer = source.writer();
    long most = (long) source.limits().maxCharacters() * SLACK;
    byte[] head = head(source.bytes(), 2 * most);
    String text = TextDecoder.decode(head);
    int end = endOfLines((int) Math.min(text.length(), most), text);
    boolean cut = end < text.length() || head.length < source.bytes().length;
    String kept = text.substring(0, end);
    boolean markdown = source.extension().equals("md") || source.extension().equals("markdown");
    writer.addAll(
        markdown ? PlainTextLayout.blocksOfMarkdown(kept) : PlainTextLayout.blocksOf(kept));
    if (cut && !writer.isFull()) {
      writer.missing("what comes after " + end + " characters was not read");
    }
    return Reading.of(writer.finish());
  }

  /** Where the last line ends that is looked at; blank ones do not count. */
  private static int endOfLines(int most, String text) {
    int lines = 0;
    boolean visible = false;
    for (int i = 0; i < most; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        visible |= !Character.isWhitespace(c);
        continue;
      }
      lines += visible ? 1 : 0;
      visible = false;
      if (lines == MOST_LINES) {
        return i;
      }
    }
    return most;
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
