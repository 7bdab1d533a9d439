package org.orderpaper.segment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.Gazetteer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns the models of {@link Learned} from labelled papers, those of {@code held-out.txt} left
 * out. The arguments are the folder {@code corpus-samples} and the folder of the models. With
 * {@code measure} behind them nothing is written: the models are learned five times, each time
 * without a fifth of the units, and measured on those.
 */
final class ModelMaker {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A feature must be seen in papers of so many units, so that no unit's ways are learned. */
  private static final int UNITS = 3;

  /** Weights nearer to zero are left out. */
  private static final double LEAST = 0.02;

  private static final int FOLDS = 5;
  private static final Set<String> NAMES = names();
  private static final List<String> FIELDS = List.of("type", "outcome", "voice");
  private static final String KIND = "kind";

  private ModelMaker() {}

  /**
   * An item with its labels.
   *
   * @param labels by field
   */
  private record Example(String unit, Set<String> features, Map<String, String> labels) {}

  public static void main(String[] arguments) throws Exception {
    List<Example> kinds = new ArrayList<>();
    List<Example> examples = examples(Path.of(arguments[0]), kinds);
    if (arguments.length > 2) {
      for (String field : FIELDS) {
        measure(examples, field);
      }
      measure(kinds, KIND);
      return;
    }
    for (String field : FIELDS) {
      Path file = Path.of(arguments[1], field + ".txt");
      Files.write(file, table(examples, field), StandardCharsets.UTF_8);
      System.out.println(file.getFileName() + ": " + examples.size() + " items");
    }
    Path file = Path.of(arguments[1], KIND + ".txt");
    Files.write(file, table(kinds, KIND), StandardCharsets.UTF_8);
    System.out.println(file.getFileName() + ": " + kinds.size() + " documents");
  }

  // --- examples ---

