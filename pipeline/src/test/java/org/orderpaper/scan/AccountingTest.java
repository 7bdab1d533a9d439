package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.archive.ArchiveAccount;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every file ends in one state, night after night. */
class AccountingTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MINUTES =
      """
      Ashdown Vale CLP
      Minutes of the meeting held on 27 November 2020

      1. Motion: the library
      This meeting calls on the council to keep the library open on Saturdays.
      The motion was carried with 12 votes for and 3 against.
      """;

  @TempDir Path folder;
  private Path papers;

  @BeforeEach
  void papers() throws IOException {
    papers = Files.createDirectory(folder.resolve("papers"));
  }

  @Test
  void aFileOverTheLimitIsNamedAtNoCost() throws Exception {
    try (RandomAccessFile sparse =
        new RandomAccessFile(papers.resolve("disk.img").toFile(), "rw")) {
      sparse.setLength(100L << 30);
    }
    Instant began = Instant.now();
    scan();
    scan();
    assertThat(Instant.now()).isBefore(began.plusSeconds(30));
    assertThat(row("disk.img").required("reason").asString()).isEqualTo("too-large");
    assertThat(row("disk.img").required("bytes").asLong()).isEqualTo(100L << 30);
  }

  @Test
  void whatFailedKeepsItsReasonAndCountsEveryNight() throws Exception {
    broken("broken.pdf");
    assertThat(scan().failures()).isTrue();
    assertThat(toRead(false)).isEmpty();
    assertThat(scan().failures()).isTrue();
    assertThat(row("broken.pdf").required("reason").asString()).isEqualTo("corrupt");
  }

  @Test
  void whatFailedIsReadAgainWhenAskedForAndNothingElse() throws Exception {
    broken("broken.pdf");
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    Files.createFile(papers.resolve("empty.txt"));
    scan();
    Files.writeString(papers.resolve("new.txt"), "A note about the raffle.");

    assertThat(toRead(true)).containsExactly("broken.pdf", "new.txt");
    NightlyScan.run(settings(true), event -> {});
    assertThat(row("broken.pdf").required("reason").asString()).isEqualTo("corrupt");
    assertThat(row("minutes.txt").required("state").asString()).isEqualTo("unchanged");
    assertSound();
  }

  @Test
  void aFileWithAFailedAttachmentIsReadAgainWhole() throws Exception {
    Files.writeString(
        papers.resolve("mail.eml"),
        """
        From: secretary@example.org
        Subject: papers
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        The minutes are attached.
        --b
        Content-Type: application/pdf; name=broken.pdf
        Content-Disposition: attachment; filename=broken.pdf

        %PDF-1.7 and no more
        --b--
        """);
    scan();
    List<JsonNode> items = lines("items.jsonl");
    assertThat(toRead(true)).containsExactly("mail.eml");
    NightlyScan.run(settings(true), event -> {});
    assertThat(lines("items.jsonl")).isEqualTo(items);
    assertSound();
  }

  @Test
  void onlyScannedPagesAreReadAgainWhenTextRecognitionChanges() {
    FileRecord scanned = record("scan.pdf", "no-ocr", "night-1", NotCheckedReason.NEEDS_OCR);
    FileRecord plain = record("plain.pdf", null, "night-1", null);

    StandingReadings same = readings("no-ocr", false);
    assertThat(List.of(scanned, plain)).allMatch(same::stands);
    StandingReadings installed = readings("ocr", false);
    assertThat(installed.stands(scanned)).isFalse();
    assertThat(installed.stands(plain)).isTrue();
  }

  @Test
  void whetherTextIsRecognisedIsAskedOnlyWhereThereAreScans() {
    StandingReadings readings =
        new StandingReadings(
            "reading 1",
            () -> {
              throw new IllegalStateException("asked");
            },
            false,
            "night-2");
    assertThat(readings.stands(record("plain.pdf", null, "night-1", null))).isTrue();
  }

  @Test
  void whatThisScanHasTriedAgainIsNotTriedOnceMore() {
    StandingReadings retrying = readings("ocr", true);
    assertThat(retrying.stands(record("a.pdf", null, "night-1", NotCheckedReason.TIMEOUT)))
        .isFalse();
    assertThat(retrying.stands(record("a.pdf", null, "night-2", NotCheckedReason.TIMEOUT)))
        .isTrue();
    assertThat(retrying.stands(record("a.txt", null, "night-1", NotCheckedReason.EMPTY_FILE)))
        .isTrue();
  }

  @Test
  void whatWasReadOfAFileOutOfReachStaysUntilItIsBack() throws Exception {
    Path file = Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    scan();
    Path target = Files.move(file, folder.resolve("elsewhere.txt"));
    Files.createSymbolicLink(file, papers.resolve("nowhere.txt"));
    scan();
    scan();
    assertThat(row("minutes.txt").required("reason").asString()).isEqualTo("vanished");
    try (ArchiveReader archive = ArchiveReader.open(folder.resolve("archive"))) {
      assertThat(archive.allItems()).isNotEmpty();
    }
    assertSound();
    Files.delete(file);
    Files.move(target, file);
    scan();
    assertThat(row("minutes.txt").required("state").asString()).isEqualTo("checked");
    Files.writeString(file, "A note about the raffle.");
    scan();
    assertSound();
  }

  @Test
  void aCopyOfAFileThatVanishesBeforeItIsReadIsReadItself() throws Exception {
    Path first = Files.writeString(papers.resolve("a.txt"), MINUTES);
    Files.writeString(papers.resolve("b.txt"), MINUTES);
    NightlyScan.run(
        settings(false),
        event -> {
          if (event instanceof ScanEvent.Listed) {
            delete(first);
          }
        });
    assertThat(row("a.txt").required("reason").asString()).isEqualTo("vanished");
    assertThat(row("b.txt").required("state").asString()).isEqualTo("checked");
    assertThat(row("b.txt").required("items").asInt()).isPositive();
    assertSound();
  }

  @Test
  void namesThatAreNotTextAndNamesThatLookLikeThemAreKeptApart() throws Exception {
    Files.writeString(papers.resolve("a\\xFF.txt"), MINUTES);
    Process odd =
        new ProcessBuilder("sh", "-c", "printf 'A note.' > \"$(printf 'a\\377.txt')\"")
            .directory(papers.toFile())
            .start();
    assumeTrue(odd.waitFor() == 0);
    scan();
    assertThat(rows()).containsOnlyKeys("a\\x5CxFF.txt", "a\\xFF.txt");
  }

  @Test
  void aFileThatIsMissingFromTheLedgerIsAFaultOfTheProgram() {
    Root root = new Root(Path.of("/papers"), "papers");
    FoundFile found =
        new FoundFile.LeftOut(
            root, "a.txt", Discovery.row("a.txt", 1, NotCheckedReason.EXCLUDED, null));
    assertThatThrownBy(() -> Account.check(List.of(found), List.of()))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("does not add up")
        .matches(fault -> ((ScanException) fault).isInternal());
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void broken(String name) throws IOException {
    Files.write(papers.resolve(name), "%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII));
  }

  private static StandingReadings readings(String ocr, boolean retryFailed) {
    return new StandingReadings("reading 1", () -> ocr, retryFailed, "night-2");
  }

  private static FileRecord record(
      String path, @Nullable String ocr, String scan, @Nullable NotCheckedReason reason) {
    LedgerRow row =
        new LedgerRow(
            path,
            "0".repeat(64),
            12,
            Instant.parse("2020-11-28T09:00:00Z"),
            "application/pdf",
            reason == null ? LedgerState.CHECKED : LedgerState.NOT_CHECKED,
            reason,
            null,
            0,
            null);
    return new FileRecord("/papers", path, "reading 1", ocr, scan, List.of(row), List.of());
  }

  private ScanResult scan() throws ScanException, ArchiveException {
    return NightlyScan.run(settings(false), event -> {});
  }

  private List<String> toRead(boolean retryFailed) throws ScanException, ArchiveException {
    return NightlyScan.toRead(settings(retryFailed));
  }

  private void assertSound() throws ArchiveException {
    assertThat(ArchiveAccount.of(folder.resolve("archive")).faults()).isEmpty();
  }

  private ScanSettings settings(boolean retryFailed) {
    return new ScanSettings(
        List.of(papers),
        folder.resolve("reports"),
        folder.resolve("archive"),
        Path.of("../rules"),
        LocalDate.of(2021, 1, 4),
        retryFailed,
        "test");
  }

  private List<JsonNode> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve("reports/latest").resolve(file)).stream()
        .map(JSON::readTree)
        .toList();
  }

  private JsonNode row(String source) throws IOException {
    return Objects.requireNonNull(rows().get(source), source);
  }

  private Map<String, JsonNode> rows() throws IOException {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    lines("ledger.jsonl").forEach(row -> rows.put(row.required("source").asString(), row));
    return rows;
  }
}
