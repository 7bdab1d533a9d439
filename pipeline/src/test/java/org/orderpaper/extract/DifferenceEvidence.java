package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;

/** What stands in a document itself, looked up without our readers: see {@link DifferenceRule}. */
final class DifferenceEvidence {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+|\\b[ivxlc]+\\b");
  private static final Pattern AMERICAN_DATE =
      Pattern.compile("\\b([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})\\b");
  private static final Pattern MOJIBAKE = Pattern.compile("[ÂÃâ][\\u0080-\\u00BF€-™]");
  private static final Set<String> ENDS_A_WORD =
      Set.of(
          "p",
          "h",
          "br",
          "tab",
          "line-break",
          "s",
          "c",
          "si",
          "row",
          "td",
          "tr",
          "tc",
          "th",
          "li",
          "div",
          "a",
          "option",
          "button",
          "table-cell",
          "author",
          "creator",
          "date",
          "comment");

  /** An instruction in old Word: what stands between a field's beginning and its next mark. */
  private static final Pattern OLD_FIELD = Pattern.compile("\u0013[^\u0013-\u0015]*");

  private static final String HTML_NOTE_MARK =
      "[class~=sd(foot|end)note(anc|sym)],[class~=Mso(Foot|End)noteReference]";
  private static final int EDGE = 3;

  private final String mediaType;
  private final byte[] bytes;
  private final ExtractedDocument document;
  private final String tika;
  private final Map<String, Document> parts = new LinkedHashMap<>();
  private final List<List<String>> pdfPages = new ArrayList<>();
  private final List<String> bookmarks = new ArrayList<>();
  private final List<String> invisible = new ArrayList<>();

  DifferenceEvidence(String mediaType, byte[] bytes, ExtractedDocument document, String tika)
      throws IOException {
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.document = document;
    this.tika = tika;
    if (bytes[0] == 'P' && bytes[1] == 'K') {
      openZip();
    } else if (mediaType.endsWith("pdf")) {
      openPdf();
    } else if (isMarkup()) {
      String text = TextDecoder.decode(bytes);
      boolean html = mediaType.contains("html");
      parts.put("", html ? Jsoup.parse(text) : Jsoup.parse(text, "", Parser.xmlParser()));
    }
  }

  private boolean isMarkup() {
    return bytes[0] == '<' || mediaType.contains("html") || mediaType.contains("xml");
  }

  private void openZip() throws IOException {
    Source source = new Source(bytes, "", ExtractionLimits.defaults(), new Ocr(), () -> {});
    try (ZipArchive zip = ZipArchive.open(source)) {
      for (ZipArchiveEntry entry : zip.files()) {
        if (entry.getName().matches(".*\\.(xml|xhtml|html)")) {
          String xml = new String(zip.read(entry), StandardCharsets.UTF_8);
          parts.put(entry.getName(), Jsoup.parse(xml, "", Parser.xmlParser()));
        }
      }
    }
  }

