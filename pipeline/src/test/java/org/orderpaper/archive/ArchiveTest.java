package org.orderpaper.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.model.Act;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.DecisionOutcome;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Reason;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Sha256;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.TestItems;
import org.orderpaper.model.Voice;
import org.orderpaper.model.WelfareEntry;

class ArchiveTest {

  private static final String FIRST = Sha256.of("first");
  private static final String SECOND = Sha256.of("second");
  private static final ItemIndexing INDEXING =
      new ItemIndexing(new StandardAnalyzer(), ArchiveTest::document, "item", "fields 1");

  @TempDir Path folder;

  @Test
  void whatWasCommittedIsReadBackWhole() throws ArchiveException {
    BusinessItem item = TestItems.inDocument("a.txt", FIRST, "The library stays open.");
    List<ReviewEntry> entries = entriesOf(item);
    add(file("a.txt", FIRST), List.of(item), entries, Set.of());

    try (ArchiveReader archive = ArchiveReader.open(archive())) {
      assertThat(archive.allItems()).containsExactly(item);
      assertThat(archive.entries(Set.of(item.id()))).containsExactlyElementsOf(entries);
      assertThat(archive.allFiles()).containsExactly(file("a.txt", FIRST));
      assertThat(archive.item("item", item.id())).contains(item);
      assertThat(archive.entry("finding-1")).contains(entries.getFirst());
    }
  }

  @Test
  void aFileReadAgainTakesThePlaceOfWhatWasKnownOfIt() throws ArchiveException {
    BusinessItem old = TestItems.inDocument("a.txt", FIRST, "The library stays open.");
    BusinessItem changed = TestItems.inDocument("a.txt", SECOND, "The library closes.");
    add(file("a.txt", FIRST), List.of(old), entriesOf(old), Set.of());
    add(file("a.txt", SECOND), List.of(changed), List.of(), Set.of(FIRST));

    try (ArchiveReader archive = ArchiveReader.open(archive())) {
      assertThat(archive.allItems()).containsExactly(changed);
      assertThat(archive.entries(Set.of(old.id()))).isEmpty();
      assertThat(archive.allFiles()).containsExactly(file("a.txt", SECOND));
    }
  }

  @Test
  void matchingAgainReplacesEntriesAndLeavesItemsAlone() throws ArchiveException {
    BusinessItem item = TestItems.inDocument("a.txt", FIRST, "The library stays open.");
    add(file("a.txt", FIRST), List.of(item), entriesOf(item), Set.of());
    ReviewEntry entry = new WelfareEntry("other", "print", item.id());
    try (ArchiveWriter writer = ArchiveWriter.open(archive(), INDEXING)) {
      writer.rematch("rules 2", List.of(entry), id -> item);
    }

    try (ArchiveReader archive = ArchiveReader.open(archive())) {
      assertThat(archive.entries(Set.of(item.id()))).containsExactly(entry);
      assertThat(archive.allItems()).containsExactly(item);
      assertThat(archive.state().ruleBook()).isEqualTo("rules 2");
    }
  }

  @Test
  void searchFindsItemsAndTheWordsThatMatched() throws ArchiveException {
    BusinessItem item = TestItems.inDocument("a.txt", FIRST, "The library stays open.");
    BusinessItem other = TestItems.inDocument("a.txt", FIRST, "Buses were late.");
    add(file("a.txt", FIRST), List.of(item, other), List.of(), Set.of());

    try (ArchiveReader archive = ArchiveReader.open(archive())) {
      SearchResult result = archive.search(new TermQuery(new Term("text", "library")), "text", 5);
      assertThat(result.total()).isEqualTo(1);
      assertThat(result.hits())
          .containsExactly(new SearchResult.Hit(item, List.of(new Span(4, 11))));
    }
  }

  @Test
  void aSecondScanOfTheSameArchiveIsRefused() throws ArchiveException {
    try (ArchiveWriter first = ArchiveWriter.open(archive(), INDEXING)) {
      assertThat(first.state().openScan()).isNull();
      assertThatThrownBy(() -> ArchiveWriter.open(archive(), INDEXING))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("another scan is at work");
    }
  }

  @Test
  void anArchiveOfAnotherVersionIsRefusedAndStaysAsItWas() throws Exception {
    Files.createDirectories(archive().resolve("index"));
    try (FSDirectory directory = FSDirectory.open(archive().resolve("index"));
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      writer.setLiveCommitData(Map.of("orderpaper.format", "99").entrySet());
      writer.commit();
    }
    Map<String, String> before = hashes();

    assertThatThrownBy(() -> ArchiveWriter.open(archive(), INDEXING))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("another version (format 99");
    assertThat(hashes()).isEqualTo(before);
  }

