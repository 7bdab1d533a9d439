package org.orderpaper.segment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * What a unit decided over the years, each decision with the day of its meeting: "12 Nov 2020. That
 * ... Carried, 29-10-6."
 *
 * @param head the lines above the first decision
 */
record Register(List<Line> head, List<Entry> entries) {

  private static final int FEWEST = 4;
  private static final int DAYS = 3;

  /** A register covers more than one season. */
  private static final int SHORTEST = 60;

  /** Words of a title before the day in brackets: "R2. Period poverty (11 July 2019)." */
  private static final int TITLE = 12;

  /** Columns among which the day stands. */
  private static final int COLUMNS = 2;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** A decision with what is told below it. */
  record Entry(LocalDate date, List<Line> lines) {}

  /** The register that the lines are, or null. */
  static @Nullable Register in(List<Line> lines) {
    List<Line> head = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Integer year = null;
    int undated = 0;
    for (Line line : lines) {
      Integer heading = yearAlone(line);
      LocalDate date = heading == null ? date(line, year) : null;
      if (heading != null) {
        year = heading;
      } else if (date != null) {
        entries.add(new Entry(date, new ArrayList<>(List.of(line))));
      } else if (entries.isEmpty()) {
        head.add(line);
      } else {
        entries.getLast().lines().add(line);
        // A day that stands alone heads all that follows it.
        undated += Manner.isDateAlone(entries.getLast().lines().getFirst()) ? 0 : 1;
      }
    }
    boolean mostly = entries.size() * 3 >= (head.size() + undated) * 2;
    return mostly && isOverYears(entries) ? new Register(head, entries) : null;
  }

  private static boolean isOverYears(List<Entry> entries) {
    List<LocalDate> days = entries.stream().map(Entry::date).distinct().sorted().toList();
    return entries.size() >= FEWEST
        && days.size() >= DAYS
        && ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) >= SHORTEST;
  }

  /** "2018" as a line of its own. */
  private static @Nullable Integer yearAlone(Line line) {
    Tokens tokens = line.tokens();
    if (tokens.size() != 1 || !YEAR.matcher(tokens.word(0)).matches()) {
      return null;
    }
    return Integer.valueOf(tokens.word(0));
  }

  /** The day with which a line begins, or null. */
  private static @Nullable LocalDate date(Line line, @Nullable Integer year) {
    for (DateReader.Mention mention : DateReader.find(line.tokens())) {
      LocalDate written = mention.date();
      LocalDate date = written != null || year == null ? written : mention.in(year);
      if (date != null) {
        return isAhead(line, mention) ? date : null;
      }
    }
    return null;
  }

  private static boolean isAhead(Line line, DateReader.Mention mention) {
    if (line.is(BlockKind.TABLE_ROW)) {
      return isCell(line, mention);
    }
    if (mention.from() <= line.body()) {
      return true;
    }
    boolean bracket = line.tokens().between(mention.from()).endsWith("(");
    return bracket && mention.from() <= line.body() + TITLE;
  }

  /** Whether the day is all of one of the first cells. */
  private static boolean isCell(Line row, DateReader.Mention mention) {
    Tokens tokens = row.tokens();
    int offset = 0;
    List<String> cells = row.cells();
    for (int i = 0; i < Math.min(COLUMNS, cells.size()); i++) {
      int first = tokens.tokenAt(offset);
      offset += cells.get(i).length() + 1;
      if (mention.from() == first && mention.to() == tokens.tokenAt(offset)) {
        return true;
      }
    }
    return false;
  }
}
