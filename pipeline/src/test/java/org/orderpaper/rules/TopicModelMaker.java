package org.orderpaper.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;
import org.orderpaper.learning.WeightSearch;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.MarkedText;
import org.orderpaper.model.NameKind;
import org.orderpaper.segment.Segmenter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns the tables of {@link TopicModels} from labelled papers and labelled wordings, those of
 * {@code held-out.txt} left out. The arguments are the rule book, the folder {@code corpus-samples}
 * and the folder of the tables. With {@code measure} behind them nothing is written: the tables are
 * learned five times, each time without a fifth of the units and wordings, and measured on those.
 */
final class TopicModelMaker {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A feature must be seen in so many units or wordings, so that no unit's ways are learned. */
  private static final int UNITS = 3;

  /** Weights nearer to zero are left out. */
  private static final double LEAST = 0.05;

  /** So many words stand most often in ordinary business; alone they tell of no topic. */
  private static final int ORDINARY = 150;

  /** Ordinary business is far more frequent in papers than in wordings made to be hard. */
  private static final int COPIES_OF_PAPERS = 4;

  private static final int FOLDS = 5;
  private static final WeightSearch SEARCH = new WeightSearch(0, 0.5, 100);
  private static final String YES = "yes";
  private static final String NO = "no";
  private static final List<Integer> PERCENTS = List.of(10, 15, 20, 30, 40, 50, 70);

  private final RuleBook ruleBook;
  private final Segmenter segmenter;
  private final Set<String> names;
  private final Set<String> wordings = new HashSet<>();
  private final ItemAnalyzer analyzer = new ItemAnalyzer(false);

  private TopicModelMaker(Path rules) throws IOException {
    ruleBook = RuleBookLoader.load(rules);
    segmenter = new Segmenter(ruleBook.segmentSettings());
    names = names(ruleBook.segmentSettings().gazetteer());
  }

  /**
   * An item or wording with its labels.
   *
   * @param unit whose folder it is from, or the wording itself
   * @param ofPaper whether it is an item of a paper
   * @param only the topic for whose table it counts, because nothing is said of others; null for
   *     all
   */
  private record Example(
      String unit,
      boolean ofPaper,
      @Nullable String only,
      Set<String> features,
      Set<String> topics) {

    boolean countsFor(String topic) {
      return only == null || only.equals(topic);
    }
  }

  public static void main(String[] arguments) throws Exception {
    TopicModelMaker maker = new TopicModelMaker(Path.of(arguments[0]));
    List<Example> examples = maker.examples(Path.of(arguments[1]));
    Set<String> topics = new TreeSet<>();
    examples.forEach(example -> topics.addAll(example.topics()));
    // A matter of dates and not of words.
    topics.remove("closed-period");
    if (arguments.length > 3) {
      maker.measure(examples, topics);
      return;
    }
    for (String topic : topics) {
      List<String> table = maker.table(examples, topic);
      Files.write(Path.of(arguments[2], topic + ".txt"), table, StandardCharsets.UTF_8);
      System.out.println(topic + ": " + examples.size() + " texts, " + table.size() + " lines");
    }
  }

  // --- examples ---

  private List<Example> examples(Path samples) throws IOException {
    Predicate<String> heldOut = heldOut(samples);
    List<Example> examples = new ArrayList<>();
    addPapers(samples, heldOut, examples);
    try (Stream<Path> files = Files.list(samples.resolve("wordings"))) {
      for (Path file : files.sorted().toList()) {
        if (!heldOut.test("wordings/" + file.getFileName())) {
          addWordings(file, examples);
        }
      }
    }
    addCases(examples);
    return examples;
  }

  /** The cases beside the rules, but those that are wordings; they say nothing of other topics. */
  private void addCases(List<Example> examples) {
    Set<String> known = new HashSet<>(wordings);
    for (RuleTestReport.CaseResult each : ruleBook.test(segmenter::caseItem).cases()) {
      if (known.add(each.topic() + each.text()) && !wordings.contains(each.text())) {
        boolean pass = each.kind() == CaseKind.PASS;
        Set<String> topics = pass ? Set.of() : Set.of(each.topic());
        Set<String> features = features(segmenter.caseItem(each.text()));
        examples.add(new Example(each.text(), false, each.topic(), features, topics));
      }
    }
  }

