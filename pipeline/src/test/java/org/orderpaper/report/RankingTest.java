package org.orderpaper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Temporal;

class RankingTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderIsSeverityThenStatusThenOutcomeThenDateThenId(long seed) {
    List<Ranking.Candidate> inOrder =
        List.of(
            candidate("z", 4, Temporal.IN_FORCE, Outcome.CARRIED, "2020-01-01"),
            candidate("y", 4, Temporal.IN_FORCE, Outcome.DEFEATED, "2024-01-01"),
            candidate("x", 3, Temporal.IN_FORCE, Outcome.DEFEATED, "2020-01-02"),
            candidate("v", 3, Temporal.IN_FORCE, Outcome.DEFEATED, "2020-01-01"),
            candidate("w", 3, Temporal.IN_FORCE, Outcome.DEFEATED, "2020-01-01"),
            candidate("u", 3, Temporal.IN_FORCE, Outcome.NOTED, null),
            candidate("t", 3, Temporal.IN_FORCE, Outcome.REMITTED, "2024-01-01"),
            candidate("s", 2, Temporal.IN_FORCE, Outcome.TABLED_ONLY, "2020-01-01"),
            candidate("r", 2, Temporal.IN_FORCE, Outcome.SUBMITTED_ONLY, "2020-01-01"),
            candidate("q", 2, Temporal.IN_FORCE, Outcome.WITHDRAWN, "2024-01-01"),
            candidate("p", 1, Temporal.IN_FORCE, Outcome.WITHDRAWN, "2020-01-01"),
            candidate("o", 1, Temporal.SAME_DAY, Outcome.CARRIED, "2020-01-01"),
            candidate("n", 1, Temporal.DATE_UNKNOWN, Outcome.CARRIED, null),
            candidate("m", 1, null, Outcome.CARRIED, "2024-01-01"));
    List<Ranking.Candidate> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(seed));

    shuffled.sort(Ranking.ORDER);

    assertThat(shuffled).isEqualTo(sortedByIdWithinTies(inOrder));
  }

  /** The pair v, w differs in nothing but the id. */
  private static List<Ranking.Candidate> sortedByIdWithinTies(List<Ranking.Candidate> inOrder) {
    assertThat(Ranking.ORDER.compare(inOrder.get(3), inOrder.get(4))).isNegative();
    return inOrder;
  }

  @Test
  void outcomesThatDecideTheSameRankTheSame() {
    assertThat(Ranking.outcomeClass(Outcome.RULING_OVERTURNED))
        .isEqualTo(Ranking.outcomeClass(Outcome.PUBLISHED))
        .isEqualTo(Ranking.outcomeClass(Outcome.CARRIED_AS_AMENDED));
    assertThat(Ranking.outcomeClass(Outcome.NOT_RECORDED))
        .isEqualTo(Ranking.outcomeClass(Outcome.RULED_OUT_YET_DISCUSSED))
        .isEqualTo(Ranking.outcomeClass(Outcome.NEXT_BUSINESS));
    assertThat(Ranking.outcomeClass(Outcome.RULED_OUT))
        .isEqualTo(Ranking.outcomeClass(Outcome.FELL_NO_SECONDER))
        .isEqualTo(Ranking.outcomeClass(Outcome.NOT_REACHED));
  }

  @Test
  void anItemIsRankedOnceByItsHighestFinding() {
    BusinessItem both = Paper.item("both", "Motion\nwhip and case").build();
    BusinessItem other = Paper.item("other", "Motion\ncase").build();
    ReportInput input =
        Rendered.input(
            List.of(both, other),
            List.of(
                Paper.finding(both, "whip", 1, "a=whip"),
                Paper.finding(both, "individual-case", 4, "a=case"),
                Paper.finding(other, "individual-case", 3, "a=case")));

    assertThat(Rendered.lines(input, "findings.jsonl"))
        .extracting(line -> line.get("finding").asString(), line -> line.get("rank").asInt())
        .containsExactly(
            tuple("f-both-individual-case", 1),
            tuple("f-both-whip", 1),
            tuple("f-other-individual-case", 2));
  }

  @Test
  void findingsOfOtherQueuesHaveNoRank() {
    BusinessItem item = Paper.item("i", "Motion\ncase").build();
    ReportInput input =
        Rendered.input(
            List.of(item),
            List.of(
                Paper.finding(item, "whip", 2, Temporal.IN_FORCE, Queue.HANDLED, "a=case"),
                Paper.finding(item, "affiliation", 1, Temporal.IN_FORCE, Queue.TRIAL, "a=case")));

    assertThat(Rendered.lines(input, "findings.jsonl")).allMatch(line -> line.get("rank").isNull());
  }

  private static Ranking.Candidate candidate(
      String id,
      int severity,
      @Nullable Temporal temporal,
      Outcome outcome,
      @Nullable String date) {
    BusinessItem item =
        Paper.item(id, "Motion\ncase").of("Ashdown Vale CLP", date).outcome(outcome).build();
    Finding finding =
        Paper.finding(item, "individual-case", severity, temporal, Queue.RANKED, "a=case");
    return new Ranking.Candidate(item, finding);
  }
}
