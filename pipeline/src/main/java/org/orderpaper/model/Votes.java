package org.orderpaper.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The votes on an item. Decimals, because a shared office may split its vote; null is "not stated",
 * which is never nought.
 *
 * @param percent whether the figures are percentages
 */
public record Votes(
    @Nullable BigDecimal inFavour,
    @Nullable BigDecimal against,
    @Nullable BigDecimal abstentions,
    boolean percent) {

  /** No vote is stated. */
  public static final Votes NOT_STATED = new Votes(null, null, null, false);
}
