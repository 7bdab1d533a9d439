package org.orderpaper.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * A block before it has a place in the text.
 *
 * @param cells its text, raw; more than one only for a row of a table
 * @param number the automatic number as displayed, not contained in the text; or null
 */
record Draft(
    BlockKind kind,
    List<String> cells,
    int level,
    @Nullable String number,
    @Nullable Integer page,
    boolean bold) {

  Draft {
    cells = List.copyOf(cells);
  }

  static Draft of(BlockKind kind, String text) {
    return new Draft(kind, List.of(text), 0, null, null, false);
  }

  static Draft paragraph(String text) {
    return of(BlockKind.PARAGRAPH, text);
  }

  static Draft heading(int level, String text) {
    return new Draft(BlockKind.HEADING, List.of(text), level, null, null, false);
  }

  static Draft listItem(int level, String text) {
    return new Draft(BlockKind.LIST_ITEM, List.of(text), level, null, null, false);
  }

  static Draft row(List<String> cells) {
    return new Draft(BlockKind.TABLE_ROW, cells, 0, null, null, false);
  }

  Draft as(BlockKind other) {
    return new Draft(other, cells, level, number, page, bold);
  }

  Draft at(int depth) {
    return new Draft(kind, cells, depth, number, page, bold);
  }

  Draft numbered(@Nullable String displayed) {
    return new Draft(kind, cells, level, displayed, page, bold);
  }

  Draft onPage(@Nullable Integer from) {
    return new Draft(kind, cells, level, number, from, bold);
  }

  Draft bold(boolean all) {
    return new Draft(kind, cells, level, number, page, all);
  }

  /** The text of all its cells. */
  String text() {
    return String.join(" ", cells);
  }

  @Override
  public String toString() {
    return "Draft[" + kind + "]";
  }
}
