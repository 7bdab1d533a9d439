package org.orderpaper.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/** Lists the messages of a mailbox that a mail program exported as one file (mbox). */
final class MailboxReader implements FormatReader {

  /** The line before each message: "From jo@example.org Mon Mar 3 09:15:00 2020". */
  private static final Pattern BEGINS =
      Pattern.compile("From \\S{1,300} .{0,100}\\d{2}:\\d{2}.{0,60}\\d{4}(?: [+-]\\d{4})?");

  private static final Pattern ESCAPED = Pattern.compile("(?m)^>(>*From )");

  @Override
  public Reading read(Source source) {
    // One character a byte, so that cutting lines changes nothing in them.
    String box = new String(source.bytes(), StandardCharsets.ISO_8859_1);
    List<Attachment> messages = new ArrayList<>();
    int begun = -1;
    boolean afterBlank = true;
    for (int at = 0; at < box.length(); ) {
      int end = box.indexOf('\n', at);
      int next = end < 0 ? box.length() : end + 1;
      String line = box.substring(at, next).strip();
      if (afterBlank && BEGINS.matcher(line).matches()) {
        add(messages, box, begun, at);
        begun = next;
      }
      afterBlank = line.isEmpty();
      at = next;
    }
    add(messages, box, begun, box.length());
    String detail = "a mailbox; its messages are listed";
    return new Reading(new Extraction.Nothing(NotCheckedReason.NO_TEXT, detail), messages);
  }

  private static void add(List<Attachment> messages, String box, int from, int to) {
    if (from < 0 || from >= to) {
      return;
    }
    byte[] message =
        ESCAPED
            .matcher(box.substring(from, to))
            .replaceAll("$1")
            .getBytes(StandardCharsets.ISO_8859_1);
    messages.add(new Attachment(MailPart.nameByItsSubject(message), () -> message));
  }
}
