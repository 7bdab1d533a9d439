package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.orderpaper.model.BlockKind;

/**
 * Writes the sheets of a workbook: a heading with the name of each sheet that says anything, a row
 * for a row, and then what is said beside the cells. What is hidden is left out and said to be.
 */
final class SheetWriter {

  /** Beyond this many columns empty cells are not worth their tabs. */
  private static final int WIDEST = 256;

  private final DocumentWriter writer;
  private final List<Draft> beside = new ArrayList<>();
  private final List<Draft> comments = new ArrayList<>();
  private final BitSet hiddenColumns = new BitSet();
  private String name = "";
  private boolean named;
  private int hiddenSheets;
  private boolean hiddenCells;

  SheetWriter(DocumentWriter writer) {
    this.writer = writer;
  }

  boolean isFull() {
    return writer.isFull();
  }

  void begin(String sheet) {
    name = sheet;
    named = false;
    hiddenColumns.clear();
  }

  void hiddenSheet() {
    hiddenSheets++;
  }

  /** Hides columns, counted from 0. */
  void hideColumns(int from, int to) {
    int last = Math.min(to, 1 << 14);
    if (from >= 0 && from <= last) {
      hiddenColumns.set(from, last + 1);
    }
  }

  void hiddenRow() {
    hiddenCells = true;
  }

  /** A row: the text of its cells by column from 0. */
  void row(SortedMap<Integer, String> cells) {
    SortedMap<Integer, String> seen = new TreeMap<>();
    for (Map.Entry<Integer, String> cell : cells.entrySet()) {
      boolean hidden = hiddenColumns.get(cell.getKey());
      hiddenCells |= hidden && !cell.getValue().isBlank();
      if (!hidden && !cell.getValue().isBlank()) {
        seen.put(cell.getKey(), cell.getValue());
      }
    }
    if (!seen.isEmpty()) {
      List<Draft> drafts = new ArrayList<>();
      TableRows.add(aligned(seen), drafts);
      drafts.forEach(this::add);
    }
  }

  private List<TableRows.Cell> aligned(SortedMap<Integer, String> seen) {
    int last = seen.lastKey();
    List<TableRows.Cell> cells = new ArrayList<>();
    for (int column = 0; last < WIDEST && column <= last; column++) {
      if (!hiddenColumns.get(column)) {
        cells.add(TableRows.Cell.of(lines(seen.getOrDefault(column, ""))));
      }
    }
    if (last >= WIDEST) {
      seen.values().forEach(text -> cells.add(TableRows.Cell.of(lines(text))));
    }
    return cells;
  }

  private static List<Draft> lines(String text) {
    return text.lines().map(Draft::paragraph).toList();
  }

  /** Text in a shape that lies over the cells. */
  void beside(String text) {
    text.lines().map(Draft::paragraph).forEach(beside::add);
  }

  void comment(String text) {
    comments.add(Draft.of(BlockKind.COMMENT, text));
  }

  /** Ends a sheet. */
  void end() {
    beside.forEach(this::add);
    beside.clear();
  }

  /** Ends the workbook. */
  void finish() {
    comments.forEach(writer::add);
    if (hiddenSheets > 0) {
      writer.note("hidden sheets were not read: " + hiddenSheets);
    }
    if (hiddenCells) {
      writer.note("hidden rows or columns were not read");
    }
  }

  private void add(Draft draft) {
    if (!named) {
      writer.add(Draft.heading(1, name));
      named = true;
    }
    writer.add(draft);
  }
}
