package org.orderpaper.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one document and its blocks.
 *
 * @param text the canonical text; every block is a span into it, and a line feed ends each block
 * @param blocks the blocks in reading order; they do not overlap
 * @param pages the number of pages, or null where the format has none
 * @param mail the header if the document is the body of a message, else null
 * @param title the title in the document's properties, or null
 */
public record ExtractedDocument(
    String text,
    List<Block> blocks,
    @Nullable Integer pages,
    @Nullable MailHeader mail,
    @Nullable String title) {

  public ExtractedDocument {
    blocks = List.copyOf(blocks);
  }

  /** The text of a block. */
  public String textOf(Block block) {
    return block.span().of(text);
  }

  @Override
  public String toString() {
    return "ExtractedDocument[" + text.length() + " characters, " + blocks.size() + " blocks]";
  }
}
