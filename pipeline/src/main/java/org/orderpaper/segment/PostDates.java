package org.orderpaper.segment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days in a column of an export: the day as written, whatever zone is written beside it, and
 * the day in UTC where only seconds are counted. Whether "04/03/2025" is in March or in April is
 * told by the other rows of the column; where they do not tell, it is no day at all.
 */
final class PostDates {

  /** What is longer is no date. */
  private static final int LONGEST = 64;

  private static final int EARLIEST = 2000;
  private static final int LATEST = 2099;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d).{0,50}");
  private static final Pattern TOGETHER =
      Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:[T ]?\\d{4,6}Z?)?");
  private static final Pattern COUNTED =
      Pattern.compile("(\\d{10})(\\d{3}|\\d{6})?(?:\\.\\d{1,9})?");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[AaPp]\\.?[Mm]\\.?)?");
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?:\\p{Alpha}{2,9}[.,]{0,2}"
              + " {1,2})?(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d).{0,50}");
  private static final Pattern YEAR = Pattern.compile("(?<![\\d+-])((?:19|20)\\d{2})(?!\\d)");

  private static final PostDates NONE = new PostDates(List.of());

  private final List<Written> cells;
  private final @Nullable Boolean dayFirst;

  /** What a cell says. */
  private sealed interface Written {

    record No() implements Written {}

    record Day(LocalDate date) implements Written {}

    /** Two figures of which one is the day. */
    record Either(int first, int second, int year, boolean dotted) implements Written {}
  }

  private PostDates(List<Written> cells) {
    this.cells = cells;
    this.dayFirst = order(cells);
  }

  static PostDates of(List<String> column) {
    return column.isEmpty()
        ? NONE
        : new PostDates(column.stream().map(PostDates::written).toList());
  }

  /** In how many rows there is a date, told or not. */
  long written() {
    return cells.stream().filter(cell -> !(cell instanceof Written.No)).count();
  }

  /** The day in a row, or null. */
  @Nullable LocalDate at(int row) {
    return row >= cells.size()
        ? null
        : switch (cells.get(row)) {
          case Written.No _ -> null;
          case Written.Day(LocalDate date) -> date;
          case Written.Either either -> told(either);
        };
  }

  private @Nullable LocalDate told(Written.Either either) {
    @Nullable LocalDate dayFirstly = day(either.year(), either.second(), either.first());
    @Nullable LocalDate monthFirstly = day(either.year(), either.first(), either.second());
    if (dayFirstly == null || monthFirstly == null || dayFirstly.equals(monthFirstly)) {
      return dayFirstly == null ? monthFirstly : dayFirstly;
    }
    return dayFirst == null ? null : dayFirst ? dayFirstly : monthFirstly;
  }

  /** Whether the day comes first, as the rows say that can be read in one way only; or null. */
  private static @Nullable Boolean order(List<Written> cells) {
    boolean day = false;
    boolean month = false;
    for (Written cell : cells) {
      if (cell instanceof Written.Either(int first, int second, int year, boolean dotted)) {
        boolean asDay = day(year, second, first) != null;
        boolean asMonth = day(year, first, second) != null;
        // No country writes the month first and full stops.
        day |= asDay && (!asMonth || dotted);
        month |= asMonth && !asDay;
      }
    }
    return day == month ? null : (Boolean) day;
  }

  private static Written written(String raw) {
    String cell = raw.strip();
    if (cell.isEmpty() || cell.length() > LONGEST) {
      return new Written.No();
    }
    Matcher counted = COUNTED.matcher(cell);
    if (counted.matches()) {
      return of(counted(Long.parseLong(counted.group(1))));
    }
    Matcher together = TOGETHER.matcher(cell);
    if (together.matches()) {
      return of(day(together.group(1), together.group(2), together.group(3)));
    }
    // The hour may stand before the day, and is no part of it.
    String day = CLOCK.matcher(cell).replaceAll(" ").strip();
    Matcher yearFirst = YEAR_FIRST.matcher(day);
    if (yearFirst.matches()) {
      return of(day(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4)));
    }
    Matcher figures = FIGURES.matcher(day);
    return figures.matches() ? either(figures) : of(inWords(day.replace('-', ' ')));
  }

  private static Written either(Matcher figures) {
    int first = Integer.parseInt(figures.group(1));
    int second = Integer.parseInt(figures.group(3));
    int year = Integer.parseInt(figures.group(4));
    int full = year < 100 ? EARLIEST + year : year;
    boolean possible = day(full, second, first) != null || day(full, first, second) != null;
    return possible
        ? new Written.Either(first, second, full, figures.group(2).equals("."))
        : new Written.No();
  }

  /** "Wed Oct 10 +0000 2018", where the year comes last; "10 Oct 18". */
  private static @Nullable LocalDate inWords(String cell) {
    List<DateReader.Mention> mentions = DateReader.find(Tokens.of(cell));
    if (mentions.size() != 1) {
      return null;
    }
    DateReader.Mention mention = mentions.getFirst();
    List<String> years = new ArrayList<>();
    Matcher year = YEAR.matcher(cell);
    while (year.find()) {
      years.add(year.group(1));
    }
    LocalDate written = mention.date();
    return written != null || years.size() != 1
        ? written
        : mention.in(Integer.parseInt(years.getFirst()));
  }

  private static @Nullable LocalDate counted(long seconds) {
    LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    return isPlausible(date) ? date : null;
  }

  private static Written of(@Nullable LocalDate date) {
    return date == null ? new Written.No() : new Written.Day(date);
  }

  private static @Nullable LocalDate day(String year, String month, String day) {
    return day(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return isPlausible(date) ? date : null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static boolean isPlausible(LocalDate date) {
    return date.getYear() >= EARLIEST && date.getYear() <= LATEST;
  }
}
