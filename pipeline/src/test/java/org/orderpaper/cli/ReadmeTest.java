package org.orderpaper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs every {@code ./orderpaper} line of the README, each in a process of its own, in order. */
class ReadmeTest {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final List<String> UNITS = List.of("ashdown-vale", "brackenmoor", "tarrant-vale");
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void everyCommandOfTheReadmeRuns() throws Exception {
    copySamples(HOME.resolve("corpus-samples"), folder.resolve("corpus-samples"));
    List<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(8);
    for (String command : commands) {
      int code = run(command);
      assertThat(code).as("%s%n%s", command, output()).isEqualTo(0);
    }
    assertThat(folder.resolve("reports/latest/index.html")).isNotEmptyFile();
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(HOME.resolve("README.md"))) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell && line.startsWith("./orderpaper ")) {
        commands.add(line.substring("./orderpaper ".length()));
      }
    }
    return commands;
  }

  private int run(String command) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorderpaper.home=" + HOME,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      words.add(filledIn(quoted != null ? quoted : matcher.group(3)));
    }
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
    return process.exitValue();
  }

  /** ITEM and FINDING stand for ids of the report; the first will do. */
  private String filledIn(String word) throws IOException {
    return switch (word) {
      case "ITEM", "FINDING" ->
          JsonMapper.builder()
              .build()
              .readTree(
                  Files.readAllLines(folder.resolve("reports/latest/findings.jsonl")).getFirst())
              .required(word.equals("ITEM") ? "item" : "finding")
              .asString();
      default -> word;
    };
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
  }

  /** The papers of a few units with their labels: the commands are the same for all. */
  private static void copySamples(Path samples, Path target) throws IOException {
    Files.createDirectories(target);
    Files.copy(samples.resolve(".orderpaper-exclude"), target.resolve(".orderpaper-exclude"));
    List<String> labels =
        Files.readAllLines(samples.resolve("labels.jsonl")).stream()
            .filter(
                label -> UNITS.stream().anyMatch(unit -> label.startsWith("{\"file\":\"" + unit)))
            .toList();
    Files.write(target.resolve("labels.jsonl"), labels);
    for (String unit : UNITS) {
      copy(samples.resolve("documents/" + unit), target.resolve("documents/" + unit));
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
