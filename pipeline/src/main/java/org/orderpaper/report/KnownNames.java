package org.orderpaper.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;

/**
 * The names that the items of each paper show. Headings above an item and a reviewer's own words
 * come without spans of names; this masks in them what is known to be a name from the same paper.
 * These masks bear no number: the numbers belong to one item.
 */
final class KnownNames {

  private final Map<String, Map<String, NameKind>> bySource = new HashMap<>();
  private final Map<String, Pattern> patterns = new HashMap<>();

  KnownNames(Collection<BusinessItem> items) {
    for (BusinessItem item : items) {
      for (NameSpan name : item.names()) {
        bySource
            .computeIfAbsent(item.source(), source -> new TreeMap<>())
            .merge(key(name.span().of(item.text())), name.kind(), KnownNames::first);
      }
    }
  }

  /** The same name may be read as two kinds; which comes first must not decide. */
  private static NameKind first(NameKind one, NameKind other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** {@code text} without the names that items of {@code source} show. */
  String mask(String source, String text) {
    Map<String, NameKind> names = bySource.get(source);
    if (names == null || text.isEmpty()) {
      return text;
    }
    return patterns
        .computeIfAbsent(source, key -> anyOf(names.keySet()))
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(label(names.get(key(found.group())))));
  }

  private static String label(@Nullable NameKind kind) {
    return "[" + (kind == null ? NameKind.PERSON : kind).label() + "]";
  }

  private static Pattern anyOf(Collection<String> names) {
    List<String> longestFirst = new ArrayList<>(names);
    longestFirst.sort(
        Comparator.comparingInt(String::length)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    List<String> quoted = longestFirst.stream().map(Pattern::quote).toList();
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + String.join("|", quoted) + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
