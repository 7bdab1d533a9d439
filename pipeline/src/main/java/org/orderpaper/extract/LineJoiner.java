package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells hard-wrapped prose from lines that stand for themselves. Prose was wrapped because the next
 * word would not have fitted: a line that had room for it ended on purpose.
 */
final class LineJoiner {

  /** People who wrap by hand leave a few columns free. */
  private static final int RAGGED = 6;

  /** Fewer wrapped lines than this in the whole document prove little. */
  private static final int CONVINCING = 3;

  private static final int SHORTEST_RUN_ON = 30;

  private final Hyphens hyphens = new Hyphens();
  private final int width;
  private final boolean convinced;

  private final boolean markdown;

  /** Learns from all lines of a document, where an empty one parts paragraphs. */
  LineJoiner(Collection<String> document) {
    this(document, false);
  }

  /** What is longer, with the space around it, is no number of a list item. */
  private static final int LONGEST_NUMBER = 200;

  /**
   * Learns from all lines of a document.
   *
   * @param markdown whether line breaks mean nothing by the rules of the format
   */
  LineJoiner(Collection<String> document, boolean markdown) {
    this.markdown = markdown;
    List<String> lines = List.copyOf(document);
    lines.forEach(hyphens::learn);
    WrapWidth wrap = new WrapWidth(lines);
    this.width = wrap.columns();
    this.convinced = wrap.wrappedLines() >= CONVINCING;
  }

  /** The entries of a run of lines, each with its lines joined into one. */
  List<String> join(List<String> run) {
    boolean prose = isProse(run);
    List<StringBuilder> entries = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      String line = run.get(i);
      if (i > 0
          && (hangs(entries.getLast(), run.get(i - 1), line)
              || continues(entries.getLast(), run.get(i - 1), line, prose))) {
        hyphens.append(entries.getLast(), line);
      } else {
        entries.add(new StringBuilder(line));
      }
    }
    return entries.stream().map(StringBuilder::toString).toList();
  }

  /**
   * Whether {@code line} stands under the text of a list item, and not under its number. In a text
   * file "None received." may stand there in its own right.
   */
  private boolean hangs(CharSequence entry, String before, String line) {
    String next = line.strip();
    if (LineCues.beginsEntry(next)
        || (markdown && (isBrokenOnPurpose(before) || isEmphasised(before.strip())))) {
      return false;
    }
    boolean goesOn = LineCues.beginsLowerCase(next) && !LineCues.endsSentence(before.strip());
    if (markdown && goesOn && !isLowerLabel(next)) {
      return true;
    }
    int text = textBegins(entry);
    return text > 0 && indent(line) >= text && (markdown || goesOn);
  }

  private static boolean isBrokenOnPurpose(String line) {
    return line.endsWith("  ") || line.endsWith("\\");
  }

  /** "**7. Socials**": a line that is all in bold or italics is a title, whatever follows it. */
  private static boolean isEmphasised(String line) {
    String mark = line.startsWith("**") ? "**" : line.startsWith("__") ? "__" : "*";
    return line.length() > 2 * mark.length()
        && line.startsWith(mark)
        && line.endsWith(mark)
        && line.indexOf(mark, mark.length()) == line.length() - mark.length();
  }

  /** The column at which the text of a list item begins after its number; 0 if it is none. */
  private static int textBegins(CharSequence entry) {
    // Only its beginning counts, and a paragraph may be as long as the document.
    String line = entry.subSequence(0, Math.min(entry.length(), LONGEST_NUMBER)).toString();
    if (!LineCues.beginsEntry(line.strip())) {
      return 0;
    }
    int at = indent(line) + LineCues.firstWord(line.strip()).length();
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** Whether {@code line} goes on where {@code before} stopped. */
  private boolean continues(CharSequence entry, String before, String line, boolean prose) {
    String head = before.strip();
    String next = line.strip();
    boolean begins = LineCues.beginsEntry(next) && !LineCues.runsIn(entry, next);
    if (begins || LineCues.isCapitals(head) != LineCues.isCapitals(next)) {
      return false;
    }
    boolean ended = LineCues.endsSentence(head);
    if (LineCues.beginsLowerCase(next) && !ended && !isLowerLabel(next)) {
      return width > 0 && head.length() >= SHORTEST_RUN_ON;
    }
    if (!isFull(before, line, width)) {
      return false;
    }
    return prose && !(ended && (isIndented(before, line) || LineCues.isLabelled(next)));
  }

  private boolean isProse(List<String> run) {
    int pairs = 0;
    int full = 0;
    boolean lowerCase = false;
    // A date or a title on the first line says nothing of how the lines below are wrapped.
    boolean titled = run.size() > 2 && run.getFirst().strip().length() * 2 < width;
    for (int i = titled ? 2 : 1; i < run.size(); i++) {
      if (!LineCues.beginsEntry(run.get(i).strip())) {
        pairs++;
        full += isFull(run.get(i - 1), run.get(i), width) ? 1 : 0;
        lowerCase |= LineCues.beginsLowerCase(run.get(i).strip());
      }
    }
    return width > 0 && full * 10 >= pairs * 6 && (convinced || lowerCase);
  }

  private static boolean isLowerLabel(String line) {
    String first = LineCues.firstWord(line);
    return first.endsWith(":") && first.length() > 1;
  }

  private static boolean isIndented(String before, String line) {
    return indent(line) >= indent(before) + 2;
  }

  static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static boolean isFull(String line, String next, int width) {
    int needed = line.stripTrailing().length() + 1 + LineCues.firstWord(next.strip()).length();
    return width > 0 && needed > width - RAGGED;
  }
}
