package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Span;

/**
 * Cuts blocks that are longer than any paragraph of an honest paper. What is read of a line may
 * cost the square of its length; a paragraph of a million words would cost the night. The text
 * stays as it is; only its blocks are more.
 */
final class LongBlocks {

  /** More than a thousand words, in characters. */
  private static final int LONGEST = 8_000;

  private static final String SENTENCE_END = ". ";

  private LongBlocks() {}

  /** The document itself where no block is too long. */
  static ExtractedDocument cut(ExtractedDocument document) {
    if (document.blocks().stream().allMatch(block -> block.span().length() <= LONGEST)) {
      return document;
    }
    List<Block> blocks = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block.span().length() <= LONGEST) {
        blocks.add(block);
      } else {
        addPieces(block, document.text(), blocks);
      }
    }
    return new ExtractedDocument(
        document.text(), blocks, document.pages(), document.mail(), document.title());
  }

  private static void addPieces(Block block, String text, List<Block> blocks) {
    int from = block.span().start();
    while (from < block.span().end()) {
      int to = endOfPiece(text, from, block.span().end());
      boolean first = from == block.span().start();
      blocks.add(
          new Block(
              // Cells that long are no table.
              block.kind() == BlockKind.TABLE_ROW ? BlockKind.PARAGRAPH : block.kind(),
              new Span(from, to),
              block.level(),
              first ? block.number() : null,
              block.page(),
              block.bold(),
              List.of()));
      from = to;
    }
  }

  /** After a sentence, else after a word, else anywhere but within a character. */
  private static int endOfPiece(String text, int from, int end) {
    int most = from + LONGEST;
    if (most >= end) {
      return end;
    }
    int half = from + LONGEST / 2;
    String late = text.substring(half, most);
    int sentence = late.lastIndexOf(SENTENCE_END);
    if (sentence >= 0) {
      return half + sentence + SENTENCE_END.length();
    }
    int blank = late.lastIndexOf(' ');
    if (blank >= 0) {
      return half + blank + 1;
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }
}