  @Test
  void aDamagedIndexIsRefusedWithAMessage() throws Exception {
    add(file("a.txt", FIRST), List.of(), List.of(), Set.of());
    try (Stream<Path> files = Files.list(archive().resolve("index"))) {
      Path segments =
          files.filter(file -> file.toString().contains("segments_")).findFirst().orElseThrow();
      Files.write(segments, new byte[] {1, 2, 3});
    }
    assertThatThrownBy(() -> ArchiveWriter.open(archive(), INDEXING))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void readingWithoutAnArchiveSaysHowToMakeOne() {
    assertThatThrownBy(() -> ArchiveReader.open(archive()))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("run a scan first");
  }

  @Test
  void theFolderIsForItsOwnerAlone() throws Exception {
    add(file("a.txt", FIRST), List.of(), List.of(), Set.of());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive())))
        .isEqualTo("rwx------");
  }

  @Test
  void anUnfinishedScanIsRememberedUntilItIsComplete() throws ArchiveException {
    try (ArchiveWriter writer = ArchiveWriter.open(archive(), INDEXING)) {
      writer.begin("night-1", "/papers");
    }
    try (ArchiveWriter writer = ArchiveWriter.open(archive(), INDEXING)) {
      assertThat(writer.state().openScan()).isEqualTo("night-1");
      writer.complete("night-1", "/papers", List.of("a", "b"), List.of());
    }
    try (ArchiveReader archive = ArchiveReader.open(archive())) {
      assertThat(archive.state().openScan()).isNull();
      assertThat(archive.knownFingerprints("/papers")).contains(Set.of("a", "b"));
      assertThat(archive.knownFingerprints("/elsewhere")).isEmpty();
    }
  }

  @Test
  void theLastDecisionOnAFindingCounts() throws ArchiveException {
    add(file("a.txt", FIRST), List.of(), List.of(), Set.of());
    DecisionLog log = DecisionLog.of(archive());
    log.append(decision(DecisionOutcome.CONFIRMED));
    log.append(decision(DecisionOutcome.NOT_A_MATCH));

    assertThat(DecisionLog.of(archive()).latest())
        .containsOnly(Map.entry("finding-1", decision(DecisionOutcome.NOT_A_MATCH)));
  }

  @Test
  void aDecisionThatCannotBeReadIsNamedByItsLine() throws Exception {
    add(file("a.txt", FIRST), List.of(), List.of(), Set.of());
    DecisionLog.of(archive()).append(decision(DecisionOutcome.CONFIRMED));
    Path file = archive().resolve("decisions.jsonl");
    Files.writeString(file, Files.readString(file) + "{\"finding\":\n");

    assertThatThrownBy(() -> DecisionLog.of(archive()).latest())
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("decisions.jsonl:2:");
  }

  private void add(
      FileRecord file, List<BusinessItem> items, List<ReviewEntry> entries, Set<String> gone)
      throws ArchiveException {
    try (ArchiveWriter writer = ArchiveWriter.open(archive(), INDEXING);
        NightBatch batch = new NightBatch(INDEXING, List.of(file), items)) {
      writer.add(batch, entries, gone);
    }
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private Map<String, String> hashes() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(archive().resolve("index"))) {
      for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
        hashes.put(file.toString(), Sha256.of(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  private static Decision decision(DecisionOutcome outcome) {
    return new Decision(
        "finding-1",
        "print-1",
        "whip/restore",
        Outcome.CARRIED,
        outcome,
        "a \"quoted\" reason",
        LocalDate.of(2020, 12, 1));
  }

  private static FileRecord file(String path, String sha256) {
    return new FileRecord(
        "/papers",
        path,
        "reading 1",
        "night-1",
        List.of(
            new LedgerRow(
                path,
                sha256,
                12,
                Instant.parse("2020-11-28T09:00:00Z"),
                "text/plain",
                LedgerState.CHECKED,
                null,
                null,
                1,
                null)));
  }

  private static List<ReviewEntry> entriesOf(BusinessItem item) {
    return List.of(
        new Finding(
            "finding-1",
            "print-1",
            item.id(),
            "whip/restore",
            List.of("whip/restore"),
            "whip",
            "GS-1",
            Act.PASS,
            List.of(Act.DISCUSS, Act.PASS),
            Temporal.IN_FORCE,
            4,
            Queue.RANKED,
            Voice.UNIT_DECISION,
            List.of(new Evidence("relief", new Span(0, 3))),
            List.of(new Reason("for", null)),
            List.of(new Reason("against", new Span(1, 2))),
            List.of("base 4")),
        new OverRestriction("over-1", "print-2", item.id(), List.of(new Reason("cited", null))),
        new WelfareEntry("welfare-1", "print-3", item.id()),
        new StructuralNote("note-1", "print-4", item.id(), "procedure.seconder", List.of()));
  }

  private static Document document(BusinessItem item) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    Document document = new Document();
    document.add(new StringField("item", item.id(), Field.Store.YES));
    document.add(new Field("text", item.text(), type));
    return document;
  }
}
