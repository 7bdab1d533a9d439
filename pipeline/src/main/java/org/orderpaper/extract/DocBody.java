package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.tika.parser.microsoft.ListManager;
import org.jspecify.annotations.Nullable;

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
  private final ListManager lists;

  /** How many field codes are open whose instructions are not shown. */
  private int instructions;

  /** The visible text of a paragraph. */
  private record Seen(String text, boolean bold) {}

  DocBody(HWPFDocument document) {
    this.document = document;
    this.lists = new ListManager(document);
  }

  List<Draft> read(@Nullable Range range) {
    List<Draft> drafts = new ArrayList<>();
    List<List<Draft>> cells = new ArrayList<>();
    List<Draft> cell = new ArrayList<>();
    instructions = 0;
    for (int i = 0; range != null && i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (!paragraph.isInTable()) {
        drafts.addAll(lines(paragraph));
        continue;
      }
      cell.addAll(lines(paragraph));
      boolean ends = paragraph.text().endsWith(String.valueOf(CELL_ENDS));
      if (paragraph.isTableRowEnd()) {
        TableRows.add(cells, 2, drafts);
        cells = new ArrayList<>();
        cell = new ArrayList<>();
      } else if (ends) {
        cells.add(cell);
        cell = new ArrayList<>();
      }
    }
    cells.forEach(drafts::addAll);
    return drafts;
  }

  private List<Draft> lines(Paragraph paragraph) {
    Seen seen = seen(paragraph);
    List<String> lines =
        seen.text().lines().map(CleanText::of).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    int heading = headingLevel(paragraph);
    String number = number(paragraph);
    List<Draft> drafts = new ArrayList<>();
    for (String line : lines.size() < 2 ? lines : new LineJoiner(lines).join(lines)) {
      Draft draft = Draft.paragraph(line);
      if (heading > 0) {
        draft = Draft.heading(heading, line);
      } else if (paragraph.isInList() && drafts.isEmpty()) {
        draft = Draft.listItem(paragraph.getIlvl() + 1, line);
      }
      drafts.add(draft.numbered(drafts.isEmpty() ? number : null).bold(seen.bold()));
    }
    return drafts;
  }

  private @Nullable String number(Paragraph paragraph) {
    if (!paragraph.isInList()) {
      return null;
    }
    String number = CleanText.of(lists.getFormattedNumber(paragraph));
    boolean counts = number.chars().anyMatch(Character::isLetterOrDigit);
    return counts && !number.equals("o") ? number : null;
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

  private Seen seen(Paragraph paragraph) {
    StringBuilder text = new StringBuilder();
    boolean anyBold = false;
    boolean anyPlain = false;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      String visible = visible(run);
      text.append(visible);
      if (!visible.isBlank()) {
        anyBold |= run.isBold();
        anyPlain |= !run.isBold();
      }
    }
    return new Seen(text.toString(), anyBold && !anyPlain);
  }

  private String visible(CharacterRun run) {
    boolean unseen = run.isMarkedDeleted() || run.isVanished();
    StringBuilder visible = new StringBuilder();
    for (char c : run.text().toCharArray()) {
      switch (c) {
        case FIELD_BEGINS -> instructions++;
        case FIELD_SHOWS, FIELD_ENDS -> instructions = Math.max(0, instructions - 1);
        default -> {
          if (instructions == 0 && !unseen) {
            visible.append(replaced(c));
          }
        }
      }
    }
    return visible.toString();
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
