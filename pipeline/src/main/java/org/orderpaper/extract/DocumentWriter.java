package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Span;

/**
 * Writes the one canonical text and the blocks into it, so that a block and its characters cannot
 * part ways. It also keeps what is to be said about the reading: what is missing, what is odd.
 */
final class DocumentWriter {

  private static final String BULLET = "• ";

  /** Blocks and cells; a thousand pages have forty thousand. */
  private static final int MOST_BLOCKS = 200_000;

  private final int maxCharacters;
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean poor;
  private boolean full;
  private int cells;
  private @Nullable Integer pages;
  private @Nullable MailHeader mail;
  private @Nullable String title;

  DocumentWriter(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  void add(Draft draft) {
    if (blocks.size() + cells >= MOST_BLOCKS) {
      full = true;
    }
    if (full) {
      return;
    }
    if (draft.kind() == BlockKind.TABLE_ROW) {
      addRow(draft);
    } else {
      addLine(draft);
    }
  }

  void addAll(List<Draft> drafts) {
    drafts.forEach(this::add);
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Whether it has text of its own, apart from what is printed at the edge of pages. */
  boolean hasBody() {
    return blocks.stream()
        .anyMatch(block ->
            block.kind() != BlockKind.PAGE_HEADER && block.kind() != BlockKind.PAGE_FOOTER);
  }

  /** Whether the text has reached its limit, so that going on would add nothing. */
  boolean isFull() {
    return full;
  }

  void pages(int count) {
    this.pages = count;
  }

  void mail(MailHeader header) {
    this.mail = header;
  }

  void title(@Nullable String raw) {
    String clean = raw == null ? "" : CleanText.of(raw);
    this.title = clean.isEmpty() ? null : clean;
  }

  /** Says that a piece of the document was not read. */
  void missing(String what) {
    missing.add(what);
  }

  /** Says something about a document that was read whole. */
  void note(String what) {
    notes.add(what);
  }

  /** Says that the text comes from a scan that was hard to read. */
  void poor(String why) {
    poor = true;
    notes.add(why);
  }

  /** The result: the text, or {@code NO_TEXT} if there is none and nothing is missing. */
  Extraction finish() {
    if (blocks.isEmpty()) {
      List<String> why = new ArrayList<>(missing);
      why.addAll(notes);
      return new Extraction.Nothing(
          NotCheckedReason.NO_TEXT,
          why.isEmpty() ? "the document has no text" : String.join("; ", why));
    }
    if (full) {
      missing.add(
          "the text was cut off after "
              + text.length()
              + " characters, which is as much as is read of one document");
    }
    List<String> details = new ArrayList<>(missing);
    details.addAll(notes);
    return new Extraction.Text(
        new ExtractedDocument(text.toString(), blocks, pages, mail, title),
        state(),
        details.isEmpty() ? null : String.join("; ", details));
  }

  private LedgerState state() {
    if (!missing.isEmpty()) {
      return LedgerState.CHECKED_PARTIAL;
    }
    return poor ? LedgerState.CHECKED_POOR_OCR : LedgerState.CHECKED;
  }

  private void addLine(Draft draft) {
    String clean = CleanText.of(draft.text());
    BlockKind kind = draft.kind();
    int level = draft.level();
    if (kind == BlockKind.PARAGRAPH && clean.startsWith(BULLET)) {
      kind = BlockKind.LIST_ITEM;
      level = 1;
    }
    if (kind == BlockKind.LIST_ITEM && clean.startsWith(BULLET)) {
      clean = clean.substring(BULLET.length());
    }
    if (clean.isEmpty() || clean.equals("•")) {
      return;
    }
    String number = draft.number() == null ? null : CleanText.of(draft.number());
    if (number != null && number.isEmpty()) {
      number = null;
    }
    String line = fitting(number == null ? clean : number + " " + clean);
    if (line.isEmpty()) {
      return;
    }
    int start = text.length();
    text.append(line).append('\n');
    Span span = new Span(start, start + line.length());
    blocks.add(new Block(kind, span, level, number, draft.page(), draft.bold(), List.of()));
  }

  private void addRow(Draft draft) {
    List<String> cells = draft.cells().stream().map(CleanText::of).toList();
    int length = cells.stream().mapToInt(String::length).sum() + cells.size();
    if (cells.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (text.length() + length > maxCharacters || cells.size() > MOST_BLOCKS) {
      full = true;
      return;
    }
    this.cells += cells.size();
    int start = text.length();
    List<Span> spans = new ArrayList<>();
    for (String cell : cells) {
      if (!spans.isEmpty()) {
        text.append('\t');
      }
      spans.add(new Span(text.length(), text.length() + cell.length()));
      text.append(cell);
    }
    Span span = new Span(start, text.length());
    text.append('\n');
    blocks.add(new Block(draft.kind(), span, 0, null, draft.page(), draft.bold(), spans));
  }

  /** Cuts a line that would pass the limit, never between the halves of one character. */
  private String fitting(String line) {
    int left = maxCharacters - text.length() - 1;
    if (line.length() <= left) {
      return line;
    }
    full = true;
    int end = Math.max(left, 0);
    if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).stripTrailing();
  }
}
