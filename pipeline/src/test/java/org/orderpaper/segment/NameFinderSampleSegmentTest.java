package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.SegmentSettings;

/**
 * What the masks find and miss in 300 labelled sentences. {@link #main} lists each fault:
 *
 * <pre>
 * java -cp ... org.orderpaper.segment.NameFinderSampleSegmentTest tuned|held-out [unlisted] [FILE]
 * </pre>
 */
class NameFinderSampleSegmentTest {

  private static final Path SAMPLE =
      Path.of("src", "test", "resources", "segment", "names", "names-300.txt");

  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    Path file =
        given.stream().filter(a -> a.endsWith(".txt")).map(Path::of).findFirst().orElse(SAMPLE);
    LabelledNames names = LabelledNames.read(file, given.contains("held-out"));
    LabelledNames.Figures figures =
        names.measure(given.contains("unlisted") ? withoutNamesOf(names) : Docs.SEGMENTER);
    figures.remarks().forEach(System.out::println);
    System.out.println(figures);
  }

  @Test
  void theSampleHasThreeHundredSentences() {
    assertThat(LabelledNames.read(SAMPLE, false).sentences()).hasSize(200);
    assertThat(LabelledNames.read(SAMPLE, true).sentences()).hasSize(100);
  }

  @Test
  void namesAreFoundAndOtherWordsStayReadable() {
    LabelledNames.Figures figures = LabelledNames.read(SAMPLE, false).measure(Docs.SEGMENTER);
    assertThat(figures.recall()).as(figures.toString()).isGreaterThan(0.97);
    assertThat(figures.wrong()).as(figures.toString()).isLessThan(0.005);
    assertThat(figures.ofKind()).as(figures.toString()).isGreaterThan(200);
  }

  @Test
  void namesThatNothingWasTunedOnAreFoundToo() {
    LabelledNames.Figures figures = LabelledNames.read(SAMPLE, true).measure(Docs.SEGMENTER);
    assertThat(figures.recall()).as(figures.toString()).isGreaterThan(0.97);
    assertThat(figures.wrong()).as(figures.toString()).isLessThan(0.01);
  }

  /** Most names of a year to come are in no list. */
  @Test
  void namesThatNoListHasAreFoundByTheWordsAroundThem() {
    for (boolean heldOut : new boolean[] {false, true}) {
      LabelledNames sample = LabelledNames.read(SAMPLE, heldOut);
      LabelledNames.Figures figures = sample.measure(withoutNamesOf(sample));
      assertThat(figures.recall()).as(figures.toString()).isGreaterThan(0.92);
      assertThat(figures.wrong()).as(figures.toString()).isLessThan(0.01);
    }
  }

  /** The house's rules, but for the names of persons that occur in {@code sample}. */
  private static Segmenter withoutNamesOf(LabelledNames sample) {
    Set<String> words = new HashSet<>();
    for (LabelledNames.Sentence sentence : sample.sentences()) {
      sentence
          .names()
          .forEach(name -> words.addAll(List.of(name.span().of(sentence.text()).split("[\\s-]+"))));
    }
    SegmentSettings house = Docs.settings();
    Map<String, List<Gazetteer.Entry>> lists = new TreeMap<>(house.gazetteer().lists());
    for (String list : List.of("first-names", "surnames")) {
      lists.computeIfPresent(
          list,
          (key, entries) ->
              entries.stream().filter(entry -> !words.contains(entry.name())).toList());
    }
    return new Segmenter(
        new SegmentSettings(house.cues(), new Gazetteer(lists), house.units(), house.overrides()));
  }
}
