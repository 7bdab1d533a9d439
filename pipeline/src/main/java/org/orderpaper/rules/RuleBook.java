package org.orderpaper.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Finding;
import org.orderpaper.model.Instruction;
import org.orderpaper.model.OverRestriction;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.RuleBookCard;
import org.orderpaper.model.RuleCard;
import org.orderpaper.model.RuleFault;
import org.orderpaper.model.SegmentSettings;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Topic;
import org.orderpaper.model.WelfareEntry;

/**
 * A rule book that was loaded: rules, word families, topics and dated instructions, and what runs
 * them. Never throws because a rule is bad. Immutable and thread-safe.
 */
public final class RuleBook {

  /** By file, line, column and message. */
  static final Comparator<RuleFault> FAULT_ORDER =
      Comparator.comparing(RuleFault::file)
          .thenComparingInt(RuleFault::line)
          .thenComparingInt(RuleFault::column)
          .thenComparing(RuleFault::message);

  private static final Comparator<ReviewEntry> ENTRY_ORDER =
      Comparator.comparing(ReviewEntry::item)
          .thenComparing(RuleBook::topicOf)
          .thenComparing(ReviewEntry::id);

  private final String hash;
  private final List<Rule> rules;
  private final List<Rule> runnable;
  private final Map<String, TopicTerms> topics;
  private final Map<String, DatedInstruction> instructions;
  private final AnalystQuery queries;
  private final SegmentSettings settings;
  private final List<RuleFault> faults;
  private final Signs signs;
  private final StructuralChecks checks;
  private final ReviewEntries entries;
  private final Analyzer analyzer = new ItemAnalyzer(false);

  RuleBook(
      String hash,
      List<Rule> rules,
      Map<String, TopicTerms> topics,
      Map<String, DatedInstruction> instructions,
      Lexicon lexicon,
      AnalystQuery queries,
      SegmentSettings settings,
      StructuralChecks checks,
      List<RuleFault> faults) {
    this.hash = hash;
    this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    this.topics = new TreeMap<>(topics);
    this.instructions = new TreeMap<>(instructions);
    this.runnable = this.rules.stream().filter(Rule::runs).toList();
    this.queries = queries;
    this.settings = settings;
    this.faults = List.copyOf(faults);
    this.signs = new Signs(lexicon, this.instructions.values());
    this.checks = checks;
    this.entries = new ReviewEntries(this.topics, this.instructions, checks);
  }

  /** What a report says of this rule book. */
  public RuleBookCard card() {
    Map<String, RuleCard> cards = new TreeMap<>();
    rules.forEach(rule -> cards.put(rule.id(), rule.card()));
    Map<String, Topic> ofTopics = new TreeMap<>();
    topics.forEach((id, terms) -> ofTopics.put(id, terms.topic()));
    Map<String, Instruction> dated = new TreeMap<>();
    instructions.forEach((id, each) -> dated.put(id, each.instruction()));
    return new RuleBookCard(hash, cards, ofTopics, dated, faults);
  }

  /** Whether there is a trial or active rule of a known topic. */
  public boolean hasRunnableRules() {
    return !runnable.isEmpty();
  }

  /** Cues, names, units and settled readings, for segmentation. */
  public SegmentSettings segmentSettings() {
    return settings;
  }

  /** Finds motions that were decided before, by the standing orders of this rule book. */
  public Resubmissions resubmissions() {
    return new Resubmissions(checks);
  }

  /** For the text field of every index that rules run over. */
  public Analyzer analyzer() {
    return analyzer;
  }

  /** Changes whenever the analyser gives other tokens; rules run only over an index of the same. */
  public static String analyzerFingerprint() {
    return ItemAnalyzer.FINGERPRINT;
  }

  /**
   * The query that an analyst typed: Lucene's standard syntax with interval functions on the text,
   * the fields of {@link ItemFields} by name, and word families as {@code $name}. For example
   * {@code $measure AND unit:"Ashdown Vale CLP" AND date:[2020-11-01 TO 2020-11-30]}.
   *
   * @throws QuerySyntaxException where it is none
   */
  public Query query(String words) throws QuerySyntaxException {
    return queries.parse(words);
  }

