package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one part of a Word document, the body, a header, or the notes, and gives its blocks
 * as they look with all tracked changes accepted. Not thread-safe: it counts list numbers.
 */
final class DocxBody {

  /** What a tracked change took away, where it stood. */
  private static final Set<String> REMOVED = Set.of("del", "moveFrom");

  /** The second telling of what the first telling in the same place has told. */
  private static final String FALLBACK = "Fallback";

  private static final int MANY_PARAGRAPHS = 2;

  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final List<String> footnotes = new ArrayList<>();
  private final List<String> endnotes = new ArrayList<>();

  /** Text whose paragraph mark was deleted: it runs on into the next paragraph. */
  private @Nullable Paragraph runningOn;

  /** A paragraph while it is read; a line feed in its text is a line break of its author. */
  private static final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private final List<Draft> inside = new ArrayList<>();
    private boolean anyBold;
    private boolean anyPlain;
    private boolean anyHidden;
    private @Nullable String style;

    void append(String seen, boolean bold) {
      text.append(seen);
      if (!seen.isBlank()) {
        anyBold |= bold;
        anyPlain |= !bold;
      }
    }

    boolean isBold() {
      return anyBold && !anyPlain;
    }
  }

  DocxBody(DocxStyles styles, DocxNumbering numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  /** The ids of the footnotes that the text refers to, in its order. */
  List<String> footnotes() {
    return footnotes;
  }

  List<String> endnotes() {
    return endnotes;
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
        case "tbl" -> table(reader, drafts);
        case "sectPr", "sdtPr", "sdtEndPr", "del", "moveFrom", FALLBACK -> reader.skip();
        default -> blocks(reader, drafts);
      }
    }
    if (runningOn != null) {
      Paragraph last = runningOn;
      runningOn = null;
      finish(last, DocxProperties.NONE, drafts);
    }
  }

  private void paragraph(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    Paragraph paragraph = runningOn == null ? new Paragraph() : runningOn;
    runningOn = null;
    DocxProperties properties = DocxProperties.NONE;
    paragraph.style = styles.paragraphStyle(null);
    while (reader.nextChild()) {
      if (reader.name().equals("pPr")) {
        properties = DocxProperties.read(reader);
        paragraph.style = styles.paragraphStyle(properties.style());
      } else {
        inline(reader, paragraph);
      }
    }
    if (properties.removed()) {
      runningOn = paragraph;
      return;
    }
    finish(paragraph, properties, drafts);
  }

  private void finish(Paragraph paragraph, DocxProperties properties, List<Draft> drafts) {
    boolean visible = !paragraph.text.toString().isBlank();
    DocxNumbering.Place place = numbering.placeOf(properties, paragraph.style);
    // Word counts an empty numbered paragraph, but not one that is hidden whole.
    boolean counts = place != null && (visible || !paragraph.anyHidden);
    String number = counts && place != null ? numbering.next(place) : null;
    if (visible) {
      add(paragraph, properties, place, number, drafts);
    }
    drafts.addAll(paragraph.inside);
  }

  private void add(
      Paragraph paragraph,
      DocxProperties properties,
      DocxNumbering.@Nullable Place place,
      @Nullable String number,
      List<Draft> drafts) {
    int heading = headingLevel(properties, paragraph.style);
    boolean first = true;
    for (String line : lines(paragraph)) {
      Draft draft = Draft.paragraph(line);
      if (heading > 0) {
        draft = Draft.heading(heading, line);
      } else if (place != null && first) {
        draft = Draft.listItem(place.level() + 1, line);
      }
      drafts.add(draft.numbered(first ? number : null).bold(paragraph.isBold()));
      first = false;
    }
  }

  /** The lines of a paragraph: its author's line breaks, unless they only wrap prose. */
  private static List<String> lines(Paragraph paragraph) {
    List<String> lines =
        paragraph.text.toString().lines().map(CleanText::of).filter(l -> !l.isEmpty()).toList();
    return lines.size() < 2 ? lines : new LineJoiner(lines).join(lines);
  }

  private int headingLevel(DocxProperties properties, @Nullable String style) {
    Integer own = properties.outlineLevel();
    if (own != null) {
      return own >= 0 && own <= 8 ? own + 1 : 0;
    }
    return styles.headingLevel(style);
  }

  /** Reads one element inside a paragraph, whatever wraps its runs, and moves to its end. */
  private void inline(SecureXml reader, Paragraph paragraph)
      throws XMLStreamException, NotReadException {
    String name = reader.name();
    if (name.equals("r")) {
      run(reader, paragraph);
    } else if (REMOVED.contains(name) || name.equals("sdtPr") || name.equals(FALLBACK)) {
      reader.skip();
    } else if (name.equals("oMath") || name.equals("oMathPara")) {
      paragraph.append(reader.innerText(), false);
    } else {
      while (reader.nextChild()) {
        inline(reader, paragraph);
      }
    }
  }

  private void run(SecureXml reader, Paragraph paragraph)
      throws XMLStreamException, NotReadException {
    DocxProperties properties = DocxProperties.NONE;
    while (reader.nextChild()) {
      if (reader.name().equals("rPr")) {
        properties = DocxProperties.read(reader);
      } else if (isHidden(properties, paragraph)) {
        paragraph.anyHidden = true;
        reader.skip();
      } else {
        inRun(reader, paragraph, isBold(properties, paragraph));
      }
    }
  }

  private boolean isHidden(DocxProperties run, Paragraph paragraph) {
    return Boolean.TRUE.equals(
        nearest(run.hidden(), styles.hidden(run.style()), styles.hidden(paragraph.style)));
  }

  private boolean isBold(DocxProperties run, Paragraph paragraph) {
    return Boolean.TRUE.equals(
        nearest(run.bold(), styles.bold(run.style()), styles.bold(paragraph.style)));
  }

  private static @Nullable Boolean nearest(
      @Nullable Boolean run, @Nullable Boolean character, @Nullable Boolean paragraph) {
    if (run != null) {
      return run;
    }
    return character != null ? character : paragraph;
  }

  private void inRun(SecureXml reader, Paragraph paragraph, boolean bold)
      throws XMLStreamException, NotReadException {
    switch (reader.name()) {
      case "t" -> paragraph.append(reader.innerText(), bold);
      case "tab", "ptab" -> {
        paragraph.append("\t", bold);
        reader.skip();
      }
      case "br", "cr" -> {
        paragraph.append("\n", bold);
        reader.skip();
      }
      case "noBreakHyphen" -> {
        paragraph.append("-", bold);
        reader.skip();
      }
      case "sym" -> {
        paragraph.append(symbol(reader.attribute("char", "")), bold);
        reader.skip();
      }
      case "footnoteReference" -> reference(reader, footnotes);
      case "endnoteReference" -> reference(reader, endnotes);
      case "drawing", "pict", "object", "AlternateContent" -> textBoxes(reader, paragraph);
      case "ruby" -> paragraph.append(rubyBase(reader), bold);
      default -> reader.skip();
    }
  }

  private static void reference(SecureXml reader, List<String> referred)
      throws XMLStreamException, NotReadException {
    referred.add(reader.attribute("id", ""));
    reader.skip();
  }

  private static String symbol(String hexadecimal) {
    try {
      return Character.toString(Integer.parseInt(hexadecimal, 16));
    } catch (IllegalArgumentException _) {
      return " ";
    }
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
  private void textBoxes(SecureXml reader, Paragraph paragraph)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      if (reader.name().equals("txbxContent")) {
        blocks(reader, paragraph.inside);
      } else if (reader.name().equals(FALLBACK)) {
        reader.skip();
      } else {
        textBoxes(reader, paragraph);
      }
    }
  }

  private void table(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "tr" -> row(reader, drafts);
        case "tblPr", "tblGrid", "del", "moveFrom" -> reader.skip();
        default -> table(reader, drafts);
      }
    }
  }

  private void row(SecureXml reader, List<Draft> drafts)
      throws XMLStreamException, NotReadException {
    List<List<Draft>> cells = new ArrayList<>();
    boolean removed = cells(reader, cells);
    if (!removed) {
      TableRows.add(cells, MANY_PARAGRAPHS, drafts);
    }
  }

  /** Reads the cells of a row and tells whether a tracked change took the row away. */
  private boolean cells(SecureXml reader, List<List<Draft>> cells)
      throws XMLStreamException, NotReadException {
    boolean removed = false;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "tc" -> {
          List<Draft> cell = new ArrayList<>();
          blocks(reader, cell);
          cells.add(cell);
        }
        case "trPr" -> removed |= rowRemoved(reader);
        case "tblPrEx", "sdtPr" -> reader.skip();
        default -> removed |= cells(reader, cells);
      }
    }
    return removed;
  }

  private static boolean rowRemoved(SecureXml reader) throws XMLStreamException, NotReadException {
    boolean removed = false;
    while (reader.nextChild()) {
      removed |= REMOVED.contains(reader.name()) || reader.name().equals("hidden");
      reader.skip();
    }
    return removed;
  }
}
