package org.orderpaper.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scan by the program itself, in a JVM of its own with the memory that it may have at night, in a
 * place where everything that it leaves behind is seen.
 */
final class Scanned implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final Path base;
  final Path papers;
  final Path archive;
  final Path reports;
  final AtomicInteger calls = new AtomicInteger();
  private final ServerSocket port;
  private final Path canary;
  private Map<String, String> before = Map.of();
  int exitCode = -1;
  Duration cpu = Duration.ZERO;
  String printed = "";

  /** What this scan reported, whatever is reported later. */
  Path report;

  Scanned(Path base) throws IOException {
    this.base = base.toRealPath();
    this.papers = Files.createDirectory(this.base.resolve("papers"));
    this.archive = this.base.resolve("archive");
    this.reports = this.base.resolve("reports");
    this.report = reports;
    for (String folder : List.of("home", "tmp", "work", "outside")) {
      Files.createDirectory(this.base.resolve(folder));
    }
    this.canary = this.base.resolve("outside/canary.txt");
    Files.writeString(canary, HostileFolder.CANARY + "\n");
    this.port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::listen);
  }

  HostileFolder.Outside outside() {
    return new HostileFolder.Outside(canary, port.getLocalPort());
  }

  private void listen() {
    while (!port.isClosed()) {
      try {
        port.accept().close();
        calls.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Scans the papers; false if that takes longer than {@code most}. */
  boolean scan(Duration most) throws IOException, InterruptedException {
    before = surroundings();
    Path output = base.resolve("printed.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + base.resolve("home"),
                "-Djava.io.tmpdir=" + base.resolve("tmp"),
                "-cp",
                classPath(),
                "org.orderpaper.cli.Main",
                "scan",
                papers.toString(),
                "--archive",
                archive.toString(),
                "--reports",
                reports.toString(),
                "--rules",
                Path.of("../rules").toRealPath().toString(),
                "--as-of",
                "2021-01-04")
            .directory(base.resolve("work").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    boolean ended = false;
    long end = System.nanoTime() + most.toNanos();
    while (!ended && System.nanoTime() < end) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      ended = process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    exitCode = ended ? process.exitValue() : -1;
    printed = Files.readString(output);
    Files.delete(output);
    Path latest = reports.resolve("latest");
    report = Files.exists(latest) ? latest.toRealPath() : latest;
    return ended;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((one, other) -> one + java.io.File.pathSeparator + other)
        .orElseThrow();
  }

  /** What was written, changed or removed around the folder, its archive and its reports. */
  List<String> changesOutside() throws IOException {
    Map<String, String> after = surroundings();
    List<String> changes = new ArrayList<>();
    after.forEach((path, state) -> {
      if (!state.equals(before.get(path))) {
        changes.add(path + " is " + state);
      }
    });
    before.forEach((path, state) -> {
      if (!after.containsKey(path)) {
        changes.add(path + " is gone");
      }
    });
    return changes;
  }

  private Map<String, String> surroundings() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(base)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        boolean own = path.startsWith(archive) || path.startsWith(reports) || path.equals(base);
        if (!own && !path.equals(base.resolve("printed.txt"))) {
          // The temporary folder may be written to, if it is emptied again.
          boolean temporary = path.equals(base.resolve("tmp"));
          var modified = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
          found.put(path.toUri().toString(), temporary ? "there" : modified.toString());
        }
      }
    }
    try (Stream<Path> paths = Files.list(Path.of("/tmp"))) {
      paths
          .filter(path -> String.valueOf(path.getFileName()).startsWith("orderpaper-escaped"))
          .forEach(path -> found.put(path.toString(), "there"));
    }
    return found;
  }

  /** Processes that still work on anything here. */
  List<String> leftRunning() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(base.toString()))
        .toList();
  }

  List<JsonNode> lines(String file) throws IOException {
    return lines(report, file);
  }

  private static List<JsonNode> lines(Path report, String file) throws IOException {
    try (Stream<String> lines = Files.lines(report.resolve(file))) {
      return lines.map(JSON::readTree).toList();
    }
  }

  /** For each source how it ended: the reason, or the state where there is none. */
  Map<String, String> endings() throws IOException {
    return endings(report);
  }

  /** The same, as the latest report has it. */
  Map<String, String> latestEndings() throws IOException {
    return endings(reports.resolve("latest"));
  }

  private static Map<String, String> endings(Path report) throws IOException {
    Map<String, String> endings = new LinkedHashMap<>();
    for (JsonNode row : lines(report, "ledger.jsonl")) {
      JsonNode reason = row.required("reason");
      JsonNode ending = reason.isNull() ? row.required("state") : reason;
      endings.put(row.required("source").asString(), ending.asString());
    }
    return endings;
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
