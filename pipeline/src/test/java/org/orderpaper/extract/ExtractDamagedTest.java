package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/**
 * Documents of word processors with bytes changed or cut off. Whatever is left of them, they end in
 * text or in a named reason, and soon.
 */
class ExtractDamagedTest {

  private static final Path FORMATS = Path.of("../corpus-samples/formats");
  private static final List<String> FOLDERS = List.of("docx", "odt", "doc", "rtf", "html");
  private static final int TIMES = Integer.getInteger("damage.times", 6);
  private static final int MOST_FLIPS = 12;

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(FORMATS)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> FOLDERS.contains(FORMATS.relativize(file).getName(0).toString()))
          .filter(file -> !file.toString().endsWith(".blocks.txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDamagedDocumentEndsInTextOrANamedReason(Path document, @TempDir Path folder)
      throws IOException {
    byte[] whole = Files.readAllBytes(document);
    Random random = new Random(document.toString().hashCode());
    ExtractionLimits limits =
        new ExtractionLimits(20L << 20, 50, 3, 1_000_000, Duration.ofSeconds(10));
    Extractor extractor = new Extractor(limits);
    for (int i = 0; i < TIMES; i++) {
      Path damaged = folder.resolve("damaged" + extension(document));
      Files.write(damaged, i % 2 == 0 ? flipped(whole, random) : cut(whole, random));
      for (ExtractedPart part : extractor.extract(damaged)) {
        if (part.extraction() instanceof Extraction.Failed failed) {
          assertThat(failed.reason())
              .isNotIn(NotCheckedReason.TIMEOUT, NotCheckedReason.OOM, NotCheckedReason.CRASH);
        }
      }
    }
  }

  private static String extension(Path document) {
    String name = document.toString();
    return name.substring(name.lastIndexOf('.'));
  }

  private static byte[] flipped(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    for (int flips = 1 + random.nextInt(MOST_FLIPS); flips > 0; flips--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static byte[] cut(byte[] whole, Random random) {
    return Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
  }
}
