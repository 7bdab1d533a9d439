package org.orderpaper.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Puts U+FFFD for each half of a surrogate pair that stands alone. Damaged papers hold such halves,
 * and an encoder would stop the whole report at the first of them. One character for one, so that
 * offsets stay right.
 */
final class WellFormedWriter extends FilterWriter {

  private static final char REPLACEMENT = '\uFFFD';

  private char pendingHigh;

  private WellFormedWriter(Writer out) {
    super(out);
  }

  /** The same content, well formed. */
  static RenderedFile.Content guarding(RenderedFile.Content content) {
    return out -> {
      WellFormedWriter guarded = new WellFormedWriter(out);
      content.writeTo(guarded);
      guarded.settlePending();
      out.flush();
    };
  }

  @Override
  public void write(int c) throws IOException {
    char[] one = {(char) c};
    write(one, 0, 1);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.substring(offset, offset + length).toCharArray(), 0, length);
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    int copied = offset;
    for (int i = offset; i < offset + length; i++) {
      char c = chars[i];
      if (!Character.isSurrogate(c) && pendingHigh == 0) {
        continue;
      }
      out.write(chars, copied, i - copied);
      copied = i + 1;
      writeUnusual(c);
    }
    out.write(chars, copied, offset + length - copied);
  }

  private void writeUnusual(char c) throws IOException {
    if (pendingHigh != 0 && Character.isLowSurrogate(c)) {
      out.write(new char[] {pendingHigh, c});
      pendingHigh = 0;
      return;
    }
    settlePending();
    if (Character.isHighSurrogate(c)) {
      pendingHigh = c;
    } else {
      out.write(Character.isLowSurrogate(c) ? REPLACEMENT : c);
    }
  }

  private void settlePending() throws IOException {
    if (pendingHigh != 0) {
      out.write(REPLACEMENT);
      pendingHigh = 0;
    }
  }
}
