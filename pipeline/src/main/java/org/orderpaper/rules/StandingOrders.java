package org.orderpaper.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a unit's standing orders against which structural facts are held. All of them vary
 * from unit to unit, so that what differs from them is worth a line in the log and no more.
 *
 * @param noticeDays notice of a meeting, in days
 * @param annualNoticeDays notice of an annual general meeting, in days
 * @param quorum members that make a quorum; null where only the papers say
 * @param resubmissionMonths before which a decision is not to be reversed
 * @param share of those present that overturns a ruling of the chair
 * @param motionWords the longest motion, in words; null without a limit
 * @param conferenceWords the longest motion for a conference, in words
 * @param conferenceHeadingWords the longest heading of such a motion, in words
 */
record StandingOrders(
    int noticeDays,
    int annualNoticeDays,
    @Nullable Integer quorum,
    int resubmissionMonths,
    Share share,
    @Nullable Integer motionWords,
    int conferenceWords,
    int conferenceHeadingWords) {

  private static final int MOST = 10_000;

  /** What a rule book counts with that says nothing of standing orders. */
  static final StandingOrders USUAL =
      new StandingOrders(7, 28, null, 3, new Share(2, 3), null, 250, 10);

  /** A fraction, such as two of three. */
  record Share(int part, int of) {
    @Override
    public String toString() {
      return part + "/" + of;
    }
  }

  /** These, with what {@code node} says otherwise. */
  StandingOrders with(YamlNode node) {
    node.mapping(
        Set.of(
            "notice-days",
            "annual-notice-days",
            "quorum",
            "resubmission-months",
            "challenge-share",
            "motion-words",
            "conference-words",
            "conference-heading-words"));
    return new StandingOrders(
        number(node, "notice-days", 365, noticeDays),
        number(node, "annual-notice-days", 365, annualNoticeDays),
        limit(node, "quorum", quorum),
        number(node, "resubmission-months", 60, resubmissionMonths),
        share(node),
        limit(node, "motion-words", motionWords),
        number(node, "conference-words", MOST, conferenceWords),
        number(node, "conference-heading-words", MOST, conferenceHeadingWords));
  }

  private static int number(YamlNode node, String key, int most, int otherwise) {
    Integer number = node.optional(key, value -> value.number(0, most));
    return number == null ? otherwise : number;
  }

  private static @Nullable Integer limit(YamlNode node, String key, @Nullable Integer otherwise) {
    Integer number = node.optional(key, value -> value.number(1, MOST));
    return number == null ? otherwise : number;
  }

  private Share share(YamlNode node) {
    Share given = node.optional("challenge-share", StandingOrders::fraction);
    return given == null ? share : given;
  }

  private static Share fraction(YamlNode node) {
    String[] parts = node.text().split("/", -1);
    if (parts.length != 2 || !parts[0].matches("[1-9]") || !parts[1].matches("[1-9]")) {
      throw node.fault("a fraction such as 2/3 is expected here");
    }
    Share share = new Share(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    if (share.part() > share.of()) {
      throw node.fault("a fraction of those present is expected here, such as 2/3");
    }
    return share;
  }
}
