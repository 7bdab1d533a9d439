package org.orderpaper.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.RuleBookCard;

/**
 * Everything a report is made of. Neither the scan's id nor any time of day: a report must be the
 * same when the same papers are scanned again.
 *
 * @param version of Orderpaper
 * @param asOf the day on which the report is made; meetings after it are still to come
 * @param roots display names of the scanned folders
 * @param ledger a row for every file and attachment, in any order
 * @param items asked for several times: a collection in any order, or else in {@link #ITEM_ORDER},
 *     one by one, because all together may not fit into memory
 * @param entries in any order; each is about one of {@code items}
 * @param otherSources for the source of an item, the other sources with the same bytes
 * @param decisions what reviewers decided, by the id of the finding; those made under a rule that
 *     has changed since are left out by the caller
 * @param knownFingerprints of the previous completed scan of the same roots
 * @param firstScan whether there was no such scan; everything is new then
 * @param families the family of circulated model motions that an item belongs to, by item
 * @param signposts lines that the welfare page shows, such as whom to ring
 */
public record ReportInput(
    String version,
    LocalDate asOf,
    List<String> roots,
    RuleBookCard ruleBook,
    List<LedgerRow> ledger,
    Iterable<BusinessItem> items,
    List<ReviewEntry> entries,
    Map<String, List<String>> otherSources,
    Map<String, Decision> decisions,
    Set<String> knownFingerprints,
    boolean firstScan,
    Map<String, String> families,
    List<String> signposts) {

  /** By source and the place in it. */
  public static final Comparator<BusinessItem> ITEM_ORDER =
      Comparator.comparing(BusinessItem::source)
          .thenComparingInt(BusinessItem::ordinal)
          .thenComparing(BusinessItem::id);

  public ReportInput {
    roots = List.copyOf(roots);
    ledger = List.copyOf(ledger);
    if (items instanceof Collection<BusinessItem> held) {
      items = held.stream().sorted(ITEM_ORDER).toList();
    }
    entries = List.copyOf(entries);
    otherSources = Collections.unmodifiableMap(new TreeMap<>(otherSources));
    decisions = Collections.unmodifiableMap(new TreeMap<>(decisions));
    knownFingerprints = Set.copyOf(knownFingerprints);
    families = Collections.unmodifiableMap(new TreeMap<>(families));
    signposts = List.copyOf(signposts);
  }

  /** An input without families and signposts. */
  public ReportInput(
      String version,
      LocalDate asOf,
      List<String> roots,
      RuleBookCard ruleBook,
      List<LedgerRow> ledger,
      Iterable<BusinessItem> items,
      List<ReviewEntry> entries,
      Map<String, List<String>> otherSources,
      Map<String, Decision> decisions,
      Set<String> knownFingerprints,
      boolean firstScan) {
    this(
        version,
        asOf,
        roots,
        ruleBook,
        ledger,
        items,
        entries,
        otherSources,
        decisions,
        knownFingerprints,
        firstScan,
        Map.of(),
        List.of());
  }

  /** The counts only: the input holds clear text. */
  @Override
  public String toString() {
    return "ReportInput[" + entries.size() + " entries]";
  }
}
