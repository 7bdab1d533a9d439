package org.orderpaper.samples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderpaper.model.Act;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Voice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplesTest {

  private static final Path FOLDER =
      Stream.of(Path.of("corpus-samples"), Path.of("..", "corpus-samples"))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow();

  private static final Pattern TOPIC =
      Pattern.compile(
          "individual-case|whip|ehrc-repudiation|ehrc-comment|ihra-repudiation|settlement"
              + "|affiliation|proscribed-support|closed-period|instruction-itself|party-response"
              + "|liability-statement|no-confidence"
              + "|procedure\\.(seconder|quorum|notice|rescission|length|chair-challenge)");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Read once: each document is made with all sources at hand, for what it attaches. */
  private static final List<Source> SOURCES = read();

  private static List<Source> read() {
    try {
      return Source.all(FOLDER.resolve("sources"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Source> sources() {
    return SOURCES;
  }

  private static List<JsonNode> labels() throws IOException {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("labels.jsonl"))) {
      return lines.map(JSON::readTree).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aDocumentIsUpToDateWithItsSource(Source source) throws IOException {
    if (source.isInsideAnother()) {
      return;
    }
    byte[] stored = Files.readAllBytes(FOLDER.resolve("documents").resolve(source.path()));
    if (source.format().equals("scan")) {
      // Pictures depend on the fonts of the machine that made them.
      assertThat(stored).hasSizeBetween(20_000, 300_000);
      return;
    }
    byte[] fresh = SampleMaker.bytes(source, sources());
    switch (source.format()) {
      case "docx", "odt" -> assertThat(entries(stored)).isEqualTo(entries(fresh));
      case "pdf" -> assertThat(pdfText(stored)).isEqualTo(pdfText(fresh));
      case "eml" -> assertThat(beforeAttachments(stored)).isEqualTo(beforeAttachments(fresh));
      default -> assertThat(stored).isEqualTo(fresh);
    }
  }

  @Test
  void noDocumentLacksASource() throws IOException {
    Path documents = FOLDER.resolve("documents");
    TreeSet<String> paths = new TreeSet<>();
    try (Stream<Path> files = Files.walk(documents)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> paths.add(documents.relativize(file).toString().replace('\\', '/')));
    }
    assertThat(sources().stream().filter(source -> !source.isInsideAnother()).map(Source::path))
        .containsExactlyInAnyOrderElementsOf(paths);
  }

  @Test
  void theLabelsAreUpToDateWithTheSources() throws IOException {
    String stored = Files.readString(FOLDER.resolve("labels.jsonl"));
    assertThat(stored.equals(Labels.jsonLines(sources())))
        .as("labels.jsonl is what SampleMaker makes")
        .isTrue();
  }

  @Test
  void everyAnchorStandsOnceInItsSource() throws IOException {
    TreeSet<String> faults = new TreeSet<>();
    List<JsonNode> labels = labels();
    for (int i = 0; i < labels.size(); i++) {
      Source source = sources().get(i);
      for (JsonNode item : labels.get(i).get("items")) {
        String anchor = item.get("anchor").asString();
        long times =
            source.shownLines().stream().mapToLong(line -> occurrences(line, anchor)).sum();
        int words = anchor.split(" ", -1).length;
        if (times != 1 || words < least(source, anchor) || words > 12) {
          faults.add(source.name() + ": " + times + " times, " + words + " words: " + anchor);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /**
   * Five words, but two in a cell or sentence that has hardly more ("Apologies. None.") or where
   * names, which no anchor may hold, leave no more ("Apologies from"), and one that is a line.
   */
  private static int least(Source source, String anchor) {
    boolean brief =
        source.shownLines().stream()
            .filter(line -> line.contains(anchor))
            .flatMap(SamplesTest::parts)
            .anyMatch(part -> part.contains(anchor) && part.split("\\s+", -1).length <= 8);
    boolean whole = source.shownLines().stream().anyMatch(line -> line.strip().equals(anchor));
    return whole ? 1 : brief ? 2 : 5;
  }

  private static Stream<String> parts(String line) {
    return Stream.of("$", "\\|", "(?<=[.:;]) ", "\\s(?=\\p{Lu})")
        .flatMap(end -> Stream.of(line.split(end, -1)));
  }

  @Test
  void labelsUseOnlyTheWordsOfTheModel() throws IOException {
    TreeSet<String> faults = new TreeSet<>();
    for (JsonNode document : labels()) {
      String file = document.get("file").asString();
      check(faults, file, DocumentKind.class, document.get("kind"));
      for (JsonNode item : document.get("items")) {
        check(faults, file, ItemType.class, item.get("type"));
        check(faults, file, Voice.class, item.get("voice"));
        check(faults, file, Outcome.class, item.get("outcome"));
        check(faults, file, Queue.class, item.get("queue"));
        for (JsonNode finding : item.get("findings")) {
          checkFinding(faults, file, finding);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void checkFinding(Set<String> faults, String file, JsonNode finding) {
    check(faults, file, Temporal.class, finding.get("temporal"));
    finding.get("acts").forEach(act -> check(faults, file, Act.class, act));
    int severity = finding.get("severity").asInt();
    if (!TOPIC.matcher(finding.get("topic").asString()).matches() || severity < 0 || severity > 4) {
      faults.add(file + ": " + finding);
    }
  }

  private static <E extends Enum<E> & VocabularyWord> void check(
      Set<String> faults, String file, Class<E> vocabulary, JsonNode word) {
    if (!word.isNull() && VocabularyWord.of(vocabulary, word.asString()).isEmpty()) {
      faults.add(file + ": " + vocabulary.getSimpleName() + " " + word);
    }
  }

  @Test
  void theSamplesHoldEveryFormatAndAboutHalfHaveNothingToFind() throws IOException {
    Map<String, Long> formats = sources().stream().collect(groupingBy(Source::format, counting()));
    assertThat(sources()).hasSizeGreaterThanOrEqualTo(56);
    assertThat(formats)
        .containsOnlyKeys("docx", "odt", "rtf", "pdf", "scan", "eml", "txt", "html", "md");
    long silent = labels().stream().filter(SamplesTest::hasNothingToFind).count();
    assertThat(silent * 100 / sources().size())
        .as("documents with nothing to find, in a hundred")
        .isBetween(35L, 60L);
  }

  private static boolean hasNothingToFind(JsonNode document) {
    return Stream.of(document.get("items"))
        .flatMap(JsonNode::valueStream)
        .allMatch(item -> item.get("findings").isEmpty() && item.get("queue").isNull());
  }

  private static long occurrences(String text, String part) {
    return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }

  private static Map<String, String> entries(byte[] zip) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        entries.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  /** Attachments are compressed, and compressors differ: the rest is compared. */
  private static String beforeAttachments(byte[] mail) {
    String text = new String(mail, StandardCharsets.US_ASCII);
    int attachment = text.indexOf("Content-Transfer-Encoding: base64");
    return attachment < 0 ? text : text.substring(0, attachment);
  }

  private static String pdfText(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
