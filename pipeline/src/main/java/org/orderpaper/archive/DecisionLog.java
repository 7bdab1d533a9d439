package org.orderpaper.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderpaper.model.Decision;
import org.orderpaper.model.DecisionOutcome;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.VocabularyWord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions of reviewers: one JSON object a line in {@code decisions.jsonl}, appended and never
 * changed. A later decision on a finding takes the place of an earlier one.
 */
public final class DecisionLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  private DecisionLog(Path file) {
    this.file = file;
  }

  /** The log of the archive in {@code path}; it need not be there yet. */
  public static DecisionLog of(Path path) {
    return new DecisionLog(new ArchiveFolder(path).decisions());
  }

  /**
   * The last decision on each finding, by the id of the finding. A line that was cut off was never
   * confirmed to the reviewer, and decides nothing: see {@link #tornLine()}.
   *
   * @throws ArchiveException if a line is not a decision; it names the line
   */
  public Map<String, Decision> latest() throws ArchiveException {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    try {
      List<String> lines = new AppendedLines(file).whole();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          Decision decision = parse(lines.get(i), i + 1);
          decisions.put(decision.finding(), decision);
        }
      }
    } catch (IOException e) {
      throw notRead(e);
    }
    return decisions;
  }

  /** What is to be said of a decision that was cut off while it was written, if there is one. */
  public Optional<String> tornLine() throws ArchiveException {
    try {
      return new AppendedLines(file).torn().isEmpty()
          ? Optional.empty()
          : Optional.of(
              file
                  + ": the last line was cut off while it was written; it counts for nothing, and"
                  + " the decision must be made again");
    } catch (IOException e) {
      throw notRead(e);
    }
  }

  private ArchiveException notRead(IOException e) {
    return new ArchiveException(
        "the decisions in " + file + " cannot be read: " + ArchiveFolder.reason(e), e);
  }

  /** Appends a decision and forces it to the disk. */
  public void append(Decision decision) throws ArchiveException {
    ObjectNode node = JSON.createObjectNode();
    node.put("finding", decision.finding());
    node.put("fingerprint", decision.fingerprint());
    node.put("rule", decision.rule());
    node.put("item_outcome", decision.itemOutcome().word());
    node.put("outcome", decision.outcome().word());
    node.put("reason", decision.reason());
    node.put("decided_on", decision.decidedOn().toString());
    try {
      new AppendedLines(file).append(node.toString());
    } catch (IOException e) {
      throw new ArchiveException(
          "the decision could not be written to " + file + ": " + ArchiveFolder.reason(e), e, true);
    }
  }

  private static <E extends Enum<E> & VocabularyWord> E word(Class<E> vocabulary, JsonNode node) {
    return VocabularyWord.of(vocabulary, node.asString())
        .orElseThrow(() -> new IllegalArgumentException("an unknown word"));
  }

  private Decision parse(String line, int number) throws ArchiveException {
    try {
      JsonNode node = JSON.readTree(line);
      return new Decision(
          node.required("finding").asString(),
          node.required("fingerprint").asString(),
          node.required("rule").isNull() ? null : node.required("rule").asString(),
          word(Outcome.class, node.required("item_outcome")),
          word(DecisionOutcome.class, node.required("outcome")),
          node.required("reason").asString(),
          LocalDate.parse(node.required("decided_on").asString()));
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
      throw new ArchiveException(
          file + ":" + number + ": not a decision; mend the line or remove it", e);
    }
  }
}