  /**
   * The labelled items.
   *
   * @param kinds gets the labelled documents
   */
  private static List<Example> examples(Path samples, List<Example> kinds) throws IOException {
    List<String> heldOut =
        Files.readAllLines(samples.resolve("held-out.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    Map<String, List<JsonNode>> labels = new TreeMap<>();
    Map<String, String> kindOf = new HashMap<>();
    for (String line : Files.readAllLines(samples.resolve("labels.jsonl"))) {
      JsonNode document = JSON.readTree(line);
      if (heldOut.stream().anyMatch(document.get("file").asString()::startsWith)) {
        continue;
      }
      List<JsonNode> items = new ArrayList<>();
      document.get("items").forEach(items::add);
      labels.put(document.get("file").asString(), items);
      kindOf.put(document.get("file").asString(), document.get(KIND).asString());
    }
    Extractor extractor = new Extractor(ExtractionLimits.defaults());
    Segmenter segmenter = new Segmenter(Docs.settings());
    List<Example> examples = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    labels.keySet().forEach(file -> files.add(file.replaceAll("!/.*", "")));
    for (String file : files) {
      for (ExtractedPart part : extractor.extract(samples.resolve("documents").resolve(file))) {
        String source = part.sourceIn(file);
        if (part.extraction() instanceof Extraction.Text text && labels.containsKey(source)) {
          kinds.add(
              new Example(
                  source.substring(0, source.indexOf('/')),
                  segmenter.kindFeatures(text.document()),
                  Map.of(KIND, kindOf.getOrDefault(source, ""))));
          List<Paper> papers = segmenter.papers(text.document(), source, "");
          papers.forEach(paper -> add(paper, source, labels.get(source), examples));
        }
      }
    }
    return examples;
  }

  private static void add(
      Paper paper, String source, List<JsonNode> labels, List<Example> examples) {
    List<ItemReader.Read> items = ItemReader.read(paper, null);
    List<Set<String>> features = ItemReader.features(paper);
    for (int i = 0; i < items.size(); i++) {
      String text = words(items.get(i).text().text());
      for (JsonNode label : labels) {
        if (text.contains(words(label.get("anchor").asString()))) {
          Map<String, String> fields = new HashMap<>();
          FIELDS.forEach(field -> fields.put(field, label.get(field).asString()));
          examples.add(
              new Example(source.substring(0, source.indexOf('/')), features.get(i), fields));
          break;
        }
      }
    }
  }

  private static String words(String text) {
    return text.replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  // --- learning ---

  private static Set<String> common(Collection<Example> examples) {
    Map<String, Set<String>> units = new HashMap<>();
    for (Example example : examples) {
      for (String feature : example.features()) {
        units.computeIfAbsent(feature, key -> new HashSet<>()).add(example.unit());
      }
    }
    units.values().removeIf(seen -> seen.size() < UNITS);
    units.keySet().removeIf(ModelMaker::namesAPerson);
    return units.keySet();
  }

  /** Whether a feature holds a name of persons that is no other word. */
  static boolean namesAPerson(String feature) {
    String words = feature.substring(feature.indexOf(':') + 1);
    return Arrays.stream(words.split(" ", -1)).anyMatch(NAMES::contains);
  }

  private static Set<String> names() {
    Map<String, List<Gazetteer.Entry>> lists = Docs.settings().gazetteer().lists();
    Set<String> names = new HashSet<>();
    for (String list : List.of("first-names", "surnames")) {
      lists.getOrDefault(list, List.of()).forEach(entry -> names.add(Tokens.fold(entry.name())));
    }
    for (String list : List.of("common-words", "ordinary-words")) {
      lists.getOrDefault(list, List.of()).forEach(entry -> names.remove(Tokens.fold(entry.name())));
    }
    return names;
  }

  private static List<String> table(Collection<Example> examples, String field) throws IOException {
    Set<String> common = common(examples);
    List<Event> events = new ArrayList<>();
    for (Example example : examples) {
      String[] context =
          example.features().stream().filter(common::contains).sorted().toArray(String[]::new);
      events.add(new Event(example.labels().get(field), context));
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(QNTrainer.L1COST_PARAM, 0.1);
    parameters.put(QNTrainer.L2COST_PARAM, 0.5);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, new HashMap<>());
    indexer.index(ObjectStreamUtils.createObjectStream(events));
    QNTrainer trainer = new QNTrainer(parameters);
    trainer.init(parameters, new HashMap<>());
    return lines(trainer.trainModel(100, indexer));
  }

  private static List<String> lines(QNModel model) {
    Object[] data = model.getDataStructures();
    Context[] contexts = (Context[]) data[0];
    @SuppressWarnings("unchecked")
    Map<String, Object> places = (Map<String, Object>) data[1];
    String[] labels = (String[]) data[2];
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Object> place : new TreeMap<>(places).entrySet()) {
      Context context =
          place.getValue() instanceof Context own
              ? own
              : contexts[((Number) place.getValue()).intValue()];
      String weights = weights(context, labels);
      if (!weights.isEmpty()) {
        lines.add(place.getKey() + "\t" + weights);
      }
    }
    lines.add(0, String.join(" ", labels));
    lines.add(0, "# Learned from the labels of corpus-samples by ModelMaker; not to be edited.");
    return lines;
  }

  private static String weights(Context context, String[] labels) {
    List<String> weights = new ArrayList<>();
    for (int i = 0; i < context.getOutcomes().length; i++) {
      double weight = context.getParameters()[i];
      if (Math.abs(weight) >= LEAST) {
        weights.add(
            labels[context.getOutcomes()[i]] + "=" + String.format(Locale.ROOT, "%.2f", weight));
      }
    }
    return String.join(" ", weights);
  }

  // --- measuring ---

  /** How the features name what the cues read. */
  private static String byCues(String field) {
    return field.equals(KIND) ? "cues" : field;
  }

  private static void measure(List<Example> examples, String field) throws IOException {
    List<String> units = examples.stream().map(Example::unit).distinct().sorted().toList();
    int[] right = new int[2];
    int all = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Predicate<Example> out = example -> units.indexOf(example.unit()) % FOLDS == left;
      List<String> table = table(examples.stream().filter(out.negate()).toList(), field);
      LearnedModel model = LearnedModel.of(table.subList(1, table.size()));
      for (Example example : examples.stream().filter(out).toList()) {
        String label = example.labels().get(field);
        all++;
        right[0] += example.features().contains(byCues(field) + ":" + label) ? 1 : 0;
        right[1] += model.judge(example.features()).label().equals(label) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d items of units not learned from; by cues %.3f, learned %.3f%n",
        field,
        all,
        right[0] / (double) all,
        right[1] / (double) all);
  }
}
