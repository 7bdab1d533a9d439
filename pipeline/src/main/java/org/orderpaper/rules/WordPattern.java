package org.orderpaper.rules;

import org.apache.lucene.util.BytesRef;

/**
 * One word of a phrase as the index is asked for it.
 *
 * @param term a stem, the beginning of words, or a marker
 * @param open whether {@code term} is only how the word begins
 */
record WordPattern(String term, boolean open) {

  /** Shorter beginnings stand for too many words of the archive. */
  static final int SHORTEST_PREFIX = 4;

  BytesRef bytes() {
    return new BytesRef(term);
  }
}
