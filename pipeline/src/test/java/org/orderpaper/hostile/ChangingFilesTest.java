package org.orderpaper.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.scan.NightlyScan;
import org.orderpaper.scan.ScanEvent;
import org.orderpaper.scan.ScanSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that change between the moment they are listed and the moment they are read. */
class ChangingFilesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOTE = "The meeting noted the raffle and thanked the helpers.";

  @TempDir Path base;
  private Path papers;

  /** What happens to the papers once they are listed. */
  private interface Mischief {
    void play() throws IOException;
  }

  @BeforeEach
  void papers() throws IOException {
    papers = Files.createDirectory(base.resolve("papers"));
  }

  @Test
  void aFileThatGoesAfterItWasListedIsNamed() throws Exception {
    Path file = Files.writeString(papers.resolve("a.txt"), NOTE);
    scan(() -> Files.delete(file));
    assertThat(endings()).containsExactly(Map.entry("a.txt", "vanished"));
  }

  @Test
  void aFileThatGrowsIsReadAndReadAgainTheNextNight() throws Exception {
    Path file = Files.writeString(papers.resolve("a.txt"), NOTE);
    scan(() -> Files.writeString(file, "\n\nIt rained.\n", StandardOpenOption.APPEND));
    assertThat(endings()).containsExactly(Map.entry("a.txt", "checked"));
    scan(() -> {});
    assertThat(endings().get("a.txt")).isIn("checked", "unchanged");
    assertThat(Files.readString(base.resolve("reports/latest/items.jsonl"))).contains("rained");
  }

  @Test
  void aFileThatTurnsIntoAFolderIsNamed() throws Exception {
    Path file = Files.writeString(papers.resolve("a.txt"), NOTE);
    scan(() -> {
      Files.delete(file);
      Files.createDirectory(file);
    });
    assertThat(endings()).containsExactly(Map.entry("a.txt", "unreadable"));
  }

  @Test
  void theCopyOfAFileThatWentIsReadItself() throws Exception {
    Path file = Files.writeString(papers.resolve("a.txt"), NOTE);
    Files.writeString(papers.resolve("b.txt"), NOTE);
    scan(() -> Files.delete(file));
    assertThat(endings())
        .containsExactly(Map.entry("a.txt", "vanished"), Map.entry("b.txt", "checked"));
  }

  @Test
  void theCopyOfAFileThatChangedIsReadItself() throws Exception {
    Path file = Files.writeString(papers.resolve("a.txt"), NOTE);
    Files.writeString(papers.resolve("b.txt"), NOTE);
    scan(() -> Files.writeString(file, "Something else was noted."));
    assertThat(endings())
        .containsExactly(Map.entry("a.txt", "checked"), Map.entry("b.txt", "checked"));
  }

  private void scan(Mischief mischief) throws Exception {
    ScanSettings settings =
        new ScanSettings(
            java.util.List.of(papers),
            base.resolve("reports"),
            base.resolve("archive"),
            Path.of("../rules"),
            LocalDate.of(2021, 1, 4),
            "test");
    NightlyScan.run(
        settings,
        event -> {
          if (event instanceof ScanEvent.Listed) {
            play(mischief);
          }
        });
  }

  private static void play(Mischief mischief) {
    try {
      mischief.play();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Map<String, String> endings() throws IOException {
    Map<String, String> endings = new LinkedHashMap<>();
    for (String line : Files.readAllLines(base.resolve("reports/latest/ledger.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      JsonNode reason = row.required("reason");
      endings.put(
          row.required("source").asString(),
          (reason.isNull() ? row.required("state") : reason).asString());
    }
    return endings;
  }
}
