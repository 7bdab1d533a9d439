package org.orderpaper.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.scan.NightlyScan;
import org.orderpaper.scan.ScanSettings;
import tools.jackson.databind.JsonNode;

/** The hostile folder through the whole program, with half the memory of these tests. */
class HostileScanTest {

  private static final Duration MOST = Duration.ofMinutes(10);

  @TempDir static Path base;
  private static Scanned scanned;
  private static HostileFolder hostile;

  @BeforeAll
  static void scan() throws Exception {
    scanned = new Scanned(base);
    hostile = HostileFolder.write(scanned.papers, scanned.outside());
    try (ServerSocketChannel _ = OddNames.socket(scanned.papers.resolve("socket.txt"))) {
      assertThat(scanned.scan(MOST)).as("the scan ended by itself").isTrue();
    }
  }

  @AfterAll
  static void close() throws IOException {
    scanned.close();
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsNamedForWhatItIs() throws IOException {
    Map<String, String> endings = scanned.endings();
    return hostile.files().stream()
        .map(file ->
            dynamicTest(
                file.name().replaceAll("\\p{C}", "?"),
                () -> assertThat(original(endings.get(file.name()))).isIn(file.endings())));
  }

  /** A copy was read under its first name. */
  private static @Nullable String original(@Nullable String ending) {
    return "duplicate".equals(ending) ? "checked" : ending;
  }

  @Test
  void theRunSaysThatNotEverythingCouldBeRead() {
    assertThat(scanned.exitCode).as(scanned.printed).isEqualTo(3);
    assertThat(scanned.printed).doesNotContain("\u001b", "Exception");
  }

  @Test
  void goodPapersInBetweenAreReadInFull() throws IOException {
    Map<String, JsonNode> rows =
        scanned.lines("ledger.jsonl").stream()
            .collect(Collectors.toMap(row -> row.required("source").asString(), row -> row));
    for (String good : HostileFolder.GOOD) {
      JsonNode row = Objects.requireNonNull(rows.get(good), good);
      assertThat(row.required("state").asString()).as(good).isEqualTo("checked");
      assertThat(row.required("items").asInt()).as(good).isEqualTo(3);
    }
  }

  @Test
  void everyFileHasOneRowAndEveryRowAWordOfTheVocabulary() throws IOException {
    Set<String> words = words(LedgerState.values());
    words.addAll(words(NotCheckedReason.values()));
    List<JsonNode> rows = scanned.lines("ledger.jsonl");
    Set<String> sources = new HashSet<>();
    for (JsonNode row : rows) {
      assertThat(sources.add(row.required("source").asString())).as(row.toString()).isTrue();
    }
    assertThat(words).containsAll(scanned.endings().values());
    long files = rows.stream().filter(HostileScanTest::isFile).count();
    assertThat(files).isEqualTo(count(scanned.papers));
  }

  private static boolean isFile(JsonNode row) {
    String source = row.required("source").asString();
    // A file may have the sign of an attachment in its own name.
    return !source.contains("!/") || source.equals("odd/a!/b.txt");
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      // The folder that held the socket while the scan ran.
      return paths
          .filter(path -> !Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .count();
    }
  }

  private static Set<String> words(VocabularyWord[] values) {
    return Stream.of(values)
        .map(VocabularyWord::word)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void nobodyOnTheNetworkIsCalled() {
    assertThat(scanned.calls).hasValue(0);
  }

  @Test
  void noSecretOfTheMachineIsReadIntoArchiveOrReport() throws Exception {
    for (Path root : List.of(scanned.archive, scanned.reports)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          assertThat(bytes.contains(HostileFolder.CANARY)).as(file.toString()).isFalse();
        }
      }
    }
    try (ArchiveReader archive = ArchiveReader.open(scanned.archive)) {
      assertThat(archive.allItems()).noneMatch(item -> item.text().contains(HostileFolder.CANARY));
    }
  }

  @Test
  void nothingOutsideIsWrittenAndNothingIsLeftBehind() throws IOException {
    assertThat(scanned.changesOutside()).isEmpty();
    assertThat(scanned.leftRunning()).isEmpty();
  }

  @Test
  void nothingInTheReportIsAlive() throws IOException {
    String page = Files.readString(scanned.report.resolve("index.html")).toLowerCase(Locale.ROOT);
    assertThat(page.contains("<script>alert")).isFalse();
    assertThat(page.contains("<img src=x")).isFalse();
    assertThat(page.contains("<svg/onload")).isFalse();
    assertThat(page.contains("\" onmouseover=")).isFalse();
    for (String file : List.of("ledger.csv", "findings.csv")) {
      try (Stream<String> lines = Files.lines(scanned.report.resolve(file))) {
        assertThat(lines).noneMatch(line -> line.startsWith("=") || line.startsWith("@"));
      }
    }
  }

  @Test
  void aSecondScanReadsNothingAgainAndForgetsNoFailure() throws Exception {
    Map<String, String> first = scanned.endings();
    NightlyScan.run(
        new ScanSettings(
            List.of(scanned.papers),
            scanned.reports,
            scanned.archive,
            Path.of("../rules"),
            LocalDate.of(2021, 1, 4),
            "test"),
        event -> {});
    Map<String, String> second = scanned.latestEndings();
    second.forEach((source, ending) -> {
      boolean failed =
          Stream.of(NotCheckedReason.values())
              .anyMatch(reason -> reason.word().equals(first.get(source)));
      assertThat(ending)
          .as(source)
          .isIn(
              failed
                  ? Set.of(String.valueOf(first.get(source)))
                  : Set.of("unchanged", "duplicate"));
    });
  }
}