  private static Predicate<String> heldOut(Path samples) throws IOException {
    List<String> names =
        Files.readAllLines(samples.resolve("held-out.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    return file -> names.stream().anyMatch(file::startsWith);
  }

  private void addWordings(Path file, List<Example> examples) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode wording = JSON.readTree(line);
      Set<String> topics = new TreeSet<>();
      if (!wording.get("expect").asString().equals("pass")) {
        topics.add(wording.get("topic").asString());
        wording.path("also").forEach(also -> topics.add(also.asString()));
      }
      String text = wording.get("text").asString();
      wordings.add(text);
      BusinessItem item = segmenter.caseItem(text);
      examples.add(
          new Example(file.getFileName() + ":" + number++, false, null, features(item), topics));
    }
  }

  private void addPapers(Path samples, Predicate<String> heldOut, List<Example> examples)
      throws IOException {
    Map<String, JsonNode> labels = new TreeMap<>();
    for (String line : Files.readAllLines(samples.resolve("labels.jsonl"))) {
      JsonNode document = JSON.readTree(line);
      if (!heldOut.test(document.get("file").asString())) {
        labels.put(document.get("file").asString(), document.get("items"));
      }
    }
    Extractor extractor = new Extractor(ExtractionLimits.defaults());
    Set<String> files = new TreeSet<>();
    labels.keySet().forEach(file -> files.add(file.replaceAll("!/.*", "")));
    for (String file : files) {
      for (ExtractedPart part : extractor.extract(samples.resolve("documents").resolve(file))) {
        String source = part.sourceIn(file);
        if (part.extraction() instanceof Extraction.Text text && labels.containsKey(source)) {
          segmenter
              .segment(source, file, LedgerState.CHECKED, text.document())
              .items()
              .forEach(item -> addItem(item, labels.get(source), examples));
        }
      }
    }
  }

  private void addItem(BusinessItem item, JsonNode labels, List<Example> examples) {
    String text = plain(item.text());
    Set<String> topics = new TreeSet<>();
    boolean labelled = false;
    for (JsonNode label : labels) {
      if (text.contains(plain(label.get("anchor").asString()))) {
        labelled = true;
        label.path("findings").forEach(finding -> topics.add(finding.get("topic").asString()));
      }
    }
    if (labelled) {
      String source = item.source();
      examples.add(
          new Example(
              source.substring(0, source.indexOf('/')), true, null, features(item), topics));
    }
  }

