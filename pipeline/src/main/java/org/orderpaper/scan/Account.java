package org.orderpaper.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.report.Statistics;

/**
 * Checks that everything that was found is accounted for, once. A report that leaves a file out
 * would be taken for a whole one, so there is none if a count is wrong.
 */
final class Account {

  private Account() {}

  /**
   * Checks that every path that was found has one record, which begins with its own ledger row.
   *
   * @throws ScanException if not; that is a fault of the program
   */
  static void check(List<FoundFile> found, List<FileRecord> tonight) throws ScanException {
    Map<String, Integer> open = new HashMap<>();
    for (FoundFile file : found) {
      open.merge(FileRecord.key(file.root().key(), file.path()), 1, Integer::sum);
    }
    for (FileRecord file : tonight) {
      open.merge(file.key(), -1, Integer::sum);
    }
    long wrong = open.values().stream().filter(count -> count != 0).count();
    if (wrong > 0) {
      throw doesNotAddUp(
          found.size()
              + " were found, "
              + tonight.size()
              + " stand in the ledger, "
              + wrong
              + " not once");
    }
    long foreign = tonight.stream().filter(file -> !hasOwnRowFirst(file)).count();
    if (foreign > 0) {
      throw doesNotAddUp(foreign + " have a ledger row of another file");
    }
  }

  /** Checks that the closing figures count each ledger row once, in one state. */
  static void check(Statistics statistics, List<FileRecord> tonight) throws ScanException {
    int rows = tonight.stream().mapToInt(file -> file.rows().size()).sum();
    int states = statistics.byState().values().stream().mapToInt(Integer::intValue).sum();
    if (statistics.seen() != rows || states != rows) {
      throw doesNotAddUp(
          rows + " rows, " + statistics.seen() + " reported as seen, in " + states + " states");
    }
  }

  private static boolean hasOwnRowFirst(FileRecord file) {
    List<LedgerRow> rows = file.rows();
    return rows.getFirst().source().equals(file.path())
        && rows.stream().skip(1).allMatch(row -> row.source().startsWith(file.path() + "!/"));
  }

  private static ScanException doesNotAddUp(String counts) {
    return ScanException.internal(
        "the account of the files does not add up ("
            + counts
            + "), so no report was written; the archive keeps what was read. This is a fault of the"
            + " program: please report it",
        null);
  }
}
