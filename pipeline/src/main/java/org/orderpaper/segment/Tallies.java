package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.Stretch.Role;

/**
 * Votes that are told apart from their motions: in a table at the end ("Motion 2 | 66 | 2 | 11"),
 * or in a sentence that names the motion by its number ("Motion (2): in favour 6, against 13").
 *
 * @param rows of such tables, in order
 * @param lines those of the tables, their headers included, by identity
 * @param columns the votes in the columns of rows that are business of their own, by {@link
 *     Line#index}
 */
record Tallies(List<Row> rows, Set<Line> lines, Map<Integer, Votes> columns) {

  /** The most rows of a table of votes, its header among them. */
  private static final int ROWS = 200;

  /** The most words of a cell that names a motion: "1, as amended". */
  private static final int NAME = 5;

  /** Cues of words that name the motion above a table: "Motion as amended", "Substantive". */
  private static final List<String> NAMES =
      List.of("subjects.motion", "motions.title", "motions.returns");

  /** The key of a row that names no motion, "Motion as amended": that above the table is meant. */
  static final String ABOVE = "";

  /**
   * A row of a table of votes.
   *
   * @param key what names the motion in it, as {@link MotionNumbers#keys} gives it, or {@link
   *     #ABOVE}
   * @param amendment which of the motion's amendments it is of, from 1, or 0 if of the motion
   */
  record Row(String key, int amendment, Votes votes, Line line) {

    Stretch stretch() {
      return new Stretch(line, 0, line.tokens().size(), Role.TOLD);
    }
  }

  /** The tables of votes among the lines of a paper. */
  static Tallies in(List<Line> lines) {
    List<Row> rows = new ArrayList<>();
    Set<Line> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<Integer, Votes> columns = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> camps = camps(lines.get(i));
      int end = i + 1;
      int most = Math.min(lines.size(), i + ROWS);
      while (!camps.isEmpty() && end < most && isOfTable(lines.get(end))) {
        end++;
      }
      List<Row> table = rows(lines.subList(Math.min(i + 1, end), end), camps);
      if (!table.isEmpty() && table.size() * 2 >= end - i - 1) {
        rows.addAll(table);
        taken.addAll(lines.subList(i, end));
        i = end - 1;
      } else {
        columns(lines.subList(Math.min(i + 1, end), end), camps, columns);
      }
    }
    return new Tallies(rows, taken, columns);
  }

  private static void columns(List<Line> lines, List<String> camps, Map<Integer, Votes> columns) {
    for (Line line : lines) {
      Votes votes = votes(line.cells(), camps);
      if (votes != null) {
        columns.put(line.index(), votes);
      }
    }
  }

  boolean hold(Line line) {
    return lines.contains(line);
  }

  /** The camp that each cell of a header names, "" for other columns; empty if it is no header. */
  private static List<String> camps(Line line) {
    List<String> camps = new ArrayList<>();
    int named = 0;
    if (!isOfTable(line)) {
      return camps;
    }
    int offset = 0;
    for (String cell : line.cells()) {
      String camp = cell.isBlank() ? "" : camp(line, line.tokens().tokenAt(offset));
      named += camp.isEmpty() ? 0 : 1;
      camps.add(camp);
      offset += cell.length() + 1;
    }
    boolean figures = line.tokens().words().stream().anyMatch(w -> Character.isDigit(w.charAt(0)));
    return named >= 2 && !figures ? camps : List.of();
  }

  private static boolean isOfTable(Line line) {
    return line.is(BlockKind.TABLE_ROW) && !line.isBlank();
  }

  private static String camp(Line header, int at) {
    // "Votes for" names its camp second.
    for (int i = at; i <= at + 1; i++) {
      for (String camp : List.of("votes.abstain", "votes.against", "votes.for")) {
        if (header.hits().at(camp, i) != null) {
          return camp;
        }
      }
    }
    return "";
  }

  /** The rows that name a motion and give figures in the columns of the camps. */
  private static List<Row> rows(List<Line> lines, List<String> camps) {
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> cells = line.cells();
      int name = line.tokens().tokenAt(cells.getFirst().length());
      // "Motion | 34 | 2" names none: the figure is in another cell.
      boolean named = name > 0 && name <= NAME && !(name == 1 && isNoun(line));
      String key = named ? MotionNumbers.inRow(line) : null;
      if (key == null && name > 0 && name <= NAME) {
        key = bare(line, rows.isEmpty() ? ABOVE : rows.getLast().key());
      }
      Votes votes = votes(cells, camps);
      if (key != null && votes != null) {
        rows.add(new Row(key, amendment(line, name), votes, line));
      }
    }
    return rows;
  }

  private static boolean isNoun(Line line) {
    return line.hits().at("motions.numbered", 0) != null;
  }

  /**
   * The key of a row without one: an amendment is of the motion in the row above it.
   *
   * @param last the key of that row
   */
  private static @Nullable String bare(Line line, String last) {
    if (line.hits().at("subjects.amendment", 0) != null) {
      return last;
    }
    boolean motion = NAMES.stream().anyMatch(key -> line.hits().at(key, 0) != null);
    return motion ? ABOVE : null;
  }

  /**
   * "Motion 2, amendment (b)" is 2, "Amendment A1" 1, "Motion 2, amendment" 1, and "Motion 2, as
   * amended" 0.
   */
  private static int amendment(Line line, int end) {
    Tokens name = line.tokens();
    for (Hit hit : line.hits().of("subjects.amendment", 0, end)) {
      String which = hit.to() < end ? name.word(hit.to()) : "";
      boolean number = which.length() == 1 && name.isNumber(hit.to());
      boolean letter = which.length() == 1 && Character.isLetter(which.charAt(0));
      boolean code =
          which.length() == 2
              && Character.isLetter(which.charAt(0))
              && which.charAt(1) >= '1'
              && which.charAt(1) <= '9';
      return number
          ? Integer.parseInt(which)
          : code ? which.charAt(1) - '0' : letter ? which.charAt(0) - 'a' + 1 : 1;
    }
    return 0;
  }

  /** Columns are counted from the right: a first column without a name may be left out above. */
  private static @Nullable Votes votes(List<String> cells, List<String> camps) {
    BigDecimal inFavour = null;
    BigDecimal against = null;
    BigDecimal abstained = null;
    for (int i = 1; i <= Math.min(cells.size() - 1, camps.size()); i++) {
      Tokens cell = Tokens.of(cells.get(cells.size() - i));
      NumberWords.Reading read = cell.size() == 1 ? NumberWords.read(cell, 0) : null;
      BigDecimal figure = read == null ? null : read.value();
      switch (camps.get(camps.size() - i)) {
        case "votes.for" -> inFavour = figure;
        case "votes.against" -> against = figure;
        case "votes.abstain" -> abstained = figure;
        default -> {}
      }
    }
    return inFavour == null ? null : new Votes(inFavour, against, abstained, false);
  }
}
