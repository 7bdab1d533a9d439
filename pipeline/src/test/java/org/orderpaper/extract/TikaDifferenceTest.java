package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Extraction;
import org.xml.sax.SAXException;

/**
 * The words of our blocks against those of Tika's plain text, for each sample and each document in
 * it: a word that only one of them has must be explained by a {@link DifferenceRule}, which holds
 * the words as they stand in the document itself. What is not explained is lost or invented.
 *
 * <p>The documents of another folder are compared with {@code -Dtika.difference=FOLDER
 * -Plong-proofs}.
 */
class TikaDifferenceTest {

  private static final String SAMPLES = "../corpus-samples";
  private static final int DEEPEST = 5;

  /**
   * What came of a document and of all that is in it: runs, and how many words a rule explained.
   */
  record Compared(List<String> unexplained, Map<String, Integer> explained) {}

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    String other = System.getProperty("tika.difference", "");
    List<String> folders =
        other.isEmpty() ? List.of(SAMPLES + "/documents", SAMPLES + "/formats") : List.of(other);
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !file.toString().endsWith(".blocks.txt") && !file.endsWith("README.md"))
            .sorted()
            .forEach(documents::add);
      }
    }
    return documents;
  }

  /** Every fifth: the build has ten minutes, and the long proofs compare all of them. */
  static List<Path> everyFifthDocument() throws IOException {
    List<Path> all = documents();
    return IntStream.range(0, all.size()).filter(i -> i % 5 == 0).mapToObj(all::get).toList();
  }

  @ParameterizedTest
  @MethodSource("everyFifthDocument")
  void everyDifferenceFromTikaIsExplained(Path file) throws IOException, SAXException {
    assertThatDifferencesAreExplained(file);
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("documents")
  void everyDifferenceFromTikaInAnySampleIsExplained(Path file) throws IOException, SAXException {
    assertThatDifferencesAreExplained(file);
  }

  private static void assertThatDifferencesAreExplained(Path file)
      throws IOException, SAXException {
    Compared compared = new Compared(new ArrayList<>(), new TreeMap<>());

    compare(file.getFileName().toString(), Files.readAllBytes(file), new Ocr(), 0, compared);

    assertThat(compared.unexplained()).as("%s", file).isEmpty();
  }

  static void compare(String name, byte[] bytes, Ocr ocr, int depth, Compared compared)
      throws IOException, SAXException {
    if (bytes.length == 0 || depth > DEEPEST) {
      return;
    }
    Source source = new Source(bytes, name, ExtractionLimits.defaults(), ocr, () -> {});
    Readers.Result result = Readers.read(source);
    if (result.reading().extraction() instanceof Extraction.Text text) {
      compare(name, result.mediaType(), bytes, text.document(), compared);
    }
    for (Attachment attachment : result.reading().attachments()) {
      byte[] content;
      try {
        content = attachment.content().read();
      } catch (IOException | RuntimeException _) {
        continue; // What cannot be opened is a golden's concern.
      }
      String inner = attachment.name() == null ? "" : attachment.name();
      compare(inner, content, ocr, depth + 1, compared);
    }
  }

  private static void compare(
      String name, String type, byte[] bytes, ExtractedDocument document, Compared compared)
      throws IOException, SAXException {
    TikaDifference best = null;
    List<TikaDifference.Unexplained> fewest = List.of();
    try {
      for (String tika : texts(name, type, bytes)) {
        TikaDifference difference =
            TikaDifference.of(new DifferenceEvidence(type, bytes, document, tika));
        List<TikaDifference.Unexplained> unexplained = difference.unexplained();
        if (best == null || unexplained.size() < fewest.size()) {
          best = difference;
          fewest = unexplained;
        }
      }
    } catch (TikaException fault) {
      compared.explained().merge("tika-fails", document.text().length(), Integer::sum);
    }
    fewest.forEach(run -> compared.unexplained().add(name + ": " + run));
    if (best != null) {
      best.explained().forEach((rule, n) -> compared.explained().merge(rule, n, Integer::sum));
    }
  }

  /**
   * What Tika can make of a document: a PDF has one text with what is painted twice, one without.
   */
  private static List<String> texts(String name, String type, byte[] bytes)
      throws IOException, SAXException, TikaException {
    boolean marked = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFF) == 0xFE;
    if (type.startsWith("text/") && TextDecoder.isWide(bytes) && !marked) {
      // Without a mark Tika takes UTF-16 for letters with gaps between them.
      return List.of(TextDecoder.decode(bytes));
    }
    String text = TikaText.of(name, bytes);
    return type.endsWith("pdf") ? List.of(text, TikaText.of(name, bytes, true)) : List.of(text);
  }

  private static ExtractedDocument without(ExtractedDocument document, int dropped) {
    DocumentWriter writer = new DocumentWriter(1_000_000);
    for (int i = 0; i < document.blocks().size(); i++) {
      Block block = document.blocks().get(i);
      if (i != dropped) {
        writer.add(Draft.of(block.kind(), document.textOf(block)));
      }
    }
    return ((Extraction.Text) writer.finish()).document();
  }

  @Test
  void aParagraphThatIsLostIsReported() throws IOException, SAXException, TikaException {
    for (String name :
        List.of(
            "ashdown-vale/2020-11-27-minutes.docx",
            "ashdown-vale/2021/2021-05-28-minutes.pdf",
            "eastmarsh-and-denny/ec/2021-02-03 EC notes TRACKED.docx",
            "saltby/old pc/SALTBYNOV21.doc")) {
      byte[] bytes = Files.readAllBytes(Path.of(SAMPLES, "documents", name));
      Source source = new Source(bytes, name, ExtractionLimits.defaults(), new Ocr(), () -> {});
      Readers.Result result = Readers.read(source);
      ExtractedDocument whole = ((Extraction.Text) result.reading().extraction()).document();
      Block longest =
          whole.blocks().stream()
              .max(java.util.Comparator.comparingInt(block -> block.span().length()))
              .orElseThrow();
      ExtractedDocument without = without(whole, whole.blocks().indexOf(longest));

      List<TikaDifference.Unexplained> reported =
          TikaDifference.of(
                  new DifferenceEvidence(
                      result.mediaType(), bytes, without, TikaText.of(name, bytes)))
              .unexplained();

      assertThat(reported).as(name).isNotEmpty().allMatch(TikaDifference.Unexplained::lost);
      int words = reported.stream().mapToInt(run -> WordAlignment.words(run.words()).size()).sum();
      assertThat(words)
          .as(name)
          .isGreaterThan(WordAlignment.words(whole.textOf(longest)).size() * 2 / 3);
    }
  }

  @Test
  void aWordThatIsInventedIsReported() throws IOException {
    ExtractedDocument document = Papers.document("a.txt", Papers.utf8("The motion was carried.\n"));

    assertThat(
            TikaDifference.of(
                    new DifferenceEvidence(
                        "text/plain", Papers.utf8("x y"), document, "The motion carried."))
                .unexplained())
        .hasToString("[only we have: was   [after: The motion]]");
  }

  @Test
  void deletedWordsExcuseNoOthers() throws IOException {
    byte[] docx =
        new Docx()
            .body(
                "<w:p>"
                    + Docx.run("We agreed ")
                    + "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
                    + Docx.run("to pay ten pounds.")
                    + "</w:p>")
            .bytes();
    ExtractedDocument cut = Papers.document("a.txt", Papers.utf8("We agreed to pay.\n"));

    assertThat(
            TikaDifference.of(
                    new DifferenceEvidence("x", docx, cut, "We agreed not to pay ten pounds."))
                .unexplained())
        .hasToString("[only Tika has: ten pounds   [after: We agreed not to pay]]");
  }

  private static List<TikaDifference.Unexplained> unexplained(
      String type, byte[] bytes, ExtractedDocument document, String tika) throws IOException {
    return TikaDifference.of(new DifferenceEvidence(type, bytes, document, tika)).unexplained();
  }

  @Test
  void wordsThatWereMovedExcuseNoOthers() throws IOException {
    DocumentWriter writer = new DocumentWriter(1_000);
    writer.add(Draft.of(BlockKind.PARAGRAPH, "Carried unanimously."));
    writer.add(Draft.of(BlockKind.PARAGRAPH, "The motion fell."));
    writer.add(Draft.of(BlockKind.HIDDEN, "by the chair alone"));
    ExtractedDocument document = ((Extraction.Text) writer.finish()).document();

    assertThat(
            unexplained(
                "x",
                Papers.utf8("x y"),
                document,
                "Carried by the chair alone unanimously. The motion fell."))
        .isEmpty();
    assertThat(
            unexplained(
                "x",
                Papers.utf8("x y"),
                document,
                "Carried by the chair alone unanimously. The motion never fell by the post."))
        .extracting(TikaDifference.Unexplained::words)
        .containsExactly("never", "by the post");
  }

  @Test
  void ofGluedWordsNoneIsExcused() throws IOException {
    ExtractedDocument document = Papers.document("a.txt", Papers.utf8("The motion was carried.\n"));

    assertThat(unexplained("x", Papers.utf8("x y"), document, "The motionwas carried.")).isEmpty();
    assertThat(unexplained("x", Papers.utf8("x y"), document, "The motion was carriednow."))
        .extracting(TikaDifference.Unexplained::words)
        .contains("carriednow");
    assertThat(unexplained("x", Papers.utf8("x y"), document, "The motion was carriedThe."))
        .extracting(TikaDifference.Unexplained::words)
        .contains("The");
  }

  @Test
  void aNumberCountedOtherwiseExcusesNoFigureOfTheText() throws IOException {
    DocumentWriter writer = new DocumentWriter(1_000);
    writer.add(Draft.listItem(1, "Apologies").numbered("1."));
    writer.add(Draft.listItem(1, "Members came").numbered("2."));
    ExtractedDocument document = ((Extraction.Text) writer.finish()).document();
    byte[] rtf = Papers.utf8("{}");

    assertThat(unexplained("text/rtf", rtf, document, "1. Apologies\n1. Members came\n")).isEmpty();
    assertThat(unexplained("text/rtf", rtf, document, "Apologies\n12 Members came\n"))
        .extracting(TikaDifference.Unexplained::words)
        .containsExactly("12");
    assertThat(unexplained("text/rtf", rtf, document, "Apologies\nNo Members came\n"))
        .extracting(TikaDifference.Unexplained::words)
        .containsExactly("No");
  }
}
