package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderpaper.model.BlockKind;
import org.orderpaper.segment.CueBook.Hits;

/**
 * A sentence of an item with its role.
 *
 * @param line the line it stands in
 * @param from its first token
 * @param to the token after its last
 */
record Stretch(Line line, int from, int to, Role role) {

  /** From here on a post repeats another account's. */
  private static final Pattern RETWEET =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:RT|MT):? ?@[\\p{L}\\p{N}_]");

  /** What a sentence does in its item. */
  enum Role {
    HEADING,
    /** The text of a motion. */
    TEXT,
    /** What the minutes tell. */
    TOLD,
    /** Words of another text. */
    QUOTED
  }

  Hits hits() {
    return line.hits();
  }

  Tokens tokens() {
    return line.tokens();
  }

  /** The first token after the number with which a line begins. */
  int body() {
    return Math.max(from, Math.min(line.body(), to));
  }

  boolean has(String key) {
    return line.hits().within(key, from, to);
  }

  /** The sentences of an item with their roles, in order. */
  static List<Stretch> of(Draft draft) {
    List<Stretch> stretches = new ArrayList<>();
    boolean text = false;
    boolean quote = false;
    for (int i = 0; i < draft.lines.size(); i++) {
      Line line = draft.lines.get(i);
      int from = 0;
      if (i == 0 && draft.headingEnd > 0) {
        from = Math.min(line.tokens().tokenAt(draft.headingEnd), line.tokens().size());
        stretches.add(new Stretch(line, 0, from, Role.HEADING));
      }
      boolean opensQuote =
          line.isQuoted() && !line.has("clauses.unit-subject") && !Clauses.isQuotedMotion(line);
      quote =
          line.isEarlier()
              || line.is(BlockKind.FOOTNOTE)
              || opensQuote
              || (quote && isStillQuoted(line));
      text = sentences(line, from, text, quote, draft, stretches);
      quote = introducesQuote(line) || (quote && !closesQuote(line));
    }
    return stretches;
  }

  /** Adds the sentences of one line; whether the text of a motion is still open after it. */
  private static boolean sentences(
      Line line, int start, boolean inText, boolean quote, Draft draft, List<Stretch> stretches) {
    Tokens tokens = line.tokens();
    boolean text = inText;
    boolean quoted = quote;
    int from = start;
    int repeated = retweet(line);
    int own = endOfRetweet(line, repeated);
    while (from < tokens.size()) {
      boolean repeats = from >= repeated && from < own;
      int most = from < repeated ? repeated : repeats ? own : tokens.size();
      int end = Math.min(Math.min(tokens.endOfSentence(from), most), endOfCell(line, from));
      // "That the branch ask for a nurse | 8 for, 0 against": the vote has a cell of its own.
      text = text && !(from > start && beginsCell(line, from));
      int body = Math.max(from, line.body());
      boolean opener =
          Clauses.opens(line.hits(), body)
              || (from <= line.body() && (Clauses.isHeading(line) || Clauses.isQuotedMotion(line)));
      boolean listed = from <= line.body() && line.label() != null && text;
      if (opener) {
        text = true;
      } else if (!listed && Clauses.tells(line, from, end)) {
        text = false;
      }
      Role role = quoted || repeats ? Role.QUOTED : text ? Role.TEXT : Role.TOLD;
      boolean quotedMotion = role == Role.QUOTED && (draft.isEarlier() || (text && opener));
      stretches.add(new Stretch(line, from, end, quotedMotion && text ? Role.TEXT : role));
      boolean closes = Clauses.closesQuote(tokens, end);
      text = text && !closes;
      // What stands behind the mark that closes a line's own quotation is the paper's.
      quoted = quoted && !(closes && line.isQuoted() && !line.isEarlier());
      from = end;
    }
    return text;
  }

  private static boolean beginsCell(Line line, int token) {
    return line.is(BlockKind.TABLE_ROW) && line.tokens().between(token).indexOf('\t') >= 0;
  }

  private static int endOfCell(Line line, int from) {
    int size = line.tokens().size();
    if (!line.is(BlockKind.TABLE_ROW)) {
      return size;
    }
    int end = from + 1;
    while (end < size && !beginsCell(line, end)) {
      end++;
    }
    return end;
  }

  /** The token with which the words of another account begin; the number of tokens if none do. */
  private static int retweet(Line line) {
    Matcher retweet = RETWEET.matcher(line.text());
    return retweet.find() ? line.tokens().tokenAt(retweet.start()) : line.tokens().size();
  }

  private static int endOfRetweet(Line line, int repeated) {
    if (repeated >= line.tokens().size()) {
      return repeated;
    }
    int cell = line.text().indexOf('\t', line.tokens().start(repeated));
    return cell < 0 ? line.tokens().size() : line.tokens().tokenAt(cell);
  }

  /** Whether the line, or a cell of it, begins with the words of another account. */
  static boolean isRetweet(Line line) {
    Matcher retweet = RETWEET.matcher(line.text());
    return retweet.find()
        && (retweet.start() == 0 || line.text().charAt(retweet.start() - 1) == '\t');
  }

  private static boolean introducesQuote(Line line) {
    return line.endsWithColon() && line.has("voice.quote-intro");
  }

  private static boolean isStillQuoted(Line line) {
    return (!line.begins("sections.continues") && !Clauses.isNarrative(line.hits(), line.body()))
        || line.isQuoted();
  }

  private static boolean closesQuote(Line line) {
    String text = line.text();
    return text.endsWith("\u201d")
        || text.endsWith("\"")
        || text.endsWith("\u201d.")
        || text.endsWith("\".");
  }
}
