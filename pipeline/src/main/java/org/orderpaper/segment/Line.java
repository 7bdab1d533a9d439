package org.orderpaper.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Span;
import org.orderpaper.segment.CueBook.Hits;

/**
 * A block as segmentation sees it.
 *
 * @param index its place in the document, from 0
 * @param text the block's text without white space around it, line breaks inside made spaces
 * @param label the number it begins with, or null
 * @param body the token after the label
 * @param begins whether it is known to begin an item
 * @param shouted whether it stands in a document that is written in capitals throughout
 */
record Line(
    int index,
    Block block,
    String text,
    Tokens tokens,
    Hits hits,
    @Nullable Label label,
    int body,
    boolean begins,
    boolean shouted) {

  /** The longest title, in words. */
  private static final int LONGEST_TITLE = 22;

  /** The longest line that counts as a title by its brevity alone. */
  private static final int SHORT_TITLE = 9;

  /** The fewest letters of a title in capitals before a full stop. */
  private static final int LEAST_CAPITALS = 4;

  /** The same of capitals with which a sentence begins. */
  private static final int LEAST_LEADING = 7;

  static Line of(int index, Block block, ExtractedDocument document, CueBook cues) {
    String text = document.textOf(block).replace('\n', ' ').replace('\r', ' ').strip();
    Tokens tokens = Tokens.of(text);
    Label label = Label.read(text);
    int body = label == null ? 0 : tokens.tokenAt(label.end());
    return new Line(index, block, text, tokens, cues.find(tokens), label, body, false, false);
  }

  /** A line that stands outside of the text: a title in the properties, the name of a file. */
  static Line outside(String words, CueBook cues) {
    Block block =
        new Block(
            BlockKind.PARAGRAPH, new Span(0, words.length()), 0, null, null, false, List.of());
    String text = words.strip();
    Tokens tokens = Tokens.of(text);
    return new Line(-1, block, text, tokens, cues.find(tokens), null, 0, false, false);
  }

  /** The same line with its bare number read as a label. */
  Line withLabel(Label bare) {
    int after = tokens.tokenAt(bare.end());
    return new Line(index, block, text, tokens, hits, bare, after, begins, shouted);
  }

  /** The same line, known to begin an item. */
  Line beginning() {
    return new Line(index, block, text, tokens, hits, label, body, true, shouted);
  }

  /** The same line in a document that is written in capitals throughout. */
  Line shouting() {
    return new Line(index, block, text, tokens, hits, label, body, begins, true);
  }

  Span span() {
    return block.span();
  }

  boolean isBlank() {
    return tokens.size() == 0;
  }

  /** Whether it is of another message than the one in which it stands. */
  boolean isEarlier() {
    return is(BlockKind.QUOTED_REPLY) || is(BlockKind.FORWARDED);
  }

  boolean is(BlockKind kind) {
    return block.kind() == kind;
  }

  int words() {
    return tokens.size() - body;
  }

  /** Whether a cue of {@code key} begins the line, its number aside. */
  boolean begins(String key) {
    return hits.at(key, body) != null;
  }

  /** Whether a cue of {@code key} begins the line and is all of it. */
  boolean isAll(String key) {
    CueBook.Hit hit = hits.at(key, body);
    return hit != null && hit.to() == tokens.size();
  }

  boolean has(String key) {
    return hits.has(key);
  }

  boolean endsWithColon() {
    return text.endsWith(":")
        || text.endsWith(":-")
        || text.endsWith("\u2026")
        || text.endsWith("...");
  }

  boolean endsSentence() {
    return text.endsWith(".") || text.endsWith(";") || text.endsWith(",");
  }

  /** Whether the line looks like a list item: a bullet, or an automatic number. */
  boolean isBullet() {
    if (is(BlockKind.LIST_ITEM)) {
      return true;
    }
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return "\u2022\u00b7\u25aa\u25cf\u25e6\u2023*\uf0b7".indexOf(first) >= 0
        || (text.length() > 2 && "-\u2013\u2014".indexOf(first) >= 0 && text.charAt(1) == ' ');
  }

  boolean startsLowerCase() {
    return body < tokens.size() && Character.isLowerCase(text.charAt(tokens.start(body)));
  }

  /** Whether all its letters are capitals, and there is a word among them. */
  boolean isCapitals() {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      letters += Character.isLetter(c) ? 1 : 0;
    }
    return letters >= 3;
  }

  /** Whether its capitals set it off: where all is in capitals, only if it is short as well. */
  boolean isSetOffByCapitals() {
    return isCapitals() && (!shouted || (words() <= SHORT_TITLE && !endsSentence()));
  }

  /** Whether layout sets the line off as a title: a heading, all bold, all capitals. */
  boolean isStrongTitle() {
    if (is(BlockKind.HEADING)) {
      return true;
    }
    if (words() == 0 || tokens.size() > LONGEST_TITLE || text.endsWith(";") || isQuoted()) {
      return false;
    }
    return (block.bold() && !is(BlockKind.TABLE_ROW)) || isSetOffByCapitals();
  }

  /** Whether the line may be a title by brevity: few words, a capital first, no full stop. */
  boolean isShortTitle() {
    int words = words();
    return words > 0
        && words <= SHORT_TITLE
        && !is(BlockKind.TABLE_ROW)
        && !endsSentence()
        && !isQuoted()
        && !text.endsWith("?")
        && !text.endsWith(")")
        && Character.isUpperCase(text.charAt(tokens.start(body)));
  }

  boolean isQuoted() {
    return !text.isEmpty() && "\"\u201c\u2018'".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * The token after a title that runs into its text ("Buses – the secretary said ...", "THE CLUB.
   * It is shut", "TREASURER Dot reported ..."), or -1 when the line has none.
   */
  int runIn() {
    int capitals = afterCapitals();
    if (capitals > 0) {
      return capitals;
    }
    int most = Math.min(tokens.size() - 2, body + SHORT_TITLE + 1);
    for (int i = body + 1; i <= most; i++) {
      String between = tokens.between(i);
      String sign = between.strip();
      boolean dash = between.length() >= 3 && sign.length() == 1 && "-\u2013\u2014".contains(sign);
      if (sign.equals(":") || sign.equals(":-") || sign.equals(".-") || dash) {
        return Character.isUpperCase(text.charAt(tokens.start(body))) ? i : -1;
      }
      if (tokens.breaksBefore(i)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether capitals set off how it begins. */
  boolean isLedByCapitals() {
    return afterCapitals() > 0;
  }

  /** The token after capitals that begin a line and are more than an abbreviation, or -1. */
  private int afterCapitals() {
    int letters = 0;
    int i = body;
    int most = Math.min(tokens.size() - 2, body + SHORT_TITLE);
    while (i < most && isInCapitals(i) && (i == body || !tokens.breaksBefore(i))) {
      letters += tokens.end(i) - tokens.start(i);
      i++;
    }
    boolean stop = i > body && tokens.between(i).strip().equals(".");
    boolean enough = letters >= (stop ? LEAST_CAPITALS : LEAST_LEADING);
    return i > body && enough && !isInCapitals(i) && !shouted ? i : -1;
  }

  private boolean isInCapitals(int i) {
    for (int at = tokens.start(i); at < tokens.end(i); at++) {
      if (!Character.isUpperCase(text.charAt(at)) && text.charAt(at) != '\'') {
        return false;
      }
    }
    return true;
  }

  /** The cells of a row as written, or the whole text when it is none. */
  List<String> cells() {
    return List.of(text.split("\t", -1));
  }
}
