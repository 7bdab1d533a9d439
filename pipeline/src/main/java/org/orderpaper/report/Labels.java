package org.orderpaper.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code labels.jsonl}. Strict: a misspelt member or word would otherwise be measured as "not
 * said", and nobody would notice.
 */
public final class Labels {

  private static final Set<String> OF_DOCUMENT =
      Set.of("file", "kind", "unit", "date", "items", "family");
  private static final Set<String> OF_ITEM =
      Set.of("anchor", "type", "voice", "outcome", "votes", "findings", "queue");
  private static final Set<String> OF_FINDING =
      Set.of("topic", "severity", "temporal", "acts", "also_ok");
  private static final Set<String> OF_READING = Set.of("topic", "severity", "temporal", "acts");
  private static final Set<String> OF_VOTES = Set.of("for", "against", "abstain");

  private Labels() {}

  /**
   * One document a line; blank lines are left out.
   *
   * @throws MalformedLabelsException if a line is not what the schema asks for
   */
  public static List<LabelledDocument> parse(Reader labels) throws IOException {
    List<LabelledDocument> documents = new ArrayList<>();
    BufferedReader lines = new BufferedReader(labels);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        documents.add(document(line, number));
      }
    }
    return documents;
  }

  private static LabelledDocument document(String line, int number)
      throws MalformedLabelsException {
    try {
      return document(JsonLines.MAPPER.readTree(line));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new MalformedLabelsException(number, problem(e));
    }
  }

  private static String problem(RuntimeException e) {
    return e instanceof JacksonException json
        ? json.getOriginalMessage() + ", column " + json.getLocation().getColumnNr()
        : String.valueOf(e.getMessage());
  }

  private static LabelledDocument document(JsonNode node) {
    checkMembers(node, OF_DOCUMENT);
    return new LabelledDocument(
        required(node, "file"),
        word(node, "kind", DocumentKind.class),
        text(node, "unit"),
        date(node),
        list(node, "items", Labels::item),
        text(node, "family"));
  }

  private static @Nullable LocalDate date(JsonNode node) {
    String date = text(node, "date");
    return date == null ? null : LocalDate.parse(date);
  }

  private static LabelledItem item(JsonNode node) {
    checkMembers(node, OF_ITEM);
    return new LabelledItem(
        required(node, "anchor"),
        word(node, "type", ItemType.class),
        word(node, "voice", Voice.class),
        word(node, "outcome", Outcome.class),
        votes(node.path("votes")),
        list(node, "findings", Labels::finding),
        word(node, "queue", Queue.class));
  }

  private static Votes votes(JsonNode node) {
    if (isAbsent(node)) {
      return Votes.NOT_STATED;
    }
    checkMembers(node, OF_VOTES);
    return new Votes(
        decimal(node, "for"), decimal(node, "against"), decimal(node, "abstain"), false);
  }

  private static @Nullable BigDecimal decimal(JsonNode node, String name) {
    String number = text(node, name);
    return number == null ? null : new BigDecimal(number);
  }

  private static LabelledFinding finding(JsonNode node) {
    checkMembers(node, OF_FINDING);
    required(node, "topic");
    LabelledFinding bare = new LabelledFinding("", 0, null, null, List.of());
    LabelledFinding first = reading(node, bare);
    return new LabelledFinding(
        first.topic(),
        first.severity(),
        first.temporal(),
        first.acts(),
        list(node, "also_ok", other -> otherReading(other, first)));
  }

  private static LabelledFinding otherReading(JsonNode node, LabelledFinding first) {
    checkMembers(node, OF_READING);
    return reading(node, first);
  }

  /** What {@code node} says, and what it leaves out as in {@code otherwise}. */
  private static LabelledFinding reading(JsonNode node, LabelledFinding otherwise) {
    String topic = text(node, "topic");
    return new LabelledFinding(
        topic == null ? otherwise.topic() : topic,
        node.has("severity") ? severity(node) : otherwise.severity(),
        node.has("temporal") ? word(node, "temporal", Temporal.class) : otherwise.temporal(),
        isAbsent(node.path("acts")) ? otherwise.acts() : acts(node),
        List.of());
  }

  private static int severity(JsonNode node) {
    if (!node.path("severity").isInt()) {
      throw new IllegalArgumentException("'severity' is a number from 0 to 4");
    }
    return node.path("severity").asInt();
  }

  private static List<Act> acts(JsonNode node) {
    return list(node, "acts", act -> constant(act, "acts", Act.class));
  }

  private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> read) {
    JsonNode array = node.path(name);
    if (isAbsent(array)) {
      return List.of();
    }
    if (!array.isArray()) {
      throw new IllegalArgumentException("'" + name + "' is a list");
    }
    List<T> list = new ArrayList<>();
    array.forEach(element -> list.add(read.apply(element)));
    return list;
  }

  private static <E extends Enum<E> & VocabularyWord> @Nullable E word(
      JsonNode node, String name, Class<E> vocabulary) {
    return isAbsent(node.path(name)) ? null : constant(node.path(name), name, vocabulary);
  }

  private static <E extends Enum<E> & VocabularyWord> E constant(
      JsonNode node, String name, Class<E> vocabulary) {
    return VocabularyWord.of(vocabulary, node.asString(""))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'" + name + "' is none of " + words(vocabulary) + ": " + node));
  }

  private static <E extends Enum<E> & VocabularyWord> String words(Class<E> vocabulary) {
    return Arrays.stream(vocabulary.getEnumConstants())
        .map(VocabularyWord::word)
        .collect(Collectors.joining(" "));
  }

  private static String required(JsonNode node, String name) {
    String text = text(node, name);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return text;
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException("'" + name + "' is a string");
    }
    return value.asString();
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static void checkMembers(JsonNode node, Set<String> allowed) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("an object is expected, not " + node);
    }
    for (String name : node.propertyNames()) {
      if (!allowed.contains(name)) {
        throw new IllegalArgumentException(
            "unknown member '" + name + "'; known are " + new TreeSet<>(allowed));
      }
    }
  }
}
