package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Confidence.Level;

/** Papers as a bad scan gives them: the surer a reading is called, the righter it must be. */
class LegibilitySegmentTest {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz01";
  private static final int SEEDS = 4;

  private static List<String> papers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/segment"))) {
      List<String> papers = new ArrayList<>();
      for (Path file : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
        papers.add(Files.readString(file));
      }
      return papers;
    }
  }

  /** The text with so many of a hundred letters replaced by any other. */
  private static String misread(String text, int percent, int seed) {
    Random random = new Random(seed);
    StringBuilder misread = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wrong = Character.isLetter(c) && random.nextInt(100) < percent;
      misread.append(wrong ? LETTERS.charAt(random.nextInt(LETTERS.length())) : c);
    }
    return misread.toString();
  }

  private static long high(List<BusinessItem> items) {
    return items.stream().filter(LegibilitySegmentTest::isHigh).count();
  }

  private static boolean isHigh(BusinessItem item) {
    return item.confidence().outcome().level() == Level.HIGH;
  }

  /** Compared are papers that still have as many items, so that it is plain which is which. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void ofOutcomesCalledCertainNineteenOfTwentyAreThoseOfTheCleanPaper(int percent)
      throws IOException {
    int certain = 0;
    int right = 0;
    for (String paper : papers()) {
      List<BusinessItem> clean = Docs.segment(paper).items();
      for (int seed = 0; seed < SEEDS; seed++) {
        List<BusinessItem> noisy = Docs.segment(misread(paper, percent, seed)).items();
        for (int i = 0; i < noisy.size() && noisy.size() == clean.size(); i++) {
          certain += isHigh(noisy.get(i)) ? 1 : 0;
          boolean same = noisy.get(i).outcome() == clean.get(i).outcome();
          right += isHigh(noisy.get(i)) && same ? 1 : 0;
        }
      }
    }
    assertThat(right).isGreaterThanOrEqualTo((int) (certain * 0.95));
  }

  @Test
  void theMoreLettersAreMisreadTheFewerOutcomesAreCertain() throws IOException {
    List<Long> certain = new ArrayList<>();
    for (int percent : List.of(0, 2, 4, 8)) {
      long sum = 0;
      for (String paper : papers()) {
        sum += high(Docs.segment(misread(paper, percent, percent)).items());
      }
      certain.add(sum);
    }
    assertThat(certain).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    assertThat(certain.getLast()).isLessThan(certain.getFirst() / 10);
  }

  @Test
  void aCleanPaperIsAsSureAsItsWords() {
    List<BusinessItem> items =
        Docs.segment(
                """
                Copperfield Branch
                Minutes of the meeting held on 4 March 2019

                1. Buses. This branch resolves to write to the council. Carried 14-3-2.
                2. Treasurer. The balance stood at £412.10 and the report was noted.
                """)
            .items();
    assertThat(items).allMatch(LegibilitySegmentTest::isHigh);
  }
}
