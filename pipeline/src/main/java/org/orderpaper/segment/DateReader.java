package org.orderpaper.segment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates as British papers write them: "Thursday 19th November 2020", "19/11/20",
 * "2020-11-19", "8sep2017", "November 19 2020", "the nineteenth of November", and days without a
 * year.
 */
final class DateReader {

  /** How many tokens before a stretch are read with it: more than any run of dates has. */
  private static final int LONGEST_RUN_UP = 200;

  private static final List<String> ENGLISH_MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /** Welsh months, since some units write in both languages. */
  private static final Map<String, Integer> WELSH_MONTHS =
      Map.ofEntries(
          Map.entry("ionawr", 1),
          Map.entry("chwefror", 2),
          Map.entry("mawrth", 3),
          Map.entry("ebrill", 4),
          Map.entry("mai", 5),
          Map.entry("mehefin", 6),
          Map.entry("gorffennaf", 7),
          Map.entry("awst", 8),
          Map.entry("medi", 9),
          Map.entry("hydref", 10),
          Map.entry("tachwedd", 11),
          Map.entry("rhagfyr", 12),
          // After some words their first letter softens.
          Map.entry("chwefrol", 2),
          Map.entry("fawrth", 3),
          Map.entry("fai", 5),
          Map.entry("fehefin", 6),
          Map.entry("orffennaf", 7),
          Map.entry("fedi", 9),
          Map.entry("dachwedd", 11),
          Map.entry("ragfyr", 12));

  /** Every way to write a month; words are compared as {@link Tokens} fold them. */
  private static final Map<String, Integer> MONTHS = months();

  private static final Map<String, DayOfWeek> WELSH_WEEKDAYS =
      Map.ofEntries(
          Map.entry("llun", DayOfWeek.MONDAY),
          Map.entry("lun", DayOfWeek.MONDAY),
          Map.entry("mawrth", DayOfWeek.TUESDAY),
          Map.entry("fawrth", DayOfWeek.TUESDAY),
          Map.entry("mercher", DayOfWeek.WEDNESDAY),
          Map.entry("fercher", DayOfWeek.WEDNESDAY),
          Map.entry("iau", DayOfWeek.THURSDAY),
          Map.entry("gwener", DayOfWeek.FRIDAY),
          Map.entry("wener", DayOfWeek.FRIDAY),
          Map.entry("sadwrn", DayOfWeek.SATURDAY),
          Map.entry("sul", DayOfWeek.SUNDAY));

