package org.orderpaper.model;

import java.util.List;

/**
 * The business items of one document.
 *
 * @param items in document order; flat, and their spans do not overlap
 * @param setApart spans of the document's text that belong to no item: titles, attendance lists,
 *     page headers; with the items' spans they make up the whole text
 * @param left how many items follow that were not read, because one document gives only so many;
 *     their text is among what is set apart
 */
public record SegmentedDocument(List<BusinessItem> items, List<Span> setApart, int left) {

  public SegmentedDocument {
    items = List.copyOf(items);
    setApart = List.copyOf(setApart);
  }
}
