package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.Authenticity;
import org.orderpaper.model.Cues;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.EndBasis;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.Instruction;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Limb;
import org.orderpaper.model.Modality;
import org.orderpaper.model.RuleFault;
import org.orderpaper.model.SegmentSettings;
import org.orderpaper.model.Topic;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;

/**
 * Reads the files of a rule book. A fault of one file, or of one entry of a list, is kept as a
 * fault; everything else is read on.
 */
final class RuleBookReader {

  private static final Set<String> DATA_FOLDERS =
      Set.of("instructions", "families", "cues", "gazetteers", "units", "overrides", "learned");

  private static final Set<String> TOPIC_KEYS =
      Set.of(
          "id",
          "title",
          "cap",
          "observed",
          "note",
          "base-carried",
          "base-otherwise",
          "from",
          "once-a-meeting");

  private static final Set<String> INSTRUCTION_KEYS =
      Set.of(
          "id",
          "title",
          "issuer",
          "issued",
          "effective",
          "addressees",
          "limbs",
          "exceptions",
          "supersedes",
          "source",
          "authenticity",
          "note",
          "named-by");

  private static final Set<String> LIMB_KEYS =
      Set.of("act", "topic", "modality", "from", "to", "wording", "items");

  private static final int HIGHEST = 4;
  private static final String TABLE_ENDING = ".txt";

  private final List<YamlFile> files;
  private final Set<RuleFault> faults = new TreeSet<>(RuleBook.FAULT_ORDER);

  /**
   * @param files in the order of their paths
   */
  RuleBookReader(List<YamlFile> files) {
    this.files = List.copyOf(files);
  }

  /**
   * The rule book.
   *
   * @param hash of all files
   */
  RuleBook read(String hash) {
    refuseStrangers();
    Gazetteer gazetteer = new Gazetteer(gazetteers());
    Lexicon lexicon = new Lexicon(families(), gazetteer);
    Map<String, TopicTerms> topics = topics();
    Map<String, DatedInstruction> instructions = instructions(lexicon, topics.keySet());
    AnalystQuery queries = new AnalystQuery(lexicon);
    List<Rule> rules =
        rules(
            new RuleReader(new ConditionReader(lexicon, queries, topicModels()), topics.keySet()));
    faults.addAll(lexicon.faults());
    StandingOrders usual = standingOrders();
    Map<String, StandingOrders> byUnit = new TreeMap<>();
    List<Unit> units = units(usual, byUnit);
    SegmentSettings settings = new SegmentSettings(cues(), gazetteer, units, overrides());
    return new RuleBook(
        hash,
        rules,
        topics,
        instructions,
        lexicon,
        queries,
        settings,
        new StructuralChecks(usual, byUnit),
        List.copyOf(faults));
  }

  private void refuseStrangers() {
    for (YamlFile file : files) {
      if (file.path().endsWith(".yml")) {
        faults.add(new RuleFault(file.path(), 1, 1, "not read: the files end in .yaml"));
      } else if (file.isYaml() && !file.folder().isEmpty() && file.name().contains("/")) {
        faults.add(new RuleFault(file.path(), 1, 1, "not read: a folder in a folder"));
      }
    }
  }

  private List<YamlFile> in(String folder) {
    return files.stream()
        .filter(f -> f.isYaml() && f.folder().equals(folder) && !f.name().contains("/"))
        .toList();
  }

  private void reading(YamlFile file, Runnable reading) {
    try {
      reading.run();
    } catch (YamlFault fault) {
      faults.add(fault.in(file.path()));
    }
  }

  /** Reads each entry of a file that is a list; a faulty one does not hide the others. */
  private void readingEach(YamlFile file, Consumer<YamlNode> entry) {
    reading(
        file, () -> file.read().list().forEach(node -> reading(file, () -> entry.accept(node))));
  }

  private Map<String, Lexicon.Family> families() {
    Map<String, Lexicon.Family> families = new TreeMap<>();
    for (YamlFile file : in("families")) {
      reading(file, () -> families.put(file.name(), family(file)));
    }
    return families;
  }

  private static Lexicon.Family family(YamlFile file) {
    YamlNode root = file.read();
    root.mapping(Set.of("why", "words"));
    String why = root.optional("why", YamlNode::text);
    return new Lexicon.Family(file.path(), why == null ? "" : why, root.required("words").list());
  }

  private Map<String, List<Gazetteer.Entry>> gazetteers() {
    Map<String, List<Gazetteer.Entry>> gazetteers = new TreeMap<>();
    for (YamlFile file : in("gazetteers")) {
      List<Gazetteer.Entry> entries = new ArrayList<>();
      readingEach(file, node -> entries.add(known(node)));
      gazetteers.put(file.name(), entries);
    }
    return gazetteers;
  }

