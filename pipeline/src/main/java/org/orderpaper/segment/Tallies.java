package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final String MOTION = "motion ";
  private static final String ITEM = "item ";

  /** Words that announce counts. */
  private static final String RESULTS = "counts.count";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,3}");

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
      Tokens name = Tokens.of(cells.getFirst());
      String key = name.size() == 0 || name.size() > NAME ? null : named(name);
      Votes votes = votes(cells, camps);
      if (key != null && votes != null) {
        rows.add(new Row(key, amendment(name), votes, line));
      }
    }
    return rows;
  }

  /** "Motion 2, amendment (b)" is 2, "Motion 2, amendment" 1, and "Motion 2, as amended" 0. */
  private static int amendment(Tokens name) {
    for (int i = 0; i < name.size(); i++) {
      if (name.word(i).equals("amendment") || name.word(i).equals("amdt")) {
        String which = name.word(i + 1);
        boolean number = name.isNumber(i + 1) && which.length() == 1;
        boolean letter = which.length() == 1 && Character.isLetter(which.charAt(0));
        return number ? Integer.parseInt(which) : letter ? which.charAt(0) - 'a' + 1 : 1;
      }
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
      // "Motion A: amendment from Lower Town" is not the motion.
      if (value != null && first.hits().near("subjects.amendment", i + 2, 2)) {
        return keys;
      }
      if (value != null) {
        keys.add(MOTION + value);
      }
    }
    Label label = first.label();
    String value =
        label == null || first.body() == 0
            ? null
            : label.path().size() > 1 ? nested(label) : value(tokens, first.body() - 1);
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

  /**
   * What was debated under the number of a text in an appendix: "4. This CLP calls ..." is the text
   * of "6.5 Motion 4 was carried", or else of an item of the same number.
   */
  static <T> @Nullable T debated(String key, Map<String, T> byKey) {
    boolean item = key.startsWith(ITEM);
    T motion = item ? byKey.get(MOTION + key.substring(ITEM.length())) : null;
    return motion == null ? byKey.get(key) : motion;
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

  /** Whether the heading of an item, or the one above it, says that it gives results. */
  static boolean announces(Draft draft) {
    Line above = draft.under;
    return draft.lines.getFirst().hits().near(RESULTS, 0, 3)
        || (above != null && above.hits().near(RESULTS, 0, 3));
  }

  /**
   * The motion that a sentence among announced results names by its bare number: "Results. 1:
   * nobody against. 2 was lost".
   *
   * @param announced whether the item of the sentence says that it gives results
   */
  static @Nullable String listed(Stretch stretch, boolean announced) {
    boolean results = announced || stretch.line().hits().near(RESULTS, 0, 3);
    if (!results || stretch.role() != Role.TOLD) {
      return null;
    }
    Tokens tokens = stretch.tokens();
    Hit title = stretch.hits().at(RESULTS, stretch.from());
    int at = title == null ? stretch.from() : title.to();
    if (at + 1 >= stretch.to()) {
      return null;
    }
    String sign = tokens.between(at + 1).strip();
    boolean parted = !sign.isEmpty() && ":)-\u2013\u2014".indexOf(sign.charAt(0)) >= 0;
    boolean told =
        stretch.hits().of("outcomes.", at + 1, stretch.to()).stream()
                .anyMatch(hit -> hit.from() == at + 1)
            || stretch.hits().at("motions.becomes", at + 1) != null;
    return tokens.isNumber(at) && (parted || told) ? key(value(tokens, at)) : null;
  }

  private static @Nullable String key(@Nullable String value) {
    return value == null ? null : MOTION + value;
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

  /** "5.2.1" */
  private static String nested(Label label) {
    return label.path().stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /** A number of one or two digits, or several parted by full stops, or one capital letter. */
  private static @Nullable String value(Tokens tokens, int at) {
    String word = tokens.word(at);
    boolean number = NUMBER.matcher(word).matches();
    boolean letter = word.length() == 1 && tokens.isCapitalised(at);
    return number || letter ? word : null;
  }
}
