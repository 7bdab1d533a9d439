package org.orderpaper.model;

import java.util.List;

/**
 * The business items of one document.
 *
 * @param items in document order; flat, and their spans do not overlap
 * @param setApart spans of the document's text that belong to no item: titles, attendance lists,
 *     page headers; with the items' spans they make up the whole text
 */
public record SegmentedDocument(List<BusinessItem> items, List<Span> setApart) {

  public SegmentedDocument {
    items = List.copyOf(items);
    setApart = List.copyOf(setApart);
  }
}
