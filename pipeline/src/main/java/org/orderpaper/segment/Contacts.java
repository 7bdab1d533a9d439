package org.orderpaper.segment;

import java.util.NavigableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Span;

/** E-mail addresses, telephone and membership numbers. */
final class Contacts {

  private static final Pattern EMAIL =
      // Without the look back, a long run of dots would be tried from each of its characters.
      Pattern.compile(
          "(?:\\G|(?<![\\w.+-]))[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++", Pattern.CASE_INSENSITIVE);
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.])(?:\\+44\\s?\\(?0?\\)?|\\(?0)\\d(?:[\\s-]?\\d|\\)\\s?\\d){8,9}(?!\\d)");
  private static final Pattern MEMBERSHIP =
      Pattern.compile(
          "(?i)\\bmember(?:ship)?\\s+(?:no|number|nr|card|id)\\b[\\s.:#(]*(?:is\\s+|was\\s+|of\\s+)?([A-Z]?\\d{5,9})\\b");

  private Contacts() {}

  static void find(String text, NavigableMap<Integer, NameSpan> spans) {
    if (text.indexOf('@') >= 0) {
      each(EMAIL.matcher(text), 0, NameKind.EMAIL, spans);
    }
    each(PHONE.matcher(text), 0, NameKind.PHONE, spans);
    each(MEMBERSHIP.matcher(text), 1, NameKind.MEMBERSHIP, spans);
  }

  private static void each(
      Matcher matcher, int group, NameKind kind, NavigableMap<Integer, NameSpan> spans) {
    while (matcher.find()) {
      NameFinder.add(spans, new NameSpan(new Span(matcher.start(group), matcher.end(group)), kind));
    }
  }
}
