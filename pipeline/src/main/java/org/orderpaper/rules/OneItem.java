package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.MarkedText;
import org.orderpaper.model.Span;

/** One item in an index of its own, held in memory: what explains and tests rules. */
final class OneItem {

  private final BusinessItem item;
  private final SegmentRun run;

  private OneItem(BusinessItem item, SegmentRun run) {
    this.item = item;
    this.run = run;
  }

  static IndexReader index(BusinessItem item, Analyzer analyzer) {
    return MemoryIndex.fromDocument(ItemFields.document(item), analyzer, true, false)
        .createSearcher()
        .getIndexReader();
  }

  static OneItem of(BusinessItem item, Analyzer analyzer, List<Rule> rules) throws IOException {
    IndexReader reader = index(item, analyzer);
    Map<Integer, QueryHits> queries = new HashMap<>();
    for (Rule rule : rules) {
      for (Condition.ByQuery query : rule.queries()) {
        queries.put(query.number(), new QueryHits(reader, query));
      }
    }
    LeafReaderContext segment = reader.leaves().getFirst();
    SegmentRun run = new SegmentRun(segment, queries);
    run.window(0, run.maxDocument());
    run.document(0);
    return new OneItem(item, run);
  }

  /** How {@code rule} holds on the text, whatever the item's type, kind and date; or null. */
  @Nullable RuleMatch match(Rule rule) throws IOException {
    return new DocumentMatcher(run).match(rule);
  }

  /** What became of each condition of {@code rule}. */
  Explanation.OfRule explain(Rule rule) throws IOException {
    DocumentMatcher matcher = new DocumentMatcher(run);
    RuleMatch match = matcher.match(rule);
    BitSet removed = matcher.removed(rule);
    TreeWalk walk = new TreeWalk(run, removed);
    TreeWalk everything = new TreeWalk(run, new BitSet());
    List<String> obstacles = obstacles(rule);
    Condition.Like likely = rule.likely();
    if (likely != null && !matcher.isLikely(rule)) {
      obstacles.add("the item does not read " + likely.written());
    }
    boolean replaced = match == null || match.missing();
    Rule.MissingFacet missing = rule.missing();
    return new Explanation.OfRule(
        rule.id(),
        match != null && obstacles.isEmpty(),
        match != null && match.missing() && missing != null ? missing.of() : null,
        obstacles,
        trace(rule.when(), walk),
        missing != null && replaced ? trace(missing.when(), walk) : null,
        rule.unless() == null ? null : trace(rule.unless(), everything),
        sentences(removed),
        match == null ? List.of() : match.reasons(),
        match == null ? List.of() : match.against());
  }

  private static Explanation.Trace trace(Condition condition, TreeWalk walk) throws IOException {
    List<Match> matches = walk.matches(condition);
    List<Explanation.Trace> members = new ArrayList<>();
    for (Condition member : condition.children()) {
      members.add(trace(member, walk));
    }
    List<Span> words =
        matches.stream()
            .flatMap(match -> match.hits().stream())
            .map(Hit::span)
            .distinct()
            .sorted(Comparator.naturalOrder())
            .toList();
    return new Explanation.Trace(condition.written(), !matches.isEmpty(), words, members);
  }

  private List<String> obstacles(Rule rule) {
    List<String> obstacles = new ArrayList<>();
    if (!rule.runs()) {
      obstacles.add("the rule is retired");
    }
    if (item.type() == ItemType.INCIDENT) {
      obstacles.add("an incident goes to the welfare queue and to no rule");
    }
    if (!rule.looksAt(item.type())) {
      obstacles.add("the rule does not look at items of the type " + item.type().word());
    }
    if (!rule.looksAt(item.meeting().kind())) {
      obstacles.add(
          "the rule does not look at documents of the kind " + item.meeting().kind().word());
    } else if (!rule.looksAtDocumentOf(item)) {
      obstacles.add("the rule looks only at newsletters on web pages, not at mailings");
    }
    if (!rule.concerns(item.meeting().date())) {
      obstacles.add(
          item.meeting().date() == null
              ? "the rule concerns meetings of certain days, and the date is unknown"
              : "the rule does not concern meetings on " + item.meeting().date());
    }
    return obstacles;
  }

  /** The spans of the sentences by their numbers, as the boundaries of the index part them. */
  private List<Span> sentences(BitSet numbers) {
    List<Span> spans = new ArrayList<>();
    int number = 0;
    int start = 0;
    String marked = MarkedText.of(item);
    for (int i = 0; i <= marked.length(); i++) {
      if (i == marked.length() || TextScanner.isBoundary(marked.charAt(i))) {
        if (numbers.get(number)) {
          spans.add(new Span(start, i));
        }
        number++;
        start = i + 1;
      }
    }
    return spans;
  }
}
