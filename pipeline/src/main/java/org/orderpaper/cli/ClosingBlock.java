package org.orderpaper.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.Queue;
import org.orderpaper.report.Statistics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The closing figures of a scan, as lines or as JSON. */
final class ClosingBlock {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ClosingBlock() {}

  static List<String> lines(Statistics statistics, Path folder) {
    List<String> lines = new ArrayList<>();
    lines.add("Files and attachments: " + statistics.seen());
    statistics.byState().forEach((state, count) -> addCount(lines, state, count));
    statistics
        .notChecked()
        .forEach((reason, count) -> lines.add("    " + reason.word() + ": " + count));
    lines.add("Business items: " + statistics.items());
    lines.add(
        "Ranked for review: "
            + statistics.ranked().values().stream().mapToInt(Integer::intValue).sum()
            + statistics.ranked().entrySet().stream()
                .map(entry -> entry.getValue() + " of severity " + entry.getKey())
                .collect(Collectors.joining(", ", " (", ")"))
            + ", "
            + statistics.newRanked()
            + " of them new");
    for (Queue queue : List.of(Queue.HANDLED, Queue.OVER_RESTRICTION, Queue.WELFARE)) {
      lines.add(
          "Entries under " + queue.word() + ": " + statistics.entries().getOrDefault(queue, 0));
    }
    if (statistics.brokenRules() > 0) {
      lines.add("Parts of the rule book that could not be used: " + statistics.brokenRules());
    }
    lines.add("Report: " + folder.resolve("index.html"));
    return lines;
  }

  static String json(Statistics statistics, Path folder) {
    ObjectNode node = JSON.createObjectNode();
    node.put("seen", statistics.seen());
    ObjectNode states = node.putObject("states");
    statistics.byState().forEach((state, count) -> states.put(state.word(), count));
    ObjectNode reasons = node.putObject("not_checked");
    statistics.notChecked().forEach((reason, count) -> reasons.put(reason.word(), count));
    node.put("items", statistics.items());
    ObjectNode queues = node.putObject("queues");
    statistics.entries().forEach((queue, count) -> queues.put(queue.word(), count));
    ObjectNode ranked = node.putObject("ranked");
    statistics.ranked().forEach((severity, count) -> ranked.put(Integer.toString(severity), count));
    node.put("new", statistics.newRanked());
    node.put("rule_faults", statistics.brokenRules());
    node.put("report", folder.toString());
    return node.toString();
  }

  private static void addCount(List<String> lines, LedgerState state, int count) {
    if (count > 0) {
      lines.add("  " + state.word() + ": " + count);
    }
  }
}
