package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.OfficeFiles.utf8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Names that are traps for programs and terminals, and what is in folders without being a file. */
final class OddNames {

  private static final String[] NAMES = {
    "line\nbreak.txt",
    "tab\there.txt",
    "carriage\rreturn.txt",
    "\u202Etxt.exe.txt",
    "\u200Fright.txt",
    "\u001b[31mred\u001b[0m.txt",
    "bell\u0007.txt",
    "-rf",
    "--help.txt",
    "$(touch escaped).txt",
    "`touch escaped`.txt",
    ";rm -rf .txt",
    "' OR 1=1.txt",
    "a!/b.txt",
    "!",
    "😀 raffle.txt",
    "caf\u00e9.txt",
    "cafe\u0301.txt",
    "<script>alert(5)</script>.txt".replace("/", "\u2044"),
    "\" onmouseover=alert(6) x=.txt",
    "=cmd|' C calc'!A0.txt",
    "%2e%2e%2fescaped.txt",
    "con.txt",
    "  spaces  ",
    "...",
    ".hidden.txt",
    "n".repeat(251) + ".txt",
    "back\\slash.txt",
    "null\\0.txt",
    "#fragment?query&amp;.txt"
  };

  private OddNames() {}

  static List<HostileFile> files() {
    List<HostileFile> files = new ArrayList<>();
    for (int i = 0; i < NAMES.length; i++) {
      String text = "The meeting noted raffle number " + i + ".";
      files.add(quick("odd/" + NAMES[i], "checked", () -> utf8(text)));
    }
    files.add(
        quick("deep-folder/" + "d/".repeat(200) + "note.txt", "checked", () -> utf8("A note.")));
    return files;
  }

  /** Puts links, pipes and the like into {@code folder}; what each must end as. */
  static List<HostileFile> puzzles(Path folder, Path outside) throws IOException {
    Files.createDirectories(folder.resolve("puzzles/inside"));
    List<HostileFile> puzzles = new ArrayList<>();
    link(puzzles, folder, "loop", "link-loop", Path.of("loop"));
    link(puzzles, folder, "loop-of-two-a", "link-loop", Path.of("loop-of-two-b"));
    link(puzzles, folder, "loop-of-two-b", "link-loop", Path.of("loop-of-two-a"));
    link(puzzles, folder, "up", "link-loop", folder);
    link(puzzles, folder, "here", "link-loop", Path.of("."));
    link(puzzles, folder, "inside-again", "excluded", Path.of("inside"));
    link(puzzles, folder, "outside.txt", "excluded", outside);
    link(puzzles, folder, "zeros.txt", "excluded", Path.of("/dev/zero"));
    link(puzzles, folder, "random.txt", "excluded", Path.of("/dev/random"));
    link(puzzles, folder, "environment.txt", "excluded", Path.of("/proc/self/environ"));
    link(puzzles, folder, "dangling.txt", "vanished", Path.of("nowhere.txt"));
    Path original = folder.resolve("puzzles/inside/original.txt");
    Files.writeString(original, "The meeting noted the original raffle.");
    puzzles.add(puzzle("inside/original.txt", "checked|duplicate"));
    Files.createLink(folder.resolve("puzzles/hard.txt"), original);
    puzzles.add(puzzle("hard.txt", "checked|duplicate"));
    link(puzzles, folder, "soft.txt", "checked|duplicate", original);
    if (run("mkfifo", folder.resolve("puzzles/pipe.txt").toString())) {
      puzzles.add(puzzle("pipe.txt", "unsupported"));
    }
    if (run("mknod", folder.resolve("puzzles/device.txt").toString(), "c", "1", "5")) {
      puzzles.add(puzzle("device.txt", "unsupported"));
    }
    String bad = "printf 'A note.' > \"$(printf 'not-utf8-\\377.txt')\"";
    if (run(folder.resolve("puzzles"), "sh", "-c", bad)) {
      puzzles.add(puzzle("not-utf8-\\xFF.txt", "checked"));
    }
    return puzzles;
  }

  /** Opens a socket as a file; it is there until it is closed. */
  static ServerSocketChannel socket(Path file) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(file));
    return socket;
  }

  private static void link(
      List<HostileFile> puzzles, Path folder, String name, String ending, Path target)
      throws IOException {
    Files.createSymbolicLink(folder.resolve("puzzles").resolve(name), target);
    puzzles.add(puzzle(name, ending));
  }

  private static HostileFile puzzle(String name, String ending) {
    return new HostileFile(
        "puzzles/" + name, HostileFile.words(ending), HostileFile.Cost.QUICK, file -> {});
  }

  private static boolean run(String... command) {
    return run(Path.of("."), command);
  }

  private static boolean run(Path in, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(in.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
