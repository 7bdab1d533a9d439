package org.orderpaper.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Topic;

/**
 * A topic with what only the engine needs of it.
 *
 * @param baseCarried for topics that no limb covers: the severity where the item was carried,
 *     published or debated; null for topics with limbs
 * @param baseOtherwise for topics that no limb covers: the severity otherwise
 * @param from for topics that no limb covers: the day from which they count; null for always
 * @param onceAMeeting whether the items of one meeting share one finding
 */
record TopicTerms(
    Topic topic,
    @Nullable Integer baseCarried,
    @Nullable Integer baseOtherwise,
    @Nullable LocalDate from,
    boolean onceAMeeting) {

  private static final String PROCEDURE = "procedure.";

  /** Whether findings have no severity and no temporal status, whatever the unit did. */
  boolean isStructural() {
    return topic.id().startsWith(PROCEDURE);
  }

  boolean hasBase() {
    return baseCarried != null || baseOtherwise != null;
  }
}
