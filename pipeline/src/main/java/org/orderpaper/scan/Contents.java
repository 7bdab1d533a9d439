package org.orderpaper.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;

/** What lies under the roots, with its items and the entries about them, from the archive. */
record Contents(Tonight tonight, List<BusinessItem> items, List<ReviewEntry> entries) {

  static Contents of(Tonight tonight, ArchiveReader archive) {
    List<BusinessItem> items = tonight.items(archive.items(tonight.documents()));
    Set<String> ids = new HashSet<>();
    items.forEach(item -> ids.add(item.id()));
    return new Contents(tonight, items, archive.entries(ids));
  }
}
