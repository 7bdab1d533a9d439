package org.orderpaper.extract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a worker process is started: this program's classes, in a Java runtime with limits. */
final class WorkerCommand {

  /** A cache of loaded classes that makes workers start faster; its path. */
  private static final String CACHE = "orderpaper.worker.cache";

  /** Where a worker writes such a cache when it ends; the launcher sets it once after a build. */
  static final String CACHE_OUTPUT = "orderpaper.worker.cache-output";

  /** The variables that a worker may see: none that would change what it does. */
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "SYSTEMROOT");

  private WorkerCommand() {}

  static Process start(ContainmentLimits limits, Path temporary) throws IOException {
    return start(limits, temporary, WorkerMain.class);
  }

  /** Starts the program of {@code main} as a worker is started. */
  static Process start(ContainmentLimits limits, Path temporary, Class<?> main) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(limits, temporary, main));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(ENVIRONMENT);
    environment.put("HOME", temporary.toString());
    environment.put("TMPDIR", temporary.toString());
    builder.directory(temporary.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static List<String> command(ContainmentLimits limits, Path temporary, Class<?> main) {
    List<String> command = new ArrayList<>(Isolation.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + temporary.resolve("crash"),
            "-XX:-UsePerfData",
            // Whatever the runtime has to say would garble the channel.
            "-Xlog:disable",
            "-XX:+DisplayVMOutputToStderr",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + temporary,
            // No name of a host is ever looked up.
            "-Djdk.net.hosts.file=" + temporary.resolve("hosts")));
    command.addAll(cache());
    command.addAll(List.of("-cp", classPath(), main.getName()));
    return command;
  }

  private static List<String> cache() {
    String output = System.getProperty(CACHE_OUTPUT);
    if (output != null) {
      return List.of("-XX:AOTCacheOutput=" + output);
    }
    String cache = System.getProperty(CACHE);
    return cache != null && Files.isRegularFile(Path.of(cache))
        ? List.of("-XX:AOTCache=" + cache)
        : List.of();
  }

  /** The class path of this program, which may be relative to where it was started. */
  private static String classPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
