package org.orderpaper.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.archive.ArchiveReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NightlyScanTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MINUTES =
      """
      Ashdown Vale CLP
      Minutes of the meeting held on 27 November 2020

      Present: Una Quill, Tom Varrow

      1. Apologies
      Apologies were received and noted.

      2. Motion: the library
      This meeting calls on the council to keep the library open on Saturdays.
      Moved and seconded. The motion was carried with 12 votes for and 3 against.

      3. Motion: the whip
      This meeting calls for the whip to be restored to Dana Okafor MP without delay.
      The motion was carried, 20 for, 4 against, 2 abstentions.
      """;

  @TempDir Path folder;
  private Path papers;

  @BeforeEach
  void papers() throws IOException {
    papers = Files.createDirectory(folder.resolve("papers"));
  }

  @Test
  void aFolderBecomesALedgerItemsAndARankedReport() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    ScanResult result = scan();

    assertThat(states()).containsExactly(Map.entry("minutes.txt", "checked"));
    assertThat(result.highestSeverity()).isEqualTo(4);
    assertThat(lines("findings.jsonl"))
        .anySatisfy(finding -> {
          assertThat(finding.required("topic").asString()).isEqualTo("whip");
          assertThat(finding.required("severity").asInt()).isEqualTo(4);
          assertThat(finding.required("temporal").asString()).isEqualTo("in-force");
          assertThat(finding.required("rank").asInt()).isEqualTo(1);
        });
    assertThat(Files.readString(report("index.html"))).doesNotContain("Okafor", "Quill");
    assertThat(result.failures()).isFalse();
  }

  @Test
  void whoAttendedIsNeitherInTheReportNorInTheArchive() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    scan();
    for (Path root : List.of(folder.resolve("reports"), folder.resolve("archive"))) {
      try (var files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          assertThat(bytes).as(file.toString()).doesNotContain("Quill", "Varrow");
        }
      }
    }
  }

  @Test
  void aMotionThatWasDecidedWithinThreeMonthsIsNotedThroughTheArchive() throws Exception {
    Path before = papers.resolve("november.txt");
    Files.writeString(before, MINUTES);
    scan();
    assertThat(rescissions()).isEmpty();

    Files.delete(before);
    Files.writeString(
        papers.resolve("january.txt"), MINUTES.replace("27 November 2020", "28 January 2021"));
    Files.writeString(before, MINUTES);
    scan();
    assertThat(rescissions())
        .hasSize(2)
        .allSatisfy(note -> {
          assertThat(note.required("source").asString()).isEqualTo("january.txt");
          assertThat(note.required("severity").asInt()).isZero();
          assertThat(note.required("queue").asString()).isEqualTo("log");
          assertThat(note.required("reasons").get(0).asString())
              .startsWith("much the same motion was carried on 2020-11-27 (item ");
        });
    List<JsonNode> first = rescissions();
    try (ArchiveReader archive = ArchiveReader.open(folder.resolve("archive"))) {
      // What the report shows can be decided on.
      assertThat(archive.entry(first.getFirst().required("finding").asString())).isPresent();
    }
    scan();
    assertThat(rescissions())
        .hasSameSizeAs(first)
        .allSatisfy(note -> assertThat(note.required("new").asBoolean()).isFalse());
  }

  private List<JsonNode> rescissions() throws IOException {
    return lines("findings.jsonl").stream()
        .filter(entry -> entry.path("topic").asString("").equals("procedure.rescission"))
        .toList();
  }

  @Test
  void aSecondScanFindsEverythingUnchangedAndReportsTheSame() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    scan();
    List<JsonNode> first = lines("items.jsonl");
    scan();

    assertThat(states()).containsExactly(Map.entry("minutes.txt", "unchanged"));
    assertThat(lines("items.jsonl")).isEqualTo(first);
    assertThat(lines("findings.jsonl"))
        .allSatisfy(finding -> assertThat(finding.required("new").asBoolean()).isFalse());
  }

  @Test
  void aFileThatWasOnlyTouchedIsNotReadAgain() throws Exception {
    Path file = Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    scan();
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));
    scan();
    assertThat(states()).containsExactly(Map.entry("minutes.txt", "unchanged"));
    scan();
    assertThat(states()).containsExactly(Map.entry("minutes.txt", "unchanged"));
  }

  @Test
  void aChangedFileTakesThePlaceOfTheOldOne() throws Exception {
    Path file = Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    scan();
    Files.writeString(
        file,
        MINUTES
            .replace("the whip", "the ferry")
            .replace("whip", "ferry")
            .replace("to Dana Okafor MP", "on Sundays"));
    scan();

    assertThat(states()).containsExactly(Map.entry("minutes.txt", "checked"));
    assertThat(lines("findings.jsonl"))
        .noneMatch(finding -> finding.path("topic").asString("").equals("whip"));
    try (ArchiveReader archive = ArchiveReader.open(folder.resolve("archive"))) {
      assertThat(archive.allItems()).hasSameSizeAs(lines("items.jsonl"));
    }
  }

  @Test
  void theSameBytesUnderTwoNamesAreOneSetOfItems() throws Exception {
    Files.writeString(papers.resolve("a.txt"), MINUTES);
    Files.writeString(papers.resolve("b.txt"), MINUTES);
    scan();

    assertThat(states())
        .containsExactly(Map.entry("a.txt", "checked"), Map.entry("b.txt", "duplicate"));
    assertThat(lines("items.jsonl"))
        .allSatisfy(item -> {
          assertThat(item.required("source").asString()).isEqualTo("a.txt");
          assertThat(item.required("sources")).hasToString("[\"a.txt\",\"b.txt\"]");
        });
  }

  @Test
  void aCopyKeepsTheItemsWhenTheFirstFileChanges() throws Exception {
    Files.writeString(papers.resolve("a.txt"), MINUTES);
    scan();
    Files.writeString(papers.resolve("a.txt"), "A short note about the raffle.");
    Files.writeString(papers.resolve("b.txt"), MINUTES);
    scan();

    assertThat(states())
        .containsExactly(Map.entry("a.txt", "checked"), Map.entry("b.txt", "checked"));
    assertThat(lines("items.jsonl"))
        .anyMatch(item -> item.required("source").asString().equals("b.txt"));
    assertThat(lines("findings.jsonl"))
        .anyMatch(finding -> finding.path("topic").asString("").equals("whip"));
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRunGoesOn() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    Files.createFile(papers.resolve("empty.docx"));
    Files.write(
        papers.resolve("broken.pdf"), "%PDF-1.7 nothing more".getBytes(StandardCharsets.US_ASCII));
    Files.write(papers.resolve("tune.mp3"), new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0});
    Files.createSymbolicLink(papers.resolve("loop"), papers);
    Files.createSymbolicLink(papers.resolve("out.txt"), folder.resolve("elsewhere.txt"));
    Files.writeString(folder.resolve("elsewhere.txt"), "outside");
    Files.createSymbolicLink(papers.resolve("gone.txt"), papers.resolve("nowhere.txt"));
    ScanResult result = scan();

    assertThat(reasons())
        .containsEntry("empty.docx", "empty-file")
        .containsEntry("broken.pdf", "corrupt")
        .containsEntry("tune.mp3", "unsupported")
        .containsEntry("loop", "link-loop")
        .containsEntry("out.txt", "excluded")
        .containsEntry("gone.txt", "vanished")
        .containsEntry("minutes.txt", null);
    assertThat(result.failures()).isTrue();
  }

  @Test
  void namesInOddCharactersAreKeptApart() throws Exception {
    Files.writeString(papers.resolve("cofnodion – Tachwedd ŵyl.txt"), MINUTES);
    Files.writeString(papers.resolve("line\nbreak.txt"), "A note about the raffle.");
    scan();
    assertThat(states())
        .containsEntry("cofnodion – Tachwedd ŵyl.txt", "checked")
        .containsEntry("line\nbreak.txt", "checked");
  }

  @Test
  void whatIsKeptOutIsListedAndNotRead() throws Exception {
    Path advice = Files.createDirectory(papers.resolve("advice"));
    Files.writeString(advice.resolve("counsel.txt"), MINUTES);
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    Files.writeString(papers.resolve(".orderpaper-exclude"), "# privileged\nadvice/\n");
    scan();

    assertThat(reasons())
        .containsEntry("advice/counsel.txt", "excluded")
        .containsEntry("minutes.txt", null);
  }

  @Test
  void anExcludeFileWithoutPatternsKeepsTheWholeFolderOut() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    Files.createFile(papers.resolve(".orderpaper-exclude"));
    scan();
    assertThat(reasons()).containsEntry("minutes.txt", "excluded");
  }

  @Test
  void whatIsKeptOutLaterLeavesTheArchive() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    scan();
    Files.createFile(papers.resolve(".orderpaper-exclude"));
    scan();
    try (ArchiveReader archive = ArchiveReader.open(folder.resolve("archive"))) {
      assertThat(archive.allItems()).isEmpty();
    }
  }

  @Test
  void ownReportsAndArchiveAreNotRead() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    ScanSettings settings =
        new ScanSettings(
            List.of(papers),
            papers.resolve("reports"),
            papers.resolve("archive"),
            Path.of("../rules"),
            LocalDate.of(2021, 1, 4),
            "test");
    NightlyScan.run(settings, event -> {});
    NightlyScan.run(settings, event -> {});
    assertThat(Files.readString(papers.resolve("reports/latest/ledger.jsonl")).lines()).hasSize(3);
  }

  @Test
  void severalRootsAreToldApartByTheirNames() throws Exception {
    Path first = Files.createDirectories(folder.resolve("north/papers"));
    Path second = Files.createDirectories(folder.resolve("south/papers"));
    Files.writeString(first.resolve("minutes.txt"), MINUTES);
    Files.writeString(second.resolve("minutes.txt"), MINUTES + "\n4. Raffle\nIt was drawn.\n");
    NightlyScan.run(settings(List.of(first, second)), event -> {});
    assertThat(states()).containsOnlyKeys("papers/minutes.txt", "papers-2/minutes.txt");
  }

  @Test
  void aScanThatWasCutShortKeepsItsIdAndItsStates() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    assertThatThrownBy(() ->
            NightlyScan.run(
                settings(List.of(papers)),
                event -> {
                  if (event instanceof ScanEvent.Reporting) {
                    throw new IllegalStateException("cut short");
                  }
                }))
        .hasMessage("cut short");
    String open;
    try (ArchiveReader archive = ArchiveReader.open(folder.resolve("archive"))) {
      open = archive.state().openScan();
    }
    ScanResult result = scan();

    assertThat(result.scan()).isEqualTo(open);
    assertThat(states()).containsExactly(Map.entry("minutes.txt", "checked"));
  }

  @Test
  void withoutARuleNothingIsScanned() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    Path rules = Files.createDirectory(folder.resolve("rules"));
    ScanSettings settings =
        new ScanSettings(
            List.of(papers),
            folder.resolve("reports"),
            folder.resolve("archive"),
            rules,
            LocalDate.of(2021, 1, 4),
            "test");
    assertThatThrownBy(() -> NightlyScan.run(settings, event -> {}))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("nothing was scanned");
    assertThat(folder.resolve("archive")).doesNotExist();
  }

  @Test
  void aPathThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> NightlyScan.run(settings(List.of(folder.resolve("no"))), event -> {}))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("there is no file or folder");
  }

  @Test
  void reportAndArchiveAreForTheirOwnerAlone() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    ScanResult result = scan();
    for (Path path :
        List.of(
            folder.resolve("archive"),
            folder.resolve("reports"),
            result.folder(),
            result.folder().resolve("welfare"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .as(path.toString())
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aDryRunListsWhatWouldBeReadAndReadsNothing() throws Exception {
    Files.writeString(papers.resolve("minutes.txt"), MINUTES);
    assertThat(NightlyScan.toRead(settings(List.of(papers)))).containsExactly("minutes.txt");
    assertThat(folder.resolve("archive")).doesNotExist();
    scan();
    assertThat(NightlyScan.toRead(settings(List.of(papers)))).isEmpty();
  }

  private ScanResult scan() throws ScanException, ArchiveException {
    return NightlyScan.run(settings(List.of(papers)), event -> {});
  }

  private ScanSettings settings(List<Path> paths) {
    return new ScanSettings(
        paths,
        folder.resolve("reports"),
        folder.resolve("archive"),
        Path.of("../rules"),
        LocalDate.of(2021, 1, 4),
        "test");
  }

  private Path report(String file) {
    return folder.resolve("reports/latest").resolve(file);
  }

  private List<JsonNode> lines(String file) throws IOException {
    return Files.readAllLines(report(file)).stream().map(JSON::readTree).toList();
  }

  private Map<String, String> states() throws IOException {
    Map<String, String> states = new LinkedHashMap<>();
    for (JsonNode row : lines("ledger.jsonl")) {
      states.put(row.required("source").asString(), row.required("state").asString());
    }
    return states;
  }

  private Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (JsonNode row : lines("ledger.jsonl")) {
      JsonNode reason = row.required("reason");
      reasons.put(row.required("source").asString(), reason.isNull() ? null : reason.asString());
    }
    return reasons;
  }
}
