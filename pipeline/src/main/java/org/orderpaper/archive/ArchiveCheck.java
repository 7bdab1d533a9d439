package org.orderpaper.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.ReviewEntry;
import tools.jackson.core.JacksonException;

/** Checks one archive: its index, its ledger, and the files beside the index. */
final class ArchiveCheck {

  /** A scan that commits meanwhile takes away files that are being checked; then again. */
  private static final int ATTEMPTS = 5;

  /** So many of one kind are named. */
  private static final int NAMED = 20;

  private final Map<String, List<String>> faults = new TreeMap<>();
  private final Map<LedgerState, Integer> states = new EnumMap<>(LedgerState.class);
  private final Map<NotCheckedReason, Integer> notChecked = new EnumMap<>(NotCheckedReason.class);
  private int files;
  private int parts;
  private int items;
  private int entries;
  private @Nullable String lastScan;

  private ArchiveCheck() {}

  static ArchiveAccount of(ArchiveFolder folder) throws ArchiveException {
    if (!folder.hasIndex()) {
      folder.openExisting();
    }
    try (Directory directory = folder.openExisting()) {
      boolean beingWritten = isBeingWritten(directory);
      for (int attempt = 1; ; attempt++) {
        String commit = lastCommit(directory);
        ArchiveCheck check = new ArchiveCheck();
        ArchiveAccount account = check.account(folder, directory, beingWritten);
        boolean sameCommit = Objects.equals(commit, lastCommit(directory));
        if (account.faults().isEmpty() || sameCommit || attempt == ATTEMPTS) {
          return account;
        }
      }
    } catch (IOException e) {
      throw new ArchiveException(
          "the archive " + folder.path() + " cannot be read: " + ArchiveFolder.reason(e), e);
    }
  }

