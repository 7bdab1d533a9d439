package org.orderpaper.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a document: a paragraph, a heading, a list item, a row of a table.
 *
 * @param kind its role
 * @param span its characters in the document's canonical text, without the line break that ends it
 * @param level the level of a heading from 1, or the depth of a list item from 1; 0 elsewhere
 * @param number the automatic number as displayed, such as {@code 3.} or {@code (a)}; the text
 *     begins with it too; null where the format keeps no number apart from the text
 * @param page the page from 1 on which it begins, or null where the format has no pages
 * @param bold whether all of its text is bold
 * @param cells the cells of a table row as spans into the document's text; empty elsewhere
 */
public record Block(
    BlockKind kind,
    Span span,
    int level,
    @Nullable String number,
    @Nullable Integer page,
    boolean bold,
    List<Span> cells) {

  public Block {
    cells = List.copyOf(cells);
  }
}
