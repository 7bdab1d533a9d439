package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;

/** What {@code like} finds: items that read like those people labelled with a topic. */
class RuleLikenessTest {

  private static final String TABLE =
      """
      # Learned.
      -3.0
      2.0 suspend
      2.5 way back
      1.5 <person>
      -4.0 bus
      """;

  private static RuleBooks books(int percent) {
    return RuleBooks.changed()
        .with("learned/whip.txt", TABLE)
        .rule("whip/like", "{like: {topic: whip, at-least: " + percent + "}}");
  }

  private static List<Finding> found(int percent, String text) {
    return RuleBooks.findings(books(percent).load(), Items.item(text).build()).stream()
        .filter(finding -> finding.rule().equals("whip/like"))
        .toList();
  }

  @Test
  void anItemIsFoundWhenItsWordsWeighEnough() {
    // -3 + 2 + 2.5 + 1.5 are odds of e^3: 95 in 100.
    String text = "Members want Mr Tolworth on his way back. They suspended him.";
    assertThat(found(95, text)).hasSize(1);
    assertThat(found(96, text)).isEmpty();
  }

  @Test
  void whatSpeaksAgainstTheTopicIsWeighedToo() {
    assertThat(found(50, "Mr Tolworth spoke of the suspended.")).hasSize(1);
    assertThat(found(50, "Mr Tolworth spoke of the suspended bus.")).isEmpty();
  }

  @Test
  void aWordCountsOnceHoweverOftenItStands() {
    assertThat(found(30, "Suspend, suspend, suspend, suspend.")).isEmpty();
  }

  @Test
  void wordsOfTwoSentencesAreNoPair() {
    assertThat(found(37, "They were on their way back.")).hasSize(1);
    assertThat(found(37, "They lost their way. Back home they cheered.")).isEmpty();
  }

  @Test
  void evidenceIsTheWordsThatWeighMost() {
    String text = "They suspended him and he is on his way back.";
    List<Evidence> evidence = found(80, text).getFirst().evidence();
    assertThat(evidence)
        .extracting(each -> text.substring(each.span().start(), each.span().end()))
        .containsExactly("suspended", "way back");
    assertThat(evidence).extracting(Evidence::facet).containsOnly("likeness");
  }

  @Test
  void aRuleThatAsksForLittleShowsItsWordsToo() {
    // -3 - 4 + 2 + 1.5 are odds of e^-3.5: 3 in 100.
    String text = "Mr Tolworth spoke of the suspended bus.";
    assertThat(found(2, text).getFirst().evidence())
        .extracting(Evidence::facet)
        .containsOnly("likeness");
  }

  @Test
  void aTopicOfWhichNothingWasLearnedIsAFault() {
    assertThat(
            RuleBooks.changed()
                .with("learned/whip.txt", TABLE)
                .rule("whip/like", "{like: {topic: wihp, at-least: 50}}")
                .faults())
        .containsExactly(
            "whip/like.yaml:7:22: nothing was learned of 'wihp'; did you mean 'whip'?");
  }

  @Test
  void aLineThatIsNoWeightIsAFaultOfItsTable() {
    assertThat(RuleBooks.changed().with("learned/whip.txt", "-3\nmuch whip\n").faults())
        .containsExactly("learned/whip.txt:2:1: a number is expected at the beginning of the line");
    assertThat(RuleBooks.changed().with("learned/whip.txt", "# nothing\n").faults())
        .containsExactly("learned/whip.txt:1:1: there is no number in this table");
  }

  @Test
  void manyItemsAreWeighedAsOneIs() throws IOException {
    Random random = new Random(20_261_126);
    List<String> words = List.of("suspend", "way", "back", "bus", "the", "branch");
    Map<String, Float> weights = new HashMap<>();
    for (String one : words) {
      weights.put(one, random.nextFloat() - 0.5f);
      words.forEach(other -> weights.put(one + " " + other, random.nextFloat() - 0.5f));
    }
    TopicModels models = new TopicModels(Map.of("whip", new TopicModels.Table(0.1, weights)));
    List<BusinessItem> items = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    // More than are weighed together.
    for (int i = 0; i < 5000; i++) {
      List<String> text = random.ints(8, 0, words.size()).mapToObj(words::get).toList();
      items.add(Items.item(String.join(" ", text)).id("item-" + i).build());
      expected.add(chance(text, weights));
    }
    List<Integer> percents = List.of(30, 50, 70);
    RuleBook book = RuleBooks.standard();
    try (var directory = RuleBooks.index(book, items, 10_000);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReaderContext segment = reader.leaves().getFirst();
      SegmentRun run = new SegmentRun(segment, Map.of());
      run.window(0, run.maxDocument());
      for (int percent : percents) {
        var documents = new Likeness(segment.reader(), models);
        documents.window(0, run.maxDocument());
        var found = documents.documents(new Condition.Like(models, "whip", percent));
        for (int i = 0; i < items.size(); i++) {
          // At the very threshold the two sums may round differently.
          if (Math.abs(expected.get(i) - percent / 100.0) > 1e-5) {
            assertThat(found.get(i)).as("item " + i).isEqualTo(expected.get(i) > percent / 100.0);
          }
        }
      }
    }
    assertThat(expected.stream().mapToDouble(each -> each).average().orElseThrow())
        .isCloseTo(0.5, within(0.3));
  }

  private static double chance(List<String> text, Map<String, Float> weights) {
    Set<String> features = new HashSet<>(text);
    for (int i = 1; i < text.size(); i++) {
      features.add(text.get(i - 1) + " " + text.get(i));
    }
    double sum = 0.1;
    for (String feature : features) {
      sum += weights.getOrDefault(feature, 0f);
    }
    return TopicModels.chance(sum);
  }
}
