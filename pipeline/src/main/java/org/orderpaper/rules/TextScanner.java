package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.MarkedText;
import org.orderpaper.model.NameKind;

/**
 * Cuts marked text, and the phrases of rules, into pieces. One scanner for both, so that a phrase
 * always means the tokens that its own words give.
 *
 * <p>Not thread-safe; one instance a text.
 */
final class TextScanner {

  /** Stands, stacked, on every later part of a hyphenated word. */
  static final String CONTINUES = "\uE003";

  /** Begins the stacked token of a short word in capitals. */
  static final char CAPITALS = '\uE004';

  /** Longer words keep their place and lose their tail: Lucene refuses a document over one. */
  static final int LONGEST_TERM = 255;

  private static final int LONGEST_CAPITALS = 4;
  private static final int MOST_JOINED_PARTS = 4;
  private static final char FIRST_NAME = MarkedText.marker(NameKind.MP);
  private static final char LAST_NAME = MarkedText.marker(NameKind.MEMBERSHIP);

  private final CharSequence text;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private TextScanner(CharSequence text) {
    this.text = text;
  }

  /** The pieces of {@code text} in order. */
  static List<Piece> scan(CharSequence text) {
    TextScanner scanner = new TextScanner(text);
    while (scanner.at < text.length()) {
      scanner.step();
    }
    return scanner.pieces;
  }

  private void step() {
    char c = text.charAt(at);
    if (isBoundary(c)) {
      pieces.add(piece(String.valueOf(c), at, at + 1, Piece.Kind.BOUNDARY, false));
      at++;
    } else if (c >= FIRST_NAME && c <= LAST_NAME) {
      name(c);
    } else if (isWord(at)) {
      compound();
    } else {
      at++;
    }
  }

  static boolean isBoundary(char c) {
    return c == MarkedText.SENTENCE || c == MarkedText.PARAGRAPH;
  }

  private void name(char marker) {
    int start = at++;
    while (at < text.length() && text.charAt(at) == MarkedText.PAD) {
      at++;
    }
    pieces.add(piece(String.valueOf(marker), start, at, Piece.Kind.NAME, false));
    if (possessiveAt(at)) {
      at += 2;
    }
  }

  /** One word, or several parted by hyphens. */
  private void compound() {
    List<Piece> parts = new ArrayList<>();
    parts.add(word());
    while (at + 1 < text.length() && isHyphen(text.charAt(at)) && isWord(at + 1)) {
      at++;
      parts.add(word());
    }
    pieces.add(parts.getFirst());
    addCapitals(parts.getFirst());
    if (parts.size() > 1) {
      addJoined(parts);
    }
    for (Piece part : parts.subList(1, parts.size())) {
      pieces.add(part);
      addCapitals(part);
      pieces.add(piece(CONTINUES, part.start(), part.end(), Piece.Kind.CONTINUES, true));
    }
  }

  private void addJoined(List<Piece> parts) {
    if (parts.size() > MOST_JOINED_PARTS) {
      return;
    }
    StringBuilder joined = new StringBuilder();
    for (Piece part : parts) {
      if (!part.term().chars().allMatch(Character::isLetter)) {
        return;
      }
      joined.append(part.term());
    }
    int start = parts.getFirst().start();
    Piece last = parts.getLast();
    pieces.add(new Piece(capped(joined), start, last.end(), Piece.Kind.JOINED, true, last.open()));
  }

  private void addCapitals(Piece part) {
    String written = text.subSequence(part.start(), part.end()).toString();
    if (isShortCapitals(written)) {
      pieces.add(piece(CAPITALS + written, part.start(), part.end(), Piece.Kind.CAPITALS, true));
    }
  }

  /** Whether case tells {@code word} from an ordinary word, as in LAW or SA. */
  static boolean isShortCapitals(String word) {
    return word.length() >= 2
        && word.length() <= LONGEST_CAPITALS
        && word.chars().allMatch(Character::isUpperCase);
  }

  /** Reads the word at the cursor and leaves the cursor after it and its possessive ending. */
  private Piece word() {
    int start = at;
    StringBuilder term = new StringBuilder();
    int end = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isWord(at)) {
        int point = Character.codePointAt(text, at);
        term.appendCodePoint(Character.toLowerCase(point));
        at += Character.charCount(point);
        end = at;
      } else if (isApostrophe(c) && at + 1 < text.length() && isWord(at + 1)) {
        if (possessiveAt(at)) {
          at += 2;
          break;
        }
        term.append('\'');
        at++;
      } else if (isIgnorable(c)) {
        at++;
      } else {
        break;
      }
    }
    return new Piece(capped(term), start, end, Piece.Kind.WORD, false, openAt(at));
  }

  private boolean openAt(int offset) {
    return offset < text.length() && text.charAt(offset) == '*';
  }

  private boolean possessiveAt(int offset) {
    return offset + 1 < text.length()
        && isApostrophe(text.charAt(offset))
        && Character.toLowerCase(text.charAt(offset + 1)) == 's'
        && (offset + 2 >= text.length() || !isWord(offset + 2));
  }

  private boolean isWord(int offset) {
    int point = Character.codePointAt(text, offset);
    return Character.isLetterOrDigit(point)
        || (Character.getType(point) == Character.NON_SPACING_MARK && !isIgnorable((char) point));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '`';
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2013';
  }

  /** Soft hyphens and zero-width characters, which print as nothing. */
  private static boolean isIgnorable(char c) {
    return c == '\u00AD' || c == '\uFEFF' || (c >= '\u200B' && c <= '\u200D');
  }

  private static Piece piece(String term, int start, int end, Piece.Kind kind, boolean stacked) {
    return new Piece(term, start, end, kind, stacked, false);
  }

  private static String capped(CharSequence term) {
    String whole = term.toString();
    return whole.length() <= LONGEST_TERM ? whole : whole.substring(0, LONGEST_TERM);
  }

  /** The number of words in {@code text}, a hyphenated one counted for each part. */
  static int countWords(CharSequence text) {
    return (int) scan(text).stream().filter(p -> p.kind() == Piece.Kind.WORD).count();
  }
}
