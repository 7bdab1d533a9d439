package org.orderpaper.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.DecisionOutcome;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Sha256;
import org.orderpaper.model.TestItems;
import org.orderpaper.model.WelfareEntry;

class ArchiveCheckTest {

  private static final String FIRST = Sha256.of("first");
  private static final ItemIndexing INDEXING =
      new ItemIndexing(new StandardAnalyzer(), ArchiveCheckTest::document, "item", "fields 1");
  private static final BusinessItem ITEM =
      TestItems.inDocument("a.txt", FIRST, "The library stays open.");
  private static final ReviewEntry ENTRY = new WelfareEntry("welfare-1", "print", ITEM.id());

  @TempDir Path folder;

  @Test
  void aSoundArchiveIsCountedAndHasNoFaults() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of(ENTRY));
    try (ArchiveWriter writer = ArchiveWriter.open(archive(), INDEXING)) {
      writer.rematch("rules 1", List.of(ENTRY), id -> ITEM);
      writer.begin("night-1", "/papers");
      writer.complete("night-1", "/papers", List.of(), List.of());
      writer.begin("night-2", "/papers");
    }
    ArchiveAccount account = ArchiveAccount.of(archive());
    assertThat(account.faults()).isEmpty();
    assertThat(account.files()).isEqualTo(1);
    assertThat(account.parts()).isEqualTo(0);
    assertThat(account.items()).isEqualTo(1);
    assertThat(account.entries()).isEqualTo(1);
    assertThat(account.states()).isEqualTo(Map.of(LedgerState.CHECKED, 1));
    assertThat(account.lastScan()).isEqualTo("night-1");
    assertThat(account.openScan()).isEqualTo("night-2");
    assertThat(account.beingWritten()).isFalse();
  }

  @Test
  void aScanAtWorkIsSaidAndNotDisturbed() throws Exception {
    try (ArchiveWriter writer = ArchiveWriter.open(archive(), INDEXING)) {
      writer.begin("night-1", "/papers");
      ArchiveAccount account = ArchiveAccount.of(archive());
      assertThat(account.beingWritten()).isTrue();
      assertThat(account.openScan()).isEqualTo("night-1");
      writer.complete("night-1", "/papers", List.of(), List.of());
    }
  }

  @Test
  void anItemCountThatDiffersFromTheLedgerIsAFault() throws Exception {
    add(file("a.txt", 2), List.of(ITEM), List.of());
    assertThat(faults()).anyMatch(fault -> fault.contains("1 items of document " + FIRST));
  }

  @Test
  void itemsOfADocumentThatNoFileHoldsAreAFault() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of());
    change(writer -> writer.deleteDocuments(new Term(Records.RECORD, Records.LEDGER)));
    assertThat(faults()).anyMatch(fault -> fault.contains("which no file holds"));
  }

  @Test
  void anEntryWithoutItsItemIsAFault() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of(ENTRY));
    change(writer -> writer.deleteDocuments(new Term(Records.RECORD, Records.ITEM)));
    assertThat(faults()).anyMatch(fault -> fault.contains("welfare-1"));
  }

  @Test
  void aLedgerRowThatIsThereTwiceIsAFault() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of());
    change(writer -> writer.addDocument(Records.ledger(file("a.txt", 1), 0)));
    assertThat(faults()).anyMatch(fault -> fault.contains("a.txt: a ledger row is missing"));
  }

  @Test
  void aCommitWithoutFingerprintsIsAFault() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of());
    change(writer ->
        writer.setLiveCommitData(Map.of(ArchiveState.FORMAT_KEY, ArchiveState.FORMAT).entrySet()));
    assertThat(faults()).anyMatch(fault -> fault.contains("how items were indexed"));
  }

  @Test
  void aDamagedSegmentIsAFault() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of());
    try (Stream<Path> files = Files.list(archive().resolve("index"))) {
      Path segment =
          files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length / 2] ^= 1;
      Files.write(segment, bytes);
    }
    assertThat(faults()).anyMatch(fault -> fault.contains("the index is damaged"));
  }

  @Test
  void logsThatCannotBeReadAreFaultsByLine() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of());
    AccessLog.of(archive()).unmasked("item", "a complaint", "officer", Instant.EPOCH);
    Files.writeString(archive().resolve("access.log"), "gibberish\n", StandardOpenOption.APPEND);
    Files.writeString(archive().resolve("decisions.jsonl"), "{}\n");
    assertThat(faults())
        .anyMatch(fault -> fault.contains("access.log:2"))
        .anyMatch(fault -> fault.contains("decisions.jsonl:1"));
  }

  @Test
  void aDecisionThatWasCutOffIsNamedAndCountsForNothing() throws Exception {
    add(file("a.txt", 1), List.of(ITEM), List.of());
    DecisionLog log = DecisionLog.of(archive());
    log.append(decision("finding-1"));
    Path file = archive().resolve("decisions.jsonl");
    Files.writeString(file, "{\"finding\":\"finding-2\",\"fing", StandardOpenOption.APPEND);

    assertThat(log.latest()).containsOnlyKeys("finding-1");
    assertThat(log.tornLine()).isPresent();
    assertThat(faults()).anyMatch(fault -> fault.contains("cut off"));
    log.append(decision("finding-3"));
    assertThat(log.latest()).containsOnlyKeys("finding-1", "finding-3");
    assertThat(log.tornLine()).isEmpty();
  }

  @Test
  void whereThereIsNoArchiveThereIsNothingToCheck() {
    assertThatThrownBy(() -> ArchiveAccount.of(archive()))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("there is no archive");
  }

  private List<String> faults() throws ArchiveException {
    return ArchiveAccount.of(archive()).faults();
  }

  private interface Change {
    void make(IndexWriter writer) throws java.io.IOException;
  }

  private void change(Change change) throws Exception {
    try (FSDirectory directory = FSDirectory.open(archive().resolve("index"));
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      writer.setLiveCommitData(
          new ArchiveState("fields 1", "rules", null, null).toCommitData().entrySet());
      change.make(writer);
      writer.commit();
    }
  }

  private void add(FileRecord file, List<BusinessItem> items, List<ReviewEntry> entries)
      throws ArchiveException {
    try (ArchiveWriter writer = ArchiveWriter.open(archive(), INDEXING);
        NightBatch batch = new NightBatch(INDEXING, List.of(file), items)) {
      writer.add(batch, entries, Set.of());
    }
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private static Decision decision(String finding) {
    return new Decision(
        finding,
        "print",
        null,
        Outcome.CARRIED,
        DecisionOutcome.CONFIRMED,
        "a reason",
        LocalDate.of(2020, 12, 1));
  }

  private static FileRecord file(String path, int items) {
    return new FileRecord(
        "/papers",
        path,
        "reading 1",
        "night-1",
        List.of(
            new LedgerRow(
                path,
                FIRST,
                12,
                Instant.parse("2020-11-28T09:00:00Z"),
                "text/plain",
                LedgerState.CHECKED,
                null,
                null,
                items,
                null)));
  }

  private static Document document(BusinessItem item) {
    Document document = new Document();
    document.add(new StringField("item", item.id(), Field.Store.YES));
    return document;
  }
}
