package org.orderpaper.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.archive.ArchiveState;
import org.orderpaper.archive.ArchiveWriter;
import org.orderpaper.archive.DecisionLog;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.archive.ItemIndexing;
import org.orderpaper.extract.ContainedExtractor;
import org.orderpaper.extract.ContainmentLimits;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.report.Report;
import org.orderpaper.report.ReportInput;
import org.orderpaper.report.Statistics;
import org.orderpaper.rules.ItemFields;
import org.orderpaper.rules.Resubmissions;
import org.orderpaper.rules.RuleBook;
import org.orderpaper.segment.Segmenter;

/**
 * One scan from its folders to its report. Data flows one way: found files, readings, batches with
 * their review entries, the archive, the report.
 */
public final class NightlyScan implements AutoCloseable {

  private static final ExtractionLimits LIMITS = ExtractionLimits.defaults();
  private static final DateTimeFormatter SCAN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final ScanSettings settings;
  private final Consumer<ScanEvent> watcher;
  private final RuleBook ruleBook;
  private final List<Root> roots;
  private final String reading;
  private final ContainedExtractor extractor;
  private final OrderedWorkers workers =
      new OrderedWorkers(Runtime.getRuntime().availableProcessors());

  NightlyScan(ScanSettings settings, Consumer<ScanEvent> watcher) throws ScanException {
    this.settings = settings;
    this.watcher = watcher;
    this.ruleBook = RuleBooks.runnable(settings.rules());
    this.roots = Root.of(settings.paths());
    this.reading = reading();
    this.extractor = new ContainedExtractor(LIMITS, ContainmentLimits.defaults(), work());
  }

  /**
   * Scans.
   *
   * @param watcher is told what happens, on the thread of the caller
   * @throws ScanException if nothing can be scanned or the report cannot be written
   * @throws ArchiveException if the archive cannot be used or written
   */
  public static ScanResult run(ScanSettings settings, Consumer<ScanEvent> watcher)
      throws ScanException, ArchiveException {
    try (NightlyScan scan = new NightlyScan(settings, watcher)) {
      return scan.run();
    }
  }

  /**
   * What a scan would read, without reading it.
   *
   * @return the sources to read, in path order
   */
  public static List<String> toRead(ScanSettings settings) throws ScanException, ArchiveException {
    try (NightlyScan scan = new NightlyScan(settings, event -> {})) {
      return scan.toRead();
    }
  }

  private List<String> toRead() throws ArchiveException {
    List<FileRecord> archived = List.of();
    String openScan = "";
    if (ArchiveReader.isIn(settings.archive())) {
      try (ArchiveReader reader = ArchiveReader.open(settings.archive())) {
        archived = reader.allFiles();
        openScan = openScan(reader.state()).orElse("");
      }
    }
    StandingReadings readings = readings(openScan);
    return plan(Discovery.of(roots, ownFolders()), archived, readings).toRead().stream()
        .map(file -> source(file.root().key(), file.path()))
        .toList();
  }

  private ScanResult run() throws ScanException, ArchiveException {
    ItemIndexing indexing = RuleBooks.indexing(ruleBook);
    Instant began = Instant.now();
    try (ArchiveWriter archive = ArchiveWriter.open(settings.archive(), indexing)) {
      Optional<String> open = openScan(archive.state());
      try (ReportFolder folder = folder(open, began)) {
        String scan = open.orElse(folder.id());
        List<FileRecord> tonight = bringIn(archive, indexing, scan);
        watcher.accept(new ScanEvent.Reporting());
        return report(archive, folder, scan, began, tonight);
      }
    }
  }

  /** The scan of the same roots that was cut short, if there is one. */
  private Optional<String> openScan(ArchiveState state) {
    return rootsKey().equals(state.openRoots())
        ? Optional.ofNullable(state.openScan())
        : Optional.empty();
  }

  private ReportFolder folder(Optional<String> open, Instant began) throws ScanException {
    return open.isPresent()
        ? ReportFolder.resume(settings.reports(), open.get())
        : ReportFolder.reserve(settings.reports(), SCAN_ID.format(began));
  }

  /**
   * Brings everything under the roots into the archive, without a report.
   *
   * @return what lies under the roots, with its items and entries
   */
  Contents contents() throws ScanException, ArchiveException {
    ItemIndexing indexing = RuleBooks.indexing(ruleBook);
    try (ArchiveWriter archive = ArchiveWriter.open(settings.archive(), indexing)) {
      List<FileRecord> tonight = bringIn(archive, indexing, "");
      try (ArchiveReader reader = archive.read()) {
        return Contents.of(Tonight.of(tonight, "", this::source), reader);
      }
    }
  }

