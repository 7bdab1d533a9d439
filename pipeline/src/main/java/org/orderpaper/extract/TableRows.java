package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.orderpaper.model.BlockKind;

/** Turns the cells of a row into one block, unless the table only serves to place ordinary text. */
final class TableRows {

  private TableRows() {}

  /**
   * Adds a row. A row in which only one cell says anything, and says several paragraphs (a letter
   * in a frame, a page laid out beside a logo), is no row for its reader: its paragraphs are added.
   *
   * @param many how many paragraphs in a single cell make it ordinary text
   */
  static void add(List<List<Draft>> cells, int many, List<Draft> drafts) {
    List<List<Draft>> filled = cells.stream().filter(cell -> !isBlank(cell)).toList();
    if (filled.isEmpty()) {
      return;
    }
    boolean layout = cells.size() == 1 || (filled.size() == 1 && filled.getFirst().size() >= many);
    if (layout) {
      filled.forEach(drafts::addAll);
      return;
    }
    List<String> texts = cells.stream().map(TableRows::text).toList();
    drafts.add(Draft.row(texts).bold(filled.stream().allMatch(TableRows::isBold)));
  }

  private static boolean isBlank(List<Draft> cell) {
    return cell.stream().allMatch(draft -> CleanText.of(draft.text()).isEmpty());
  }

  private static boolean isBold(List<Draft> cell) {
    return cell.stream().allMatch(Draft::bold);
  }

  private static String text(List<Draft> cell) {
    return cell.stream()
        .filter(draft -> draft.kind() != BlockKind.COMMENT)
        .map(TableRows::lineOf)
        .collect(Collectors.joining(" "));
  }

  private static String lineOf(Draft draft) {
    List<String> pieces = new ArrayList<>();
    if (draft.number() != null) {
      pieces.add(draft.number());
    }
    pieces.add(draft.text());
    return String.join(" ", pieces);
  }
}
