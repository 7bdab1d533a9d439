package org.orderpaper.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.orderpaper.model.Span;

/** An expert's query over one index. */
final class QueryHits {

  private static final String FACET = "query";

  private final Weight weight;

  QueryHits(IndexReader reader, Condition.ByQuery condition) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    // Rules run once over an index: a cache would only hold memory.
    searcher.setQueryCache(null);
    weight =
        searcher.createWeight(
            searcher.rewrite(new ConstantScoreQuery(condition.query())),
            ScoreMode.COMPLETE_NO_SCORES,
            1);
  }

  FixedBitSet documents(LeafReaderContext segment, int from, int to) throws IOException {
    FixedBitSet bits = new FixedBitSet(to - from);
    Scorer scorer = weight.scorer(segment);
    if (scorer != null) {
      DocIdSetIterator documents = scorer.iterator();
      for (int at = documents.advance(from); at < to; at = documents.nextDoc()) {
        bits.set(at - from);
      }
    }
    return bits;
  }

  /** Where the query holds in a document; the item as a whole where it has no words in the text. */
  List<Match> matches(LeafReaderContext segment, SegmentWords words, int document)
      throws IOException {
    Matches matches = weight.matches(segment, document);
    if (matches == null) {
      return List.of();
    }
    MatchesIterator each = matches.getMatches(ItemFields.TEXT);
    if (each == null) {
      return List.of(Match.WHOLE);
    }
    List<Match> found = new ArrayList<>();
    while (each.next()) {
      Span span = new Span(each.startOffset(), each.endOffset());
      found.add(Match.of(words.hit(FACET, each.startPosition(), each.endPosition(), span, null)));
    }
    return Match.tidy(found, TreeWalk.MOST_MATCHES);
  }
}