  private static Gazetteer.Entry known(YamlNode node) {
    if (node.isText()) {
      return new Gazetteer.Entry(named(node), List.of(), null, null);
    }
    node.mapping(Set.of("name", "aliases", "from", "to", "note"));
    return new Gazetteer.Entry(
        named(node.required("name")),
        node.optionalList("aliases", RuleBookReader::named),
        node.optional("from", YamlNode::date),
        node.optional("to", YamlNode::date));
  }

  private static String named(YamlNode node) {
    if (TextScanner.scan(node.text()).isEmpty()) {
      throw node.fault("there is no word in '" + node.text() + "'");
    }
    return node.text();
  }

  /** What was learned from labelled items, a table a topic. */
  private TopicModels topicModels() {
    Map<String, TopicModels.Table> tables = new TreeMap<>();
    for (YamlFile file : files) {
      if (file.folder().equals("learned") && file.path().endsWith(TABLE_ENDING)) {
        String topic = file.name().substring(0, file.name().length() - TABLE_ENDING.length());
        reading(file, () -> tables.put(topic, TopicModels.Table.read(file.text())));
      }
    }
    return tables.isEmpty() ? TopicModels.NONE : new TopicModels(tables);
  }

  private Map<String, TopicTerms> topics() {
    Map<String, TopicTerms> topics = new TreeMap<>();
    for (YamlFile file : in("")) {
      if (file.path().equals("topics.yaml")) {
        readingEach(
            file,
            node -> {
              TopicTerms topic = topic(node);
              if (topics.putIfAbsent(topic.topic().id(), topic) != null) {
                throw node.fault("the topic '" + topic.topic().id() + "' stands here twice");
              }
            });
      }
    }
    return topics;
  }

  private static TopicTerms topic(YamlNode node) {
    node.mapping(TOPIC_KEYS);
    Integer cap = node.optional("cap", RuleBookReader::severity);
    Boolean observed = node.optional("observed", YamlNode::truth);
    Boolean once = node.optional("once-a-meeting", YamlNode::truth);
    Topic topic =
        new Topic(
            node.required("id").text(),
            node.required("title").text(),
            cap == null ? HIGHEST : cap,
            observed != null && observed,
            node.optional("note", YamlNode::text));
    return new TopicTerms(
        topic,
        node.optional("base-carried", RuleBookReader::severity),
        node.optional("base-otherwise", RuleBookReader::severity),
        node.optional("from", YamlNode::date),
        once != null && once);
  }

  private static Integer severity(YamlNode node) {
    return node.number(0, HIGHEST);
  }

  private Map<String, DatedInstruction> instructions(Lexicon lexicon, Set<String> topics) {
    Map<String, DatedInstruction> instructions = new TreeMap<>();
    for (YamlFile file : in("instructions")) {
      reading(file, () -> instructions.put(file.name(), instruction(file, lexicon, topics)));
    }
    return instructions;
  }

  private DatedInstruction instruction(YamlFile file, Lexicon lexicon, Set<String> topics) {
    YamlNode root = file.read();
    root.mapping(INSTRUCTION_KEYS);
    if (!root.required("id").text().equals(file.name())) {
      throw root.required("id").fault("the id of an instruction is its file: " + file.name());
    }
    LocalDate issued = root.required("issued").date();
    YamlNode effective = root.optional("effective");
    if (effective != null) {
      effective.mapping(Set.of("from", "to", "end-basis"));
    }
    LocalDate from = effective == null ? null : effective.optional("from", YamlNode::date);
    LocalDate effectiveFrom = from == null ? issued : from;
    LocalDate to = effective == null ? null : effective.optional("to", YamlNode::date);
    List<Limb> limbs = new ArrayList<>();
    // One misspelt limb must not take the others' authority away.
    root.optionalList("limbs", node -> node)
        .forEach(node -> reading(file, () -> limbs.add(limb(node, effectiveFrom, to, topics))));
    Authenticity authenticity = root.required("authenticity").word(Authenticity.class);
    Instruction instruction =
        new Instruction(
            root.required("id").text(),
            root.required("title").text(),
            root.required("issuer").text(),
            issued,
            effectiveFrom,
            to,
            effective == null
                ? null
                : effective.optional("end-basis", node -> node.word(EndBasis.class)),
            textsOrText(root.optional("addressees")),
            limbs,
            textsOrText(root.optional("exceptions")),
            root.required("source").text(),
            authenticity,
            root.optional("note", YamlNode::text));
    return new DatedInstruction(
        instruction, root.optionalList("named-by", node -> phrase(node, lexicon)));
  }

