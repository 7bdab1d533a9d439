package org.orderpaper.archive;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every commit says of the archive as a whole.
 *
 * @param indexing fingerprint of {@link ItemIndexing}
 * @param ruleBook hash of the rule book with which the findings were made
 * @param openScan the id of a scan that has begun and not ended, or null
 * @param openRoots the roots of that scan, or null
 */
public record ArchiveState(
    String indexing, String ruleBook, @Nullable String openScan, @Nullable String openRoots) {

  /** The version of the archive's layout; another one is refused. */
  static final String FORMAT = "1";

  static final String FORMAT_KEY = "orderpaper.format";

  Map<String, String> toCommitData() {
    Map<String, String> data = new TreeMap<>();
    data.put(FORMAT_KEY, FORMAT);
    data.put("orderpaper.indexing", indexing);
    data.put("orderpaper.rule-book", ruleBook);
    if (openScan != null && openRoots != null) {
      data.put("orderpaper.open-scan", openScan);
      data.put("orderpaper.open-roots", openRoots);
    }
    return data;
  }

  static ArchiveState of(Map<String, String> data) {
    return new ArchiveState(
        data.getOrDefault("orderpaper.indexing", ""),
        data.getOrDefault("orderpaper.rule-book", ""),
        data.get("orderpaper.open-scan"),
        data.get("orderpaper.open-roots"));
  }

  /** The same archive with findings of another rule book. */
  public ArchiveState matchedWith(String otherRuleBook) {
    return new ArchiveState(indexing, otherRuleBook, openScan, openRoots);
  }

  /** The same archive while a scan of {@code roots} is under way. */
  public ArchiveState during(String scan, String roots) {
    return new ArchiveState(indexing, ruleBook, scan, roots);
  }

  /** The same archive with no scan under way. */
  public ArchiveState atRest() {
    return new ArchiveState(indexing, ruleBook, null, null);
  }
}
