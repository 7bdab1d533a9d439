package org.orderpaper.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file or folder to scan.
 *
 * @param path absolute, links resolved
 * @param name put before the sources when there are several roots; unlike that of any other root
 */
record Root(Path path, String name) {

  /**
   * The roots for the paths that the officer named.
   *
   * @throws ScanException if one is not there
   */
  static List<Root> of(List<Path> paths) throws ScanException {
    List<Root> roots = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Path path : paths) {
      Path real = resolved(path);
      if (seen.add(real)) {
        roots.add(new Root(real, freeName(real, names)));
      }
    }
    return roots;
  }

  private static Path resolved(Path path) throws ScanException {
    try {
      if (!Files.exists(path)) {
        throw new ScanException("there is no file or folder " + path + "; check the name");
      }
      return path.toRealPath();
    } catch (IOException e) {
      throw new ScanException("cannot reach " + path + "; check that it may be read", e);
    }
  }

  private static String freeName(Path path, Set<String> taken) {
    Path last = path.getFileName();
    String base = last == null ? "root" : FileNames.written(last);
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  /** Identifies the root in the archive. */
  String key() {
    return FileNames.written(path);
  }
}
