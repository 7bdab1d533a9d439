package org.orderpaper.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act that an instruction forbids, or advises against, on one topic.
 *
 * @param act the act
 * @param topic the topic
 * @param modality forbidden, or only advised against
 * @param from the day on which it takes effect; a meeting on the day its instruction was issued is
 *     {@code same-day}, later ones are {@code in-force}
 * @param to the last day in force, or null when no end is recorded; never inferred
 * @param wording binds only rules of this wording; null for the topic's ordinary rules
 * @param types the item types that the text concerns; empty for all
 */
public record Limb(
    Act act,
    String topic,
    Modality modality,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable String wording,
    List<ItemType> types) {

  public Limb {
    types = List.copyOf(types);
  }
}