  private List<FileRecord> bringIn(ArchiveWriter archive, ItemIndexing indexing, String scan)
      throws ScanException, ArchiveException {
    archive.begin(scan, rootsKey());
    removeWork();
    bringUpToDate(archive, indexing);
    List<FileRecord> archived;
    try (ArchiveReader reader = archive.read()) {
      archived = reader.allFiles();
    }
    List<FoundFile> found = Discovery.of(roots, ownFolders());
    StandingReadings readings = readings(scan);
    ReadingPlan plan = plan(found, archived, readings);
    watcher.accept(new ScanEvent.Listed(found.size(), plan.toRead().size(), plan.bytesToRead()));
    List<FileRecord> tonight = readAll(archive, indexing, archived, plan, readings);
    Account.check(found, tonight);
    return tonight;
  }

  /** Pieces of documents that a killed scan left in the folders of its workers. */
  private void removeWork() throws ScanException {
    try {
      Folders.delete(work());
    } catch (IOException e) {
      throw ScanException.internal(
          "the temporary files of an earlier scan in " + work() + " cannot be removed; remove them",
          e);
    }
  }

  private Path work() {
    return settings.archive().resolve("work");
  }

  private String rootsKey() {
    return String.join("\n", roots.stream().map(Root::key).sorted().toList());
  }

  /** Fingerprint of everything that shapes the items of a file. */
  private String reading() {
    return Extractor.fingerprint()
        + ' '
        + Segmenter.version()
        + ' '
        + RuleBooks.fingerprint(ruleBook.segmentSettings());
  }

  private StandingReadings readings(String scan) {
    return new StandingReadings(reading, extractor::ocrSetting, settings.retryFailed(), scan);
  }

  private ReadingPlan plan(
      List<FoundFile> found, List<FileRecord> archived, StandingReadings readings) {
    return ReadingPlan.of(found, archived, readings, LIMITS.maxBytes(), workers);
  }

  private Set<Path> ownFolders() {
    Set<Path> own = new HashSet<>();
    for (Path path : List.of(settings.archive(), settings.reports())) {
      try {
        own.add(path.toRealPath());
      } catch (IOException e) {
        // Not there yet: nothing in it can be found.
        own.add(path.toAbsolutePath().normalize());
      }
    }
    return own;
  }

  /** Indexes and matches everything again where the analyser or the rule book changed. */
  private void bringUpToDate(ArchiveWriter archive, ItemIndexing indexing) throws ArchiveException {
    if (!archive.state().indexing().equals(indexing.fingerprint())) {
      try (ArchiveReader reader = archive.read()) {
        archive.reindex(reader);
      }
    }
    String hash = ruleBook.card().hash();
    if (!archive.state().ruleBook().equals(hash)) {
      watcher.accept(new ScanEvent.Rematching());
      try (ArchiveReader reader = archive.read()) {
        Function<String, BusinessItem> byId = id -> reader.item(ItemFields.ITEM, id).orElseThrow();
        archive.rematch(hash, ruleBook.run(reader.reader(), byId), byId);
      }
    }
  }

  /** Reads, matches and commits batch by batch; returns the records of all files found tonight. */
  private List<FileRecord> readAll(
      ArchiveWriter archive,
      ItemIndexing indexing,
      List<FileRecord> archived,
      ReadingPlan plan,
      StandingReadings readings)
      throws ScanException, ArchiveException {
    Documents documents = new Documents(archived, readings);
    Map<String, FileRecord> byHash = new HashMap<>();
    archived.stream().filter(readings::stands).forEach(file -> remember(byHash, file));
    List<FileRecord> tonight = new ArrayList<>(plan.kept());
    Batches batches =
        new Batches(archive, indexing, ruleBook, documents, tonight, System::nanoTime);
    // Copies of archived files come first: they keep the items of a file that is replaced tonight.
    List<HashedFile> copiesOfTonight = new ArrayList<>();
    for (HashedFile copy : plan.copies()) {
      FileRecord original = byHash.get(copy.sha256());
      if (original == null) {
        copiesOfTonight.add(copy);
      } else {
        batches.add(copy.file().recordLike(original, readings.scan()), List.of());
      }
    }
    for (FileRecord file : plan.touched()) {
      batches.addIfNew(file);
    }
    read(plan.toRead(), readings, batches, byHash);
    List<FoundFile.ToRead> withoutOriginal = new ArrayList<>();
    for (HashedFile copy : copiesOfTonight) {
      FileRecord original = byHash.get(copy.sha256());
      if (original == null) {
        // The file with the same bytes was changed or removed before it was read.
        withoutOriginal.add(copy.file());
      } else {
        batches.add(copy.file().recordLike(original, readings.scan()), List.of());
      }
    }
    read(withoutOriginal, readings, batches, byHash);
    for (FileRecord file : plan.unread()) {
      batches.addIfNew(file);
    }
    batches.finish();
    return tonight;
  }

