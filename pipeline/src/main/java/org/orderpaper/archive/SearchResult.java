package org.orderpaper.archive;

import java.util.List;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Span;

/**
 * What a search found.
 *
 * @param total how many items match in all
 * @param hits the best of them, best first
 */
public record SearchResult(int total, List<Hit> hits) {

  public SearchResult {
    hits = List.copyOf(hits);
  }

  /**
   * One item that matches.
   *
   * @param words the spans of its clear text that matched, in order
   */
  public record Hit(BusinessItem item, List<Span> words) {

    public Hit {
      words = List.copyOf(words);
    }
  }
}
