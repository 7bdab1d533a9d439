package org.orderpaper.segment;

import java.util.List;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Meeting;

/**
 * The lines of one meeting or publication within a document.
 *
 * @param head the number of lines at its beginning that make up its heading
 */
record Paper(List<Line> lines, int head, Meeting meeting) {

  Paper {
    lines = List.copyOf(lines);
  }

  DocumentKind kind() {
    return meeting.kind();
  }
}
