package org.orderpaper.segment;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;

/**
 * Prints how many items a CPU-second go through this stage, names included, in rounds over one
 * folder of documents. Not a test: figures depend on the machine, and the first round compiles.
 * {@code java ... org.orderpaper.segment.SegmentSpeed ../corpus-samples/documents}
 */
final class SegmentSpeed {

  private static final PrintStream OUT = System.out;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 4;

  private SegmentSpeed() {}

  /** A document as it was extracted. */
  private record Document(String source, ExtractedDocument text) {}

  public static void main(String[] arguments) throws IOException {
    List<Document> documents = documents(Path.of(arguments[0]));
    Segmenter segmenter = new Segmenter(Docs.settings());
    for (int round = 1; round <= ROUNDS; round++) {
      long began = CPU.getCurrentThreadCpuTime();
      int items = 0;
      for (Document one : documents) {
        items +=
            segmenter.segment(one.source(), "", LedgerState.CHECKED, one.text()).items().size();
      }
      double seconds = (CPU.getCurrentThreadCpuTime() - began) / 1e9;
      OUT.printf(
          "round %d: %d documents, %d items, %.2f CPU-s, %.0f items a CPU-second%n",
          round, documents.size(), items, seconds, items / seconds);
    }
  }

  private static List<Document> documents(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    Extractor extractor = new Extractor(ExtractionLimits.defaults());
    List<Document> documents = new ArrayList<>();
    for (Path file : files) {
      String source = folder.relativize(file).toString();
      for (ExtractedPart part : extractor.extract(file)) {
        if (part.extraction() instanceof Extraction.Text text) {
          documents.add(new Document(part.sourceIn(source), text.document()));
        }
      }
    }
    return documents;
  }
}
