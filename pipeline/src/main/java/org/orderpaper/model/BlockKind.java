package org.orderpaper.model;

/** The role of a block in the layout of a document. */
public enum BlockKind {
  PARAGRAPH,
  HEADING,
  LIST_ITEM,
  /** One row; its cells are spans, parted by tabs in the text. */
  TABLE_ROW,
  /** Repeated at the top of pages; never part of an item. */
  PAGE_HEADER,
  /** Repeated at the foot of pages; never part of an item. */
  PAGE_FOOTER,
  FOOTNOTE,
  /** A reviewer's comment on the document; never evidence. */
  COMMENT,
  /** Words that the document holds but does not show; never part of an item, never evidence. */
  HIDDEN,
  /** Words of an earlier message quoted in a reply. */
  QUOTED_REPLY,
  /** Words of a message that was sent on to others, its header included. */
  FORWARDED
}
