package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Tells, line by line, the words of a mail's sender from the earlier messages inside it, and what
 * was quoted in a reply from what was forwarded. Programs say so themselves when they forward
 * ("Forwarded message"), or by the subject of the message that holds the other one ("FW: ..."). One
 * pass over the lines, whatever is nested in what.
 */
final class MailHistory {

  private final MailMarks marks = MailMarks.all();
  private final List<Line> lines;
  private final List<String> texts;
  private final List<@Nullable BlockKind> kinds = new ArrayList<>();

  /** The messages that are open, by how many marks of quotation stand before their lines. */
  private final List<Message> open = new ArrayList<>();

  /**
   * A line.
   *
   * @param text without the marks of quotation
   * @param depth how many of them there are
   * @param given what its surroundings say that it is, or null
   * @param begins whether its surroundings say that an earlier message begins with it
   * @param attribution whether it is "On Monday Jo wrote:"
   */
  record Line(
      String text, int depth, @Nullable BlockKind given, boolean begins, boolean attribution) {}

  /** A message that is being read, or what it has come to hold. */
  private static final class Message {
    private final @Nullable BlockKind given;
    private final @Nullable BlockKind outer;
    private @Nullable BlockKind kind;
    private @Nullable BlockKind before;
    private boolean held;

    /** Whether what is inside it was forwarded. */
    private boolean forwards;

    /** Whether a header now would be its own and not that of another message in it. */
    private boolean fresh;

    private Message(
        @Nullable BlockKind given, @Nullable BlockKind kind, boolean forwards, boolean fresh) {
      this.given = given;
      this.outer = kind;
      this.kind = kind;
      this.before = kind;
      this.forwards = forwards;
      this.fresh = fresh;
    }

    private void hold(BlockKind inner) {
      before = kind;
      held = true;
      kind = inner;
      fresh = true;
      forwards = false;
    }

    private BlockKind earlier() {
      return forwards ? BlockKind.FORWARDED : BlockKind.QUOTED_REPLY;
    }
  }

  private MailHistory(List<Line> lines, @Nullable String subject) {
    this.lines = lines;
    this.texts = lines.stream().map(Line::text).toList();
    open.add(new Message(null, null, marks.isForward(subject), false));
  }

  /**
   * What each line is: {@code QUOTED_REPLY}, {@code FORWARDED}, or null for the sender's own.
   *
   * @param subject of the mail, or null
   */
  static List<@Nullable BlockKind> of(List<Line> lines, @Nullable String subject) {
    MailHistory history = new MailHistory(lines, subject);
    for (int i = 0; i < lines.size(); ) {
      i += history.read(i);
    }
    return history.kinds;
  }

  /** Reads a line, or all those of a header; how many they are. */
  private int read(int at) {
    Line line = lines.get(at);
    if (line.text().isBlank()) {
      return take(open.get(Math.min(line.depth(), open.size() - 1)).kind);
    }
    Message message = messageAt(line);
    if (marks.announcesForwarded(line.text())) {
      message.hold(BlockKind.FORWARDED);
      return take(BlockKind.FORWARDED);
    }
    if (marks.endsForwarded(line.text())) {
      BlockKind ended = message.kind;
      message.kind = message.outer;
      return take(ended);
    }
    if (line.begins() || marks.announcesEarlier(line.text())) {
      message.hold(message.earlier());
      if (!line.begins()) {
        return take(message.kind);
      }
    }
    if (line.attribution()) {
      return attribution(message, at);
    }
    MailMarks.Header header = marks.headerAt(texts, at, endOfDepth(at));
    if (header == null && message.fresh && message.kind != null) {
      // Not every program begins a header with its sender.
      MailMarks.Header field = marks.fieldIn(line.text());
      if (field != null) {
        message.forwards |= marks.isForward(field.subject());
        return take(message.kind);
      }
    }
    if (header == null) {
      message.fresh = false;
      return take(message.kind);
    }
    return header(message, header);
  }

  private int header(Message message, MailMarks.Header header) {
    boolean own = message.fresh && message.kind != null;
    if (!own) {
      message.hold(message.earlier());
    }
    message.forwards = marks.isForward(header.subject());
    message.fresh = false;
    for (int i = 0; i < header.lines(); i++) {
      kinds.add(message.kind);
    }
    return header.lines();
  }

  /** "On Monday Jo wrote:" above quoted lines, or above all of an earlier message. */
  private int attribution(Message message, int at) {
    int depth = lines.get(at).depth();
    int next = at + 1;
    while (next < lines.size() && lines.get(next).text().isBlank()) {
      next++;
    }
    boolean marked = next < lines.size() && lines.get(next).depth() > depth;
    if (!marked) {
      message.hold(BlockKind.QUOTED_REPLY);
    }
    message.fresh = false;
    return take(BlockKind.QUOTED_REPLY);
  }

  private int take(@Nullable BlockKind kind) {
    kinds.add(kind);
    return 1;
  }

  /** The message that a line belongs to, those inside it closed. */
  private Message messageAt(Line line) {
    int depth = line.depth();
    while (open.size() > depth + 1) {
      open.removeLast();
    }
    while (open.size() <= depth) {
      open.addLast(inside(open.getLast(), line.given()));
    }
    if (line.given() != null && open.getLast().given != line.given()) {
      open.removeLast();
      open.addLast(new Message(line.given(), line.given(), false, true));
    }
    return open.getLast();
  }

  /** What is quoted line by line below a separator is all that the separator speaks of. */
  private static Message inside(Message outer, @Nullable BlockKind given) {
    if (outer.fresh && outer.kind != null && outer.held) {
      BlockKind kind = outer.kind;
      outer.kind = outer.before;
      outer.fresh = false;
      return new Message(given, kind, false, true);
    }
    return new Message(given, given == null ? BlockKind.QUOTED_REPLY : given, false, true);
  }

  private int endOfDepth(int at) {
    int end = at;
    while (end < lines.size()
        && end < at + MailMarks.HEADER_LINES
        && lines.get(end).depth() == lines.get(at).depth()) {
      end++;
    }
    return end;
  }
}
