package org.orderpaper.rules;

/**
 * One token as {@link TextScanner} cuts it, before stemming.
 *
 * @param term lower case, except for {@link Kind#CAPITALS}
 * @param start offset of the first character
 * @param end offset after the last character
 * @param stacked whether it stands at the position of the piece before it
 * @param open whether an asterisk follows it at once, which rules write for "and any ending"
 */
record Piece(String term, int start, int end, Kind kind, boolean stacked, boolean open) {

  enum Kind {
    WORD,
    /** Both parts of {@code re-affiliate} as one word, at the position of the first. */
    JOINED,
    /** A later part of a hyphenated word stands here. */
    CONTINUES,
    /** A short word written in capitals, as it was written: {@code LAW} is not {@code law}. */
    CAPITALS,
    /** A name stands here, of the kind that the marker tells. */
    NAME,
    /** A sentence or a paragraph ends here. */
    BOUNDARY
  }
}
