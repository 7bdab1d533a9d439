package org.orderpaper.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Unit;

/** The ids and fingerprints of review entries. */
final class Hashes {

  private static final int DIGITS = 16;

  private Hashes() {}

  /** The id of the entry of {@code topic} for the item. */
  static String id(BusinessItem item, String topic) {
    return of(item.id(), topic);
  }

  /** The same for a paper that was saved again: hash of topic, unit, date and normalised text. */
  static String fingerprint(BusinessItem item, String topic) {
    Unit unit = item.meeting().unit();
    LocalDate date = item.meeting().date();
    return of(
        topic,
        unit == null ? "" : unit.id(),
        date == null ? "" : date.toString(),
        item.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }

  private static String of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
