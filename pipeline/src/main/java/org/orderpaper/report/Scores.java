package org.orderpaper.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How well something was found. A share of nothing is null, which is not nought.
 *
 * @param right found and labelled
 * @param wrong found, not labelled
 * @param missed labelled, not found
 */
record Scores(int right, int wrong, int missed) {

  static final Scores NONE = new Scores(0, 0, 0);

  Scores plus(Scores other) {
    return new Scores(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  @JsonProperty
  @Nullable Double precision() {
    return Rate.share(right, right + wrong);
  }

  @JsonProperty
  @Nullable Double recall() {
    return Rate.share(right, right + missed);
  }

  /** The harmonic mean of the two. */
  @JsonProperty
  @Nullable Double f() {
    return Rate.share(2 * right, 2 * right + wrong + missed);
  }
}