  private void read(
      List<FoundFile.ToRead> files,
      StandingReadings readings,
      Batches batches,
      Map<String, FileRecord> byHash)
      throws ScanException, ArchiveException {
    if (files.isEmpty()) {
      return;
    }
    DocumentReader reader = new DocumentReader(extractor, RuleBooks.segmenter(ruleBook));
    new ReadingTurns(workers, reader)
        .readAll(
            files,
            result -> {
              FileRecord file = result.record(readings);
              remember(byHash, file);
              batches.add(file, result.items());
              watcher.accept(new ScanEvent.Read(result.file().bytes()));
            });
  }

  private ScanResult report(
      ArchiveWriter archive,
      ReportFolder reports,
      String scan,
      Instant began,
      List<FileRecord> tonight)
      throws ScanException, ArchiveException {
    DecisionLog decisions = DecisionLog.of(settings.archive());
    decisions.tornLine().map(ScanEvent.Noted::new).ifPresent(watcher);
    try (ArchiveReader reader = archive.read()) {
      Tonight shown = Tonight.of(tonight, scan, this::source);
      List<String> documents = shown.documents();
      List<ReviewEntry> archived = reader.entriesOf(documents);
      List<ReviewEntry> entries = withAcross(archived, reader, documents);
      Optional<Set<String>> known = reader.knownFingerprints(rootsKey());
      Report report =
          Report.of(
              new ReportInput(
                  settings.version(),
                  settings.asOf(),
                  roots.stream().map(Root::name).toList(),
                  ruleBook.card(),
                  shown.ledger(),
                  () -> reader.itemsOf(documents).map(shown::placed).iterator(),
                  entries,
                  shown.otherSources(),
                  StandingDecisions.of(
                      decisions.latest(), entries, id -> reader.item(ItemFields.ITEM, id)),
                  known.orElse(Set.of()),
                  known.isEmpty()));
      Account.check(report.statistics(), tonight);
      Path folder = reports.write(report.files(), new Timings(scan, began, Instant.now()));
      archive.complete(
          scan,
          rootsKey(),
          entries.stream().map(ReviewEntry::fingerprint).distinct().sorted().toList(),
          notAmong(archived, entries));
      return new ScanResult(
          scan,
          folder,
          report.statistics(),
          shown.hasFailures(),
          !ruleBook.card().faults().isEmpty(),
          highestSeverity(report.statistics()));
    }
  }

  /** The entries of the reported items, those that look across meetings among them. */
  private List<ReviewEntry> withAcross(
      List<ReviewEntry> archived, ArchiveReader reader, List<String> documents) {
    List<Resubmissions.Decided> decided =
        reader
            .itemsWith(
                ItemFields.PROCEDURE,
                ItemFields.DECIDED,
                item -> Optional.ofNullable(Resubmissions.decided(item)))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    return ruleBook.resubmissions().with(archived, new HashSet<>(documents), decided);
  }

  /** Those of the entries that are not in the archive. */
  private static List<ReviewEntry> notAmong(List<ReviewEntry> archived, List<ReviewEntry> entries) {
    Set<String> known = new HashSet<>();
    archived.forEach(entry -> known.add(entry.id()));
    return entries.stream().filter(entry -> !known.contains(entry.id())).toList();
  }

  private static int highestSeverity(Statistics statistics) {
    return statistics.ranked().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .mapToInt(Map.Entry::getKey)
        .max()
        .orElse(0);
  }

  /** The source of a file as the report names it: with its root's name where there are several. */
  private String source(String root, String path) {
    if (roots.size() == 1) {
      return path;
    }
    return roots.stream()
        .filter(candidate -> candidate.key().equals(root))
        .map(candidate -> candidate.name() + "/" + path)
        .findFirst()
        .orElse(path);
  }

  @Override
  public void close() {
    workers.close();
    extractor.close();
  }

  private static void remember(Map<String, FileRecord> byHash, FileRecord file) {
    String sha256 = file.own().sha256();
    if (sha256 != null) {
      byHash.putIfAbsent(sha256, file);
    }
  }
}
