package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

class ContainedExtractorTest {

  private static final ExtractionLimits LIMITS = ExtractionLimits.defaults();

  @TempDir private Path folder;

  private final Set<Long> before =
      ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());

  private ContainedExtractor extractor(ContainmentLimits containment) {
    return new ContainedExtractor(LIMITS, containment, folder.resolve("work"));
  }

  private static ContainmentLimits within(int megabytes, Duration cpu) {
    return new ContainmentLimits(megabytes, cpu, Duration.ofMinutes(1), 1_000);
  }

  private static List<ExtractedPart> parts(Attempt attempt) {
    assertThat(attempt).isInstanceOf(Attempt.Done.class);
    return ((Attempt.Done) attempt).parts();
  }

  private static Extraction.Failed failed(ExtractedPart part) {
    assertThat(part.extraction()).isInstanceOf(Extraction.Failed.class);
    return (Extraction.Failed) part.extraction();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Text that takes a second a million lines, and a few hundred bytes of memory a line. */
  private static String slow(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("Line ").append(i).append(" of a file that takes a while\n\n");
    }
    return lines.toString();
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../corpus-samples/documents"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Every fifth: the build has ten minutes, and the long proofs read all of them. */
  static List<Path> everyFifthDocument() throws IOException {
    List<Path> all = documents();
    return IntStream.range(0, all.size()).filter(i -> i % 5 == 0).mapToObj(all::get).toList();
  }

  private static final ContainedExtractor SHARED =
      new ContainedExtractor(
          LIMITS, ContainmentLimits.defaults(), Path.of("target", "contained-extractor-test"));

  @AfterAll
  static void closeShared() {
    SHARED.close();
  }

  @ParameterizedTest
  @MethodSource("everyFifthDocument")
  void aWorkerReadsWhatThisProcessReads(Path file) {
    assertThatAWorkerReadsTheSame(file);
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("documents")
  void aWorkerReadsEverySampleAsThisProcessDoes(Path file) {
    assertThatAWorkerReadsTheSame(file);
  }

  private static void assertThatAWorkerReadsTheSame(Path file) {
    Attempt attempt = SHARED.read(file, Turn.FIRST);

    Attempt whole =
        attempt instanceof Attempt.Postponed later ? SHARED.read(file, later.next()) : attempt;
    assertThat(parts(whole)).isEqualTo(new Extractor(LIMITS).extract(file));
  }

  @Test
  void whatTakesTooLongIsReadAloneAndThenNamedAndTheNextFileIsRead() throws IOException {
    Path slow = file("slow.txt", slow(400_000));
    Path quick = file("quick.txt", "Carried.");
    try (ContainedExtractor extractor = extractor(within(512, Duration.ofMillis(100)))) {
      assertThat(extractor.read(slow, Turn.FIRST)).isEqualTo(new Attempt.Postponed(Turn.ALONE));

      ExtractedPart part = parts(extractor.read(slow, Turn.ALONE)).getFirst();

      assertThat(failed(part).reason()).isEqualTo(NotCheckedReason.TIMEOUT);
      assertThat(part.sha256()).hasSize(64);
      assertThat(part.bytes()).isEqualTo(Files.size(slow));
    }
    try (ContainedExtractor extractor = extractor(ContainmentLimits.defaults())) {
      assertThat(parts(extractor.read(quick, Turn.FIRST))).hasSize(1);
    }
  }

  @Test
  void whatTakesAllMemoryCostsOnlyItself() throws IOException {
    Path large = file("large.txt", slow(300_000));
    Path small = file("small.txt", "Carried.");
    try (ContainedExtractor extractor = extractor(within(24, Duration.ofMinutes(1)))) {
      assertThat(parts(extractor.read(small, Turn.FIRST))).hasSize(1);
      assertThat(extractor.read(large, Turn.FIRST)).isEqualTo(new Attempt.Postponed(Turn.ALONE));
      assertThat(parts(extractor.read(small, Turn.FIRST))).hasSize(1);

      ExtractedPart part = parts(extractor.read(large, Turn.ALONE)).getFirst();

      assertThat(failed(part).reason()).isEqualTo(NotCheckedReason.OOM);
      assertThat(parts(extractor.read(small, Turn.FIRST))).hasSize(1);
    }
  }

  @Test
  void anAttachmentThatEndsItsWorkerIsNamedAndTheOthersAreRead() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a.txt", Papers.utf8("A"));
    entries.put("slow.txt", Papers.utf8(slow(300_000)));
    entries.put("b.txt", Papers.utf8("B"));
    Path zip = Files.write(folder.resolve("papers.zip"), Papers.zip(entries));
    try (ContainedExtractor extractor = extractor(within(32, Duration.ofMinutes(1)))) {
      List<ExtractedPart> parts = parts(extractor.read(zip, Turn.ALONE));

      assertThat(parts)
          .extracting(ExtractedPart::part)
          .containsExactly("", "a.txt", "slow.txt", "b.txt");
      assertThat(failed(parts.get(2)).reason()).isEqualTo(NotCheckedReason.OOM);
      assertThat(Papers.lines(Papers.document(parts.get(3)))).containsExactly("B");
    }
  }

  @Test
  void aWorkerThatIsKilledCostsOnlyItsFileAndLeavesNothing() throws Exception {
    Path slow = file("slow.txt", slow(100_000));
    Path quick = file("quick.txt", "Carried.");
    try (ContainedExtractor extractor = extractor(ContainmentLimits.defaults())) {
      extractor.read(quick, Turn.FIRST);
      CompletableFuture<Attempt> reading =
          CompletableFuture.supplyAsync(() -> extractor.read(slow, Turn.FIRST));
      Thread.sleep(50);
      workers().forEach(ProcessHandle::destroyForcibly);

      assertThat(reading.get()).isEqualTo(new Attempt.Postponed(Turn.ALONE));
      assertThat(parts(extractor.read(slow, Turn.ALONE)).getFirst().extraction())
          .isInstanceOf(Extraction.Text.class);
      assertThat(parts(extractor.read(quick, Turn.FIRST))).hasSize(1);
    }
    assertThat(workers()).isEmpty();
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  @Test
  void aWorkerMakesRoomForAFreshOneAfterItsFiles() throws IOException {
    Path file = file("a.txt", "Carried.");
    ContainmentLimits two =
        new ContainmentLimits(64, Duration.ofMinutes(1), Duration.ofMinutes(1), 2);
    try (ContainedExtractor extractor = extractor(two)) {
      extractor.read(file, Turn.FIRST);
      List<Long> first = workers().stream().map(ProcessHandle::pid).toList();
      extractor.read(file, Turn.FIRST);
      extractor.read(file, Turn.FIRST);

      assertThat(workers().stream().map(ProcessHandle::pid))
          .hasSize(1)
          .doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void aPathThatIsNoUtf8ReachesTheWorker() throws IOException {
    Path file = Files.writeString(Path.of(java.net.URI.create(folder.toUri() + "caf%E9.txt")), "A");
    try (ContainedExtractor extractor = extractor(ContainmentLimits.defaults())) {
      assertThat(Papers.lines(Papers.document(parts(extractor.read(file, Turn.FIRST)).getFirst())))
          .containsExactly("A");
    }
  }

  /** Child processes that were not there before the test. */
  private List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.isAlive() && !before.contains(child.pid()))
        .toList();
  }
}
