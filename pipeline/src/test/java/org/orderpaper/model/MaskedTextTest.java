package org.orderpaper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {

  private static final String CLEAR =
      "Moved by Ann Lark, seconded by Bo Finch MP; Ann Lark replied.";

  private static final List<NameSpan> NAMES =
      List.of(
          name("Ann Lark", 0, NameKind.PERSON),
          name("Bo Finch MP", 0, NameKind.MP),
          name("Ann Lark", 20, NameKind.PERSON));

  private static NameSpan name(String words, int from, NameKind kind) {
    int start = CLEAR.indexOf(words, from);
    return new NameSpan(new Span(start, start + words.length()), kind);
  }

  @Test
  void theSameNameHasTheSameNumberAndTheMaskKeepsTheKind() {
    assertThat(MaskedText.of(CLEAR, NAMES).text())
        .isEqualTo("Moved by [person 1], seconded by [MP 1]; [person 1] replied.");
  }

  @Test
  void offsetsBehindMasksPointAtTheSameWords() {
    MaskedText masked = MaskedText.of(CLEAR, NAMES);
    int start = CLEAR.indexOf("replied");
    assertThat(masked.words(new Span(start, start + 7))).isEqualTo("replied");
  }

  @Test
  void aSpanThatTouchesANameCoversItsWholeMask() {
    MaskedText masked = MaskedText.of(CLEAR, NAMES);
    assertThat(masked.words(new Span(13, 20))).isEqualTo("[person 1], s");
  }

  @Test
  void aTextWithoutNamesStaysAsItIs() {
    assertThat(MaskedText.of("Nothing here.", List.of()).text()).isEqualTo("Nothing here.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyStretchBetweenNamesIsFoundAgainUnderItsNewOffsets(long seed) {
    Random random = new Random(seed);
    StringBuilder clear = new StringBuilder();
    List<NameSpan> names = new ArrayList<>();
    List<Span> stretches = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int start = clear.length();
      clear.append("w").append(random.nextInt(1_000_000)).append(' ');
      Span span = new Span(start, clear.length() - 1);
      if (random.nextInt(3) == 0) {
        names.add(new NameSpan(span, random.nextBoolean() ? NameKind.PERSON : NameKind.MP));
      } else {
        stretches.add(span);
      }
    }
    MaskedText masked = MaskedText.of(clear.toString(), names);
    for (Span stretch : stretches) {
      assertThat(masked.words(stretch)).isEqualTo(stretch.of(clear));
    }
    for (NameSpan name : names) {
      assertThat(masked.text()).doesNotContain(name.span().of(clear) + " ");
    }
  }
}
