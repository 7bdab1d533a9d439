package org.orderpaper.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.ReviewEntry;

/**
 * The items that the report speaks of: those with entries, and incidents. All others are only
 * counted and listed, one at a time, so that an archive of any size fits.
 *
 * @param names that the papers of these items show
 * @param all how many items there are with the others
 */
record ItemsOfNote(List<BusinessItem> items, KnownNames names, int all) {

  static ItemsOfNote of(ReportInput input) {
    Set<String> withEntries = new HashSet<>();
    for (ReviewEntry entry : input.entries()) {
      withEntries.add(entry.item());
    }
    List<BusinessItem> items = new ArrayList<>();
    KnownNames names = new KnownNames(List.of());
    int all = 0;
    for (Iterator<List<BusinessItem>> each = PaperItems.in(input.items()).iterator();
        each.hasNext(); ) {
      List<BusinessItem> paper = each.next();
      all += paper.size();
      List<BusinessItem> ofNote =
          paper.stream()
              .filter(item -> withEntries.contains(item.id()) || item.type() == ItemType.INCIDENT)
              .toList();
      if (!ofNote.isEmpty()) {
        items.addAll(ofNote);
        names.add(paper);
      }
    }
    return new ItemsOfNote(items, names, all);
  }

  /** The counts only: names and items are clear text. */
  @Override
  public String toString() {
    return "ItemsOfNote[" + items.size() + " of " + all + "]";
  }
}
