package org.orderpaper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How alike texts are. */
class ShinglesTest {

  private static final String BUSES =
      "This branch calls on the council to run the number nine bus every hour on Sundays";

  @Test
  void aTextIsTheSameAsItselfWhateverItsLettersAndSigns() {
    Shingles one = Shingles.of(BUSES);
    Shingles other = Shingles.of(BUSES.toUpperCase(Locale.ROOT).replace(" ", ", "));
    assertThat(one.similarity(other)).isEqualTo(1);
    assertThat(one.isNearlySame(other)).isTrue();
  }

  @Test
  void textsWithoutACommonRunOfThreeWordsAreNotAlike() {
    Shingles libraries = Shingles.of("This meeting thanks the library for its open doors");
    assertThat(Shingles.of(BUSES).similarity(libraries)).isZero();
    assertThat(Shingles.of(BUSES).isNearlySame(libraries)).isFalse();
  }

  @Test
  void aTextThatHoldsMostOfAnotherIsNearlyTheSame() {
    String longer = BUSES + ". " + "It was debated for an hour by all who came. ".repeat(5);
    assertThat(Shingles.of(BUSES).similarity(Shingles.of(longer))).isLessThan(0.6);
    assertThat(Shingles.of(BUSES).isNearlySame(Shingles.of(longer))).isTrue();
  }

  @Test
  void fewerThanThreeWordsAreLikeNothing() {
    assertThat(Shingles.of("the whip").similarity(Shingles.of("the whip"))).isZero();
  }
}
