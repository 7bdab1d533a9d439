package org.orderpaper.archive;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.orderpaper.model.Span;

/**
 * The words of an item that a query matched, read from the offsets in the index: the text is not
 * analysed again, so that what is highlighted is what matched.
 */
final class Highlights {

  private final IndexSearcher searcher;
  private final Weight weight;
  private final String field;

  Highlights(IndexSearcher searcher, Query query, String field) throws IOException {
    this.searcher = searcher;
    this.field = field;
    this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /** Spans of the text of document {@code doc}, in order, none inside another. */
  List<Span> in(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Matches matches = weight.matches(leaf, doc - leaf.docBase);
    MatchesIterator words = matches == null ? null : matches.getMatches(field);
    TreeSet<Span> spans = new TreeSet<>();
    while (words != null && words.next()) {
      if (words.startOffset() >= 0) {
        spans.add(new Span(words.startOffset(), words.endOffset()));
      }
    }
    int[] end = {0};
    return spans.stream()
        .filter(span -> {
          boolean apart = span.start() >= end[0];
          end[0] = Math.max(end[0], span.end());
          return apart;
        })
        .toList();
  }
}