  private void openPdf() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pdfPages.add(stripper.getText(pdf).lines().filter(line -> !line.isBlank()).toList());
      }
      invisible.add(new InvisibleText().getText(pdf));
      PDOutlineNode outline = pdf.getDocumentCatalog().getDocumentOutline();
      if (outline != null) {
        addBookmarks(outline);
      }
    }
  }

  /** Text that is painted in neither colour, as under a scan. */
  private static final class InvisibleText extends PDFTextStripper {
    @Override
    protected void processTextPosition(TextPosition glyph) {
      if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
        super.processTextPosition(glyph);
      }
    }
  }

  private void addBookmarks(PDOutlineNode node) {
    for (PDOutlineItem item : node.children()) {
      bookmarks.add(item.getTitle());
      addBookmarks(item);
    }
  }

  String tika() {
    return tika;
  }

  ExtractedDocument document() {
    return document;
  }

  boolean isPaged() {
    return !pdfPages.isEmpty() || mediaType.contains("presentation");
  }

  List<String> deleted() {
    Stream<String> rtf = inRtf("(deleted|mvf)");
    Stream<String> cells = around("w:cellDel", "w|tc");
    Stream<String> word = texts("w:del", "w:moveFrom", "w:delText", "text:tracked-changes");
    Stream<String> old =
        elements("aml:annotation")
            .filter(change -> change.attr("w:type").equals("Word.Deletion"))
            .map(DifferenceEvidence::text);
    Stream<String> html = texts("del");
    Stream<String> markdown = inMarkdown("~~(.{1,300}?)~~|<del>(.{1,300}?)</del>");
    return Stream.of(rtf, cells, word, old, html, markdown).flatMap(s -> s).toList();
  }

  /** The text of what encloses a mark. */
  private Stream<String> around(String mark, String enclosing) {
    return elements(mark)
        .map(element -> element.closest(enclosing))
        .flatMap(Stream::ofNullable)
        .map(DifferenceEvidence::text);
  }

  List<String> inserted() {
    return texts("w:ins", "w:moveTo").toList();
  }

  List<String> hidden() {
    Stream<String> word =
        elements("w:vanish")
            .filter(mark -> !mark.attr("w:val").matches("0|false"))
            .map(mark -> mark.closest("w|r"))
            .flatMap(Stream::ofNullable)
            .map(DifferenceEvidence::text);
    Stream<String> html =
        parts.values().stream()
            .flatMap(part -> part.select("[hidden],[style]").stream())
            .filter(element ->
                element.hasAttr("hidden")
                    || element
                        .attr("style")
                        .replace(" ", "")
                        .matches("(?is).*(display:none|visibility:hidden|mso-hide:all).*"))
            .map(DifferenceEvidence::text);
    return Stream.of(
            word,
            html,
            hiddenInSheets(),
            hiddenInOldSheet(),
            around("w:hidden", "w|tr"),
            texts("template", "text:script"),
            elements("text:variable-set")
                .filter(variable -> variable.attr("text:display").equals("none"))
                .map(DifferenceEvidence::text),
            inRtf("v1?"),
            inMarkdown("(?s)<!--(.*?)-->"),
            invisible.stream())
        .flatMap(s -> s)
        .toList();
  }

  private Stream<String> hiddenInSheets() {
    Stream<String> rows =
        elements("row").filter(row -> row.attr("hidden").equals("1")).map(DifferenceEvidence::text);
    Stream<String> sheets =
        elements("sheet")
            .filter(sheet -> sheet.attr("state").endsWith("idden"))
            .flatMap(sheet -> Stream.concat(Stream.of(sheet.attr("name")), textOf(sheet)));
    Stream<String> columns =
        elements("col")
            .filter(column -> column.attr("hidden").equals("1"))
            .flatMap(DifferenceEvidence::cellsOf);
    Stream<String> openRows =
        elements("table:table-row")
            .filter(row -> row.hasAttr("table:visibility"))
            .map(DifferenceEvidence::text);
    Stream<String> openColumns =
        elements("table:table-column")
            .filter(column -> column.hasAttr("table:visibility"))
            .flatMap(DifferenceEvidence::openCellsOf);
    List<String> unseen =
        elements("style:table-properties")
            .filter(properties -> properties.attr("table:display").equals("false"))
            .map(properties -> properties.parents().getFirst().attr("style:name"))
            .toList();
    Stream<String> openSheets =
        elements("table:table")
            .filter(table -> unseen.contains(table.attr("table:style-name")))
            .map(DifferenceEvidence::text);
    return Stream.of(rows, sheets, columns, openRows, openColumns, openSheets).flatMap(s -> s);
  }

  /** The text of the sheet that an entry of the workbook's list stands for, in order of numbers. */
  private Stream<String> textOf(Element listed) {
    Document sheet = parts.get("xl/worksheets/sheet" + listed.attr("sheetId") + ".xml");
    return sheet == null ? Stream.of() : Stream.of(text(sheet));
  }

  private static Stream<String> cellsOf(Element column) {
    String letter = String.valueOf((char) ('A' + Integer.parseInt(column.attr("min")) - 1));
    return column.root().getElementsByTag("c").stream()
        .filter(cell -> cell.attr("r").matches(letter + "[0-9]+"))
        .map(DifferenceEvidence::text);
  }

  private static Stream<String> openCellsOf(Element column) {
    int index = column.elementSiblingIndex();
    return column.parents().getFirst().getElementsByTag("table:table-row").stream()
        .filter(row -> row.childrenSize() > index)
        .map(row -> text(row.child(index)));
  }

  private Stream<String> hiddenInOldSheet() {
    List<String> hidden = new ArrayList<>();
    if (!mediaType.equals("application/vnd.ms-excel")) {
      return hidden.stream();
    }
    try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
      for (Sheet sheet : workbook) {
        boolean unseen = workbook.isSheetHidden(workbook.getSheetIndex(sheet));
        hidden.add(unseen ? sheet.getSheetName() : "");
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (unseen || row.getZeroHeight() || sheet.isColumnHidden(cell.getColumnIndex())) {
              hidden.add(cell.toString());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Stream.of(String.join(" ", hidden));
  }

  private static final Pattern RTF =
      Pattern.compile("[{}]|\\\\\\*|\\\\([a-z]+-?[0-9]*) ?|\\\\'[0-9a-f]{2}|\\\\[^a-z]|[^{}\\\\]+");

  /** A group of RTF that is open. */
  private static final class RtfGroup {
    private final StringBuilder text = new StringBuilder();
    private boolean marked;
  }

  /** The words of the groups in RTF that a control word marks, with the groups inside them. */
  private Stream<String> inRtf(String mark) {
    if (!mediaType.endsWith("rtf")) {
      return Stream.of();
    }
    List<String> found = new ArrayList<>();
    Deque<RtfGroup> open = new ArrayDeque<>(List.of(new RtfGroup()));
    Matcher token = RTF.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (token.find()) {
      String word = token.group(1);
      if (token.group().equals("{")) {
        open.push(new RtfGroup());
      } else if (token.group().equals("}") && open.size() > 1) {
        RtfGroup closed = open.pop();
        open.getFirst().text.append(closed.text);
        found.add(closed.marked ? closed.text.toString() : "");
      } else if (word != null) {
        open.getFirst().marked |= word.matches(mark);
        open.getFirst().text.append(' ');
      } else if (!token.group().startsWith("\\")) {
        open.getFirst().text.append(token.group());
      }
    }
    return found.stream();
  }

  /** What the groups of a pattern hold in a Markdown text. */
  private Stream<String> inMarkdown(String pattern) {
    if (!mediaType.equals("text/markdown")) {
      return Stream.of();
    }
    return Pattern.compile(pattern)
        .matcher(TextDecoder.decode(bytes))
        .results()
        .flatMap(found -> IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
        .flatMap(Stream::ofNullable);
  }

  /** Tags, marks of footnotes, and the line by which a spreadsheet names its separator. */
  List<String> marks() {
    Stream<String> separator =
        mediaType.equals("text/csv")
            ? TextDecoder.decode(bytes).lines().limit(1).filter(line -> line.matches("\"?sep=.\"?"))
            : Stream.of();
    return Stream.concat(separator, inMarkdown("<(/?[a-z][^<>]*)>|\\[\\^([^\\]]+)\\]")).toList();
  }

  List<String> furniture() {
    return mediaType.contains("html")
        ? texts("nav", "footer", "button", "select", "noscript", "textarea", "dialog").toList()
        : List.of();
  }

  /** What our blocks show as counted, if the document counts at all. */
  List<String> automaticNumbers() {
    boolean counts =
        mediaType.equals("application/msword")
            || mediaType.endsWith("rtf")
            || mediaType.equals("application/epub+zip")
            || mailTexts(false).stream().anyMatch(part -> part.contains("<ol"))
            || Stream.of("w:numPr", "w:numbering", "text:list", "text:h", "ol", "a:buAutoNum")
                .anyMatch(tag -> elements(tag).findAny().isPresent());
    return counts
        ? document.blocks().stream().map(Block::number).flatMap(Stream::ofNullable).toList()
        : List.of();
  }

  /** Other numbers than ours before the same words at the beginning of a line of Tika's. */
  List<String> otherNumbers() {
    if (automaticNumbers().isEmpty()) {
      return List.of();
    }
    List<String> lines = tika.lines().map(String::strip).toList();
    return document.blocks().stream()
        .filter(block -> block.number() != null)
        .flatMap(block -> lines.stream().map(line -> otherNumber(block, line)))
        .toList();
  }

  /** What a line has before the words of a block, if it is a number of the same make; else none. */
  private String otherNumber(Block block, String line) {
    String shown = block.number() == null ? "" : block.number();
    List<String> own = WordAlignment.words(shown);
    List<String> all = WordAlignment.words(document.textOf(block));
    List<String> item = all.subList(Math.min(own.size(), all.size()), all.size());
    List<String> words = WordAlignment.words(line);
    int before = words.size() - item.size();
    boolean sameWords = before > 0 && words.subList(before, words.size()).equals(item);
    if (item.isEmpty() || !sameWords || before > own.size()) {
      return "";
    }
    List<String> number = words.subList(0, before);
    String closing = shown.replaceFirst("(?s)^.*[\\p{L}\\p{N}]", "");
    boolean closed =
        closing.isEmpty()
            ? before == own.size()
            : line.startsWith(closing, line.indexOf(number.getLast()) + number.getLast().length());
    return closed && number.stream().allMatch(word -> isCounted(word, own))
        ? String.join(" ", number)
        : "";
  }

  /** Figures, a word of our own number, or letters of the same case and as many as in ours. */
  private static boolean isCounted(String word, List<String> own) {
    return own.contains(word)
        || word.matches("[0-9]+(st|nd|rd|th)?")
        || own.stream()
            .anyMatch(ours ->
                ours.length() == word.length()
                    && List.of("[a-z]+", "[A-Z]+").stream()
                        .anyMatch(kind -> ours.matches(kind) && word.matches(kind)));
  }

  List<String> margins() {
    List<String> ours =
        blocks(BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER).map(document::textOf).toList();
    if (!pdfPages.isEmpty()) {
      return pdfPages.stream()
          .flatMap(lines -> edges(lines).stream())
          .filter(line -> ours.stream().anyMatch(margin -> wild(margin).contains(wild(line))))
          .toList();
    }
    Stream<String> word =
        parts.entrySet().stream()
            .filter(part -> part.getKey().matches("word/(header|footer)[0-9]*\\.xml"))
            .flatMap(part -> Stream.of(text(part.getValue()), text(part.getValue())));
    Stream<String> open =
        texts(
            "style:header",
            "style:footer",
            "style:header-first",
            "style:footer-first",
            "style:header-left",
            "style:footer-left",
            "presentation:footer-decl");
    Stream<String> moved =
        ours.stream().filter(margin -> contains(WordAlignment.words(tika), margin));
    Stream<String> slides =
        elements("p:sp")
            .filter(shape -> !shape.select("p|ph[type~=ftr|sldNum|dt|hdr]").isEmpty())
            .map(DifferenceEvidence::text);
    Stream<String> rtf = inRtf("(header|footer)[lrf]?");
    return Stream.of(word, open, rtf, oldMargins().stream(), slides, moved)
        .flatMap(s -> s)
        .toList();
  }

  private List<String> oldMargins() {
    return inOldWord(old -> {
      Range margins = old.getHeaderStoryRange();
      return IntStream.range(0, margins.numParagraphs())
          .mapToObj(i -> Range.stripFields(margins.getParagraph(i).text()))
          .toList();
    });
  }

  private List<String> inOldWord(Function<HWPFDocument, List<String>> lookUp) {
    if (!mediaType.equals("application/msword")) {
      return List.of();
    }
    try (HWPFDocument old = new HWPFDocument(new ByteArrayInputStream(bytes))) {
      return lookUp.apply(old);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (IllegalArgumentException _) {
      return List.of(); // Word 6 and 95, or another format under its name.
    }
  }

  private static boolean contains(List<String> text, String sought) {
    return java.util.Collections.indexOfSubList(text, WordAlignment.words(sought)) >= 0;
  }

  private static List<String> edges(List<String> lines) {
    return lines.size() <= 2 * EDGE
        ? lines
        : Stream.concat(lines.stream().limit(EDGE), lines.stream().skip(lines.size() - (long) EDGE))
            .toList();
  }

  private static String wild(String line) {
    return DIGITS.matcher(String.join(" ", WordAlignment.words(line))).replaceAll("#");
  }

  private Stream<Block> blocks(BlockKind... kinds) {
    return document.blocks().stream().filter(block -> List.of(kinds).contains(block.kind()));
  }

  List<String> notes() {
    Stream<String> word =
        Stream.of("word/footnotes.xml", "word/endnotes.xml")
            .map(parts::get)
            .flatMap(Stream::ofNullable)
            .map(DifferenceEvidence::text);
    Stream<String> slides =
        parts.entrySet().stream()
            .filter(part -> part.getKey().startsWith("ppt/notesSlides/"))
            .map(part -> text(part.getValue()));
    Stream<String> moved =
        blocks(BlockKind.FOOTNOTE)
            .map(document::textOf)
            .filter(note -> contains(WordAlignment.words(tika), note));
    return Stream.of(
            word, slides, texts("text:note", "presentation:notes"), inRtf("footnote"), moved)
        .flatMap(s -> s)
        .toList();
  }

  List<String> noteMarks() {
    Stream<String> notes =
        Stream.of("footnote", "endnote")
            .flatMap(kind ->
                elements("w:" + kind + "Reference").map(mark -> kind + "Ref " + mark.attr("w:id")));
    Stream<String> comments = elements("w:commentReference").map(_ -> "Comment by");
    Stream<String> html =
        parts.values().stream()
            .flatMap(part -> part.select(HTML_NOTE_MARK).stream())
            .map(DifferenceEvidence::text);
    return Stream.of(notes, comments, html, texts("text:note-citation")).flatMap(s -> s).toList();
  }

  List<String> comments() {
    Stream<String> packed =
        parts.entrySet().stream()
            .filter(part -> part.getKey().matches(".*comments?[0-9]*\\.xml"))
            .map(part -> text(part.getValue()));
    Stream<String> moved =
        blocks(BlockKind.COMMENT)
            .map(document::textOf)
            .filter(note -> contains(WordAlignment.words(tika), note));
    return Stream.of(packed, texts("office:annotation"), moved).flatMap(s -> s).toList();
  }

  List<String> commentAuthors() {
    Stream<String> word =
        elements("w:comment").flatMap(c -> Stream.of(c.attr("w:author"), c.attr("w:initials")));
    return Stream.of(
            word,
            inRtf("atnauthor|atnid"),
            texts("author", "dc:creator", "dc:date", "meta:creator-initials"))
        .flatMap(s -> s)
        .toList();
  }

  List<String> textBoxes() {
    return Stream.concat(
            texts("w:txbxContent", "xdr:sp", "draw:text-box", "draw:custom-shape"),
            inRtf("shptxt|dptxbxtext"))
        .toList();
  }

  List<String> slideTitles() {
    Stream<String> open =
        elements("draw:frame")
            .filter(frame -> frame.attr("presentation:class").equals("title"))
            .map(DifferenceEvidence::text);
    Stream<String> slides =
        elements("p:sp")
            .filter(shape -> !shape.select("p|ph[type=title],p|ph[type=ctrTitle]").isEmpty())
            .map(DifferenceEvidence::text);
    return Stream.concat(open, slides).toList();
  }

  List<String> fieldCodes() {
    return Stream.of(
            texts("w:instrText"),
            resultsInInstructions().stream(),
            inOldWord(old ->
                OLD_FIELD
                    .matcher(old.getDocumentText())
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList())
                .stream())
        .flatMap(s -> s)
        .toList();
  }

  /** What a field shows that is only asked for by another field. */
  private List<String> resultsInInstructions() {
    List<String> results = new ArrayList<>();
    for (Document part : parts.values()) {
      Deque<Boolean> shows = new ArrayDeque<>();
      for (Element element : part.select("w|fldChar,w|t")) {
        switch (element.attr("w:fldCharType")) {
          case "begin" -> shows.push(false);
          case "separate" -> {
            shows.poll();
            shows.push(true);
          }
          case "end" -> shows.poll();
          default -> results.add(shows.contains(false) ? text(element) : "");
        }
      }
    }
    return results;
  }

  List<String> attributeTexts() {
    Stream<String> open =
        elements("text:hidden-text")
            .filter(hidden -> !hidden.attr("text:is-hidden").equals("true"))
            .map(shown -> shown.attr("text:string-value"));
    return Stream.of(
            elements("v:textpath").map(path -> path.attr("string")),
            elements("w:ddList").map(DifferenceEvidence::chosen),
            open)
        .flatMap(s -> s)
        .toList();
  }

  /** The entry of a list to choose from that its result names, the first if none. */
  private static String chosen(Element list) {
    String result = list.getElementsByTag("w:result").attr("w:val");
    List<String> entries = list.getElementsByTag("w:listEntry").eachAttr("w:val");
    int index = result.isEmpty() ? 0 : Integer.parseInt(result);
    return index < entries.size() ? entries.get(index) : "";
  }

  List<String> hiddenInAttributes() {
    return elements("text:hidden-text")
        .filter(hidden -> hidden.attr("text:is-hidden").equals("true"))
        .map(hidden -> hidden.attr("text:string-value"))
        .toList();
  }

  List<String> formulas() {
    return texts("m:oMath").toList();
  }

  List<String> pronunciations() {
    return texts("w:rt", "text:ruby-text", "rt").toList();
  }

  List<String> descriptions() {
    return texts("svg:title", "svg:desc").toList();
  }

  List<String> sheetNames() {
    Stream<String> open = elements("table:table").map(table -> table.attr("table:name"));
    return Stream.concat(elements("sheet").map(sheet -> sheet.attr("name")), open).toList();
  }

  List<String> repeatedCells() {
    return elements("table:table-cell")
        .filter(cell -> cell.hasAttr("table:number-columns-repeated"))
        .map(cell -> (text(cell) + " ").repeat(3))
        .toList();
  }

  private boolean isSheet() {
    return mediaType.contains("sheet") || mediaType.contains("excel");
  }

  private Stream<Matcher> dates() {
    List<Matcher> dates = new ArrayList<>();
    for (Matcher date = AMERICAN_DATE.matcher(tika); isSheet() && date.find(); ) {
      Matcher one = AMERICAN_DATE.matcher(date.group());
      if (one.matches()) {
        dates.add(one);
      }
    }
    return dates.stream();
  }

  List<String> americanDates() {
    return dates().map(Matcher::group).toList();
  }

  List<String> britishDates() {
    return dates()
        .map(date ->
            "%02d/%02d/20%s"
                .formatted(
                    Integer.parseInt(date.group(2)),
                    Integer.parseInt(date.group(1)),
                    date.group(3)))
        .toList();
  }

  List<String> bookmarks() {
    return bookmarks;
  }

  List<String> alternatives() {
    return mailTexts(true).stream()
        .map(part -> part.contains("</") ? Jsoup.parse(part).text() : part)
        .toList();
  }

  /** The texts in a mail: all, or those of which a program shows one. */
  private List<String> mailTexts(boolean onlyAlternatives) {
    List<String> texts = new ArrayList<>();
    if (mediaType.startsWith("message/") || mediaType.startsWith("multipart/")) {
      try {
        addTexts(
            new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes)),
            !onlyAlternatives,
            texts);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static void addTexts(Entity entity, boolean wanted, List<String> texts)
      throws IOException {
    Body body = entity.getBody();
    if (body instanceof Multipart multipart) {
      boolean choice = entity.getMimeType().equals("multipart/alternative");
      for (Entity part : multipart.getBodyParts()) {
        addTexts(part, wanted || choice, texts);
      }
    } else if (wanted && body instanceof TextBody text) {
      try (var reader = text.getReader()) {
        texts.add(reader.readAllAsString());
      }
    }
  }

  /** Words with characters that another reading of the same bytes does not have. */
  List<String> garbled() {
    return tokens(tika).filter(token -> !mended(token).isEmpty() || !isAscii(token)).toList();
  }

  /** The same words read rightly: UTF-8 that was taken for Windows-1252, or another set. */
  List<String> mended() {
    Stream<String> once = tokens(tika).map(DifferenceEvidence::mended);
    if (!mediaType.startsWith("text/")) {
      return once.toList();
    }
    Stream<String> otherwise =
        Stream.of("UTF-8", "windows-1252", "x-MacRoman")
            .flatMap(name -> tokens(new String(bytes, Charset.forName(name))))
            .filter(token -> !isAscii(token));
    Stream<String> twice =
        tokens(new String(bytes, StandardCharsets.UTF_8).replace("â€\uFFFD", " "))
            .map(DifferenceEvidence::mended);
    return Stream.of(once, twice, otherwise).flatMap(s -> s).toList();
  }

  private static Stream<String> tokens(String text) {
    return Pattern.compile("\\s+").splitAsStream(text);
  }

  private static boolean isAscii(String token) {
    return token.chars().allMatch(c -> c < 0x80);
  }

  /** A word that is valid UTF-8 once its characters are bytes again; else empty. */
  private static String mended(String token) {
    if (!MOJIBAKE.matcher(token).find()) {
      return "";
    }
    ByteBuffer raw = ByteBuffer.allocate(token.length() * 2);
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      byte[] one = String.valueOf(c).getBytes(TextDecoder.WINDOWS_1252);
      raw.put(one[0] == '?' && c < 0x100 ? new byte[] {(byte) c} : one);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(raw.flip()).toString();
    } catch (CharacterCodingException _) {
      return "";
    }
  }

  List<String> linkTargets() {
    return inMarkdown("\\]\\(([^)]+)\\)|(?m)^ {0,3}(\\[[^\\]]+\\]: .+)$").toList();
  }

  List<String> recognised() {
    return document.blocks().stream()
        .filter(block -> isScan(block.page()))
        .map(document::textOf)
        .toList();
  }

  private boolean isScan(@org.jspecify.annotations.Nullable Integer page) {
    if (mediaType.startsWith("image/")) {
      return true;
    }
    return page != null && page <= pdfPages.size() && pdfPages.get(page - 1).isEmpty();
  }

  private Stream<String> texts(String... tags) {
    return Stream.of(tags).flatMap(this::elements).map(DifferenceEvidence::text);
  }

  /** Its text, where what ends a word on paper ends one here. */
  private static String text(Element element) {
    StringBuilder text = new StringBuilder();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode inside) {
              text.append(inside.getWholeText());
            }
          }

          @Override
          public void tail(Node node, int depth) {
            String name = node.nodeName();
            if (ENDS_A_WORD.contains(name.substring(name.indexOf(':') + 1))) {
              text.append(' ');
            }
          }
        });
    return text.toString();
  }

  private Stream<Element> elements(String tag) {
    return parts.values().stream().flatMap(part -> part.getElementsByTag(tag).stream());
  }
}
