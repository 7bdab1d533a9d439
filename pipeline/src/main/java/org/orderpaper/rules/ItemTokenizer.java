package org.orderpaper.rules;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The pieces of a text as a token stream. */
final class ItemTokenizer extends Tokenizer {

  private static final int BUFFER = 4096;

  private final boolean plain;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private Iterator<Piece> pieces = List.<Piece>of().iterator();
  private int length;

  /**
   * @param plain leaves out the stacked pieces. A query needs that: in a phrase they would stand
   *     for any hyphenated word
   */
  ItemTokenizer(boolean plain) {
    this.plain = plain;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (pieces.hasNext()) {
      Piece piece = pieces.next();
      if (plain && piece.stacked()) {
        continue;
      }
      term.append(piece.term());
      offset.setOffset(correctOffset(piece.start()), correctOffset(piece.end()));
      increment.setPositionIncrement(piece.stacked() ? 0 : 1);
      return true;
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[BUFFER];
    for (int read = input.read(buffer); read > 0; read = input.read(buffer)) {
      text.append(buffer, 0, read);
    }
    length = text.length();
    pieces = TextScanner.scan(text).iterator();
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(length), correctOffset(length));
  }
}
