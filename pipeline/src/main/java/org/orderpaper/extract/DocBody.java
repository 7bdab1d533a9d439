package org.orderpaper.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/** Walks through the paragraphs of a binary Word document. Not thread-safe: it counts lists. */
final class DocBody {

  private static final char FIELD_BEGINS = 0x13;
  private static final char FIELD_SHOWS = 0x14;
  private static final char FIELD_ENDS = 0x15;
  private static final char CELL_ENDS = 0x07;
  private static final char LINE_BREAK = 0x0B;
  private static final char PAGE_BREAK = 0x0C;
  private static final char NON_BREAKING_HYPHEN = 0x1E;
  private static final char OPTIONAL_HYPHEN = 0x1F;

  private final HWPFDocument document;
  private final DocLists lists;

  /** Fields whose end has not come: how long the text was when each began, -1 in its result. */
  private final Deque<Integer> fields = new ArrayDeque<>();

  private final List<Draft> hidden = new ArrayList<>();
  private Open open = new Open();
  private List<Draft> drafts = new ArrayList<>();
  private List<TableRows.Cell> cells = new ArrayList<>();
  private List<Draft> cell = new ArrayList<>();

  /** A paragraph that has not ended. */
  private static final class Open {
    private final StyledText seen = new StyledText();
    private final StyledText unseen = new StyledText();
  }

  DocBody(HWPFDocument document) {
    this.document = document;
    this.lists = new DocLists(document);
  }

  List<Draft> read(@Nullable Range range) {
    return range == null ? List.of() : read(range, 0, Integer.MAX_VALUE);
  }

  /** Reads the paragraphs that begin between two places of a range, counted from its start. */
  List<Draft> read(Range range, int from, int to) {
    drafts = new ArrayList<>();
    cells = new ArrayList<>();
    cell = new ArrayList<>();
    fields.clear();
    open = new Open();
    for (int i = 0; i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      int at = paragraph.getStartOffset() - range.getStartOffset();
      if (at >= from && at < to) {
        read(paragraph);
      }
    }
    endRow();
    return drafts;
  }

  private void read(Paragraph paragraph) {
    if (!paragraph.isInTable()) {
      endRow();
      drafts.addAll(lines(paragraph));
      return;
    }
    cell.addAll(lines(paragraph));
    if (paragraph.isTableRowEnd()) {
      endRow();
    } else if (paragraph.text().endsWith(String.valueOf(CELL_ENDS))) {
      cells.add(TableRows.Cell.of(cell));
      cell = new ArrayList<>();
    }
  }

  private void endRow() {
    if (!cell.isEmpty()) {
      cells.add(TableRows.Cell.of(cell));
    }
    TableRows.add(cells, drafts);
    cells = new ArrayList<>();
    cell = new ArrayList<>();
  }

  /** What is there but not shown, in everything that was read. */
  List<Draft> hidden() {
    return hidden;
  }

  private List<Draft> lines(Paragraph paragraph) {
    boolean ends = add(paragraph);
    // A field stays within its paragraph, but for its result; an unfinished one hides nothing.
    fields.clear();
    if (!ends) {
      return List.of();
    }
    Open whole = open;
    open = new Open();
    whole
        .unseen
        .lines()
        .forEach(line -> hidden.add(Draft.of(BlockKind.HIDDEN, line.text()).bold(line.bold())));
    // Word counts an empty numbered paragraph, but not one that is hidden whole.
    boolean counts = !whole.seen.isBlank() || whole.unseen.isBlank();
    String number = counts ? lists.next(paragraph) : null;
    int heading = headingLevel(paragraph);
    List<Draft> lines = new ArrayList<>();
    for (StyledText.Line line : whole.seen.lines()) {
      Draft draft = Draft.paragraph(line.text());
      if (heading > 0) {
        draft = Draft.heading(heading, line.text());
      } else if (paragraph.isInList() && lines.isEmpty()) {
        draft = Draft.listItem(paragraph.getIlvl() + 1, line.text());
      }
      lines.add(draft.numbered(lines.isEmpty() ? number : null).bold(line.bold()));
    }
    return lines;
  }

  private int headingLevel(Paragraph paragraph) {
    StyleDescription style =
        document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
    String name = style == null || style.getName() == null ? "" : style.getName();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("title")) {
      return 1;
    }
    if (lower.startsWith("heading ") && lower.length() == 9) {
      return Math.max(0, Character.digit(lower.charAt(8), 10));
    }
    int outline = paragraph.getLvl();
    return outline >= 0 && outline <= 8 ? outline + 1 : 0;
  }

  /** Adds the text of a paragraph and tells whether its end is still there. */
  private boolean add(Paragraph paragraph) {
    boolean ends = true;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = run(paragraph, i);
      if (run == null) {
        continue;
      }
      if (run.isMarkedDeleted()) {
        ends &= run.text().indexOf('\r') < 0;
      } else {
        add(run);
      }
    }
    return ends;
  }

  /** The run, or null for one that the library counts in though it begins after the paragraph. */
  private static @Nullable CharacterRun run(Paragraph paragraph, int index) {
    try {
      return paragraph.getCharacterRun(index);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private void add(CharacterRun run) {
    boolean bold = run.isBold();
    StyledText text = run.isVanished() ? open.unseen : open.seen;
    String characters = run.text();
    if (run.isSymbol()) {
      text.append(SymbolFont.shown(font(run), run.getSymbolCharacter()), bold);
      return;
    }
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      switch (c) {
        case FIELD_BEGINS -> fields.push(open.seen.length());
        case FIELD_SHOWS -> {
          cutInstruction();
          fields.push(-1);
        }
        case FIELD_ENDS -> text.append(FieldInstruction.shown(cutInstruction()), bold);
        default -> text.append(c >= 0xF000 && c <= 0xF0FF ? picture(run, c) : replaced(c), bold);
      }
    }
  }

  private static String picture(CharacterRun run, char c) {
    String font = run.getFontName();
    return SymbolFont.shown(font == null ? "" : font, c);
  }

  private static String font(CharacterRun run) {
    Ffn font = run.getSymbolFont();
    return font == null ? "" : font.getMainFontName();
  }

  /** The instruction of a field that has not shown anything yet; empty where it has. */
  private String cutInstruction() {
    Integer begins = fields.poll();
    return begins != null && begins >= 0 ? open.seen.cut(begins) : "";
  }

  private static String replaced(char c) {
    return switch (c) {
      case LINE_BREAK, PAGE_BREAK -> "\n";
      case NON_BREAKING_HYPHEN -> "-";
      case CELL_ENDS, OPTIONAL_HYPHEN, '\r' -> "";
      default -> String.valueOf(c);
    };
  }
}
