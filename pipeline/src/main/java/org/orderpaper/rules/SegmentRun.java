package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.orderpaper.model.ItemType;

/**
 * Finds the candidates of rules in one segment, and answers for their words. Candidates are a
 * superset: a document that has the words a rule needs, wherever they stand. Not thread-safe.
 */
final class SegmentRun implements TreeWalk.Words {

  private final LeafReaderContext segment;
  private final LeafReader reader;
  private final SegmentWords words;
  private final Map<Integer, QueryHits> queries;
  private final Map<Integer, List<Match>> ofQueries = new HashMap<>();
  private final Map<TopicModels, Likeness> likeness = new HashMap<>();
  private int from;
  private int to;
  private int document;

  /**
   * @param queries the experts' queries by their number
   */
  SegmentRun(LeafReaderContext segment, Map<Integer, QueryHits> queries) {
    this.segment = segment;
    this.reader = segment.reader();
    this.words = new SegmentWords(reader);
    this.queries = queries;
  }

  int maxDocument() {
    return reader.maxDoc();
  }

  void window(int from, int to) {
    this.from = from;
    this.to = to;
    words.window(from, to);
    likeness.values().forEach(each -> each.window(from, to));
  }

  /** The documents of the window at which {@code rule} must look. */
  FixedBitSet candidates(Rule rule) throws IOException {
    FixedBitSet candidates = documents(rule.when()).clone();
    if (rule.missing() != null) {
      candidates.or(documents(rule.missing().when()));
    }
    if (rule.likely() != null) {
      candidates.and(documents(rule.likely()));
    }
    if (!rule.items().isEmpty()) {
      List<String> types = rule.items().stream().map(ItemType::word).toList();
      candidates.and(keywords(ItemFields.TYPE, types));
    }
    return candidates;
  }

  private FixedBitSet documents(Condition condition) throws IOException {
    return switch (condition) {
      case Condition.Words leaf -> words.documents(leaf.list());
      case Condition.Heading heading -> documents(heading.member());
      case Condition.ByQuery query -> documents(query);
      case Condition.Like like -> likeness(like).documents(like);
      case Condition.Any any -> combined(any.members(), false);
      case Condition.All all -> combined(all.members(), true);
      case Condition.Near near -> combined(near.children(), true);
      case Condition.Ordered ordered -> combined(ordered.members(), true);
    };
  }

  private FixedBitSet documents(Condition.ByQuery query) throws IOException {
    QueryHits hits = queries.get(query.number());
    return hits == null ? new FixedBitSet(to - from) : hits.documents(segment, from, to);
  }

  private FixedBitSet combined(List<Condition> members, boolean all) throws IOException {
    FixedBitSet combined = documents(members.getFirst()).clone();
    for (Condition member : members.subList(1, members.size())) {
      if (all) {
        combined.and(documents(member));
      } else {
        combined.or(documents(member));
      }
    }
    return combined;
  }

  /** The documents of the window whose {@code field} is one of {@code values}. */
  FixedBitSet keywords(String field, List<String> values) throws IOException {
    FixedBitSet bits = new FixedBitSet(to - from);
    for (String value : values) {
      PostingsEnum each = reader.postings(new Term(field, value), PostingsEnum.NONE);
      if (each != null) {
        for (int at = each.advance(from); at < to; at = each.nextDoc()) {
          bits.set(at - from);
        }
      }
    }
    return bits;
  }

  boolean isLive(int number) {
    Bits live = reader.getLiveDocs();
    return live == null || live.get(number);
  }

  /** From now on hits and matches are those of this document. */
  void document(int number) throws IOException {
    document = number;
    ofQueries.clear();
    words.document(number);
  }

  @Override
  public List<Hit> hits(WordList list) throws IOException {
    return words.hits(list);
  }

  @Override
  public int sentences() {
    return words.sentences();
  }

  @Override
  public List<Match> matches(Condition.ByQuery query) throws IOException {
    List<Match> known = ofQueries.get(query.number());
    if (known == null) {
      QueryHits hits = queries.get(query.number());
      known = hits == null ? List.of() : hits.matches(segment, words, document);
      ofQueries.put(query.number(), known);
    }
    return known;
  }

  @Override
  public List<Match> matches(Condition.Like like) throws IOException {
    return likeness(like).matches(like, words, document);
  }

  private Likeness likeness(Condition.Like like) throws IOException {
    Likeness known = likeness.get(like.models());
    if (known == null) {
      known = new Likeness(reader, like.models());
      known.window(from, to);
      likeness.put(like.models(), known);
    }
    return known;
  }

  /** The ids of the items at {@code numbers}, which rise; empty for a document that is no item. */
  List<Optional<String>> ids(List<Integer> numbers) throws IOException {
    SortedDocValues ids = reader.getSortedDocValues(ItemFields.ITEM);
    List<Optional<String>> found = new ArrayList<>();
    for (int number : numbers) {
      found.add(
          ids != null && ids.advanceExact(number)
              ? Optional.of(ids.lookupOrd(ids.ordValue()).utf8ToString())
              : Optional.empty());
    }
    return found;
  }
}
