package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item being gathered. Mutable; used by one thread while one document is cut. */
final class Draft {

  /** What the cutter already knows of an item. */
  enum Hint {
    NONE,
    MOTION,
    AMENDMENT,
    INCIDENT,
    /** Words of a message that is answered. */
    QUOTED,
    /** Words of a message that was sent on. */
    FORWARDED,
    POST
  }

  final List<String> path;
  final Section section;
  final Hint hint;
  final String why;
  final int depth;
  final List<Line> lines = new ArrayList<>();

  /** How the lines after the first are numbered. */
  final Set<String> innerStyles = new HashSet<>();

  /** Whether its heading announces several items. */
  boolean container;

  /** Whether its heading announces one motion, all numbered lines below it included. */
  boolean single;

  /** The heading of several items under which it stands without a title of its own. */
  @Nullable Line under;

  /** The characters of the first line that are its heading; 0 without one. */
  int headingEnd;

  /** The motion that this amendment amends. */
  @Nullable Draft amended;

  /** The highest kind of clause so far: 0 none, 1 notes, 2 believes, 3 resolves. */
  int rank;

  /** Whether what stood below it was joined to it because it is no matter of its own. */
  boolean joined;

  boolean inText;
  boolean decided;
  boolean moved;
  boolean sure = true;

  Draft(List<String> path, Section section, Hint hint, int depth, String why) {
    this.path = List.copyOf(path);
    this.section = section;
    this.hint = hint;
    this.depth = depth;
    this.why = why;
  }

  void add(Line line) {
    Label label = line.label();
    if (label != null && !lines.isEmpty()) {
      innerStyles.add(label.style());
    }
    lines.add(line);
  }

  /** The same item with the heading above it as its own. */
  Draft withHeading(Line heading, int end) {
    Draft joined = new Draft(path.subList(0, path.size() - 1), section, hint, depth, why);
    joined.lines.add(heading);
    joined.lines.addAll(lines);
    joined.headingEnd = end == 0 ? heading.text().length() : end;
    joined.amended = amended;
    return joined;
  }

  /** The same item with the lines of {@code cover} before its own. */
  Draft after(Draft cover) {
    Draft joined = new Draft(path, section, Hint.MOTION, depth, why);
    joined.lines.addAll(cover.lines);
    joined.lines.addAll(lines);
    joined.rank = rank;
    return joined;
  }

  boolean isHeadingOnly() {
    return lines.isEmpty() || (lines.size() == 1 && headingEnd >= lines.getFirst().text().length());
  }

  /** Whether a heading or a number sets it off from what stands above it. */
  boolean isSetOff() {
    return headingEnd > 0 || lines.getFirst().label() != null;
  }

  /** Whether it is another message than the one in which it stands. */
  boolean isEarlier() {
    return hint == Hint.QUOTED || hint == Hint.FORWARDED;
  }

  boolean isMotion() {
    return hint == Hint.MOTION || hint == Hint.AMENDMENT || rank > 0;
  }

  String heading() {
    return lines.isEmpty() ? "" : lines.getFirst().text().substring(0, headingEnd).strip();
  }
}
