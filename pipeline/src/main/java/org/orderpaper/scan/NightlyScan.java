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
import java.util.Objects;
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
import org.orderpaper.archive.NightBatch;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.report.Report;
import org.orderpaper.report.ReportInput;
import org.orderpaper.report.Statistics;
import org.orderpaper.rules.RuleBook;
import org.orderpaper.segment.Segmenter;

/**
 * One scan from its folders to its report. Data flows one way: found files, readings, batches with
 * their review entries, the archive, the report.
 */
public final class NightlyScan implements AutoCloseable {

  private static final int BATCH_FILES = 400;
  private static final int BATCH_ITEMS = 4_000;
  private static final DateTimeFormatter SCAN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final ScanSettings settings;
  private final Consumer<ScanEvent> watcher;
  private final RuleBook ruleBook;
  private final List<Root> roots;
  private final String reading;
  private final ExtractionLimits limits = ExtractionLimits.defaults();
  private final Extractor extractor = new Extractor(limits);
  private final OrderedWorkers workers =
      new OrderedWorkers(Runtime.getRuntime().availableProcessors());

  NightlyScan(ScanSettings settings, Consumer<ScanEvent> watcher) throws ScanException {
    this.settings = settings;
    this.watcher = watcher;
    this.ruleBook = RuleBooks.runnable(settings.rules());
    this.roots = Root.of(settings.paths());
    this.reading = reading();
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
    if (ArchiveReader.isIn(settings.archive())) {
      try (ArchiveReader reader = ArchiveReader.open(settings.archive())) {
        archived = reader.allFiles();
      }
    }
    return plan(archived, "").toRead().stream()
        .map(file -> source(file.root().key(), file.path()))
        .toList();
  }

  private ScanResult run() throws ScanException, ArchiveException {
    ItemIndexing indexing = RuleBooks.indexing(ruleBook);
    Instant began = Instant.now();
    try (ArchiveWriter archive = ArchiveWriter.open(settings.archive(), indexing)) {
      String scan = scanId(archive.state(), began);
      List<FileRecord> tonight = bringIn(archive, indexing, scan);
      watcher.accept(new ScanEvent.Reporting());
      return report(archive, scan, began, tonight);
    }
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
    bringUpToDate(archive, indexing);
    List<FileRecord> archived;
    try (ArchiveReader reader = archive.read()) {
      archived = reader.allFiles();
    }
    ReadingPlan plan = plan(archived, scan);
    watcher.accept(new ScanEvent.Listed(count(plan), plan.toRead().size(), plan.bytesToRead()));
    return readAll(archive, indexing, archived, plan, scan);
  }

  private String scanId(ArchiveState state, Instant began) {
    String open = state.openScan();
    return open != null && rootsKey().equals(state.openRoots())
        ? open
        : new ReportFolder(settings.reports()).freeId(SCAN_ID.format(began));
  }

  private String rootsKey() {
    return String.join("\n", roots.stream().map(Root::key).sorted().toList());
  }

  /** Fingerprint of everything that shapes the items of a file. */
  private String reading() {
    return extractor.fingerprint()
        + ' '
        + Segmenter.version()
        + ' '
        + RuleBooks.fingerprint(ruleBook.segmentSettings());
  }

