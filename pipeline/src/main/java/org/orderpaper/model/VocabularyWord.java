package org.orderpaper.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A word of the published vocabulary. Files, reports and rules spell it in lower case with hyphens
 * ({@code RULED_OUT} is {@code ruled-out}); the enums below are the only place where the words are
 * listed.
 */
public interface VocabularyWord {

  /** The name of the enum constant. */
  String name();

  /** The word as it is written in files, for example {@code ruled-out}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of {@code vocabulary} that is written {@code word}, or empty if there is none. */
  static <E extends Enum<E> & VocabularyWord> Optional<E> of(Class<E> vocabulary, String word) {
    for (E constant : vocabulary.getEnumConstants()) {
      if (constant.word().equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
