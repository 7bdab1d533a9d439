package org.orderpaper.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How many of those measured were right. */
record Rate(int right, int of) {

  static final Rate NONE = new Rate(0, 0);

  Rate with(boolean isRight) {
    return new Rate(right + (isRight ? 1 : 0), of + 1);
  }

  Rate plus(Rate other) {
    return new Rate(right + other.right, of + other.of);
  }

  @JsonProperty
  @Nullable Double share() {
    return share(right, of);
  }

  /** To four places, so that the figures of two releases can be compared as text; null of none. */
  static @Nullable Double share(int part, int whole) {
    return whole == 0 ? null : rounded((double) part / whole);
  }

  static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
