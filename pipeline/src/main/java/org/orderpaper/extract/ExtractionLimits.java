package org.orderpaper.extract;

import java.time.Duration;

/**
 * How much of one file is read before reading stops with a named reason.
 *
 * @param maxBytes the largest file or attachment that is opened, in bytes; a larger one is {@code
 *     TOO_LARGE}
 * @param maxParts the most parts of one file that are read, the file itself included; what comes
 *     after is {@code LIMIT}
 * @param maxDepth how deep attachments are followed, where an attachment of the file itself has
 *     depth 1; what lies deeper is {@code LIMIT}
 * @param maxCharacters the longest text of one part, in UTF-16 units; a longer one is cut and
 *     {@code CHECKED_PARTIAL}
 * @param timeout the longest time that reading one part may take; a part that takes longer is
 *     {@code TIMEOUT}
 */
public record ExtractionLimits(
    long maxBytes, int maxParts, int maxDepth, int maxCharacters, Duration timeout) {

  /**
   * Validates the limits.
   *
   * @throws IllegalArgumentException if a limit leaves nothing to read
   */
  public ExtractionLimits {
    if (maxBytes < 1 || maxParts < 1 || maxDepth < 0 || maxCharacters < 1) {
      throw new IllegalArgumentException(
          "limits must leave something to read: maxBytes, maxParts and maxCharacters from 1,"
              + " maxDepth from 0");
    }
    if (maxBytes > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException("maxBytes must be under 2 GiB: a part is read in memory");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be positive");
    }
  }

  /**
   * What suits the papers of a local unit: 100 MB and 5 minutes a part (a scan of sixty pages needs
   * three), 1,000 parts, 5 levels, 5 million characters.
   */
  public static ExtractionLimits defaults() {
    return new ExtractionLimits(100L << 20, 1_000, 5, 5_000_000, Duration.ofMinutes(5));
  }
}
