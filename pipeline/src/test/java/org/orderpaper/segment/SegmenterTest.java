package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.SegmentedDocument;
import org.orderpaper.model.Span;

class SegmenterTest {

  private static final Path PAPERS = Path.of("src", "test", "resources", "segment");

  static Stream<Path> papers() throws IOException {
    try (Stream<Path> files = Files.list(PAPERS)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void itemsAndWhatIsSetApartMakeUpTheWholeText(Path paper) {
    assertTiles(Docs.read(paper));
  }

  /**
   * The outlines beside the papers were read by a person; {@code -Dsegment.rewrite=true} writes
   * them anew, for a diff to be read.
   */
  @ParameterizedTest
  @MethodSource("papers")
  void aPaperGivesTheItemsWrittenBesideIt(Path paper) throws IOException {
    Path beside = Path.of(paper.toString().replace(".txt", ".items"));
    String outline = Docs.outline(Docs.segment(Docs.read(paper)));
    if (Boolean.getBoolean("segment.rewrite")) {
      Files.writeString(beside, outline);
    }
    assertThat(outline).isEqualTo(Docs.read(beside));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void evenShuffledLinesTileAndKeepTheirSpansInBounds(int seed) throws IOException {
    List<Path> all = papers().toList();
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      List<String> lines = Docs.read(all.get(random.nextInt(all.size()))).lines().toList();
      text.append(lines.get(random.nextInt(lines.size()))).append('\n');
    }
    assertTiles(text.toString());
  }

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  private static void assertTiles(String source) {
    String text = Docs.document(source).text();
    SegmentedDocument document = Docs.segment(source);
    boolean[] covered = new boolean[text.length()];
    int last = 0;
    for (BusinessItem item : document.items()) {
      assertThat(item.span().start()).isGreaterThanOrEqualTo(last);
      last = item.span().end();
      cover(covered, item.span());
      assertWithin(item);
    }
    document.setApart().forEach(span -> cover(covered, span));
    for (int i = 0; i < covered.length; i++) {
      assertThat(covered[i]).as("offset %s", i).isTrue();
    }
  }

  private static void cover(boolean[] covered, Span span) {
    java.util.Arrays.fill(covered, span.start(), span.end(), true);
  }

  private static void assertWithin(BusinessItem item) {
    Span whole = new Span(0, item.text().length());
    assertThat(item.text()).startsWith(item.heading());
    int last = 0;
    for (NameSpan name : item.names()) {
      assertThat(name.span().start()).isGreaterThanOrEqualTo(last);
      last = name.span().end();
      assertThat(whole.contains(name.span())).isTrue();
    }
    last = 0;
    for (Span sentence : item.sentences()) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
      last = sentence.end();
    }
    last = 0;
    for (var passage : item.passages()) {
      assertThat(passage.span().start()).isGreaterThanOrEqualTo(last);
      assertThat(whole.contains(passage.span())).isTrue();
      last = passage.span().end();
    }
  }

  @Test
  void theSameDocumentGivesTheSameItems() throws IOException {
    for (Path paper : papers().toList()) {
      assertThat(Docs.segment(Docs.read(paper)).items())
          .isEqualTo(Docs.segment(Docs.read(paper)).items());
    }
  }

  @Test
  void aCaseOfARuleIsAMotionCarriedAtAMeetingOfUnknownDate() {
    BusinessItem item =
        Docs.SEGMENTER.caseItem(
            "This branch calls for Mr Tolworth to be reinstated without delay.");
    assertThat(item.outcome().word()).isEqualTo("carried");
    assertThat(item.meeting().date()).isNull();
    assertThat(item.names()).hasSize(1);
    assertThat(item.sentences()).hasSize(1);
  }
}
