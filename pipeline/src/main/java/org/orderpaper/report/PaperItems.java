package org.orderpaper.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;

/** Takes items that are in the order of their sources paper by paper. */
final class PaperItems implements Iterator<List<BusinessItem>> {

  private final Iterator<BusinessItem> items;
  private @Nullable BusinessItem next;

  private PaperItems(Iterator<BusinessItem> items) {
    this.items = items;
    this.next = items.hasNext() ? items.next() : null;
  }

  static Stream<List<BusinessItem>> in(Iterable<BusinessItem> items) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new PaperItems(items.iterator()), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public List<BusinessItem> next() {
    BusinessItem first = next;
    if (first == null) {
      throw new NoSuchElementException();
    }
    List<BusinessItem> paper = new ArrayList<>(List.of(first));
    next = null;
    while (next == null && items.hasNext()) {
      BusinessItem item = items.next();
      if (item.source().equals(first.source())) {
        paper.add(item);
      } else {
        next = item;
      }
    }
    return paper;
  }
}
