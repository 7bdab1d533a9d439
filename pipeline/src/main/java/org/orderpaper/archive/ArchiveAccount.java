package org.orderpaper.archive;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

/**
 * What an archive holds, and what is wrong with it.
 *
 * @param files with a ledger row of their own
 * @param parts ledger rows of what is in files
 * @param states how many rows are in each state; together files and parts
 * @param notChecked how many of the rows that are not checked have which reason
 * @param lastScan the id of the last scan that was completed, or null
 * @param openScan the id of a scan that began and has not ended, or null
 * @param beingWritten whether a scan was at work when the check began: the account is that of its
 *     last commit
 * @param faults a sentence each, without words of documents; none when the archive is sound
 */
public record ArchiveAccount(
    int files,
    int parts,
    int items,
    int entries,
    Map<LedgerState, Integer> states,
    Map<NotCheckedReason, Integer> notChecked,
    @Nullable String lastScan,
    @Nullable String openScan,
    boolean beingWritten,
    List<String> faults) {

  public ArchiveAccount {
    states = Collections.unmodifiableMap(new EnumMap<>(states));
    notChecked = Collections.unmodifiableMap(new EnumMap<>(notChecked));
    faults = List.copyOf(faults);
  }

  /**
   * Checks the archive in {@code path} without locking it: a scan can go on and another can begin.
   *
   * @throws ArchiveException if there is none, or it is of another version
   */
  public static ArchiveAccount of(Path path) throws ArchiveException {
    return ArchiveCheck.of(new ArchiveFolder(path));
  }
}
