package org.orderpaper.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.orderpaper.model.Sha256;

/** Reads a rule book from its folder. The only part of this package that touches files. */
public final class RuleBookLoader {

  private RuleBookLoader() {}

  /**
   * The rule book in {@code rulesFolder}. A faulty file becomes a {@link
   * org.orderpaper.model.RuleFault}; the rest is loaded.
   *
   * @throws IOException where the folder or a file of it cannot be read
   */
  public static RuleBook load(Path rulesFolder) throws IOException {
    List<YamlFile> files = new ArrayList<>();
    MessageDigest digest = Sha256.digest();
    for (Map.Entry<String, Path> entry : filesOf(rulesFolder).entrySet()) {
      byte[] bytes = Files.readAllBytes(entry.getValue());
      files.add(new YamlFile(entry.getKey(), bytes));
      digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      // The length too, or the end of one file could pass for the name of the next.
      digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(bytes);
    }
    return new RuleBookReader(files).read(HexFormat.of().formatHex(digest.digest()));
  }

  /** Every file but hidden ones, by its path with slashes, in that order. */
  private static Map<String, Path> filesOf(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String relative = folder.relativize(path).toString().replace('\\', '/');
        if (!relative.startsWith(".") && !relative.contains("/.")) {
          files.put(relative, path);
        }
      }
    }
    return files;
  }
}
