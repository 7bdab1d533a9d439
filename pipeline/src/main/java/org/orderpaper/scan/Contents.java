package org.orderpaper.scan;

import java.util.List;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;

/** The items of what lies under the roots and the entries about them, all in memory. */
record Contents(List<BusinessItem> items, List<ReviewEntry> entries) {

  static Contents of(Tonight tonight, ArchiveReader archive) {
    return new Contents(
        archive.itemsOf(tonight.documents()).map(tonight::placed).toList(),
        archive.entriesOf(tonight.documents()));
  }
}
