package org.orderpaper.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderpaper.segment.Stretch.Role;

/**
 * A sentence in which somebody would have words of a motion changed, without the noun: Jean moved
 * to add "who have had training". Quoted words, a verb of asking and a word of changing tell it
 * ({@code motions.changing}, {@code motions.asking}).
 */
final class WordChange {

  /** Quoted words of a change; a whole motion is longer. */
  private static final Pattern QUOTED =
      Pattern.compile("[\"\\u201c][^\"\\u201c\\u201d]{1,160}[\"\\u201d]");

  private static final String CHANGING = "motions.changing";
  private static final String ASKING = "motions.asking";

  private WordChange() {}

  /** Whether the minutes tell in this sentence that somebody would change words. */
  static boolean isTold(Stretch stretch) {
    return stretch.role() == Role.TOLD
        && stretch.has(CHANGING)
        && stretch.has(ASKING)
        && !stretch.has("clauses.unit-subject")
        && !stretch.has("motions.unamended")
        && isQuoted(stretch.line(), stretch.body(), stretch.to());
  }

  /** The same of the first sentence of a line. */
  static boolean begins(Line line) {
    int end = line.tokens().size() == 0 ? 0 : line.tokens().endOfSentence(line.body());
    return isTold(new Stretch(line, Math.min(line.body(), end), end, Role.TOLD));
  }

  private static boolean isQuoted(Line line, int from, int to) {
    if (from >= to) {
      return false;
    }
    Matcher quoted = QUOTED.matcher(line.text());
    // The mark that closes a quotation stands behind its last word.
    int end = to < line.tokens().size() ? line.tokens().start(to) : line.text().length();
    quoted.region(line.tokens().start(from), end);
    return quoted.find();
  }
}