  /**
   * Runs all trial and active rules, in the order of items and topics. A rule that this index
   * cannot run is left out; {@link #run(IndexReader, Function, Consumer)} tells which.
   *
   * @param itemById gives every item whose document {@code reader} holds
   */
  public List<ReviewEntry> run(IndexReader reader, Function<String, BusinessItem> itemById) {
    return run(reader, itemById, fault -> {});
  }

  /**
   * Runs all trial and active rules, in the order of items and topics.
   *
   * @param itemById gives every item whose document {@code reader} holds
   * @param faulty told of each rule that could not run
   */
  public List<ReviewEntry> run(
      IndexReader reader, Function<String, BusinessItem> itemById, Consumer<RuleFault> faulty) {
    List<ReviewEntry> found = new ArrayList<>();
    Map<String, String> meetings = new HashMap<>();
    try {
      new RuleRun(runnable, signs, faulty)
          .over(
              reader,
              (id, matched) -> {
                BusinessItem item = itemById.apply(id);
                meetings.put(id, item.sha256() + item.source() + item.meeting().id());
                found.addAll(entries.of(item, matched));
              });
    } catch (IOException e) {
      throw new UncheckedIOException("reading the index", e);
    }
    found.sort(ENTRY_ORDER);
    return ReviewEntries.onceAMeeting(found, meetings, topics);
  }

  /**
   * Why {@code item} matches rules, or why it does not match one. The same evaluation as {@link
   * #run}, on an index of this item alone.
   *
   * @param ruleId the rule to explain whether it matches or not; null for all whose words match
   */
  public Explanation explain(BusinessItem item, @Nullable String ruleId) {
    List<Rule> asked =
        rules.stream().filter(rule -> ruleId == null || rule.id().equals(ruleId)).toList();
    try {
      OneItem one = OneItem.of(item, analyzer, asked);
      List<Explanation.OfRule> explained = new ArrayList<>();
      for (Rule rule : asked) {
        if (ruleId != null || (rule.runs() && one.match(rule) != null)) {
          explained.add(one.explain(rule));
        }
      }
      return new Explanation(item.id(), entriesOf(item, asked), explained);
    } catch (IOException e) {
      throw new UncheckedIOException("reading an index in memory", e);
    }
  }

  private List<ReviewEntry> entriesOf(BusinessItem item, List<Rule> asked) throws IOException {
    List<ReviewEntry> found = new ArrayList<>();
    new RuleRun(asked.stream().filter(Rule::runs).toList(), signs, fault -> {})
        .over(
            OneItem.index(item, analyzer),
            (id, matched) -> found.addAll(entries.of(item, matched)));
    found.sort(ENTRY_ORDER);
    return found;
  }

  /**
   * Runs the cases beside trial and active rules. A case asks about words: the type, kind and date
   * of its item do not count.
   *
   * @param caseItem an item with the text of a case, cut and marked as the pipeline would
   */
  public RuleTestReport test(Function<String, BusinessItem> caseItem) {
    List<RuleTestReport.CaseResult> results = new ArrayList<>();
    for (Rule rule : runnable) {
      for (Rule.Case each : rule.cases()) {
        results.add(result(rule, each, caseItem.apply(each.text())));
      }
    }
    return new RuleTestReport(results);
  }

  private RuleTestReport.CaseResult result(Rule rule, Rule.Case each, BusinessItem item) {
    try {
      boolean matched = OneItem.of(item, analyzer, List.of(rule)).match(rule) != null;
      return new RuleTestReport.CaseResult(
          rule.id(),
          rule.topic(),
          each.kind(),
          each.text(),
          rule.file(),
          each.line(),
          each.column(),
          matched);
    } catch (IOException e) {
      throw new UncheckedIOException("reading an index in memory", e);
    }
  }

  /** The faults of loading, and what the rule book lacks although it can be read. */
  public List<RuleFault> check() {
    List<RuleFault> all = new ArrayList<>(faults);
    all.addAll(new RuleLint(rules, topics, instructions.values()).faults());
    all.sort(FAULT_ORDER);
    return all;
  }

  private static String topicOf(ReviewEntry entry) {
    return switch (entry) {
      case Finding finding -> finding.topic();
      case StructuralNote note -> note.topic();
      case OverRestriction _ -> "over-restriction";
      case WelfareEntry _ -> "welfare";
    };
  }
}
