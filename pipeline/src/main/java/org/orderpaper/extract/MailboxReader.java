package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/** Lists the messages of a mailbox (MBOX). The mailbox itself has no text: its messages have. */
final class MailboxReader implements FormatReader {

  private static final byte[] SEPARATOR = "From ".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");
  private static final int LONGEST = 300;

  @Override
  public Reading read(Source source) {
    byte[] bytes = source.bytes();
    List<Attachment> messages = new ArrayList<>();
    int begin = -1;
    for (int at = 0; at < bytes.length; at = nextLine(bytes, at)) {
      if (isSeparator(bytes, at)) {
        add(bytes, begin, at, messages);
        begin = nextLine(bytes, at);
      }
    }
    add(bytes, begin, bytes.length, messages);
    return new Reading(
        new Extraction.Nothing(NotCheckedReason.NO_TEXT, "a mailbox; its messages are listed"),
        messages);
  }

  private static void add(byte[] bytes, int from, int to, List<Attachment> messages) {
    if (from >= 0 && from < to) {
      String name = "message-" + (messages.size() + 1) + ".eml";
      messages.add(new Attachment(name, () -> message(bytes, from, to)));
    }
  }

  /** The message without the marks that mailboxes put before lines that begin with "From ". */
  private static byte[] message(byte[] bytes, int from, int to) {
    ByteArrayOutputStream message = new ByteArrayOutputStream(to - from);
    for (int at = from; at < to; ) {
      int end = Math.min(nextLine(bytes, at), to);
      int text = at;
      while (text < end && bytes[text] == '>') {
        text++;
      }
      boolean marked = text > at && isMarked(bytes, text);
      int begin = marked ? at + 1 : at;
      message.write(bytes, begin, end - begin);
      at = end;
    }
    return message.toByteArray();
  }

  private static int nextLine(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end + 1;
  }

  /** A line such as "From jo@example.org Tue Dec 1 09:00:00 2020" after an empty line. */
  private static boolean isSeparator(byte[] bytes, int at) {
    if (!isMarked(bytes, at) || (at > 0 && !isEmptyLineBefore(bytes, at))) {
      return false;
    }
    int end = Math.min(nextLine(bytes, at), Math.min(at + LONGEST, bytes.length));
    return TIME.matcher(new String(bytes, at, end - at, StandardCharsets.US_ASCII)).find();
  }

  private static boolean isMarked(byte[] bytes, int at) {
    return at + SEPARATOR.length <= bytes.length
        && Arrays.equals(bytes, at, at + SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length);
  }

  private static boolean isEmptyLineBefore(byte[] bytes, int at) {
    int before = at - 2;
    if (before >= 0 && bytes[before] == '\r') {
      before--;
    }
    return before < 0 || bytes[before] == '\n';
  }
}
