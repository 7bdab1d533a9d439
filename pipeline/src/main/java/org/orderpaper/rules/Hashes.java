package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.Locale;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Sha256;
import org.orderpaper.model.Unit;

/** The ids and fingerprints of review entries. */
final class Hashes {

  private Hashes() {}

  /** The id of the entry of {@code topic} for the item. */
  static String id(BusinessItem item, String topic) {
    return Sha256.id(item.id(), topic);
  }

  /** The same for a paper that was saved again: hash of topic, unit, date and normalised text. */
  static String fingerprint(BusinessItem item, String topic) {
    Unit unit = item.meeting().unit();
    LocalDate date = item.meeting().date();
    return Sha256.id(
        topic,
        unit == null ? "" : unit.id(),
        date == null ? "" : date.toString(),
        item.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }
}
