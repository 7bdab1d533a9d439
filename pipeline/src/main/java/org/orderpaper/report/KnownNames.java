package org.orderpaper.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;

/**
 * The names that the items of each paper show. Headings above an item and a reviewer's own words
 * come without spans of names; this masks in them what is known to be a name from the same paper,
 * and the surname by itself. These masks bear no number: the numbers belong to one item.
 */
final class KnownNames {

  private static final Pattern SURNAME = Pattern.compile("(\\p{Lu}[\\p{L}'\u2019-]{2,})(?: MP)?$");

  /**
   * By source; the names as written, so that a surname is told from the same word in lower case.
   */
  private final Map<String, Map<String, NameKind>> bySource = new HashMap<>();

  KnownNames(Collection<BusinessItem> items) {
    add(items);
  }

  void add(Collection<BusinessItem> items) {
    for (BusinessItem item : items) {
      for (NameSpan name : item.names()) {
        String words = name.span().of(item.text());
        remember(item.source(), words, name.kind());
        Matcher surname = SURNAME.matcher(words);
        if (surname.find()) {
          remember(item.source(), surname.group(1), name.kind());
        }
      }
    }
  }

  private void remember(String source, String name, NameKind kind) {
    bySource.computeIfAbsent(source, key -> new TreeMap<>()).merge(name, kind, KnownNames::first);
  }

  /** The same name may be read as two kinds; which comes first must not decide. */
  private static NameKind first(NameKind one, NameKind other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** {@code text} without the names that items of {@code source} show. */
  String mask(String source, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Map.Entry<String, NameKind>> present =
        bySource.getOrDefault(source, Map.of()).entrySet().stream()
            .filter(name -> lower.contains(name.getKey().toLowerCase(Locale.ROOT)))
            .sorted(LONGEST_FIRST)
            .toList();
    String masked = text;
    for (Map.Entry<String, NameKind> name : present) {
      String mask = Matcher.quoteReplacement("[" + name.getValue().label() + "]");
      masked = wordsOf(name.getKey()).matcher(masked).replaceAll(mask);
    }
    return masked;
  }

  private static final Comparator<Map.Entry<String, NameKind>> LONGEST_FIRST =
      Comparator.comparingInt((Map.Entry<String, NameKind> name) -> name.getKey().length())
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  /** A name of several words in any case, and in capitals; a single word only as written. */
  private static Pattern wordsOf(String name) {
    boolean single = name.indexOf(' ') < 0;
    String words =
        Stream.of(name, name.toUpperCase(Locale.ROOT))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
        single ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
