package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /** Where in a list the text stands. */
  private record Place(
      String style, int depth, OdtNumbering.Counter counter, @Nullable Integer start) {}

  /** A paragraph while it is read; a line feed in its text is a line break of its author. */
  private static final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private final List<Draft> inside = new ArrayList<>();
    private boolean anyBold;
    private boolean anyPlain;

    void append(String seen, boolean bold) {
      text.append(seen);
      if (!seen.isBlank()) {
        anyBold |= bold;
        anyPlain |= !bold;
      }
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
          if (kind != null) {
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

  /** Reads what stands in the current element, block by block, and moves to its end. */
  private void blocks(SecureXml reader, @Nullable Place place, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.prefixedName()) {
        case "text:h" -> heading(reader, drafts);
        case "text:p" -> drafts.addAll(paragraph(reader, 0));
        case "text:list" -> list(reader, place, drafts);
        case "table:table-row" -> row(reader, drafts);
        // What tracked changes took away is kept here, and nowhere in the text.
        case "text:tracked-changes",
            "office:forms",
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
    boolean counted = !reader.attribute("is-list-header", "false").equals("true");
    List<Draft> read = paragraph(reader, level);
    String number =
        counted && !read.isEmpty() ? numbering.next(outline, OdtStyles.OUTLINE, level, null) : null;
    addNumbered(read, number, drafts);
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
          List<Draft> read = paragraph(reader, level);
          String number =
              first
                  ? numbering.next(place.counter(), place.style(), place.depth(), place.start())
                  : null;
          if (first && level == 0 && !read.isEmpty()) {
            Draft item = read.getFirst();
            read.set(0, Draft.listItem(place.depth(), item.text()).bold(item.bold()));
          }
          first = false;
          addNumbered(read, number, drafts);
        }
        default -> reader.skip();
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
    if (styles.hidden(style)) {
      reader.skip();
      return new ArrayList<>();
    }
    inline(reader, paragraph, Boolean.TRUE.equals(styles.bold(style)));
    List<String> lines =
        paragraph.text.toString().lines().map(CleanText::of).filter(l -> !l.isEmpty()).toList();
    boolean bold = paragraph.anyBold && !paragraph.anyPlain;
    List<Draft> drafts = new ArrayList<>();
    for (String line : lines.size() < 2 ? lines : new LineJoiner(lines).join(lines)) {
      Draft draft = headingLevel > 0 ? Draft.heading(headingLevel, line) : Draft.paragraph(line);
      drafts.add(draft.bold(bold));
    }
    drafts.addAll(paragraph.inside);
    return drafts;
  }

  private void inline(SecureXml reader, Paragraph paragraph, boolean bold)
      throws XMLStreamException, NotReadException {
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (SecureXml.isText(event)) {
        // A line break of the XML file is none of the document's.
        paragraph.append(reader.text().replace('\n', ' '), bold);
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        inlineElement(reader, paragraph, bold);
      }
    }
  }

  private void inlineElement(SecureXml reader, Paragraph paragraph, boolean bold)
      throws XMLStreamException, NotReadException {
    switch (reader.prefixedName()) {
      case "text:s" -> {
        paragraph.append(" ", bold);
        reader.skip();
      }
      case "text:tab" -> {
        paragraph.append("\t", bold);
        reader.skip();
      }
      case "text:line-break" -> {
        paragraph.append("\n", bold);
        reader.skip();
      }
      case "text:note" -> note(reader);
      case "office:annotation" -> annotation(reader);
      case "draw:frame", "draw:custom-shape", "draw:text-box" ->
          blocks(reader, null, paragraph.inside);
      case "text:hidden-text", "text:ruby-text", "office:annotation-end", "svg:title", "svg:desc" ->
          reader.skip();
      case "text:span" -> span(reader, paragraph, bold);
      default -> inline(reader, paragraph, bold);
    }
  }

  private void span(SecureXml reader, Paragraph paragraph, boolean outside)
      throws XMLStreamException, NotReadException {
    String style = reader.attribute("style-name");
    if (styles.hidden(style)) {
      reader.skip();
      return;
    }
    Boolean bold = styles.bold(style);
    inline(reader, paragraph, bold == null ? outside : bold);
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
    List<List<Draft>> cells = new ArrayList<>();
    while (reader.nextChild()) {
      if (reader.name().equals("table-cell")) {
        List<Draft> cell = new ArrayList<>();
        blocks(reader, null, cell);
        cells.add(cell);
      } else {
        reader.skip();
      }
    }
    TableRows.add(cells, 2, drafts);
  }
}
