package org.orderpaper.model;

/**
 * How sure a reading is, and why.
 *
 * @param reason one clause without words of the document, except cues
 */
public record Confidence(Level level, String reason) {

  /** The three grades. */
  public enum Level implements VocabularyWord {
    HIGH,
    MEDIUM,
    LOW
  }

  public static Confidence high(String reason) {
    return new Confidence(Level.HIGH, reason);
  }

  public static Confidence medium(String reason) {
    return new Confidence(Level.MEDIUM, reason);
  }

  public static Confidence low(String reason) {
    return new Confidence(Level.LOW, reason);
  }
}
