package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Voice;
import org.orderpaper.segment.LearnedModel.Judgement;

class LearnedModelTest {

  private static final List<String> TABLE =
      List.of(
          "motion report",
          "any\treport=0.50",
          "word:moved\tmotion=2.00 report=-1.00",
          "word:seconded\tmotion=1.00",
          "word:balance\treport=3.00");

  @Test
  void theLabelWithTheHeaviestFeaturesIsTheJudgementAndTheyAreItsReasons() {
    Judgement judgement =
        LearnedModel.of(TABLE).judge(Set.of("any", "word:moved", "word:seconded", "word:unknown"));
    assertThat(judgement.label()).isEqualTo("motion");
    assertThat(judgement.reasons()).containsExactly("word:moved", "word:seconded");
    assertThat(judgement.probability()).isCloseTo(1 / (1 + Math.exp(-3.5)), within(1e-6));
  }

  @Test
  void withoutAnyKnownFeatureEveryLabelIsAsLikely() {
    assertThat(LearnedModel.of(TABLE).judge(Set.of()).probability()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void theShippedModelsSpeakOurVocabularyOnly() throws IOException {
    assertThat(labels("type")).allMatch(word -> isOf(ItemType.class, word));
    assertThat(labels("outcome")).allMatch(word -> isOf(Outcome.class, word));
    assertThat(labels("voice")).allMatch(word -> isOf(Voice.class, word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "outcome", "voice"})
  void noNameOfAPersonIsAFeatureOfAShippedModel(String model) throws IOException {
    assertThat(lines(model).subList(1, lines(model).size()))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .noneMatch(ModelMaker::namesAPerson);
  }

  private static List<String> labels(String model) throws IOException {
    return Arrays.asList(lines(model).getFirst().split(" ", -1));
  }

  private static <T extends Enum<T> & VocabularyWord> boolean isOf(Class<T> kind, String word) {
    return VocabularyWord.of(kind, word).isPresent();
  }

  private static List<String> lines(String model) throws IOException {
    try (InputStream in = LearnedModel.class.getResourceAsStream("learned/" + model + ".txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
