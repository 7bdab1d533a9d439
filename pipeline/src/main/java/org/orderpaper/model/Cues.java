package org.orderpaper.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases that give a reading away, as {@code rules/cues/} lists them.
 *
 * @param phrases the phrases of each list; the key is the file's name without its ending, a full
 *     stop and the key in the file, for example {@code outcomes.carried}
 */
public record Cues(Map<String, List<String>> phrases) {

  public Cues {
    phrases = Collections.unmodifiableMap(new TreeMap<>(phrases));
  }

  /** The phrases of one list, in the order of the file; empty when there is no such list. */
  public List<String> list(String key) {
    return phrases.getOrDefault(key, List.of());
  }
}
