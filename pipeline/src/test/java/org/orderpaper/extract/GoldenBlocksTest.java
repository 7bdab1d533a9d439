package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderpaper.model.Block;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.VocabularyWord;

/**
 * Every document under {@code corpus-samples/formats} is read into the blocks of the {@code
 * .blocks.txt} file beside it, one document a trap of a format. After a change that is meant,
 * {@code mvn test -Dtest=GoldenBlocksTest -Dgoldens.rewrite=true} writes them anew; the diff is
 * what to review.
 */
class GoldenBlocksTest {

  private static final Path FORMATS = Path.of("../corpus-samples/formats");
  private static final String GOLDEN = ".blocks.txt";

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(FORMATS)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(GOLDEN) && !file.endsWith("README.md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentGivesTheBlocksBesideIt(Path file) throws IOException {
    Extractor extractor = new Extractor(ExtractionLimits.defaults());
    assumeTrue(extractor.hasOcr() || !file.toString().contains("/scans/"), "needs tesseract-ocr");
    String blocks =
        extractor.extract(file).stream()
            .map(GoldenBlocksTest::written)
            .collect(Collectors.joining("\n"));
    Path golden = file.resolveSibling(file.getFileName() + GOLDEN);
    if (Boolean.getBoolean("goldens.rewrite")) {
      Files.writeString(golden, blocks);
    }
    assertThat(blocks).isEqualTo(Files.readString(golden));
  }

  private static String written(ExtractedPart part) {
    String head = "== " + (part.part().isEmpty() ? "the file" : part.part()) + ": ";
    return switch (part.extraction()) {
          case Extraction.Text text ->
              head + word(text.state()) + told(text.detail()) + "\n" + written(text.document());
          case Extraction.Nothing nothing -> head + word(nothing.reason()) + told(nothing.detail());
          case Extraction.Failed failed ->
              head + word(failed.reason()) + told(failed.stage() + ": " + failed.detail());
        }
        + (part.extraction() instanceof Extraction.Text ? "" : "\n");
  }

  private static String written(ExtractedDocument document) {
    return document.blocks().stream()
        .map(block -> written(document, block))
        .collect(Collectors.joining());
  }

  private static String written(ExtractedDocument document, Block block) {
    return block.kind()
        + (block.level() > 0 ? " " + block.level() : "")
        + (block.bold() ? " bold" : "")
        + (block.number() == null ? "" : " number \"" + block.number() + "\"")
        + (block.page() == null ? "" : " page " + block.page())
        + " | "
        + document.textOf(block).replace("\t", " | ")
        + "\n";
  }

  private static String word(VocabularyWord word) {
    return word.word();
  }

  private static String told(@Nullable String detail) {
    return detail == null ? "" : " (" + detail + ")";
  }
}
