package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.orderpaper.model.BlockKind;

/** Turns the cells of a row into one block, unless the table only serves to place ordinary text. */
final class TableRows {

  /** A row in which only one cell says anything is ordinary text if it says this many things. */
  private static final int MANY = 2;

  /** Wider than any table that is read. */
  private static final int WIDEST = 64;

  private TableRows() {}

  /**
   * A cell.
   *
   * @param columns how many columns it spans
   */
  record Cell(List<Draft> drafts, int columns) {
    Cell {
      columns = Math.clamp(columns, 1, WIDEST);
    }

    static Cell of(List<Draft> drafts) {
      return new Cell(drafts, 1);
    }

    /** Where a cell of another row reaches into this one, or nothing stands. */
    static Cell blank(int columns) {
      return new Cell(List.of(), columns);
    }

    private boolean isBlank() {
      return drafts.stream().allMatch(draft -> CleanText.of(draft.text()).isEmpty());
    }

    private boolean isBold() {
      return drafts.stream().allMatch(Draft::bold);
    }

    /** Whether it holds a table of its own, and not just a line of figures. */
    private boolean holdsTable() {
      return drafts.stream().filter(draft -> draft.kind() == BlockKind.TABLE_ROW).count() >= MANY;
    }

    private String text() {
      return drafts.stream().map(TableRows::lineOf).collect(Collectors.joining(" "));
    }
  }

  /**
   * Adds a row. A row in which only one cell says anything, and says several paragraphs (a letter
   * in a frame, a page laid out beside a logo), is no row for its reader: its paragraphs are added.
   * Nor is one that holds whole tables. A cell over several columns is followed by blank ones, so
   * that what stands below a heading stays in its column.
   */
  static void add(List<Cell> cells, List<Draft> drafts) {
    List<Cell> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
    if (filled.isEmpty()) {
      return;
    }
    boolean alone = filled.size() == 1 && filled.getFirst().drafts().size() >= MANY;
    if (cells.size() == 1 || alone || filled.stream().anyMatch(Cell::holdsTable)) {
      filled.forEach(cell -> drafts.addAll(cell.drafts()));
      return;
    }
    List<String> texts = new ArrayList<>();
    for (Cell cell : cells) {
      texts.add(cell.text());
      // What a hostile row claims to span must not fill the memory.
      int room = Math.max(0, WIDEST - texts.size());
      texts.addAll(Collections.nCopies(Math.min(cell.columns() - 1, room), ""));
    }
    drafts.add(Draft.row(texts).bold(filled.stream().allMatch(Cell::isBold)));
  }

  private static String lineOf(Draft draft) {
    return draft.number() == null ? draft.text() : draft.number() + " " + draft.text();
  }
}
