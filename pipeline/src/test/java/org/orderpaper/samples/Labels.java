package org.orderpaper.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the last part of each source into a line of labels.jsonl. A label is
 *
 * <pre>
 * type voice outcome for/against/abstain | anchor | topic severity temporal acts ~severity=3 ; ... | queue
 * </pre>
 *
 * where votes, findings and queue may be left out, {@code ?} is an unknown number and {@code -} is
 * none. Where no queue is given it follows from the findings.
 */
final class Labels {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Labels() {}

  static String jsonLines(List<Source> sources) {
    StringBuilder lines = new StringBuilder();
    for (Source source : sources) {
      lines.append(JSON.writeValueAsString(document(source))).append('\n');
    }
    return lines.toString();
  }

  private static Map<String, @Nullable Object> document(Source source) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("file", source.path());
    document.put("kind", source.option("kind", "other"));
    document.put("unit", source.header().get("unit"));
    document.put("date", source.header().get("date"));
    document.put("items", source.labels().stream().map(line -> item(source, line)).toList());
    if (source.header().containsKey("family")) {
      document.put("family", source.header().get("family"));
    }
    return document;
  }

  private static Map<String, @Nullable Object> item(Source source, String line) {
    List<String> fields = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    List<String> words = words(fields.getFirst());
    if (words.size() < 3 || fields.size() < 2) {
      throw new IllegalArgumentException(source.name() + ": " + line);
    }
    List<Map<String, @Nullable Object>> findings = new ArrayList<>();
    if (fields.size() > 2 && !fields.get(2).isEmpty()) {
      for (String finding : fields.get(2).split(";", -1)) {
        findings.add(finding(source, finding.strip()));
      }
    }
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("anchor", fields.get(1));
    item.put("type", words.get(0));
    item.put("voice", words.get(1));
    item.put("outcome", words.get(2));
    item.put("votes", words.size() > 3 ? votes(words.get(3)) : null);
    item.put("findings", findings);
    item.put("queue", fields.size() > 3 ? fields.get(3) : queue(findings));
    return item;
  }

  private static Map<String, @Nullable Object> finding(Source source, String text) {
    List<String> words = words(text);
    if (words.size() < 4) {
      throw new IllegalArgumentException(source.name() + ": " + text);
    }
    Map<String, @Nullable Object> finding = new LinkedHashMap<>();
    finding.put("topic", words.get(0));
    finding.put("severity", Integer.valueOf(words.get(1)));
    finding.put("temporal", words.get(2).equals("-") ? null : words.get(2));
    finding.put("acts", acts(words.get(3)));
    List<Map<String, @Nullable Object>> alsoOk =
        words.subList(4, words.size()).stream().map(Labels::alternative).toList();
    if (!alsoOk.isEmpty()) {
      finding.put("also_ok", alsoOk);
    }
    return finding;
  }

  /** {@code ~severity=0,temporal=lapsed}: honest people could say this instead. */
  private static Map<String, @Nullable Object> alternative(String word) {
    Map<String, @Nullable Object> alternative = new LinkedHashMap<>();
    for (String pair : word.substring(1).split(",", -1)) {
      String key = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      alternative.put(
          key,
          switch (key) {
            case "severity" -> Integer.valueOf(value);
            case "acts" -> acts(value.replace('+', ','));
            case "temporal" -> value.equals("-") ? null : value;
            default -> value;
          });
    }
    return alternative;
  }

  private static List<String> acts(String words) {
    return words.equals("-") ? List.of() : List.of(words.split(",", -1));
  }

  private static Map<String, @Nullable Object> votes(String numbers) {
    List<String> parts = List.of(numbers.split("/", -1));
    Map<String, @Nullable Object> votes = new LinkedHashMap<>();
    List<String> names = List.of("for", "against", "abstain");
    for (int i = 0; i < names.size(); i++) {
      votes.put(names.get(i), parts.get(i).equals("?") ? null : parts.get(i));
    }
    return votes;
  }

  private static @Nullable String queue(List<Map<String, @Nullable Object>> findings) {
    if (findings.isEmpty()
        || findings.stream().anyMatch(f -> !Integer.valueOf(0).equals(f.get("severity")))) {
      return null;
    }
    return findings.stream().allMatch(f -> "no-confidence".equals(f.get("topic")))
        ? "observed"
        : "log";
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
