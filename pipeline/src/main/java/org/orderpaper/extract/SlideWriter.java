package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orderpaper.model.BlockKind;

/**
 * Writes the slides of a presentation, each a page: the title as a heading, what else it shows, and
 * after all slides the speaker's notes, the comments and the footers, each distinct footer once.
 */
final class SlideWriter {

  private final DocumentWriter writer;
  private final List<Draft> shown = new ArrayList<>();
  private final List<Draft> notes = new ArrayList<>();
  private final List<Draft> comments = new ArrayList<>();
  private final List<Draft> footers = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private int page;

  SlideWriter(DocumentWriter writer) {
    this.writer = writer;
  }

  boolean isFull() {
    return writer.isFull();
  }

  void begin() {
    page++;
  }

  /** Something on the slide; a line feed in its text ends a line. */
  void add(Draft draft) {
    if (draft.kind() == BlockKind.TABLE_ROW) {
      shown.add(draft);
      return;
    }
    List<String> lines = draft.text().lines().filter(line -> !line.isBlank()).toList();
    for (int i = 0; i < lines.size(); i++) {
      Draft line = Draft.of(draft.kind(), lines.get(i)).bold(draft.bold());
      if (draft.kind() == BlockKind.HEADING) {
        line = Draft.heading(draft.level(), lines.get(i));
      } else if (draft.kind() == BlockKind.LIST_ITEM) {
        line =
            i == 0
                ? Draft.listItem(draft.level(), lines.get(i)).bold(draft.bold())
                : Draft.paragraph(lines.get(i)).bold(draft.bold());
      }
      shown.add(i == 0 ? line.numbered(draft.number()) : line);
    }
  }

  void note(String text) {
    text.lines().forEach(line -> notes.add(Draft.of(BlockKind.FOOTNOTE, line).onPage(page)));
  }

  void comment(String text) {
    comments.add(Draft.of(BlockKind.COMMENT, text).onPage(page));
  }

  void footer(String text) {
    if (seen.add(CleanText.of(text))) {
      footers.add(Draft.of(BlockKind.PAGE_FOOTER, text).onPage(Math.max(page, 1)));
    }
  }

  /** Ends a slide. The title is read first, wherever its shape lies. */
  void end() {
    shown.stream().filter(d -> d.kind() == BlockKind.HEADING).forEach(this::write);
    shown.stream().filter(d -> d.kind() != BlockKind.HEADING).forEach(this::write);
    shown.clear();
  }

  /** Ends the presentation. */
  void finish() {
    writer.addAll(notes);
    writer.addAll(comments);
    writer.addAll(footers);
    if (page > 0) {
      writer.pages(page);
    }
  }

  private void write(Draft draft) {
    writer.add(draft.onPage(page));
  }
}
