package org.orderpaper.segment;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import org.orderpaper.extract.ExtractionLimits;
import org.orderpaper.extract.Extractor;
import org.orderpaper.learning.WeightSearch;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.Votes;
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

  private static final WeightSearch SEARCH = new WeightSearch(0.1, 0.5, 100);

  private static final Set<String> NAMES = names();
  private static final List<String> FIELDS = List.of("type", "outcome", "voice");
  private static final String MATTER = "matter";
  private static final String KIND = "kind";
  private static final String COUNT = "count";
  private static final String ACCORD = "accord";
  static final String BOUNDARY = "boundary";
  private static final List<String> CAMPS =
      List.of(CountReader.FOR, CountReader.AGAINST, CountReader.ABSTAIN);
  private static final Set<String> VOTED =
      Set.of("carried", "carried-as-amended", "defeated", "ruling-overturned");

  private ModelMaker() {}

  /**
   * An item with its labels.
   *
   * @param labels by field
   */
  record Example(String unit, Set<String> features, Map<String, String> labels) {}

  /** What is learned of items, documents and votes. */
  private record Lessons(
      List<Example> items,
      List<Example> matters,
      List<Example> kinds,
      List<Example> counts,
      List<Example> accords) {

    Lessons() {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    Map<String, List<Example>> byField() {
      Map<String, List<Example>> fields = new LinkedHashMap<>();
      FIELDS.forEach(field -> fields.put(field, items));
      fields.put(MATTER, matters);
      fields.put(KIND, kinds);
      fields.put(COUNT, counts);
      fields.put(ACCORD, accords);
      return fields;
    }
  }

  public static void main(String[] arguments) throws Exception {
    boolean measured = arguments.length > 2;
    List<LabelledDocument> documents = documents(Path.of(arguments[0]));
    // Items are learned from as boundaries will cut them.
    List<Example> boundaries = new BoundaryLessons(documents).examples();
    List<String> cuts = table(boundaries, BOUNDARY);
    Learned learned =
        Learned.shipped().withBoundaries(LearnedModel.of(cuts.subList(1, cuts.size())));
    Map<String, List<Example>> fields = new LinkedHashMap<>();
    fields.put(BOUNDARY, boundaries);
    fields.putAll(lessons(documents, learned).byField());
    for (Map.Entry<String, List<Example>> field : fields.entrySet()) {
      if (measured) {
        measure(field.getValue(), field.getKey());
        continue;
      }
      Path file = Path.of(arguments[1], field.getKey() + ".txt");
      Files.write(file, table(field.getValue(), field.getKey()), StandardCharsets.UTF_8);
      System.out.println(file.getFileName() + ": " + field.getValue().size() + " examples");
    }
  }

  // --- examples ---

  /** A document with what a careful reader finds in it. */
  record LabelledDocument(
      String source, String kind, ExtractedDocument document, List<JsonNode> labels) {

    String unit() {
      return source.substring(0, source.indexOf('/'));
    }
  }

  private static List<LabelledDocument> documents(Path samples) throws IOException {
    List<String> heldOut =
        Files.readAllLines(samples.resolve("held-out.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    Map<String, JsonNode> labels = new TreeMap<>();
    for (String line : Files.readAllLines(samples.resolve("labels.jsonl"))) {
      JsonNode document = JSON.readTree(line);
      if (heldOut.stream().noneMatch(document.get("file").asString()::startsWith)) {
        labels.put(document.get("file").asString(), document);
      }
    }
    Extractor extractor = new Extractor(ExtractionLimits.defaults());
    List<LabelledDocument> documents = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    labels.keySet().forEach(file -> files.add(file.replaceAll("!/.*", "")));
    for (String file : files) {
      for (ExtractedPart part : extractor.extract(samples.resolve("documents").resolve(file))) {
        String source = part.sourceIn(file);
        JsonNode label = labels.get(source);
        if (part.extraction() instanceof Extraction.Text text && label != null) {
          List<JsonNode> items = new ArrayList<>();
          label.get("items").forEach(items::add);
          documents.add(
              new LabelledDocument(source, label.get(KIND).asString(), text.document(), items));
        }
      }
    }
    return documents;
  }

  private static Lessons lessons(List<LabelledDocument> documents, Learned learned) {
    Segmenter segmenter = new Segmenter(Docs.settings());
    Lessons lessons = new Lessons();
    for (LabelledDocument one : documents) {
      lessons.kinds.add(
          new Example(
              one.unit(), segmenter.kindFeatures(one.document()), Map.of(KIND, one.kind())));
      for (Paper paper : segmenter.papers(one.document(), one.source(), "", learned)) {
        add(ItemReader.lessons(paper, learned), paper.kind(), one, lessons);
      }
    }
    return lessons;
  }

  private static void add(
      List<OpenItem.Look> items, DocumentKind kind, LabelledDocument document, Lessons lessons) {
    String unit = document.unit();
    for (int i = 0; i < items.size(); i++) {
      OpenItem.Look item = items.get(i);
      String text = words(item.byCues().text().text());
      List<JsonNode> own =
          document.labels().stream()
              .filter(label -> text.contains(words(label.get("anchor").asString())))
              .toList();
      Map<String, String> matter = Map.of(MATTER, own.isEmpty() ? Matters.NONE : Matters.OWN);
      lessons.matters.add(new Example(unit, MatterFeatures.of(items, i, kind), matter));
      if (own.isEmpty()) {
        continue;
      }
      JsonNode label = own.getFirst();
      Map<String, String> fields = new HashMap<>();
      FIELDS.forEach(field -> fields.put(field, label.get(field).asString()));
      lessons.items.add(new Example(unit, item.features(), fields));
      if (own.size() == 1) {
        addCount(item.byCues(), unit, item.features(), label, lessons);
      }
    }
  }

  // --- votes ---

  private static void addCount(
      ItemReader.Read read, String unit, Set<String> features, JsonNode label, Lessons lessons) {
    if (!VOTED.contains(label.get("outcome").asString())) {
      return;
    }
    List<Stretch> stretches = OutcomeReader.counted(read.told());
    Votes byCues = CountFeatures.votes(read, stretches);
    List<CountFeatures.Figure> figures = CountFeatures.of(read, byCues, stretches);
    JsonNode votes = label.get("votes");
    String[] camps = camps(figures, votes);
    for (int i = 0; i < camps.length; i++) {
      lessons.counts.add(new Example(unit, figures.get(i).features(), Map.of(COUNT, camps[i])));
    }
    lessons.accords.add(
        new Example(
            unit,
            CountReader.accord(features, byCues),
            Map.of(ACCORD, accord(votes, List.of(camps)))));
  }

  /** What the label says of nobody in words, where no figure says it. */
  private static String accord(JsonNode votes, List<String> camps) {
    boolean against = isZero(votes, "against") && !camps.contains(CountReader.AGAINST);
    boolean silent = isZero(votes, "abstain") && !camps.contains(CountReader.ABSTAIN);
    return against && silent
        ? CountReader.UNANIMOUS
        : against ? CountReader.NEM_CON : CountReader.OPEN;
  }

  private static boolean isZero(JsonNode votes, String camp) {
    return votes.hasNonNull(camp) && number(votes, camp).signum() == 0;
  }

  private static BigDecimal number(JsonNode votes, String camp) {
    return new BigDecimal(votes.get(camp).asString());
  }

  /**
   * Whose each figure is: of the figures that have the numbers of the label, those that stand
   * closest together, and of those the last.
   */
  private static String[] camps(List<CountFeatures.Figure> figures, JsonNode votes) {
    List<String> told = CAMPS.stream().filter(camp -> votes.hasNonNull(camp)).toList();
    int[] best = new int[0];
    for (int first = figures.size() - 1; first >= 0; first--) {
      int[] chosen = chosen(figures, votes, told, first);
      if (filled(chosen) > filled(best)
          || (filled(chosen) == filled(best) && span(chosen) < span(best))) {
        best = chosen;
      }
    }
    String[] camps = new String[figures.size()];
    Arrays.fill(camps, "none");
    for (int i = 0; i < best.length; i++) {
      if (best[i] >= 0) {
        camps[best[i]] = told.get(i);
      }
    }
    return camps;
  }

  /** For each camp the first figure from {@code first} on with its number, or -1. */
  private static int[] chosen(
      List<CountFeatures.Figure> figures, JsonNode votes, List<String> told, int first) {
    int[] chosen = new int[told.size()];
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = -1;
      for (int at = first; at < figures.size() && chosen[i] < 0; at++) {
        BigDecimal number = number(votes, told.get(i));
        if (figures.get(at).value().compareTo(number) == 0 && taken.add(at)) {
          chosen[i] = at;
        }
      }
    }
    return chosen;
  }

  private static long filled(int[] chosen) {
    return Arrays.stream(chosen).filter(at -> at >= 0).count();
  }

  private static int span(int[] chosen) {
    int[] places = Arrays.stream(chosen).filter(at -> at >= 0).sorted().toArray();
    return places.length == 0 ? 0 : places[places.length - 1] - places[0];
  }

  static String words(String text) {
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

  static List<String> table(Collection<Example> examples, String field) throws IOException {
    Set<String> common = common(examples);
    List<Event> events = new ArrayList<>();
    for (Example example : examples) {
      String[] context =
          example.features().stream().filter(common::contains).sorted().toArray(String[]::new);
      events.add(new Event(example.labels().get(field), context));
    }
    return lines(SEARCH.over(events));
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
    return field.equals(KIND) || field.equals(COUNT) ? "cues" : field;
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
