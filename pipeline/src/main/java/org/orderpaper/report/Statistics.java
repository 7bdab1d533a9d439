package org.orderpaper.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Queue;

/**
 * The closing block of a scan.
 *
 * @param seen files and attachments; the sum of {@code byState}
 * @param byState every state, also with nought
 * @param notChecked by reason, those that occur; their sum is that of the state {@code not-checked}
 * @param items business items
 * @param entries by queue, every queue, also with nought
 * @param ranked items on the ranked list by severity, 4 to 1, also with nought
 * @param newRanked items on the ranked list with something new
 * @param upcoming items of meetings still to come
 * @param decided entries that a reviewer has settled
 * @param brokenRules rules that could not be used
 */
public record Statistics(
    int seen,
    Map<LedgerState, Integer> byState,
    Map<NotCheckedReason, Integer> notChecked,
    int items,
    Map<Queue, Integer> entries,
    Map<Integer, Integer> ranked,
    int newRanked,
    int upcoming,
    int decided,
    int brokenRules) {

  public Statistics {
    byState = Collections.unmodifiableMap(new EnumMap<>(byState));
    notChecked = Collections.unmodifiableMap(new TreeMap<>(notChecked));
    entries = Collections.unmodifiableMap(new EnumMap<>(entries));
    TreeMap<Integer, Integer> highestFirst = new TreeMap<>(Collections.reverseOrder());
    highestFirst.putAll(ranked);
    ranked = Collections.unmodifiableMap(highestFirst);
  }

  static Statistics of(ReportInput input, Docket docket, int items) {
    Map<LedgerState, Integer> byState = new EnumMap<>(LedgerState.class);
    Map<NotCheckedReason, Integer> notChecked = new EnumMap<>(NotCheckedReason.class);
    List.of(LedgerState.values()).forEach(state -> byState.put(state, 0));
    for (LedgerRow row : input.ledger()) {
      byState.merge(row.state(), 1, Integer::sum);
      if (row.reason() != null) {
        notChecked.merge(row.reason(), 1, Integer::sum);
      }
    }
    return new Statistics(
        input.ledger().size(),
        byState,
        notChecked,
        items,
        byQueue(docket),
        bySeverity(docket),
        (int) docket.ranked().stream().filter(Docket.Standing::isNew).count(),
        docket.upcoming().size(),
        docket.settled().size(),
        input.ruleBook().faults().size());
  }

  private static Map<Queue, Integer> byQueue(Docket docket) {
    Map<Queue, Integer> byQueue = new EnumMap<>(Queue.class);
    List.of(Queue.values()).forEach(queue -> byQueue.put(queue, 0));
    docket.placed().forEach(placed -> byQueue.merge(placed.entry().queue(), 1, Integer::sum));
    return byQueue;
  }

  private static Map<Integer, Integer> bySeverity(Docket docket) {
    Map<Integer, Integer> bySeverity = new TreeMap<>(Map.of(1, 0, 2, 0, 3, 0, 4, 0));
    docket
        .ranked()
        .forEach(standing -> bySeverity.merge(standing.highest().severity(), 1, Integer::sum));
    return bySeverity;
  }

  /** How many items the ranked list holds. */
  public int rankedItems() {
    return ranked.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Each count with its name, in the order in which they are to be printed. */
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>();
    named.put("Files and attachments seen", seen);
    byState.forEach((state, count) -> named.put("  " + Prose.state(state), count));
    notChecked.forEach((reason, count) -> named.put("    " + Prose.plain(reason), count));
    named.put("Business items", items);
    named.put("Ranked items", rankedItems());
    ranked.forEach((severity, count) -> named.put("  of severity " + severity, count));
    named.put("  with something new", newRanked);
    named.put("Items of meetings to come", upcoming);
    named.put("Entries", entries.values().stream().mapToInt(Integer::intValue).sum());
    entries.forEach((queue, count) -> named.put("  " + Prose.queue(queue), count));
    named.put("Entries decided", decided);
    named.put("Rules that could not be used", brokenRules);
    return Collections.unmodifiableMap(named);
  }
}