  private static String plain(String text) {
    return text.replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** The words and pairs of words of an item, as tables write them. */
  private Set<String> features(BusinessItem item) {
    Set<String> features = new HashSet<>();
    List<String> before = new ArrayList<>();
    List<String> here = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(ItemFields.TEXT, MarkedText.of(item))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (step.getPositionIncrement() > 0) {
          before = here;
          here = new ArrayList<>();
        }
        String written = written(term.toString());
        if (written != null) {
          here.add(written);
          features.add(written);
          before.forEach(one -> features.add(one + " " + written));
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return features;
  }

  /** How a token of the index is written in a table; null for tokens that no table has. */
  private static @Nullable String written(String term) {
    for (NameKind each : NameKind.values()) {
      if (term.equals(String.valueOf(MarkedText.marker(each)))) {
        return "<" + each.name().toLowerCase(Locale.ROOT) + ">";
      }
    }
    return Character.isLetterOrDigit(term.codePointAt(0)) ? term : null;
  }

  // --- learning ---

  private Set<String> common(Collection<Example> examples) {
    Map<String, Set<String>> units = new HashMap<>();
    for (Example example : examples) {
      for (String feature : example.features()) {
        units.computeIfAbsent(feature, key -> new HashSet<>()).add(example.unit());
      }
    }
    units.values().removeIf(seen -> seen.size() < UNITS);
    units.keySet().removeIf(this::namesAPerson);
    units.keySet().removeAll(ordinary(examples));
    return units.keySet();
  }

  /** The words that most items of papers have that are of no topic. */
  private static List<String> ordinary(Collection<Example> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Example example : examples) {
      if (example.ofPaper() && example.topics().isEmpty()) {
        example.features().stream()
            .filter(feature -> feature.indexOf(' ') < 0)
            .forEach(word -> counts.merge(word, 1, Integer::sum));
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(ORDINARY)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a feature holds a name of persons that is no other word. */
  private boolean namesAPerson(String feature) {
    return Arrays.stream(feature.split(" ", -1)).anyMatch(names::contains);
  }

  private static Set<String> names(Gazetteer gazetteer) {
    Map<String, List<Gazetteer.Entry>> lists = gazetteer.lists();
    Set<String> names = new HashSet<>();
    for (String list : List.of("first-names", "surnames")) {
      lists
          .getOrDefault(list, List.of())
          .forEach(entry -> names.add(entry.name().toLowerCase(Locale.ROOT)));
    }
    for (String list : List.of("common-words", "ordinary-words")) {
      lists
          .getOrDefault(list, List.of())
          .forEach(entry -> names.remove(entry.name().toLowerCase(Locale.ROOT)));
    }
    return names;
  }

  private List<String> table(Collection<Example> examples, String topic) throws IOException {
    Set<String> common = common(examples);
    List<Event> events = new ArrayList<>();
    for (Example example : examples.stream().filter(each -> each.countsFor(topic)).toList()) {
      Stream<String> known = example.features().stream().filter(common::contains).sorted();
      String[] context = Stream.concat(Stream.of(""), known).toArray(String[]::new);
      Event event = new Event(example.topics().contains(topic) ? YES : NO, context);
      events.addAll(Collections.nCopies(example.ofPaper() ? COPIES_OF_PAPERS : 1, event));
    }
    return lines(topic, SEARCH.over(events));
  }

  private static List<String> lines(String topic, QNModel model) {
    Object[] data = model.getDataStructures();
    Context[] contexts = (Context[]) data[0];
    @SuppressWarnings("unchecked")
    Map<String, Object> places = (Map<String, Object>) data[1];
    List<String> labels = List.of((String[]) data[2]);
    List<String> lines = new ArrayList<>();
    lines.add("# What makes an item read like " + topic + "; learned, not to be edited by hand.");
    for (Map.Entry<String, Object> place : new TreeMap<>(places).entrySet()) {
      Context context =
          place.getValue() instanceof Context own
              ? own
              : contexts[((Number) place.getValue()).intValue()];
      double weight = weight(context, labels.indexOf(YES)) - weight(context, labels.indexOf(NO));
      // The base comes first, whatever it is.
      if (place.getKey().isEmpty() || Math.abs(weight) >= LEAST) {
        lines.add(
            (String.format(Locale.ROOT, "%.2f", weight) + " " + place.getKey()).stripTrailing());
      }
    }
    return lines;
  }

  private static double weight(Context context, int label) {
    for (int i = 0; i < context.getOutcomes().length; i++) {
      if (context.getOutcomes()[i] == label) {
        return context.getParameters()[i];
      }
    }
    return 0;
  }

  // --- measuring ---

  private void measure(List<Example> examples, Set<String> topics) throws IOException {
    List<String> units = examples.stream().map(Example::unit).distinct().sorted().toList();
    Map<String, Integer> numbers = new HashMap<>();
    units.forEach(unit -> numbers.put(unit, numbers.size()));
    Map<String, int[][]> counts = new TreeMap<>();
    for (String topic : topics) {
      int[][] ofTopic = new int[PERCENTS.size()][3];
      for (int fold = 0; fold < FOLDS; fold++) {
        int left = fold;
        Predicate<Example> out = example -> numbers.getOrDefault(example.unit(), 0) % FOLDS == left;
        List<String> lines = table(examples.stream().filter(out.negate()).toList(), topic);
        TopicModels.Table table = TopicModels.Table.read(String.join("\n", lines));
        examples.stream()
            .filter(out.and(example -> example.countsFor(topic)))
            .forEach(example -> count(example, topic, table, ofTopic));
      }
      counts.put(topic, ofTopic);
    }
    for (int i = 0; i < PERCENTS.size(); i++) {
      int[] all = new int[3];
      StringBuilder line = new StringBuilder();
      for (Map.Entry<String, int[][]> each : counts.entrySet()) {
        int[] one = each.getValue()[i];
        for (int j = 0; j < 3; j++) {
          all[j] += one[j];
        }
        line.append("  ").append(each.getKey()).append(' ').append(shares(one));
      }
      System.out.println(PERCENTS.get(i) + " %: " + shares(all) + line);
    }
  }

  private static void count(
      Example example, String topic, TopicModels.Table table, int[][] counts) {
    double sum = table.base();
    for (String feature : example.features()) {
      sum += table.weights().getOrDefault(feature, 0f);
    }
    boolean labelled = example.topics().contains(topic);
    for (int i = 0; i < PERCENTS.size(); i++) {
      boolean found = TopicModels.chance(sum) >= PERCENTS.get(i) / 100.0;
      if (found || labelled) {
        counts[i][found && labelled ? 0 : found ? 1 : 2]++;
      }
    }
  }

  /** Precision and recall. */
  private static String shares(int[] counts) {
    return String.format(
        Locale.ROOT,
        "P %.2f R %.2f",
        counts[0] / (double) Math.max(1, counts[0] + counts[1]),
        counts[0] / (double) Math.max(1, counts[0] + counts[2]));
  }
}
