package org.orderpaper.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

/**
 * The account of every file with which the page opens.
 *
 * @param seen files and attachments
 * @param states how many in each state; the counts add up to {@code seen}
 * @param unread what was not checked, by reason: what should have been readable first
 * @param inPart what was checked in part or from a poor scan
 */
record LedgerAccount(String seen, List<State> states, List<Unread> unread, List<File> inPart) {

  /** How many files are in a state. */
  record State(String name, String count, boolean isNotChecked, boolean isNought) {}

  /**
   * Files that were not checked for one reason.
   *
   * @param failure whether they should have been readable
   */
  record Unread(
      String reason,
      String count,
      String remedy,
      boolean failure,
      boolean open,
      List<File> files) {}

  /** A file and what is to be said of it. */
  record File(String source, @Nullable String detail) {}

  /** More than these are shown on demand, so that a folder of pictures does not hide the rest. */
  private static final int SHOWN_AT_ONCE = 8;

  static LedgerAccount of(List<LedgerRow> ledger, Statistics statistics) {
    List<LedgerRow> sorted = ledger.stream().sorted(LedgerLine.ORDER).toList();
    return new LedgerAccount(
        Prose.number(statistics.seen()), states(statistics), unread(sorted), inPart(sorted));
  }

  private static List<State> states(Statistics statistics) {
    List<State> states = new ArrayList<>();
    statistics
        .byState()
        .forEach((state, count) ->
            states.add(
                new State(
                    Prose.state(state),
                    Prose.number(count),
                    state == LedgerState.NOT_CHECKED,
                    count == 0)));
    return states;
  }

  private static List<Unread> unread(List<LedgerRow> ledger) {
    Map<NotCheckedReason, List<File>> byReason = new EnumMap<>(NotCheckedReason.class);
    for (LedgerRow row : ledger) {
      if (row.reason() != null) {
        byReason
            .computeIfAbsent(row.reason(), reason -> new ArrayList<>())
            .add(new File(row.source(), row.detail()));
      }
    }
    List<Unread> failures = new ArrayList<>();
    List<Unread> others = new ArrayList<>();
    byReason.forEach(
        (reason, files) -> (reason.isFailure() ? failures : others).add(unread(reason, files)));
    failures.addAll(others);
    return failures;
  }

  private static Unread unread(NotCheckedReason reason, List<File> files) {
    return new Unread(
        Prose.reason(reason),
        Prose.number(files.size()),
        Prose.remedy(reason),
        reason.isFailure(),
        reason.isFailure() && files.size() <= SHOWN_AT_ONCE,
        files);
  }

  private static List<File> inPart(List<LedgerRow> ledger) {
    return ledger.stream()
        .filter(row ->
            row.state() == LedgerState.CHECKED_PARTIAL
                || row.state() == LedgerState.CHECKED_POOR_OCR)
        .map(row -> new File(row.source(), row.detail()))
        .toList();
  }
}
