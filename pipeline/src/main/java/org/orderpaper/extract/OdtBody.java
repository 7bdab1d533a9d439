package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/** Walks through the content of an OpenDocument text and gives its blocks. Not thread-safe. */
final class OdtBody {

  private final OdtStyles styles;
  private final OdtNumbering numbering;
  private final OdtNumbering.Counter outline;
  private final List<Draft> footnotes = new ArrayList<>();
  private final List<Draft> comments = new ArrayList<>();
  private final List<Draft> hidden = new ArrayList<>();

  /** Where in a list the text stands. */
  private record Place(
      String style, int depth, OdtNumbering.Counter counter, @Nullable Integer start) {}

  /** A paragraph while it is read, and what hangs on it. */
  private static final class Paragraph {
    private final StyledText seen = new StyledText();
    private final StyledText unseen = new StyledText();
    private final List<Draft> inside = new ArrayList<>();

    /** Whether a condition of its author's hides it whole. */
    private boolean hidden;

    /** The font of what is being read, for those that hold pictures. */
    private String font = "";

    String shown(String raw) {
      String text = raw.replace('\n', ' ');
      if (text.chars().noneMatch(c -> c >= 0xF000 && c <= 0xF0FF)) {
        return text;
      }
      return text.codePoints()
          .mapToObj(c -> SymbolFont.shown(font, c))
          .collect(Collectors.joining());
    }
  }

  OdtBody(OdtStyles styles) {
    this.styles = styles;
    this.numbering = new OdtNumbering(styles);
    this.outline = numbering.begin(null, OdtStyles.OUTLINE);
  }

  List<Draft> read(byte[] content) throws XMLStreamException, NotReadException {
    List<Draft> drafts = new ArrayList<>();
    try (SecureXml reader = SecureXml.of(content)) {
      reader.nextChild();
      while (reader.nextChild()) {
        if (reader.prefixedName().equals("office:body")) {
          blocks(reader, null, drafts);
        } else {
          reader.skip();
        }
      }
    }
    return drafts;
  }