  /** Asked with the lock for a moment; it is not held, or a scan that begins would be refused. */
  private static boolean isBeingWritten(Directory directory) throws IOException {
    try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      return false;
    } catch (LockObtainFailedException _) {
      return true;
    }
  }

  private static @Nullable String lastCommit(Directory directory) throws IOException {
    return SegmentInfos.getLastCommitSegmentsFileName(directory);
  }

  private ArchiveAccount account(ArchiveFolder folder, Directory directory, boolean beingWritten)
      throws ArchiveException, IOException {
    ArchiveState state = new ArchiveState("", "", null, null);
    if (isSound(directory)) {
      state = ArchiveState.of(folder.commitData(directory));
      if (state.indexing().isEmpty()) {
        fault("commit", "the last commit does not say how items were indexed");
      }
      if (state.ruleBook().isEmpty()) {
        fault("commit", "the last commit does not say which rule book was used");
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        records(reader);
      }
    }
    logs(folder);
    return new ArchiveAccount(
        files,
        parts,
        items,
        entries,
        states,
        notChecked,
        lastScan,
        state.openScan(),
        beingWritten,
        allFaults());
  }

  private boolean isSound(Directory directory) throws IOException {
    Lock none = NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME);
    try (CheckIndex check = new CheckIndex(directory, none)) {
      check.setInfoStream(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      check.setThreadCount(1);
      CheckIndex.Status status = check.checkIndex();
      if (!status.clean) {
        fault(
            "index",
            "the index is damaged ("
                + status.numBadSegments
                + " of "
                + status.numSegments
                + " segments); restore it from a copy, or scan again into another archive");
      }
      return status.clean;
    }
  }

  private void records(DirectoryReader reader) throws IOException {
    Map<String, FileRecord> records = ledger(reader);
    Map<String, Set<Integer>> promised = new HashMap<>();
    Set<String> held = new HashSet<>();
    for (FileRecord file : records.values()) {
      file(file, promised);
      held.addAll(file.documents());
    }
    Set<String> ids = items(reader, promised, held);
    for (Optional<ReviewEntry> entry : each(reader, Records.ENTRY, Records::entry)) {
      entries++;
      if (entry.isPresent() && !ids.contains(entry.get().item())) {
        fault("entry", "entry " + entry.get().id() + " is about an item that is not there");
      }
    }
    lastScan =
        each(reader, Records.SCAN, Records::scan).stream()
            .flatMap(Optional::stream)
            .map(Records.CompletedScan::id)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  private Map<String, FileRecord> ledger(DirectoryReader reader) throws IOException {
    Map<String, List<Records.PlacedRow>> byFile = new TreeMap<>();
    for (Optional<Records.PlacedRow> row : each(reader, Records.LEDGER, Records::ledger)) {
      row.ifPresent(placed ->
          byFile
              .computeIfAbsent(
                  FileRecord.key(placed.root(), placed.path()), key -> new ArrayList<>())
              .add(placed));
    }
    Map<String, FileRecord> records = new TreeMap<>();
    byFile.forEach((key, rows) -> {
      rows.sort(Comparator.comparingInt(Records.PlacedRow::place));
      for (int place = 0; place < rows.size(); place++) {
        if (rows.get(place).place() != place) {
          fault("ledger", rows.getFirst().path() + ": a ledger row is missing or there twice");
          return;
        }
      }
      records.put(key, ArchiveReader.inPlace(rows));
    });
    return records;
  }

  private void file(FileRecord file, Map<String, Set<Integer>> promised) {
    files++;
    parts += file.rows().size() - 1;
    if (!file.own().source().equals(file.path())) {
      fault("ledger", file.path() + ": its first ledger row is not its own");
    }
    for (LedgerRow part : file.rows().subList(1, file.rows().size())) {
      if (!part.source().startsWith(file.path() + "!/")) {
        fault("ledger", part.source() + ": a ledger row of another file than " + file.path());
      }
    }
    for (LedgerRow row : file.rows()) {
      states.merge(row.state(), 1, Integer::sum);
      if (row.reason() != null) {
        notChecked.merge(row.reason(), 1, Integer::sum);
      }
      row(row);
      if (row.sha256() != null && row.state().isChecked()) {
        promised.computeIfAbsent(row.sha256(), key -> new HashSet<>()).add(row.items());
      }
    }
  }

  private void row(LedgerRow row) {
    if (row.state() == LedgerState.UNCHANGED || row.state() == LedgerState.DUPLICATE) {
      fault("ledger", row.source() + ": a state that only reports have");
    }
    if (row.items() > 0 && (row.sha256() == null || !row.state().isChecked())) {
      fault("ledger", row.source() + ": items of what was not checked");
    }
  }

  private Set<String> items(
      DirectoryReader reader, Map<String, Set<Integer>> promised, Set<String> held)
      throws IOException {
    Set<String> ids = new HashSet<>();
    Map<String, Integer> byDocument = new HashMap<>();
    record Found(String id, String document) {}
    Function<Document, Found> found =
        document -> {
          BusinessItem item = Records.item(document);
          return new Found(item.id(), item.sha256());
        };
    for (Optional<Found> item : each(reader, Records.ITEM, found)) {
      items++;
      item.ifPresent(present -> {
        byDocument.merge(present.document(), 1, Integer::sum);
        if (!ids.add(present.id())) {
          fault("item", "item " + present.id() + " is there twice");
        }
      });
    }
    byDocument.forEach((document, count) -> {
      if (!held.contains(document)) {
        fault("item", count + " items of document " + document + ", which no file holds");
      }
    });
    promised.forEach((document, counts) -> {
      int there = byDocument.getOrDefault(document, 0);
      if (!counts.contains(there)) {
        fault(
            "item", there + " items of document " + document + ", where the ledger says " + counts);
      }
    });
    return ids;
  }

  private <T> List<Optional<T>> each(
      DirectoryReader reader, String kind, Function<Document, T> read) throws IOException {
    List<Optional<T>> records;
    try {
      records =
          EachDocument.of(
              reader,
              new Term(Records.RECORD, kind),
              document -> {
                try {
                  return Optional.of(read.apply(document));
                } catch (JacksonException | IllegalStateException | IllegalArgumentException _) {
                  return Optional.empty();
                }
              });
    } catch (UncheckedIOException e) {
      fault("record", "the " + kind + "s cannot be read: " + ArchiveFolder.reason(e));
      return List.of();
    }
    long unread = records.stream().filter(Optional::isEmpty).count();
    if (unread > 0) {
      fault("record", unread + " of kind " + kind + " cannot be understood");
    }
    return records;
  }

  private void logs(ArchiveFolder folder) throws IOException {
    DecisionLog decisions = DecisionLog.of(folder.path());
    try {
      decisions.latest();
      decisions.tornLine().ifPresent(line -> fault("log", line));
    } catch (ArchiveException e) {
      fault("log", String.valueOf(e.getMessage()));
    }
    AccessLog.of(folder.path()).faults().forEach(line -> fault("log", line));
  }

  private void fault(String kind, String sentence) {
    faults.computeIfAbsent(kind, key -> new ArrayList<>()).add(sentence);
  }

  private List<String> allFaults() {
    List<String> all = new ArrayList<>();
    for (List<String> ofKind : faults.values()) {
      List<String> sorted = ofKind.stream().sorted().toList();
      all.addAll(sorted.subList(0, Math.min(NAMED, sorted.size())));
      if (sorted.size() > NAMED) {
        all.add("and " + (sorted.size() - NAMED) + " more like the last");
      }
    }
    return all;
  }
}