  private static WordList phrase(YamlNode node, Lexicon lexicon) {
    try {
      return lexicon.phrase(node.text());
    } catch (IllegalArgumentException e) {
      throw node.fault(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> textsOrText(@Nullable YamlNode node) {
    if (node == null) {
      return List.of();
    }
    return node.isText() ? List.of(node.text()) : node.texts();
  }

  private static Limb limb(
      YamlNode node, LocalDate effectiveFrom, @Nullable LocalDate until, Set<String> topics) {
    node.mapping(LIMB_KEYS);
    YamlNode topic = node.required("topic");
    if (!topics.contains(topic.text())) {
      throw topic.fault(
          "topics.yaml has no topic '" + topic.text() + "'" + Spelling.hint(topic.text(), topics));
    }
    LocalDate from = node.optional("from", YamlNode::date);
    LocalDate to = node.optional("to", YamlNode::date);
    Modality modality = node.optional("modality", word -> word.word(Modality.class));
    Limb limb =
        new Limb(
            node.required("act").word(Act.class),
            node.required("topic").text(),
            modality == null ? Modality.MUST_NOT : modality,
            from == null ? effectiveFrom : from,
            to == null ? until : to,
            node.optional("wording", YamlNode::text),
            node.optionalList("items", word -> word.word(ItemType.class)));
    if (limb.to() != null && limb.to().isBefore(limb.from())) {
      throw node.fault("the limb ends before it begins");
    }
    return limb;
  }

  private List<Rule> rules(RuleReader reader) {
    List<Rule> rules = new ArrayList<>();
    for (YamlFile file : files) {
      boolean rule =
          file.isYaml()
              && !file.folder().isEmpty()
              && !file.name().contains("/")
              && !DATA_FOLDERS.contains(file.folder());
      if (rule) {
        reading(file, () -> rules.add(reader.read(file)));
      }
    }
    return rules;
  }

  private Cues cues() {
    Map<String, List<String>> phrases = new TreeMap<>();
    for (YamlFile file : in("cues")) {
      reading(file, () -> addCues(file, file.name(), file.read(), phrases));
    }
    return new Cues(phrases);
  }

  private void addCues(
      YamlFile file, String key, YamlNode node, Map<String, List<String>> phrases) {
    if (!node.isMapping()) {
      phrases.put(key, node.isNull() ? List.of() : List.copyOf(node.texts()));
      return;
    }
    node.mapping()
        .forEach(
            (name, value) -> reading(file, () -> addCues(file, key + "." + name, value, phrases)));
  }

  /** What standing orders usually ask for. */
  private StandingOrders standingOrders() {
    List<StandingOrders> read = new ArrayList<>(List.of(StandingOrders.USUAL));
    for (YamlFile file : in("")) {
      if (file.path().equals("standing-orders.yaml")) {
        reading(file, () -> read.add(StandingOrders.USUAL.with(file.read())));
      }
    }
    return read.getLast();
  }

  private List<Unit> units(StandingOrders usual, Map<String, StandingOrders> byUnit) {
    List<Unit> units = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlFile file : in("units")) {
      readingEach(
          file,
          node -> {
            Unit unit = unit(node);
            if (!ids.add(unit.id())) {
              throw node.fault("the unit '" + unit.name() + "' is listed twice");
            }
            units.add(unit);
            YamlNode own = node.optional("standing-orders");
            if (own != null) {
              byUnit.put(unit.id(), usual.with(own));
            }
          });
    }
    return units;
  }

  private static Unit unit(YamlNode node) {
    node.mapping(Set.of("name", "type", "standing-orders"));
    String name = node.required("name").text();
    return new Unit(unitId(name), name, node.required("type").word(UnitType.class));
  }

  /** The normalised name, in lower case with hyphens. */
  private static String unitId(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  private Map<String, SegmentSettings.SettledReading> overrides() {
    Map<String, SegmentSettings.SettledReading> overrides = new TreeMap<>();
    for (YamlFile file : in("overrides")) {
      readingEach(file, node -> overrides.put(sha256(node), settled(node)));
    }
    return overrides;
  }

  private static SegmentSettings.SettledReading settled(YamlNode node) {
    node.mapping(Set.of("sha256", "kind", "unit", "date", "note"));
    Function<YamlNode, DocumentKind> kind = word -> word.word(DocumentKind.class);
    return new SegmentSettings.SettledReading(
        node.optional("kind", kind),
        node.optional("unit", YamlNode::text),
        node.optional("date", YamlNode::date));
  }

  private static String sha256(YamlNode node) {
    YamlNode hash = node.required("sha256");
    if (!hash.text().matches("[0-9a-f]{64}")) {
      throw hash.fault("64 digits of 0-9 and a-f are expected here");
    }
    return hash.text();
  }
}
