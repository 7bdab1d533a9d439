package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Unit;

/** {@code findings.csv}: the lines of {@code findings.jsonl} with what is known of the item. */
final class FindingsTable {

  private static final List<String> COLUMNS =
      List.of(
          "rank",
          "severity",
          "queue",
          "unit",
          "date",
          "kind",
          "type",
          "outcome",
          "votes_for",
          "votes_against",
          "votes_abstain",
          "heading",
          "topic",
          "rule",
          "instruction",
          "limb",
          "acts",
          "temporal",
          "evidence",
          "reasons",
          "against",
          "new",
          "upcoming",
          "see",
          "decision",
          "source",
          "page",
          "finding",
          "item",
          "fingerprint");

  private FindingsTable() {}

  static void write(Writer out, List<Placed> placed) throws IOException {
    Table.write(out, COLUMNS, placed.stream().map(FindingsTable::row));
  }

  private static List<?> row(Placed placed) {
    BusinessItem item = placed.matter().item();
    FindingLine line = FindingLine.of(placed);
    ItemLine.VotesLine votes = ItemLine.VotesLine.of(item.votes());
    Unit unit = item.meeting().unit();
    return Arrays.asList(
        line.rank(),
        line.severity(),
        line.queue(),
        unit == null ? null : unit.name(),
        item.meeting().date(),
        item.meeting().kind().word(),
        item.type().word(),
        item.outcome().word(),
        votes.inFavour(),
        votes.against(),
        votes.abstain(),
        placed.matter().restricted() ? null : placed.matter().heading(placed.matter().masked()),
        line.topic(),
        line.rule(),
        line.instruction(),
        line.limb(),
        String.join(" ", line.acts()),
        line.temporal(),
        evidence(line),
        String.join("; ", line.reasons()),
        String.join("; ", line.against()),
        line.isNew(),
        line.upcoming(),
        line.see(),
        line.decision(),
        line.source(),
        line.evidence().isEmpty() ? item.pageAt(0) : line.evidence().getFirst().page(),
        line.finding(),
        line.item(),
        line.fingerprint());
  }

  private static String evidence(FindingLine line) {
    return line.evidence().stream()
        .map(one -> one.facet() + ": " + one.text())
        .collect(Collectors.joining("; "));
  }
}
