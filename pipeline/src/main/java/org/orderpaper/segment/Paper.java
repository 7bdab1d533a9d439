package org.orderpaper.segment;

import java.util.List;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Meeting;

/**
 * The lines of one meeting or publication within a document.
 *
 * @param decisions whether the heading says that all of it was decided
 * @param ours whether it is a message that an officer of a unit sent
 */
record Paper(List<Line> lines, boolean decisions, boolean ours, Meeting meeting) {

  Paper {
    lines = List.copyOf(lines);
  }

  DocumentKind kind() {
    return meeting.kind();
  }
}
