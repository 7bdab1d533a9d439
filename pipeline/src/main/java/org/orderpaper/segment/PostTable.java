package org.orderpaper.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.Span;
import org.orderpaper.segment.CueBook.Hits;

/**
 * A table of posts, as social accounts are exported: a row that names the columns, and a row for
 * each post. The names of the columns are data ({@code rules/cues/tables.yaml}); which of several
 * dates is the post's is told by which of them are dates at all.
 */
final class PostTable {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_COLUMNS = 300;

  /** What a row of a table says of one post. */
  record Post(Line row, @Nullable LocalDate date, List<String> accounts) {}

  /** A header stands within so many rows, below what tells of the account and the period. */
  private static final int HEAD = 30;

  private final Line header;
  private final List<Column> columns;
  private final List<Line> rows = new ArrayList<>();

  private PostTable(Line header, List<Column> columns) {
    this.header = header;
    this.columns = columns;
  }

  /** The tables of posts in a document, in order. */
  static List<PostTable> in(List<Line> lines, CueBook cues) {
    List<PostTable> tables = new ArrayList<>();
    PostTable open = null;
    int passed = 0;
    for (Line line : lines) {
      if (!line.is(BlockKind.TABLE_ROW)) {
        // Each sheet of a workbook begins with its name.
        passed = line.is(BlockKind.HEADING) ? 0 : passed;
        open = line.is(BlockKind.HEADING) ? null : open;
      } else if (open == null) {
        open = passed++ < HEAD ? headedBy(line, cues) : null;
        if (open != null) {
          tables.add(open);
        }
      } else if (!line.text().equals(open.header.text())) {
        open.rows.add(line);
      }
    }
    return tables;
  }

  Line header() {
    return header;
  }

  /** A column by its name: what it may hold. */
  private record Column(Hits hits, Tokens name) {

    boolean is(String key) {
      CueBook.Hit hit = hits.at("tables." + key, 0);
      return hit != null && hit.to() == name.size();
    }

    boolean isDate() {
      return is("posted") || is("date");
    }

    boolean isText() {
      return is("post") || is("text");
    }

    boolean isKnown() {
      return isDate() || isText() || is("account") || is("social") || is("other");
    }

    boolean isBlank() {
      return name.size() == 0;
    }
  }

  /** The table that the row heads, still without posts; null if it heads none. */
  private static @Nullable PostTable headedBy(Line row, CueBook cues) {
    if (!row.is(BlockKind.TABLE_ROW) || row.block().cells().size() > MOST_COLUMNS) {
      return null;
    }
    List<Column> columns = new ArrayList<>();
    for (String cell : cells(row)) {
      if (cell.length() > LONGEST_NAME) {
        return null;
      }
      Tokens name = Tokens.of(spoken(cell));
      columns.add(new Column(cues.find(name), name));
    }
    return isOfPosts(columns.stream().filter(column -> !column.isBlank()).toList())
        ? new PostTable(row, columns)
        : null;
  }

  /**
   * A date and a text are in tables of minutes and in accounts of money as well: one of the two
   * must be a post's, or something beside them.
   */
  private static boolean isOfPosts(List<Column> columns) {
    if (columns.stream().noneMatch(Column::isDate)) {
      return false;
    }
    if (columns.stream().anyMatch(column -> column.is("post"))) {
      return true;
    }
    boolean social = columns.stream().anyMatch(column -> column.is("social"));
    boolean posted = columns.stream().anyMatch(column -> column.is("posted"));
    boolean text = columns.stream().anyMatch(Column::isText);
    boolean loose = columns.stream().anyMatch(column -> column.is("loose-text"));
    return text
        ? social || posted || columns.stream().allMatch(Column::isKnown)
        : loose && (social || columns.size() == 2);
  }

  /** The posts, each with the day that its row gives, or with none. */
  List<Post> posts() {
    List<@Nullable LocalDate> dates = dates();
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      posts.add(new Post(rows.get(i), dates.get(i), accounts(rows.get(i))));
    }
    return posts;
  }

  private List<String> accounts(Line row) {
    List<String> accounts = new ArrayList<>();
    List<String> cells = cells(row);
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      if (columns.get(i).is("account") && !cells.get(i).isBlank()) {
        accounts.add(cells.get(i).strip());
      }
    }
    return accounts;
  }

  /** Of the columns that may give the day, the one that is a date in most rows. */
  private List<@Nullable LocalDate> dates() {
    List<List<String>> table = rows.stream().map(PostTable::cells).toList();
    PostDates best = PostDates.of(List.of());
    for (String key : List.of("posted", "date")) {
      for (int i = 0; i < columns.size(); i++) {
        int at = i;
        if (columns.get(i).is(key)) {
          PostDates dates =
              PostDates.of(table.stream().map(row -> at < row.size() ? row.get(at) : "").toList());
          best = dates.written() > best.written() ? dates : best;
        }
      }
    }
    List<@Nullable LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      dates.add(best.at(i));
    }
    return dates;
  }

  /** The cells of a row; those of {@link Line#cells} begin with the first that is not empty. */
  private static List<String> cells(Line row) {
    List<String> cells = new ArrayList<>();
    int shift = -1;
    for (Span cell : row.block().cells()) {
      if (shift < 0 && cell.length() > 0) {
        shift = cell.start();
      }
      cells.add(
          cell.length() == 0 ? "" : row.text().substring(cell.start() - shift, cell.end() - shift));
    }
    return cells;
  }

  /** "created_at", "createdAt" and "Created at (GMT)" as words. */
  private static String spoken(String name) {
    StringBuilder words = new StringBuilder();
    boolean small = false;
    for (int i = 0; i < name.length() && name.charAt(i) != '('; i++) {
      char c = name.charAt(i);
      words.append(small && Character.isUpperCase(c) ? " " : "");
      words.append(Character.isLetterOrDigit(c) ? c : ' ');
      small = Character.isLowerCase(c);
    }
    return words.toString();
  }
}