  /** Headers and footers, each distinct one once; they are kept with the styles of pages. */
  List<Draft> readMargins(byte[] xml) throws XMLStreamException, NotReadException {
    List<Draft> drafts = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    try (SecureXml reader = SecureXml.of(xml)) {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          BlockKind kind = marginKind(reader);
          if (kind != null && !reader.attribute("display", "true").equals("false")) {
            List<Draft> inside = new ArrayList<>();
            blocks(reader, null, inside);
            inside.stream()
                .filter(draft -> seen.add(kind + draft.text()))
                .forEach(draft -> drafts.add(Draft.of(kind, draft.text())));
          }
        }
      }
    }
    return drafts;
  }

  private static @Nullable BlockKind marginKind(SecureXml reader) {
    return switch (reader.prefixedName()) {
      case "style:header", "style:header-left", "style:header-first" -> BlockKind.PAGE_HEADER;
      case "style:footer", "style:footer-left", "style:footer-first" -> BlockKind.PAGE_FOOTER;
      default -> null;
    };
  }

  List<Draft> footnotes() {
    return footnotes;
  }

  List<Draft> comments() {
    return comments;
  }

  /** What is there but not shown. */
  List<Draft> hidden() {
    return hidden;
  }

  /** Reads what stands in the current element, block by block, and moves to its end. */
  private void blocks(SecureXml reader, @Nullable Place place, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.prefixedName()) {
        case "text:h" -> heading(reader, drafts);
        case "text:p" -> drafts.addAll(paragraph(reader, 0));
        case "text:list" -> list(reader, place, drafts);
        case "text:section" -> section(reader, place, drafts);
        case "table:table-row" -> row(reader, drafts);
        // What tracked changes took away is kept here, and nowhere in the text.
        case "text:tracked-changes",
            "office:forms",
            "office:binary-data",
            "text:sequence-decls",
            "text:variable-decls",
            "text:user-field-decls",
            "svg:title",
            "svg:desc" ->
            reader.skip();
        default -> blocks(reader, place, drafts);
      }
    }
  }

  private void heading(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    int level = reader.number("outline-level", 1);
    // An empty name of a list takes a heading out of the numbers that its style gives it.
    boolean unlisted = "".equals(styles.list(reader.attribute("style-name")));
    boolean counted = !unlisted && !reader.attribute("is-list-header", "false").equals("true");
    boolean restarts = reader.attribute("restart-numbering", "false").equals("true");
    int start = reader.number("start-value", restarts ? 1 : Integer.MIN_VALUE);
    List<Draft> read = paragraph(reader, level);
    String number =
        counted && !read.isEmpty()
            ? numbering.next(
                outline, OdtStyles.OUTLINE, level, start == Integer.MIN_VALUE ? null : start)
            : null;
    addNumbered(read, number, drafts);
  }

  private void section(SecureXml reader, @Nullable Place place, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    String display = reader.attribute("display", "true");
    boolean isHidden =
        display.equals("none")
            || (display.equals("condition")
                && reader.attribute("is-hidden", "false").equals("true"));
    if (isHidden) {
      collect(reader, BlockKind.HIDDEN, hidden);
    } else {
      blocks(reader, place, drafts);
    }
  }

  private void list(SecureXml reader, @Nullable Place outer, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    String named = reader.attribute("style-name");
    String style = named != null ? named : outer == null ? "" : outer.style();
    String id = reader.attribute("id");
    String continued = reader.attribute("continue-list");
    boolean goesOn = reader.attribute("continue-numbering", "false").equals("true");
    OdtNumbering.Counter counter;
    if (outer != null) {
      counter = outer.counter();
    } else if (continued != null) {
      counter = numbering.resume("id " + continued, id, style);
    } else {
      counter = goesOn ? numbering.resume("style " + style, id, style) : numbering.begin(id, style);
    }
    int depth = outer == null ? 1 : outer.depth() + 1;
    while (reader.nextChild()) {
      boolean header = reader.name().equals("list-header");
      int start = reader.number("start-value", Integer.MIN_VALUE);
      Integer set = start == Integer.MIN_VALUE ? null : start;
      item(reader, new Place(style, depth, counter, set), header, drafts);
    }
  }

  private void item(SecureXml reader, Place place, boolean header, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    boolean first = !header;
    while (reader.nextChild()) {
      switch (reader.prefixedName()) {
        case "text:list" -> list(reader, place, drafts);
        case "text:h", "text:p" -> {
          int level = reader.name().equals("h") ? reader.number("outline-level", 1) : 0;
          int before = hidden.size();
          List<Draft> read = paragraph(reader, level);
          boolean unseen = read.isEmpty() && hidden.size() > before;
          String number =
              first && !unseen
                  ? numbering.next(place.counter(), place.style(), place.depth(), place.start())
                  : null;
          if (first && !read.isEmpty() && read.getFirst().kind() == BlockKind.PARAGRAPH) {
            Draft item = read.getFirst();
            read.set(0, Draft.listItem(place.depth(), item.text()).bold(item.bold()));
          }
          first = false;
          addNumbered(read, number, drafts);
        }
        case "text:number" -> reader.skip();
        default -> blocks(reader, null, drafts);
      }
    }
  }

  private static void addNumbered(List<Draft> read, @Nullable String number, List<Draft> drafts) {
    for (int i = 0; i < read.size(); i++) {
      drafts.add(i == 0 ? read.get(i).numbered(number) : read.get(i));
    }
  }

  /** The lines of the current paragraph, then what hangs on it. */
  private List<Draft> paragraph(SecureXml reader, int headingLevel)
      throws XMLStreamException, NotReadException {
    String style = reader.attribute("style-name");
    Paragraph paragraph = new Paragraph();
    boolean isHidden = Boolean.TRUE.equals(styles.hidden(style));
    boolean bold = Boolean.TRUE.equals(styles.bold(style));
    paragraph.font = styles.font(style);
    inline(reader, paragraph, isHidden ? paragraph.unseen : paragraph.seen, bold);
    if (paragraph.hidden || isHidden) {
      addHidden(paragraph.seen);
      addHidden(paragraph.unseen);
      return new ArrayList<>();
    }
    addHidden(paragraph.unseen);
    List<Draft> drafts = new ArrayList<>();
    for (StyledText.Line line : paragraph.seen.lines()) {
      int level = headingLevel > 0 ? headingLevel : styles.headingLevel(style);
      Draft draft = level > 0 ? Draft.heading(level, line.text()) : Draft.paragraph(line.text());
      drafts.add(draft.bold(line.bold()));
    }
    drafts.addAll(paragraph.inside);
    return drafts;
  }

  private void addHidden(StyledText text) {
    text.lines()
        .forEach(line -> hidden.add(Draft.of(BlockKind.HIDDEN, line.text()).bold(line.bold())));
  }

  private void inline(SecureXml reader, Paragraph paragraph, StyledText text, boolean bold)
      throws XMLStreamException, NotReadException {
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (SecureXml.isText(event)) {
        // A line break of the XML file is none of the document's.
        text.append(paragraph.shown(reader.text()), bold);
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        inlineElement(reader, paragraph, text, bold);
      }
    }
  }

  private void inlineElement(SecureXml reader, Paragraph paragraph, StyledText text, boolean bold)
      throws XMLStreamException, NotReadException {
    String name = reader.prefixedName();
    switch (name) {
      case "text:s" -> sign(" ", reader, text, bold);
      case "text:tab" -> sign("\t", reader, text, bold);
      case "text:line-break" -> sign("\n", reader, text, bold);
      case "text:note" -> note(reader);
      case "office:annotation" -> annotation(reader);
      case "text:hidden-text" -> {
        boolean shown = reader.attribute("is-hidden", "true").equals("false");
        (shown ? text : paragraph.unseen).append(reader.attribute("string-value", ""), bold);
        reader.skip();
      }
      case "text:hidden-paragraph" -> {
        paragraph.hidden |= reader.attribute("is-hidden", "false").equals("true");
        reader.skip();
      }
      case "text:ruby-text",
          "text:script",
          "office:annotation-end",
          "office:binary-data",
          "svg:title",
          "svg:desc" ->
          reader.skip();
      case "text:span" -> span(reader, paragraph, text, bold);
      default -> {
        if (name.startsWith("draw:") && !name.equals("draw:a")) {
          blocks(reader, null, paragraph.inside);
        } else if (reader.attribute("display", "").equals("none")) {
          reader.skip();
        } else {
          inline(reader, paragraph, text, bold);
        }
      }
    }
  }

  private static void sign(String sign, SecureXml reader, StyledText text, boolean bold)
      throws XMLStreamException, NotReadException {
    text.append(sign, bold);
    reader.skip();
  }

  private void span(SecureXml reader, Paragraph paragraph, StyledText text, boolean outside)
      throws XMLStreamException, NotReadException {
    String style = reader.attribute("style-name");
    Boolean bold = styles.bold(style);
    Boolean hides = styles.hidden(style);
    StyledText into = text;
    if (hides != null) {
      into = hides ? paragraph.unseen : paragraph.seen;
    }
    String before = paragraph.font;
    String font = styles.font(style);
    paragraph.font = font.isEmpty() ? before : font;
    inline(reader, paragraph, into, bold == null ? outside : bold);
    paragraph.font = before;
  }

  private void note(SecureXml reader) throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      if (reader.name().equals("note-body")) {
        collect(reader, BlockKind.FOOTNOTE, footnotes);
      } else {
        reader.skip();
      }
    }
  }

  /** A comment without the name and date of who made it. */
  private void annotation(SecureXml reader) throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      if (reader.prefixedName().equals("text:p")) {
        paragraph(reader, 0).forEach(d -> comments.add(Draft.of(BlockKind.COMMENT, d.text())));
      } else if (reader.prefixedName().equals("text:list")) {
        collect(reader, BlockKind.COMMENT, comments);
      } else {
        reader.skip();
      }
    }
  }

  private void collect(SecureXml reader, BlockKind kind, List<Draft> found)
      throws XMLStreamException, NotReadException {
    List<Draft> inside = new ArrayList<>();
    blocks(reader, null, inside);
    inside.forEach(draft -> found.add(Draft.of(kind, draft.text())));
  }

  private void row(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    boolean isHidden = !reader.attribute("visibility", "visible").equals("visible");
    List<TableRows.Cell> cells = new ArrayList<>();
    int covered = 0;
    while (reader.nextChild()) {
      int repeated = reader.number("number-columns-repeated", 1);
      switch (reader.name()) {
        case "table-cell" -> {
          int columns = reader.number("number-columns-spanned", 1);
          covered = columns - 1;
          List<Draft> cell = new ArrayList<>();
          blocks(reader, null, cell);
          cells.add(new TableRows.Cell(cell, columns));
        }
        // The cell that covers it stands before it, or in a row above.
        case "covered-table-cell" -> {
          if (covered < repeated) {
            cells.add(TableRows.Cell.blank(repeated - Math.max(covered, 0)));
          }
          covered -= repeated;
          reader.skip();
        }
        default -> reader.skip();
      }
    }
    List<Draft> row = new ArrayList<>();
    TableRows.add(cells, row);
    if (isHidden) {
      row.forEach(draft -> hidden.add(Draft.of(BlockKind.HIDDEN, draft.text())));
    } else {
      drafts.addAll(row);
    }
  }
}
