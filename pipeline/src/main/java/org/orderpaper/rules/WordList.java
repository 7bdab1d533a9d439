package org.orderpaper.rules;

import java.util.List;

/**
 * A leaf of conditions: phrases any of which may match, under one name. Two rules that name the
 * same family share one instance, so that an index is asked for its words once.
 *
 * <p>Compared by identity.
 */
final class WordList {

  private final int number;
  private final String facet;
  private final String written;
  private final List<Phrase> phrases;

  /**
   * @param number from 0, of this list in its rule book
   * @param facet what evidence calls its words: the name of the family, or "phrase"
   * @param written as rules write it, for example {@code $measure}
   */
  WordList(int number, String facet, String written, List<Phrase> phrases) {
    this.number = number;
    this.facet = facet;
    this.written = written;
    this.phrases = List.copyOf(phrases);
  }

  int number() {
    return number;
  }

  String facet() {
    return facet;
  }

  String written() {
    return written;
  }

  List<Phrase> phrases() {
    return phrases;
  }

  @Override
  public String toString() {
    return written;
  }
}
