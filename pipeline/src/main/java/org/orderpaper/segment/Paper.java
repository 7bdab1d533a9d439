package org.orderpaper.segment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Meeting;

/**
 * The lines of one meeting or publication within a document.
 *
 * @param decisions whether the heading says that all of it was decided
 * @param ours whether it is a message that an officer of a unit sent
 * @param above the lines of no item that stand in the head, or list who came
 * @param sent when the message in which it lies was sent, or null
 */
record Paper(
    List<Line> lines,
    boolean decisions,
    boolean ours,
    Meeting meeting,
    List<Line> above,
    @Nullable LocalDate sent) {

  Paper {
    lines = List.copyOf(lines);
    above = List.copyOf(above);
  }

  /** Whether it is one post of an account, with a line of its own for its day. */
  boolean isPost() {
    return kind() == DocumentKind.SOCIAL && ours;
  }

  DocumentKind kind() {
    return meeting.kind();
  }
}