  /** Days as clerks of the old school write them; tens stand before a unit: "twenty-first". */
  private static final Map<String, Integer> ORDINALS =
      numbered(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth");

  private static final Set<String> TIMES_OF_DAY =
      Set.of("the", "evening", "night", "afternoon", "morning", "lunchtime");

  private DateReader() {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>(WELSH_MONTHS);
    numbered(ENGLISH_MONTHS.toArray(String[]::new))
        .forEach((month, number) -> {
          months.put(Tokens.fold(month), number);
          months.put(month.substring(0, 3), number);
        });
    months.put("sept", 9);
    return Map.copyOf(months);
  }

  /** Each word with its place, from 1 on. */
  private static Map<String, Integer> numbered(String... words) {
    Map<String, Integer> numbered = new HashMap<>();
    for (String word : words) {
      numbered.put(word, numbered.size() + 1);
    }
    return numbered;
  }

  /**
   * A date as written.
   *
   * @param year null when none is written
   * @param weekday null when none is written
   * @param from the first token, the weekday included
   * @param to the token after the last
   */
  record Mention(
      @Nullable Integer year, int month, int day, @Nullable DayOfWeek weekday, int from, int to) {

    /** The date, if a year is written. */
    @Nullable LocalDate date() {
      return year == null ? null : LocalDate.of(year, month, day);
    }

    /** The date in that year, or null when there is no such day. */
    @Nullable LocalDate in(int assumed) {
      try {
        return LocalDate.of(assumed, month, day);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  /** The dates in a text, in order. */
  static List<Mention> find(Tokens tokens) {
    return find(tokens, 0, tokens.size());
  }

  /**
   * The dates that touch a stretch of a text, and perhaps some before it: what is asked for every
   * sentence of a text must not read all of it every time.
   */
  static List<Mention> near(Tokens tokens, int from, int to) {
    return find(tokens, Math.max(0, from - LONGEST_RUN_UP), to);
  }

  private static List<Mention> find(Tokens tokens, int from, int to) {
    List<Mention> found = new ArrayList<>();
    for (int i = from; i < to; ) {
      Mention mention = at(tokens, i);
      if (mention == null) {
        i++;
      } else {
        found.add(mention);
        i = mention.to();
      }
    }
    return found;
  }

  private static @Nullable Mention at(Tokens tokens, int i) {
    int start = i;
    boolean welsh = tokens.word(i).equals("nos") || tokens.word(i).equals("dydd");
    DayOfWeek weekday = welsh ? WELSH_WEEKDAYS.get(tokens.word(i + 1)) : weekday(tokens.word(i));
    if (weekday != null) {
      i += welsh ? 2 : 1;
      while (TIMES_OF_DAY.contains(tokens.word(i)) && i < start + 4) {
        i++;
      }
    }
    Mention mention = dayFirst(tokens, i);
    if (mention == null) {
      mention = monthFirst(tokens, i);
    }
    if (mention == null) {
      mention = figures(tokens, i);
    }
    return mention == null
        ? null
        : new Mention(mention.year(), mention.month(), mention.day(), weekday, start, mention.to());
  }

  /** "19th of November[,] 2020". */
  private static @Nullable Mention dayFirst(Tokens tokens, int i) {
    Integer day = day(tokens.word(i));
    if (day == null) {
      return dayInWords(tokens, i);
    }
    int next = isOrdinal(tokens.word(i + 1)) ? i + 2 : i + 1;
    return ofMonth(tokens, day, i, next);
  }

  private static @Nullable Mention ofMonth(Tokens tokens, int day, int from, int at) {
    int next = tokens.word(at).equals("of") ? at + 1 : at;
    Integer month = month(tokens.word(next));
    if (month == null || isApart(tokens.between(next)) || sentenceBetween(tokens, from, next)) {
      return null;
    }
    return withYear(tokens, month, day, from, next + 1);
  }

  /** "No. 14 - December 2020" is an issue's number and month. */
  private static boolean isApart(String between) {
    return between.contains(" - ") || between.contains(" \u2013 ");
  }

  /** "the twelfth of November", "seventh July 2022"; not "a second march", "he may". */
  private static @Nullable Mention dayInWords(Tokens tokens, int i) {
    boolean tens = tokens.word(i).equals("twenty") || tokens.word(i).equals("thirty");
    int unit = ORDINALS.getOrDefault(tokens.word(tens ? i + 1 : i), 0);
    int day = tens && unit > 9 ? 0 : unit;
    day += tens && day > 0 ? (tokens.word(i).equals("twenty") ? 20 : 30) : 0;
    day = tokens.word(i).equals("thirtieth") ? 30 : day;
    if (day == 0) {
      return null;
    }
    int next = tens ? i + 2 : i + 1;
    Mention mention = ofMonth(tokens, day, i, next);
    boolean sure =
        mention != null
            && (mention.year() != null
                || tokens.word(next).equals("of")
                || weekday(tokens.word(i - 1)) != null);
    return sure ? mention : null;
  }

  /** "November 19th, 2020". */
  private static @Nullable Mention monthFirst(Tokens tokens, int i) {
    Integer month = month(tokens.word(i));
    Integer day = day(tokens.word(i + 1));
    if (month == null
        || day == null
        || (tokens.word(i).equals("may") && !tokens.isCapitalised(i))) {
      return null;
    }
    int next = isOrdinal(tokens.word(i + 2)) ? i + 3 : i + 2;
    return withYear(tokens, month, day, i, next);
  }

  private static @Nullable Mention withYear(Tokens tokens, int month, int day, int from, int next) {
    Integer year = next < tokens.size() ? year(tokens, next) : null;
    if (year != null) {
      return valid(year, month, day, from, next + 1);
    }
    NumberWords.Reading written = yearInWords(tokens, next);
    return written == null
        ? valid(null, month, day, from, next)
        : valid(written.value().intValue(), month, day, from, written.next());
  }

  /** "two thousand and twenty", "twenty twenty-one", "nineteen ninety-nine". */
  private static NumberWords.@Nullable Reading yearInWords(Tokens tokens, int at) {
    boolean thousand = tokens.word(at).equals("two") && tokens.word(at + 1).equals("thousand");
    boolean twenty = tokens.word(at).equals("twenty");
    boolean nineteen = tokens.word(at).equals("nineteen");
    if (!thousand && !twenty && !nineteen) {
      return null;
    }
    int rest = thousand ? at + (tokens.word(at + 2).equals("and") ? 3 : 2) : at + 1;
    NumberWords.Reading below = NumberWords.read(tokens, rest);
    int least = thousand ? 1 : 10;
    if (below == null || below.value().intValue() < least || below.value().intValue() > 99) {
      return null;
    }
    BigDecimal century = BigDecimal.valueOf(nineteen ? 1900 : 2000);
    return new NumberWords.Reading(century.add(below.value()), below.next());
  }

  /**
   * The months with a year that no day goes with, "December 2020", as their first days: what an
   * issue of a newsletter is dated by.
   */
  static List<Mention> months(Tokens tokens) {
    List<Mention> found = new ArrayList<>();
    List<Mention> days = find(tokens);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      int at = i;
      Integer month = month(tokens.word(i));
      Integer year = month == null ? null : year(tokens, i + 1);
      boolean apart = days.stream().noneMatch(day -> day.from() <= at && at < day.to());
      if (month != null && year != null && apart && tokens.isCapitalised(i)) {
        found.add(new Mention(year, month, 1, null, i, i + 2));
      }
    }
    return found;
  }

  /** "19/11/2020", "19.11.20", "19-11-2020", "2020-11-19", "20201119". */
  private static @Nullable Mention figures(Tokens tokens, int i) {
    if (!tokens.isNumber(i)) {
      return null;
    }
    String[] dotted = tokens.word(i).split("\\.", -1);
    if (dotted.length == 3) {
      return ofFigures(dotted, i, i + 1);
    }
    if (tokens.word(i).length() == 8 && tokens.word(i).startsWith("20")) {
      String w = tokens.word(i);
      return ofFigures(
          new String[] {w.substring(0, 4), w.substring(4, 6), w.substring(6)}, i, i + 1);
    }
    boolean joined =
        i + 2 < tokens.size()
            && tokens.isNumber(i + 1)
            && tokens.isNumber(i + 2)
            && isDateSign(tokens.between(i + 1))
            && tokens.between(i + 1).equals(tokens.between(i + 2));
    return joined
        ? ofFigures(new String[] {tokens.word(i), tokens.word(i + 1), tokens.word(i + 2)}, i, i + 3)
        : null;
  }

  private static boolean isDateSign(String between) {
    return between.equals("/") || between.equals("-") || between.equals(".") || between.equals("_");
  }

  private static @Nullable Mention ofFigures(String[] figures, int from, int to) {
    for (String figure : figures) {
      if (figure.isEmpty() || figure.length() > 4 || figure.indexOf('.') >= 0) {
        return null;
      }
    }
    int one = Integer.parseInt(figures[0]);
    int two = Integer.parseInt(figures[1]);
    int three = Integer.parseInt(figures[2]);
    boolean yearFirst = figures[0].length() == 4;
    // "23-4-2" is a vote: a year has two or four figures.
    if (!yearFirst && figures[2].length() != 2 && figures[2].length() != 4) {
      return null;
    }
    return yearFirst
        ? valid(one, two, three, from, to)
        : valid(fullYear(three), two, one, from, to);
  }

  private static int fullYear(int year) {
    if (year >= 100) {
      return year;
    }
    return year < 70 ? 2000 + year : 1900 + year;
  }

  private static @Nullable Mention valid(
      @Nullable Integer year, int month, int day, int from, int to) {
    if (month < 1 || month > 12 || day < 1 || (year != null && (year < 1900 || year > 2099))) {
      return null;
    }
    int probe = year == null ? 2000 : year;
    return day <= LocalDate.of(probe, month, 1).lengthOfMonth()
        ? new Mention(year, month, day, null, from, to)
        : null;
  }

  private static boolean sentenceBetween(Tokens tokens, int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      if (tokens.breaksBefore(i)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Integer day(String word) {
    if (word.isEmpty() || word.length() > 2 || !Character.isDigit(word.charAt(0))) {
      return null;
    }
    int day = Integer.parseInt(word);
    return day >= 1 && day <= 31 ? day : null;
  }

  private static boolean isOrdinal(String word) {
    return word.equals("st") || word.equals("nd") || word.equals("rd") || word.equals("th");
  }

  static @Nullable Integer month(String word) {
    return MONTHS.get(word);
  }

  private static @Nullable Integer year(Tokens tokens, int at) {
    String word = tokens.word(at);
    if (!tokens.isNumber(at) || !Character.isDigit(word.charAt(word.length() - 1))) {
      return null;
    }
    boolean full = word.length() == 4 && (word.startsWith("20") || word.startsWith("19"));
    boolean apostrophe = tokens.between(at).strip().matches("['\u2018\u2019]");
    boolean glued = tokens.between(at).isEmpty() || tokens.between(at).equals(" ");
    boolean two = word.length() == 2 && (apostrophe || (glued && Integer.parseInt(word) >= 5));
    boolean clock = at + 1 < tokens.size() && tokens.between(at + 1).equals(":");
    if (clock || (two && isClockWord(tokens.word(at + 1)))) {
      return null;
    }
    return full || two ? (Integer) fullYear(Integer.parseInt(word)) : null;
  }

  private static boolean isClockWord(String word) {
    return word.equals("pm") || word.equals("am");
  }

  static @Nullable DayOfWeek weekday(String word) {
    return switch (word) {
      case "monday", "mon" -> DayOfWeek.MONDAY;
      case "tuesday", "tue", "tues" -> DayOfWeek.TUESDAY;
      case "wednesday", "wed", "weds" -> DayOfWeek.WEDNESDAY;
      case "thursday", "thu", "thur", "thurs" -> DayOfWeek.THURSDAY;
      case "friday", "fri" -> DayOfWeek.FRIDAY;
      case "saturday", "sat" -> DayOfWeek.SATURDAY;
      case "sunday", "sun" -> DayOfWeek.SUNDAY;
      default -> null;
    };
  }
}
