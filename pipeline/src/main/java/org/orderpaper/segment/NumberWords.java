package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in digits and words. */
final class NumberWords {

  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("nil", 0),
          Map.entry("zero", 0),
          Map.entry("none", 0),
          Map.entry("nought", 0),
          Map.entry("naught", 0),
          Map.entry("nobody", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9));

  private static final Map<String, Integer> TEENS =
      Map.ofEntries(
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));

  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60,
          "seventy", 70, "eighty", 80, "ninety", 90);

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private NumberWords() {}

  /** A number and the token after it. */
  record Reading(BigDecimal value, int next) {}

  /** The number that begins at {@code at}, or null. */
  static @Nullable Reading read(Tokens tokens, int at) {
    Reading whole = tokens.isNumber(at) ? digits(tokens, at) : words(tokens, at);
    return whole == null ? null : withHalf(tokens, whole);
  }

  private static @Nullable Reading digits(Tokens tokens, int at) {
    String word = tokens.word(at);
    if (word.indexOf('.') != word.lastIndexOf('.') || word.length() > 9) {
      return null;
    }
    return new Reading(new BigDecimal(word), at + 1);
  }

  private static @Nullable Reading words(Tokens tokens, int at) {
    Integer hundreds = UNITS.get(tokens.word(at));
    if (tokens.word(at).equals("a")) {
      hundreds = 1;
    }
    if (hundreds != null && tokens.word(at + 1).equals("hundred")) {
      int next = tokens.word(at + 2).equals("and") ? at + 3 : at + 2;
      Reading rest = belowHundred(tokens, next);
      BigDecimal base = BigDecimal.valueOf(hundreds * 100L);
      return rest == null
          ? new Reading(base, at + 2)
          : new Reading(base.add(rest.value()), rest.next());
    }
    return belowHundred(tokens, at);
  }

  private static @Nullable Reading belowHundred(Tokens tokens, int at) {
    Integer tens = TENS.get(tokens.word(at));
    if (tens != null) {
      Integer unit = UNITS.get(tokens.word(at + 1));
      boolean joined = unit != null && unit > 0 && tokens.between(at + 1).strip().length() <= 1;
      return joined && unit != null
          ? new Reading(BigDecimal.valueOf(tens + unit), at + 2)
          : new Reading(BigDecimal.valueOf(tens), at + 1);
    }
    Integer small = TEENS.getOrDefault(tokens.word(at), UNITS.get(tokens.word(at)));
    if (small != null) {
      return new Reading(BigDecimal.valueOf(small), at + 1);
    }
    return tokens.word(at).equals("½") ? new Reading(BigDecimal.ZERO.add(HALF), at + 1) : null;
  }

  private static Reading withHalf(Tokens tokens, Reading whole) {
    int next = whole.next();
    if (tokens.word(next).equals("½") && tokens.isNumber(next - 1)) {
      return new Reading(whole.value().add(HALF), next + 1);
    }
    boolean half =
        tokens.word(next).equals("and")
            && tokens.word(next + 1).equals("a")
            && tokens.word(next + 2).equals("half");
    return half ? new Reading(whole.value().add(HALF), next + 3) : whole;
  }
}
