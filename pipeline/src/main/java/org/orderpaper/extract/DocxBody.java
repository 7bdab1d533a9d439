package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Walks through one part of a Word document, the body, a header, or the notes, and gives its blocks
 * as they look with all tracked changes accepted. Not thread-safe: it counts list numbers.
 */
final class DocxBody {

  /** What a tracked change took away, where it stood. */
  private static final Set<String> REMOVED = Set.of("del", "moveFrom");

  private final DocxStyles styles;
  private final WordNumbering numbering;
  private final Set<String> footnotes = new LinkedHashSet<>();
  private final Set<String> endnotes = new LinkedHashSet<>();
  private final List<Draft> hidden = new ArrayList<>();
  private final List<DocxSection> sections = new ArrayList<>();

  /** Text whose paragraph mark was deleted: it runs on into the next paragraph. */
  private @Nullable DocxParagraph runningOn;

  /** A step of reading inside one element. */
  private interface Step {
    void read() throws XMLStreamException, NotReadException;
  }

  DocxBody(DocxStyles styles, WordNumbering numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  /** The ids of the footnotes that the text refers to, in its order. */
  Set<String> footnotes() {
    return footnotes;
  }

  Set<String> endnotes() {
    return endnotes;
  }

  /** What is there but not shown. */
  List<Draft> hidden() {
    return hidden;
  }

  List<DocxSection> sections() {
    return sections;
  }

  List<Draft> read(byte[] xml) throws XMLStreamException, NotReadException {
    List<Draft> drafts = new ArrayList<>();
    try (SecureXml reader = SecureXml.of(xml)) {
      reader.nextChild();
      blocks(reader, drafts);
    }
    return drafts;
  }

  /** Reads a part made of entries with ids, such as footnotes. */
  Map<String, List<Draft>> readEntries(byte[] xml, String element)
      throws XMLStreamException, NotReadException {
    Map<String, List<Draft>> entries = new LinkedHashMap<>();
    try (SecureXml reader = SecureXml.of(xml)) {
      reader.nextChild();
      while (reader.nextChild()) {
        String id = reader.attribute("id", "");
        // Typed footnotes are the lines that part notes from text.
        boolean separator = !reader.attribute("type", "normal").equals("normal");
        if (reader.name().equals(element) && !separator) {
          List<Draft> drafts = new ArrayList<>();
          blocks(reader, drafts);
          entries.put(id, drafts);
        } else {
          reader.skip();
        }
      }
    }
    return entries;
  }

  /** Reads what stands in the current element, block by block, and moves to its end. */
  private void blocks(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "p" -> paragraph(reader, drafts);
        case "tbl" -> {
          finishRunningOn(drafts);
          table(reader, drafts);
        }
        case "sectPr" -> sections.add(DocxSection.read(reader));
        case "sdtPr", "sdtEndPr", "del", "moveFrom" -> reader.skip();
        case "AlternateContent" ->
            alternatives(reader, () -> drafts.size() + hidden.size(), () -> blocks(reader, drafts));
        default -> blocks(reader, drafts);
      }
    }
    finishRunningOn(drafts);
  }

  /** Reads the first telling of something that says anything; the others say it once more. */
  private static void alternatives(SecureXml reader, IntSupplier told, Step inside)
      throws XMLStreamException, NotReadException {
    int before = told.getAsInt();
    while (reader.nextChild()) {
      if (told.getAsInt() == before) {
        inside.read();
      } else {
        reader.skip();
      }
    }
  }

  private void finishRunningOn(List<Draft> drafts) {
    if (runningOn != null) {
      DocxParagraph last = runningOn;
      runningOn = null;
      finish(last, drafts);
    }
  }

  private void paragraph(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    DocxParagraph paragraph = runningOn == null ? new DocxParagraph() : runningOn;
    runningOn = null;
    paragraph.properties(DocxProperties.NONE, styles.paragraphStyle(null));
    while (reader.nextChild()) {
      if (reader.name().equals("pPr")) {
        DocxProperties properties = DocxProperties.read(reader);
        paragraph.properties(properties, styles.paragraphStyle(properties.style()));
      } else {
        inline(reader, paragraph);
      }
    }
    DocxSection section = paragraph.properties().section();
    if (section != null) {
      sections.add(section);
    }
    if (paragraph.properties().removed() || paragraph.properties().dropCap()) {
      runningOn = paragraph;
      return;
    }
    finish(paragraph, drafts);
  }

  private void finish(DocxParagraph paragraph, List<Draft> drafts) {
    boolean visible = !paragraph.seen().isBlank();
    WordNumbering.Place place = numbering.placeOf(paragraph.properties(), paragraph.style());
    // Word counts an empty numbered paragraph, but not one that is hidden whole.
    boolean counts = place != null && (visible || !isHiddenWhole(paragraph));
    String number = counts && place != null ? numbering.next(place) : null;
    if (visible) {
      add(paragraph, place, number, drafts);
    }
    paragraph
        .hidden()
        .lines()
        .forEach(line -> hidden.add(Draft.of(BlockKind.HIDDEN, line.text()).bold(line.bold())));
    drafts.addAll(paragraph.inside());
  }

  private boolean isHiddenWhole(DocxParagraph paragraph) {
    Boolean mark = paragraph.properties().markHidden();
    boolean markHidden =
        mark == null ? styles.isHidden(DocxProperties.NONE, paragraph.style()) : mark;
    return markHidden || !paragraph.hidden().isBlank();
  }

  private void add(
      DocxParagraph paragraph,
      WordNumbering.@Nullable Place place,
      @Nullable String number,
      List<Draft> drafts) {
    int heading = headingLevel(paragraph.properties(), paragraph.style());
    boolean first = true;
    for (StyledText.Line line : paragraph.seen().lines()) {
      Draft draft = Draft.paragraph(line.text());
      if (heading > 0) {
        draft = Draft.heading(heading, line.text());
      } else if (place != null && first) {
        draft = Draft.listItem(place.level() + 1, line.text());
      }
      drafts.add(draft.numbered(first ? number : null).bold(line.bold()));
      first = false;
    }
  }

  private int headingLevel(DocxProperties properties, @Nullable String style) {
    Integer own = properties.outlineLevel();
    if (own != null) {
      return own >= 0 && own <= 8 ? own + 1 : 0;
    }
    return styles.headingLevel(style);
  }

  /** Reads one element inside a paragraph, whatever wraps its runs, and moves to its end. */
  private void inline(SecureXml reader, DocxParagraph paragraph)
      throws XMLStreamException, NotReadException {
    switch (reader.name()) {
      case "r" -> run(reader, paragraph);
      case "del", "moveFrom", "sdtPr" -> reader.skip();
      case "oMath", "oMathPara" -> paragraph.seen().append(reader.innerText(), false);
      case "AlternateContent" ->
          alternatives(reader, paragraph::told, () -> inlines(reader, paragraph));
      default -> inlines(reader, paragraph);
    }
  }

  private void inlines(SecureXml reader, DocxParagraph paragraph)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      inline(reader, paragraph);
    }
  }

  private void run(SecureXml reader, DocxParagraph paragraph)
      throws XMLStreamException, NotReadException {
    DocxProperties properties = DocxProperties.NONE;
    while (reader.nextChild()) {
      if (reader.name().equals("rPr")) {
        properties = DocxProperties.read(reader);
      } else {
        boolean bold = styles.isBold(properties, paragraph.style());
        boolean unseen = styles.isHidden(properties, paragraph.style());
        inRun(reader, paragraph, unseen, bold);
      }
    }
  }

  /**
   * Reads one element of a run.
   *
   * @param unseen whether the run is hidden
   */
  private void inRun(SecureXml reader, DocxParagraph paragraph, boolean unseen, boolean bold)
      throws XMLStreamException, NotReadException {
    StyledText text = unseen ? paragraph.hidden() : paragraph.seen();
    switch (reader.name()) {
      // A line feed in the file is white space to Word; its own line breaks are elements.
      case "t" -> text.append(reader.innerText().replace('\n', ' ').replace('\r', ' '), bold);
      case "tab", "ptab" -> sign("\t", reader, text, bold);
      case "br", "cr" -> sign("\n", reader, text, bold);
      case "noBreakHyphen" -> sign("-", reader, text, bold);
      case "sym" -> sign(symbol(reader), reader, text, bold);
      case "fldChar" -> field(reader, paragraph, bold);
      case "instrText" -> paragraph.instruct(reader.innerText());
      case "footnoteReference" -> reference(reader, footnotes);
      case "endnoteReference" -> reference(reader, endnotes);
      case "drawing", "pict", "object" -> textBoxes(reader, paragraph, unseen);
      case "AlternateContent" ->
          alternatives(
              reader,
              paragraph::told,
              () -> {
                while (reader.nextChild()) {
                  inRun(reader, paragraph, unseen, bold);
                }
              });
      case "ruby" -> text.append(rubyBase(reader), bold);
      default -> reader.skip();
    }
  }

  private static void sign(String sign, SecureXml reader, StyledText text, boolean bold)
      throws XMLStreamException, NotReadException {
    text.append(sign, bold);
    reader.skip();
  }

  private static void reference(SecureXml reader, Set<String> referred)
      throws XMLStreamException, NotReadException {
    referred.add(reader.attribute("id", ""));
    reader.skip();
  }

  private static String symbol(SecureXml reader) {
    try {
      int code = Integer.parseInt(reader.attribute("char", ""), 16);
      return SymbolFont.shown(reader.attribute("font", ""), code);
    } catch (NumberFormatException _) {
      return " ";
    }
  }

  private static void field(SecureXml reader, DocxParagraph paragraph, boolean bold)
      throws XMLStreamException, NotReadException {
    String type = reader.attribute("fldCharType", "");
    String shown = formField(reader);
    switch (type) {
      case "begin" -> paragraph.beginField(shown);
      case "separate" -> paragraph.beginResult();
      case "end" -> paragraph.endField(bold);
      default -> {}
    }
  }

  /** What a box to tick or a list to choose from shows; empty for any other field. */
  private static String formField(SecureXml reader) throws XMLStreamException, NotReadException {
    StringBuilder shown = new StringBuilder();
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "checkBox" -> shown.append(checkBox(reader));
        case "ddList" -> shown.append(chosen(reader));
        default -> shown.append(formField(reader));
      }
    }
    return shown.toString();
  }

  private static String checkBox(SecureXml reader) throws XMLStreamException, NotReadException {
    boolean byDefault = false;
    Boolean set = null;
    while (reader.nextChild()) {
      boolean on = DocxProperties.isOn(reader.attribute("val"));
      switch (reader.name()) {
        case "default" -> byDefault = on;
        case "checked" -> set = on;
        default -> {}
      }
      reader.skip();
    }
    return (set == null ? byDefault : set) ? "\u2612" : "\u2610";
  }

  private static String chosen(SecureXml reader) throws XMLStreamException, NotReadException {
    int index = 0;
    List<String> entries = new ArrayList<>();
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "default", "result" -> index = reader.number("val", index);
        case "listEntry" -> entries.add(reader.attribute("val", ""));
        default -> {}
      }
      reader.skip();
    }
    return index >= 0 && index < entries.size() ? entries.get(index) : "";
  }

  /** The base of an annotated word, without the small letters above it. */
  private static String rubyBase(SecureXml reader) throws XMLStreamException, NotReadException {
    StringBuilder base = new StringBuilder();
    while (reader.nextChild()) {
      if (reader.name().equals("rubyBase")) {
        base.append(reader.innerText());
      } else {
        reader.skip();
      }
    }
    return base.toString();
  }

  /** Text boxes hang on a run; a reader sees them beside the paragraph, so they come after it. */
  private void textBoxes(SecureXml reader, DocxParagraph paragraph, boolean unseen)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "txbxContent" -> {
          List<Draft> box = new ArrayList<>();
          blocks(reader, box);
          addBox(box, paragraph, unseen);
        }
        // Words in the shape of a picture, such as DRAFT across the page.
        case "textpath" -> {
          Draft shape = Draft.paragraph(reader.attribute("string", ""));
          addBox(List.of(shape), paragraph, unseen);
          reader.skip();
        }
        case "AlternateContent" ->
            alternatives(reader, paragraph::told, () -> textBoxes(reader, paragraph, unseen));
        default -> textBoxes(reader, paragraph, unseen);
      }
    }
  }

  private void addBox(List<Draft> box, DocxParagraph paragraph, boolean unseen) {
    if (unseen) {
      hidden.addAll(asHidden(box));
    } else {
      paragraph.inside().addAll(box);
    }
  }

  private static List<Draft> asHidden(List<Draft> drafts) {
    return drafts.stream()
        .map(draft -> Draft.of(BlockKind.HIDDEN, draft.text()).numbered(draft.number()))
        .toList();
  }

  private void table(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "tr" -> row(reader, drafts);
        case "tblPr", "tblGrid", "del", "moveFrom", "sdtPr" -> reader.skip();
        default -> table(reader, drafts);
      }
    }
  }

  private void row(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    List<TableRows.Cell> cells = new ArrayList<>();
    Set<String> properties = new HashSet<>();
    cells(reader, cells, properties);
    if (properties.stream().anyMatch(REMOVED::contains)) {
      return;
    }
    List<Draft> row = new ArrayList<>();
    TableRows.add(cells, row);
    if (properties.contains("hidden")) {
      hidden.addAll(asHidden(row));
    } else {
      drafts.addAll(row);
    }
  }

  /** Reads the cells of a row, and what is said about the row. */
  private void cells(SecureXml reader, List<TableRows.Cell> cells, Set<String> properties)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "tc" -> cell(reader, cells);
        case "trPr" -> {
          while (reader.nextChild()) {
            properties.add(reader.name());
            int columns = reader.number("val", 0);
            if (reader.name().equals("gridBefore") && columns > 0) {
              cells.add(TableRows.Cell.blank(columns));
            }
            reader.skip();
          }
        }
        case "tblPrEx", "sdtPr" -> reader.skip();
        default -> cells(reader, cells, properties);
      }
    }
  }

  private void cell(SecureXml reader, List<TableRows.Cell> cells)
      throws XMLStreamException, NotReadException {
    List<Draft> drafts = new ArrayList<>();
    int columns = 1;
    boolean removed = false;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "tcPr" -> {
          while (reader.nextChild()) {
            removed |= reader.name().equals("cellDel");
            columns = reader.name().equals("gridSpan") ? reader.number("val", 1) : columns;
            reader.skip();
          }
        }
        case "p" -> paragraph(reader, drafts);
        case "tbl" -> {
          finishRunningOn(drafts);
          table(reader, drafts);
        }
        default -> blocks(reader, drafts);
      }
    }
    finishRunningOn(drafts);
    if (!removed) {
      cells.add(new TableRows.Cell(drafts, columns));
    }
  }
}
