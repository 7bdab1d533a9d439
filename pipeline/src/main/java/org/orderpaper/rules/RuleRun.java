package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.RuleFault;

/**
 * Runs rules over an index: the night's batch, the whole archive, or one item held in memory. One
 * path for all three.
 */
final class RuleRun {

  /** So many documents are looked at together; bounds the memory of a run over the archive. */
  private static final int WINDOW = 1 << 15;

  /** What matched one document. */
  record Matched(List<RuleMatch> matches, Signs.Seen signs) {
    Matched {
      matches = List.copyOf(matches);
    }
  }

  /** Takes what matched, item by item. */
  interface Receiver {
    void accept(String itemId, Matched matched) throws IOException;
  }

  private final List<Rule> rules;
  private final Signs signs;
  private final Consumer<RuleFault> faults;
  private final Set<String> failed = new HashSet<>();

  RuleRun(List<Rule> rules, Signs signs, Consumer<RuleFault> faults) {
    this.rules = rules;
    this.signs = signs;
    this.faults = faults;
  }

  void over(IndexReader reader, Receiver receiver) throws IOException {
    Map<Integer, QueryHits> queries = queries(reader);
    for (LeafReaderContext segment : reader.leaves()) {
      SegmentRun run = new SegmentRun(segment, queries);
      for (int from = 0; from < run.maxDocument(); from += WINDOW) {
        window(run, from, Math.min(from + WINDOW, run.maxDocument()), receiver);
      }
    }
  }

  /** A query that this index cannot answer is a fault of its rule; the others run. */
  private Map<Integer, QueryHits> queries(IndexReader reader) throws IOException {
    Map<Integer, QueryHits> queries = new HashMap<>();
    for (Rule rule : rules) {
      for (Condition.ByQuery query : rule.queries()) {
        try {
          queries.put(query.number(), new QueryHits(reader, query));
        } catch (RuntimeException e) {
          failed(rule, e);
        }
      }
    }
    return queries;
  }

  private void window(SegmentRun run, int from, int to, Receiver receiver) throws IOException {
    run.window(from, to);
    Apart apart = Apart.in(run);
    List<FixedBitSet> candidates = new ArrayList<>();
    FixedBitSet any = apart.any();
    for (Rule rule : rules) {
      FixedBitSet ofRule = candidates(run, rule, to - from);
      // Semantics: an incident has no topic and no rule.
      ofRule.andNot(apart.incidents());
      any.or(ofRule);
      candidates.add(ofRule);
    }
    List<Integer> documents = new ArrayList<>();
    List<Matched> found = new ArrayList<>();
    for (int bit = next(any, 0); bit < to - from; bit = next(any, bit + 1)) {
      Matched here = run.isLive(from + bit) ? look(run, from, bit, candidates, apart) : null;
      if (here != null) {
        documents.add(from + bit);
        found.add(here);
      }
    }
    deliver(run.ids(documents), found, receiver);
  }

  private static void deliver(List<Optional<String>> ids, List<Matched> found, Receiver receiver)
      throws IOException {
    for (int i = 0; i < found.size(); i++) {
      if (ids.get(i).isPresent()) {
        receiver.accept(ids.get(i).get(), found.get(i));
      }
    }
  }

  /** What is worth a look at the item itself, or null. */
  private @Nullable Matched look(
      SegmentRun run, int from, int bit, List<FixedBitSet> candidates, Apart apart)
      throws IOException {
    run.document(from + bit);
    List<RuleMatch> matches = matches(run, candidates, bit);
    if (matches.isEmpty() && !apart.has(bit)) {
      return null;
    }
    Matched here = new Matched(matches, signs.in(run));
    return matches.isEmpty() && !apart.speaks(bit, here.signs()) ? null : here;
  }

  /** Documents that may be entries without any rule. */
  private record Apart(FixedBitSet incidents, FixedBitSet ruledOut, FixedBitSet stating) {

    static Apart in(SegmentRun run) throws IOException {
      return new Apart(
          run.keywords(ItemFields.TYPE, List.of(ItemType.INCIDENT.word())),
          run.keywords(ItemFields.OUTCOME, List.of(Outcome.RULED_OUT.word())),
          run.keywords(ItemFields.PROCEDURE, StructuralChecks.LOOKED_AT));
    }

    FixedBitSet any() {
      FixedBitSet any = incidents.clone();
      any.or(ruledOut);
      any.or(stating);
      return any;
    }

    boolean has(int bit) {
      return incidents.get(bit) || ruledOut.get(bit) || stating.get(bit);
    }

    boolean speaks(int bit, Signs.Seen signs) {
      return incidents.get(bit)
          || (ruledOut.get(bit) && !signs.citations().isEmpty())
          || stating.get(bit);
    }
  }

  /** A rule that throws is reported; the others run. */
  private FixedBitSet candidates(SegmentRun run, Rule rule, int size) throws IOException {
    try {
      return run.candidates(rule);
    } catch (RuntimeException e) {
      failed(rule, e);
      return new FixedBitSet(size);
    }
  }

  private @Nullable RuleMatch match(DocumentMatcher matcher, Rule rule) throws IOException {
    try {
      return matcher.match(rule);
    } catch (RuntimeException e) {
      failed(rule, e);
      return null;
    }
  }

  private void failed(Rule rule, RuntimeException e) {
    if (failed.add(rule.id())) {
      String why = e.getClass().getSimpleName();
      faults.accept(new RuleFault(rule.file(), 1, 1, "the rule could not run: " + why));
    }
  }

  private List<RuleMatch> matches(SegmentRun run, List<FixedBitSet> candidates, int bit)
      throws IOException {
    DocumentMatcher matcher = new DocumentMatcher(run);
    List<RuleMatch> matches = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (candidates.get(i).get(bit)) {
        RuleMatch match = match(matcher, rules.get(i));
        if (match != null) {
          matches.add(match);
        }
      }
    }
    return matches;
  }

  private static int next(FixedBitSet bits, int from) {
    return from >= bits.length() ? Integer.MAX_VALUE : bits.nextSetBit(from);
  }
}
