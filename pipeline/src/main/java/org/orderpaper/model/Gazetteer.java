package org.orderpaper.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names that are known, as {@code rules/gazetteers/} lists them.
 *
 * @param lists the entries of each list; the key is the file's name without its ending, for example
 *     {@code organisations}
 */
public record Gazetteer(Map<String, List<Entry>> lists) {

  public Gazetteer {
    lists = Collections.unmodifiableMap(new TreeMap<>(lists));
  }

  /** The entries of one list; empty when there is no such list. */
  public List<Entry> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  /**
   * One known name.
   *
   * @param name the usual form
   * @param aliases other forms; each counts like the name
   * @param from the day from which the entry applies, such as the day an organisation was listed;
   *     null for always
   * @param to the last day on which it applies, or null
   */
  public record Entry(
      String name, List<String> aliases, @Nullable LocalDate from, @Nullable LocalDate to) {

    public Entry {
      aliases = List.copyOf(aliases);
    }
  }
}
