package org.orderpaper.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that only its owner may enter, with what programs leave in it. */
record PrivateFolder(Path path) implements AutoCloseable {

  /**
   * Makes a folder of a new name, after {@code prefix}, in {@code parent}, which is made where it
   * is not there.
   */
  static PrivateFolder in(Path parent, String prefix) throws IOException {
    Files.createDirectories(parent);
    return new PrivateFolder(Files.createTempDirectory(parent, prefix));
  }

  /** Removes what lies in it; links are removed and not followed. */
  void empty() {
    String[] left = path.toFile().list();
    if (left == null || left.length == 0) {
      return;
    }
    for (Path inside : contents()) {
      if (!inside.equals(path)) {
        remove(inside);
      }
    }
  }

  /** Removes it with all that lies in it. */
  @Override
  public void close() {
    contents().forEach(PrivateFolder::remove);
  }

  /** Deepest first, itself last. */
  private List<Path> contents() {
    try (Stream<Path> found = Files.walk(path)) {
      return found.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | java.io.UncheckedIOException _) {
      return List.of();
    }
  }

  private static void remove(Path left) {
    try {
      Files.deleteIfExists(left);
    } catch (IOException _) {
      // What was read counts all the same; the folder goes with the one that holds it.
    }
  }
}
