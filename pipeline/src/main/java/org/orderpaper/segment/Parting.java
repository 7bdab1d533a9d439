package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Span;

/**
 * Parts paragraphs in which a second piece of business begins: an amendment told in the paragraph
 * of its motion, and the day of the next meeting at the end of the last one. The text stays as it
 * is; only its blocks are more.
 */
final class Parting {

  /** Blocks from the end within which the next meeting is looked for. */
  private static final int CLOSING = 2;

  /** The most words of the sentence that tells of the next meeting. */
  private static final int LONGEST_CLOSING = 30;

  /** Words into a sentence within which an amendment is named. */
  private static final int NEAR = 7;

  private final ExtractedDocument document;
  private final CueBook cues;
  private final List<Block> blocks = new ArrayList<>();

  private Parting(ExtractedDocument document, CueBook cues) {
    this.document = document;
    this.cues = cues;
  }

  /**
   * The document itself when nothing is to be parted.
   *
   * @param lines of the document's blocks, one a block
   */
  static ExtractedDocument of(ExtractedDocument document, List<Line> lines, CueBook cues) {
    Parting parting = new Parting(document, cues);
    List<Block> all = document.blocks();
    int last = lastOfText(all);
    for (int i = 0; i < all.size(); i++) {
      parting.take(all.get(i), lines.get(i), i > last - CLOSING && i <= last);
    }
    return parting.blocks.size() == all.size()
        ? document
        : new ExtractedDocument(
            document.text(), parting.blocks, document.pages(), document.mail(), document.title());
  }

  private static int lastOfText(List<Block> blocks) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (isProse(blocks.get(i)) && blocks.get(i).span().length() > 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isProse(Block block) {
    return switch (block.kind()) {
      case PARAGRAPH, LIST_ITEM -> true;
      case HEADING,
          TABLE_ROW,
          FOOTNOTE,
          PAGE_HEADER,
          PAGE_FOOTER,
          COMMENT,
          HIDDEN,
          QUOTED_REPLY,
          FORWARDED ->
          false;
    };
  }

  private void take(Block block, Line line, boolean closing) {
    int at = isProse(block) ? parts(line, closing) : -1;
    if (at < 0) {
      blocks.add(block);
      return;
    }
    int start = block.span().start() + at;
    blocks.add(
        new Block(
            block.kind(),
            new Span(block.span().start(), start),
            block.level(),
            block.number(),
            block.page(),
            block.bold(),
            block.cells()));
    Block rest =
        new Block(
            BlockKind.PARAGRAPH,
            new Span(start, block.span().end()),
            block.level(),
            null,
            block.page(),
            block.bold(),
            List.of());
    // A motion may have several amendments.
    take(rest, Line.of(0, rest, document, cues), closing);
  }

  /** The offset in the line at which other business begins, or -1. */
  private int parts(Line line, boolean closing) {
    Tokens tokens = line.tokens();
    boolean motion =
        line.has("clauses.unit-subject")
            || line.has("motions.told")
            || line.has("motions.moved")
            || isAmendment(line, line.body());
    for (int from = tokens.endOfSentence(line.body()); from < tokens.size(); ) {
      int end = tokens.endOfSentence(from);
      boolean last = end >= tokens.size();
      boolean next =
          closing
              && last
              && end - from <= LONGEST_CLOSING
              && line.hits().near("admin.next", from, 2);
      if (next || (motion && isAmendment(line, from))) {
        return tokens.start(from);
      }
      from = end;
    }
    return -1;
  }

  private static boolean isAmendment(Line line, int from) {
    return !line.has("motions.amendment-below")
        && (line.hits().at("motions.amendment-told", from) != null
            || line.hits().near("motions.amending", from, NEAR));
  }
}