  private ReadingPlan plan(List<FileRecord> archived, String scan) {
    List<FoundFile> found = Discovery.of(roots, ownFolders());
    return ReadingPlan.of(found, archived, reading, scan, limits.maxBytes(), workers);
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

  private static int count(ReadingPlan plan) {
    return plan.kept().size()
        + plan.touched().size()
        + plan.copies().size()
        + plan.toRead().size()
        + plan.unread().size();
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
        Map<String, BusinessItem> items = new HashMap<>();
        reader.allItems().forEach(item -> items.put(item.id(), item));
        Function<String, BusinessItem> byId =
            id -> Objects.requireNonNull(items.get(id), "an item of the archive");
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
      String scan)
      throws ScanException, ArchiveException {
    Documents documents = new Documents(archived, reading);
    Map<String, FileRecord> byHash = new HashMap<>();
    archived.stream()
        .filter(file -> file.reading().equals(reading))
        .forEach(file -> remember(byHash, file));
    List<FileRecord> tonight = new ArrayList<>(plan.kept());
    Batches batches = new Batches(archive, indexing, documents, tonight);
    // Copies of archived files come first: they keep the items of a file that is replaced tonight.
    List<HashedFile> copiesOfTonight = new ArrayList<>();
    for (HashedFile copy : plan.copies()) {
      FileRecord original = byHash.get(copy.sha256());
      if (original == null) {
        copiesOfTonight.add(copy);
      } else {
        batches.add(copy.file().recordLike(original, scan), List.of());
      }
    }
    for (FileRecord file : plan.touched()) {
      batches.addIfNew(file);
    }
    if (!plan.toRead().isEmpty()) {
      DocumentReader reader = new DocumentReader(extractor, RuleBooks.segmenter(ruleBook));
      OrderedWorkers.Results<FileReading, ArchiveException> take =
          result -> {
            FileRecord file = result.record(reading, scan);
            remember(byHash, file);
            batches.add(file, result.items());
            watcher.accept(new ScanEvent.Read(result.file().bytes()));
          };
      workers.each(plan.toRead(), reader::read, take);
      // A file that changed or went after it was hashed leaves its copies without an original.
      List<FoundFile.ToRead> left = new ArrayList<>();
      for (HashedFile copy : copiesOfTonight) {
        FileRecord original = byHash.get(copy.sha256());
        if (original == null) {
          left.add(copy.file());
        } else {
          batches.add(copy.file().recordLike(original, scan), List.of());
        }
      }
      workers.each(left, reader::read, take);
    }
    for (FileRecord file : plan.unread()) {
      batches.addIfNew(file);
    }
    batches.finish();
    return tonight;
  }

  private ScanResult report(
      ArchiveWriter archive, String scan, Instant began, List<FileRecord> tonight)
      throws ScanException, ArchiveException {
    try (ArchiveReader reader = archive.read()) {
      Contents contents = Contents.of(Tonight.of(tonight, scan, this::source), reader);
      Optional<Set<String>> known = reader.knownFingerprints(rootsKey());
      Report report =
          Report.of(
              new ReportInput(
                  settings.version(),
                  settings.asOf(),
                  roots.stream().map(Root::name).toList(),
                  ruleBook.card(),
                  contents.tonight().ledger(),
                  contents.items(),
                  contents.entries(),
                  contents.tonight().otherSources(),
                  StandingDecisions.of(DecisionLog.of(settings.archive()).latest(), contents),
                  known.orElse(Set.of()),
                  known.isEmpty()));
      ReportFolder reports = new ReportFolder(settings.reports());
      Path folder = reports.write(scan, report.files(), new Timings(scan, began, Instant.now()));
      archive.complete(
          scan,
          rootsKey(),
          contents.entries().stream().map(ReviewEntry::fingerprint).distinct().sorted().toList());
      return new ScanResult(
          scan,
          folder,
          report.statistics(),
          contents.tonight().hasFailures(),
          !ruleBook.card().faults().isEmpty(),
          highestSeverity(report.statistics()));
    }
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

  /** Collects readings into batches; each is matched and committed as a whole. */
  private final class Batches {

    private final ArchiveWriter archive;
    private final ItemIndexing indexing;
    private final Documents documents;
    private final List<FileRecord> tonight;
    private final List<FileRecord> files = new ArrayList<>();
    private final List<BusinessItem> items = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();

    Batches(
        ArchiveWriter archive,
        ItemIndexing indexing,
        Documents documents,
        List<FileRecord> tonight) {
      this.archive = archive;
      this.indexing = indexing;
      this.documents = documents;
      this.tonight = tonight;
    }

    /** Adds a record without items of its own, unless the archive holds just that. */
    void addIfNew(FileRecord file) throws ArchiveException {
      if (documents.holds(file)) {
        tonight.add(file);
      } else {
        add(file, List.of());
      }
    }

    void add(FileRecord file, List<BusinessItem> read) throws ArchiveException {
      tonight.add(file);
      for (BusinessItem item : read) {
        if (!documents.holdsCurrentItemsOf(item.sha256())) {
          items.add(item);
        }
      }
      gone.addAll(documents.replace(file));
      files.add(file);
      if (files.size() >= BATCH_FILES || items.size() >= BATCH_ITEMS) {
        flush();
      }
    }

    void finish() throws ArchiveException {
      if (!files.isEmpty()) {
        flush();
      }
    }

    private void flush() throws ArchiveException {
      try (NightBatch batch = new NightBatch(indexing, files, items)) {
        List<ReviewEntry> entries = ruleBook.run(batch.reader(), batch::item);
        archive.add(batch, entries, gone);
      }
      files.clear();
      items.clear();
      gone.clear();
    }
  }
}
