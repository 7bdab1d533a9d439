package org.orderpaper.segment;

import java.util.List;

/**
 * Finds where motions begin, and talk goes on, in a message that is answered or sent on: "Two for
 * the branch please. 1. This branch asks ... 2. This branch calls ... Could Joan chair?"
 */
final class MessageMotions {

  /** The most words with which a message hands a motion on. */
  private static final int COVER = 30;

  /** The most words of a motion's title. */
  private static final int TITLE = 6;

  /** Words into quoted words within which a unit says something. */
  private static final int NEAR = 7;

  private MessageMotions() {}

  /**
   * Whether a motion begins with a line.
   *
   * @param current what was gathered of the message so far
   */
  static boolean opens(Draft current, Line line) {
    if (onlyCovers(current)) {
      return false;
    }
    if (isTitle(line)) {
      return true;
    }
    boolean titled = current.lines.size() == 1 && isTitle(current.lines.getLast());
    boolean opens = Clauses.opens(line.hits(), line.body()) || isQuotedText(line);
    boolean alone = line.label() != null || line.isQuoted();
    boolean first = current.rank == 0;
    return opens && !titled && (alone || first || (current.rank == 3 && Clauses.rankOf(line) == 1));
  }

  /** "Could I have the list please?": what one person writes to another, and no motion says. */
  static boolean isTalk(Line line) {
    boolean clause = line.label() != null || line.isQuoted() || Clauses.rankOf(line) > 0;
    return !clause
        && !line.startsLowerCase()
        && (line.has("kinds.speaks-as-i") || line.has("kinds.speaks-to-you"));
  }

  /** Whether a message has only said yet that a motion follows: that goes with the motion. */
  private static boolean onlyCovers(Draft current) {
    // A message may be as long as its sender likes, and is asked at each of its lines.
    if (current.lines.size() > COVER) {
      return false;
    }
    List<Line> said = current.lines.stream().filter(line -> !isOfEnvelope(line)).toList();
    int words = said.stream().mapToInt(Line::words).sum();
    return said.isEmpty()
        || (words <= COVER
            && (said.getLast().endsWithColon() || said.stream().anyMatch(MessageMotions::hands)));
  }

  private static boolean hands(Line line) {
    return line.has("mail.submits") || line.has("voice.forwarded");
  }

  /** "Emergency motion: buses", "TEMPLATE 2", "Model 1. "This branch ..."". */
  private static boolean isTitle(Line line) {
    return line.begins("motions.set-out")
        || (line.begins("motions.title") && line.words() <= TITLE && !line.endsSentence());
  }

  /** "On Monday ... wrote:", "From: ...": what stands above the words of a message. */
  private static boolean isOfEnvelope(Line line) {
    return Papers.isMailHeader(line)
        || line.hits().at("mail.quoted", 0) != null
        || line.tokens().size() == 0;
  }

  /** ""Longmoor CLP believes ..." and ""That the branch ..."", in quotation marks. */
  private static boolean isQuotedText(Line line) {
    return Clauses.isQuotedMotion(line)
        || (line.isQuoted()
            && (line.hits().near("clauses.notes", line.body(), NEAR)
                || line.hits().near("clauses.believes", line.body(), NEAR)
                || line.hits().near("clauses.resolves", line.body(), NEAR)));
  }
}
