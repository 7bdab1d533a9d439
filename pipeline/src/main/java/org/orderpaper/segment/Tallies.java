package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.Stretch.Role;

/**
 * Votes that are told apart from their motions: in a table at the end ("Motion 2 | 66 | 2 | 11"),
 * or in a sentence that names the motion by its number ("Motion (2): in favour 6, against 13").
 *
 * @param rows of such tables, in order
 * @param lines those of the tables, their headers included, by identity
 */
record Tallies(List<Row> rows, Set<Line> lines) {

  private static final String MOTION = "motion ";
  private static final String ITEM = "item ";

  /** The most rows of a table of votes, its header among them. */
  private static final int ROWS = 200;

  /** The most words of a cell that names a motion: "1, as amended". */
  private static final int NAME = 5;

  /** A motion's own number stands within so many words of its beginning. */
  private static final int NEAR = 8;

  /**
   * A row of a table of votes.
   *
   * @param key what names the motion in it, as {@link #keys} gives it
   */
  record Row(String key, Votes votes, Line line) {

    Stretch stretch() {
      return new Stretch(line, 0, line.tokens().size(), Role.TOLD);
    }
  }

  /** The tables of votes among the lines of a paper. */
  static Tallies in(List<Line> lines) {
    List<Row> rows = new ArrayList<>();
    Set<Line> taken = Collections.newSetFromMap(new IdentityHashMap<>());
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
      }
    }
    return new Tallies(rows, taken);
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
      Tokens name = Tokens.of(cells.getFirst());
      String key = name.size() == 0 || name.size() > NAME ? null : named(name);
      Votes votes = votes(cells, camps);
      if (key != null && votes != null) {
        rows.add(new Row(key, votes, line));
      }
    }
    return rows;
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

  /**
   * What names a motion where its item begins: the number behind "motion" and the number of the
   * item, "motion 2" and "item 5" for "5. Motion 2: buses".
   */
  static List<String> keys(Draft draft) {
    List<String> keys = new ArrayList<>();
    Line first = draft.lines.getFirst();
    Tokens tokens = first.tokens();
    for (int i = 0; i < Math.min(tokens.size(), NEAR) && keys.isEmpty(); i++) {
      String value = isMotion(tokens, i) ? value(tokens, i + 1) : null;
      if (value != null) {
        keys.add(MOTION + value);
      }
    }
    Label label = first.label();
    boolean numbered = label != null && label.path().size() == 1 && first.body() > 0;
    String value = numbered ? value(tokens, first.body() - 1) : null;
    if (value != null && !isMotion(tokens, 0)) {
      keys.add(ITEM + value);
    }
    return keys;
  }

  /** The motion that a key names among those that stand under theirs. */
  static <T> @Nullable T named(String key, Map<String, T> byKey) {
    T exact = byKey.get(key);
    boolean motion = exact == null && key.startsWith(MOTION);
    return motion ? byKey.get(ITEM + key.substring(MOTION.length())) : exact;
  }

  /** The motion that a sentence speaks of by its number, or null. */
  static @Nullable String key(Stretch stretch) {
    boolean told = stretch.role() == Role.TOLD;
    int from = stretch.from() == 0 ? stretch.body() : stretch.from();
    Label label = stretch.line().label();
    // "Motion 2: for 6, against 13" begins with what is read as its number.
    Tokens tokens = stretch.tokens();
    if (told
        && stretch.from() == 0
        && label != null
        && (isMotion(tokens, 0) || isItem(tokens, 0))) {
      from = 0;
    }
    boolean named = told && (isMotion(tokens, from) || isItem(tokens, from));
    String value = named ? value(tokens, from + 1) : null;
    return value == null ? null : (isItem(tokens, from) ? ITEM : MOTION) + value;
  }

  /** "Motion 2", "2", "2, as amended". */
  private static @Nullable String named(Tokens tokens) {
    boolean noun = isMotion(tokens, 0) || isItem(tokens, 0);
    String value = value(tokens, noun ? 1 : 0);
    return value == null ? null : (isItem(tokens, 0) ? ITEM : MOTION) + value;
  }

  private static boolean isItem(Tokens tokens, int at) {
    return tokens.word(at).equals("item");
  }

  private static boolean isMotion(Tokens tokens, int at) {
    return switch (tokens.word(at)) {
      case "motion", "resolution", "composite", "mot" -> true;
      default -> false;
    };
  }

  /** A number of one or two digits, or one capital letter. */
  private static @Nullable String value(Tokens tokens, int at) {
    String word = tokens.word(at);
    boolean number = tokens.isNumber(at) && word.length() <= 2;
    boolean letter = word.length() == 1 && tokens.isCapitalised(at);
    return number || letter ? word : null;
  }
}
