package org.orderpaper.samples;

import java.util.LinkedHashMap;
import java.util.Map;

/** Word documents by their own XML, each with one trap for readers. */
final class DocxTraps {

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String OPEN = "http://schemas.openxmlformats.org/";
  private static final String RELATIONS = OPEN + "officeDocument/2006/relationships";
  private static final String NAMES =
      " xmlns:w='"
          + OPEN
          + "wordprocessingml/2006/main' xmlns:r='"
          + RELATIONS
          + "' xmlns:mc='"
          + OPEN
          + "markup-compatibility/2006' xmlns:m='"
          + OPEN
          + "officeDocument/2006/math' xmlns:v='urn:schemas-microsoft-com:vml'"
          + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
          + " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'";
  private static final String BY = " w:id='1' w:author='Secretary' w:date='2021-01-01T00:00:00Z'";
  private static final String EVERY_HEADER =
      "<w:headerReference w:type='default' r:id='header1'/>"
          + "<w:headerReference w:type='first' r:id='header2'/>"
          + "<w:headerReference w:type='even' r:id='header3'/>"
          + "<w:footerReference w:type='default' r:id='footer1'/>";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private String main = "word/document.xml";
  private String kinds = RELATIONS;

  private DocxTraps() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("numbers-direct-nested-restarted.docx", numbersDirect());
    all.put("numbers-from-styles-and-their-bases.docx", numbersFromStyles());
    all.put("numbers-through-a-list-style.docx", numbersThroughListStyle());
    all.put("numbers-in-every-format.docx", numbersInEveryFormat());
    all.put("numbers-where-a-level-is-skipped.docx", numbersSkipped());
    all.put("numbers-removed-empty-and-hidden.docx", numbersRemoved());
    all.put("tracked-changes-accepted.docx", trackedChanges());
    all.put("tracked-changes-in-tables.docx", trackedTables());
    all.put("hidden-text-is-set-apart.docx", hiddenText());
    all.put("bold-headings-and-toggled-styles.docx", boldText());
    all.put("headings-by-style-base-and-outline-level.docx", headings());
    all.put("tables-merged-nested-and-layout.docx", tables());
    all.put("text-boxes-are-read-once.docx", textBoxes());
    all.put("headers-that-no-page-shows-are-absent.docx", headers(false));
    all.put("headers-of-first-and-even-pages.docx", headers(true));
    all.put("fields-show-their-results-only.docx", fields());
    all.put("form-fields-and-content-controls.docx", forms());
    all.put("footnotes-endnotes-and-comments.docx", notes());
    all.put("symbols-breaks-and-odd-characters.docx", symbols());
    all.put("drop-capital-joins-its-word.docx", dropCapital());
    all.put("strict-namespaces-and-odd-part-names.docx", strict());
    all.put("a-chapter-in-another-format.docx", chapter());
    all.put("diagram-and-watermark.docx", diagram());
    return all;
  }

  private static byte[] numbersDirect() {
    return new DocxTraps()
        .numbering(
            list(
                    1,
                    level(0, "decimal", "%1."),
                    level(1, "lowerLetter", "(%2)"),
                    level(2, "lowerRoman", "%3)"))
                + num(1, 1, "")
                + num(
                    2, 1, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>")
                + num(
                    3, 1, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride>"))
        .listed(1, 0, "Apologies")
        .listed(1, 1, "received")
        .listed(1, 1, "not received")
        .listed(1, 2, "without reason")
        .listed(1, 0, "Motions")
        .listed(1, 1, "the letters begin again")
        .p("Text between, which breaks no list.")
        .listed(1, 0, "Close")
        .listed(2, 0, "A new list of the same kind")
        .listed(1, 0, "The first list goes on from there")
        .listed(3, 0, "Set to seven")
        .listed(3, 0, "and on")
        .bytes();
  }

  private static byte[] numbersFromStyles() {
    String numbered =
        "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr>";
    return new DocxTraps()
        .styles(
            style("Heading1", "heading 1", "", numbered)
                + style(
                    "Heading2",
                    "heading 2",
                    "",
                    "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr>"
                        + "<w:outlineLvl w:val='1'/></w:pPr>")
                + style("Item", "Agenda Item", "Heading2", "")
                + style(
                    "Unnumbered",
                    "Heading plain",
                    "Heading1",
                    "<w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"))
        .numbering(
            list(
                    1,
                    level(0, "decimal", "%1", "<w:pStyle w:val='Heading1'/>"),
                    level(1, "decimal", "%1.%2", "<w:pStyle w:val='Heading2'/>"))
                + num(1, 1, ""))
        .styled("Heading1", "Opening")
        .styled("Heading2", "Welcome")
        .styled("Item", "Apologies")
        .styled("Unnumbered", "A heading without a number")
        .styled("Heading1", "Business")
        .styled("Item", "Motions")
        .bytes();
  }

  private static byte[] numbersThroughListStyle() {
    return new DocxTraps()
        .styles(
            "<w:style w:type='numbering' w:styleId='Minutes'><w:name w:val='Minutes'/><w:pPr>"
                + "<w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>")
        .numbering(
            "<w:abstractNum w:abstractNumId='1'><w:styleLink w:val='Minutes'/>"
                + level(0, "decimal", "Minute %1:")
                + "</w:abstractNum><w:abstractNum w:abstractNumId='2'>"
                + "<w:numStyleLink w:val='Minutes'/></w:abstractNum>"
                + num(1, 1, "")
                + num(2, 2, ""))
        .listed(2, 0, "Through the link")
        .listed(2, 0, "Through the link again")
        .listed(1, 0, "The list itself goes on")
        .bytes();
  }

  private static byte[] numbersInEveryFormat() {
    String custom =
        "<w:lvl w:ilvl='0'><w:start w:val='7'/><mc:AlternateContent><mc:Choice Requires='w14'>"
            + "<w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback>"
            + "<w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent><w:lvlText"
            + " w:val='%1'/></w:lvl>";
    DocxTraps docx = new DocxTraps();
    String[] formats = {
      "decimal",
      "decimalZero",
      "lowerLetter",
      "upperLetter",
      "lowerRoman",
      "upperRoman",
      "ordinal",
      "ordinalText",
      "cardinalText",
      "none",
      "bullet"
    };
    StringBuilder lists = new StringBuilder();
    StringBuilder nums = new StringBuilder();
    for (int i = 0; i < formats.length; i++) {
      String text =
          switch (formats[i]) {
            case "bullet" -> "\u00B7";
            case "none" -> "Note:";
            default -> "%1.";
          };
      lists.append(list(i + 1, level(0, formats[i], text, "<w:start w:val='28'/>")));
      nums.append(num(i + 1, i + 1, ""));
    }
    lists.append(list(20, custom));
    lists.append(
        list(
            21,
            level(0, "upperRoman", "Part %1"),
            level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            level(2, "decimal", "%1-%2-%3", "<w:lvlRestart w:val='0'/>")));
    docx.numbering(lists.toString() + nums + num(20, 20, "") + num(21, 21, ""));
    for (int i = 0; i < formats.length; i++) {
      docx.listed(i + 1, 0, formats[i]);
    }
    docx.listed(20, 0, "three figures");
    return docx.listed(21, 0, "Roman part")
        .listed(21, 1, "Legal: all figures")
        .listed(21, 2, "never restarted")
        .listed(21, 0, "Roman part")
        .listed(21, 1, "Legal")
        .listed(21, 2, "goes on counting")
        .bytes();
  }

  private static byte[] numbersSkipped() {
    return new DocxTraps()
        .numbering(
            list(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")) + num(1, 1, ""))
        .listed(1, 1, "Second level first")
        .listed(1, 1, "and again")
        .listed(1, 0, "Then the first level")
        .bytes();
  }

  private static byte[] numbersRemoved() {
    return new DocxTraps()
        .styles(
            style("Num", "Numbered", "", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"))
        .numbering(list(1, level(0, "decimal", "%1.")) + num(1, 1, ""))
        .styled("Num", "First")
        .body("<w:p><w:pPr><w:pStyle w:val='Num'/></w:pPr></w:p>")
        .styled("Num", "Third, for an empty one counts")
        .body(
            "<w:p><w:pPr><w:pStyle w:val='Num'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"
                + run("Not numbered")
                + "</w:p>")
        .body(
            "<w:p><w:pPr><w:pStyle w:val='Num'/><w:rPr><w:vanish/></w:rPr></w:pPr>"
                + run("<w:vanish/>", "Hidden, and does not count")
                + "</w:p>")
        .body(
            "<w:p><w:pPr><w:pStyle w:val='Num'/><w:rPr><w:del"
                + BY
                + "/></w:rPr></w:pPr><w:del"
                + BY
                + "><w:r><w:delText>Deleted, and does not count</w:delText></w:r></w:del></w:p>")
        .styled("Num", "Fourth")
        .bytes();
  }

  private static byte[] trackedChanges() {
    return new DocxTraps()
        .body(
            "<w:p>"
                + run("The branch ")
                + del("condemns")
                + ins(run("thanks"))
                + run(" the council.")
                + "</w:p>")
        .body("<w:p>" + ins(run("Inserted, ") + del("then deleted, ") + run("kept.")) + "</w:p>")
        .body(
            "<w:p><w:moveFromRangeStart w:id='9' w:name='m'/><w:moveFrom"
                + BY
                + ">"
                + run("Moved away.")
                + "</w:moveFrom><w:moveFromRangeEnd w:id='9'/>"
                + run("Stays.")
                + "</w:p>")
        .body("<w:p><w:moveTo" + BY + ">" + run("Moved here.") + "</w:moveTo></w:p>")
        .body(
            "<w:p><w:pPr><w:rPr><w:del"
                + BY
                + "/></w:rPr></w:pPr>"
                + run("Two paragraphs ")
                + "</w:p><w:p>"
                + run("are one.")
                + "</w:p>")
        .body(
            "<w:p><w:pPr><w:rPr><w:moveFrom"
                + BY
                + "/></w:rPr></w:pPr><w:moveFrom"
                + BY
                + ">"
                + run("A whole paragraph went.")
                + "</w:moveFrom></w:p>")
        .body(
            "<w:p><w:r><w:rPr><w:rPrChange"
                + BY
                + "><w:rPr><w:vanish/><w:b/></w:rPr>"
                + "</w:rPrChange></w:rPr><w:t>Once hidden, now seen.</w:t></w:r></w:p>")
        .body(
            "<w:p><w:pPr><w:pPrChange"
                + BY
                + "><w:pPr><w:outlineLvl w:val='0'/></w:pPr>"
                + "</w:pPrChange></w:pPr>"
                + run("Once a heading.")
                + "</w:p>")
        .body(
            "<w:p><w:pPr><w:rPr><w:del"
                + BY
                + "/></w:rPr></w:pPr>"
                + run("Before a table.")
                + "</w:p>"
                + table(row(cell("A"), cell("B"))))
        .bytes();
  }

  private static byte[] trackedTables() {
    return new DocxTraps()
        .body(
            table(
                row(cell("Motion"), cell("Result")),
                "<w:tr><w:trPr><w:del"
                    + BY
                    + "/></w:trPr><w:tc><w:p>"
                    + del("Deleted row")
                    + "</w:p></w:tc><w:tc><w:p>"
                    + del("fell")
                    + "</w:p></w:tc></w:tr>",
                "<w:tr><w:trPr><w:ins"
                    + BY
                    + "/></w:trPr><w:tc><w:p>"
                    + ins(run("Inserted row"))
                    + "</w:p></w:tc><w:tc><w:p>"
                    + ins(run("carried"))
                    + "</w:p></w:tc></w:tr>",
                "<w:tr><w:trPr><w:hidden/></w:trPr>"
                    + cell("Hidden row")
                    + cell("lost")
                    + "</w:tr>",
                "<w:tr>"
                    + cell("Buses")
                    + "<w:tc><w:tcPr><w:cellDel"
                    + BY
                    + "/></w:tcPr><w:p>"
                    + run("deleted cell")
                    + "</w:p></w:tc>"
                    + cell("carried")
                    + "</w:tr>"))
        .bytes();
  }

  private static byte[] hiddenText() {
    return new DocxTraps()
        .styles(
            "<w:style w:type='character' w:styleId='Secret'><w:name w:val='Secret'/><w:rPr>"
                + "<w:vanish/></w:rPr></w:style>"
                + style("Private", "Private", "", "<w:rPr><w:vanish/></w:rPr>"))
        .body(
            "<w:p>"
                + run("Carried ")
                + run("<w:vanish/>", "by the chair alone ")
                + run("unanimously.")
                + "</w:p>")
        .body(
            "<w:p>"
                + run("<w:rStyle w:val='Secret'/>", "Hidden by a style.")
                + run("<w:rStyle w:val='Secret'/><w:vanish w:val='0'/>", "Shown all the same.")
                + "</w:p>")
        .styled("Private", "A whole paragraph hidden by its style.")
        .body(
            "<w:p><w:pPr><w:pStyle w:val='Private'/></w:pPr>"
                + run("<w:rStyle w:val='Secret'/>", "Two styles toggle: this is seen.")
                + "</w:p>")
        .body("<w:p>" + run("<w:webHidden/>", "Hidden on web pages only.") + "</w:p>")
        .bytes();
  }

  private static byte[] boldText() {
    return new DocxTraps()
        .styles(
            style("Strongly", "Strongly", "", "<w:rPr><w:b/></w:rPr>")
                + style("Base", "Child", "Strongly", "")
                + "<w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/><w:rPr>"
                + "<w:b/></w:rPr></w:style>")
        .body(
            "<w:p>"
                + run("<w:b/>", "Motion 3")
                + run("<w:b w:val='true'/>", " on buses")
                + "</w:p>")
        .body("<w:p>" + run("<w:b/>", "Motion 4") + run(" is only begun in bold") + "</w:p>")
        .body(
            "<w:p>"
                + run("<w:b/>", "Motion 5")
                + "<w:r><w:br/></w:r>"
                + run("Proposed by Marden branch")
                + "</w:p>")
        .styled("Base", "Bold through the style's base")
        .body(
            "<w:p><w:pPr><w:pStyle w:val='Strongly'/></w:pPr>"
                + run("<w:b w:val='0'/>", "Switched off")
                + "</w:p>")
        .body(
            "<w:p><w:pPr><w:pStyle w:val='Strongly'/></w:pPr>"
                + run("<w:rStyle w:val='Strong'/>", "Strong inside strong is plain")
                + "</w:p>")
        .body("<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>" + run("Only the mark is bold") + "</w:p>")
        .bytes();
  }

  private static byte[] headings() {
    return new DocxTraps()
        .styles(
            style("berschrift1", "heading 1", "", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>")
                + style("Motion", "Motion title", "berschrift1", "")
                + style(
                    "Body",
                    "Body of motion",
                    "berschrift1",
                    "<w:pPr><w:outlineLvl w:val='9'/></w:pPr>")
                + style("Titel", "Title", "", "")
                + style("H3", "heading 3", "", ""))
        .styled("Titel", "Marden Ward")
        .styled("berschrift1", "A style with a foreign id")
        .styled("Motion", "A style of one's own, based on it")
        .styled("Body", "Based on it, but body text")
        .styled("H3", "By name alone")
        .body(
            "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>"
                + run("By its own outline level")
                + "</w:p>")
        .body(
            "<w:p><w:pPr><w:pStyle w:val='Motion'/><w:outlineLvl w:val='9'/></w:pPr>"
                + run("Taken out of the outline")
                + "</w:p>")
        .bytes();
  }

  private static byte[] tables() {
    return new DocxTraps()
        .body(
            table(
                "<w:tr>" + cell("Votes on the motions", "<w:gridSpan w:val='3'/>") + "</w:tr>",
                row(cell("Motion"), cell("For"), cell("Against")),
                "<w:tr>"
                    + cell("Buses", "<w:vMerge w:val='restart'/>")
                    + cell("23")
                    + cell("4")
                    + "</w:tr>",
                "<w:tr>"
                    + cell("", "<w:vMerge/>")
                    + cell("Carried", "<w:gridSpan w:val='2'/>")
                    + "</w:tr>"))
        .p("A page laid out in a table:")
        .body(
            table(
                "<w:tr>"
                    + cell("")
                    + "<w:tc><w:p>"
                    + run("Dear members,")
                    + "</w:p><w:p>"
                    + run("the meeting is on Monday.")
                    + "</w:p></w:tc></w:tr>"))
        .p("A table in a table:")
        .body(
            table(
                "<w:tr>"
                    + cell("Agenda")
                    + "<w:tc>"
                    + table(row(cell("1"), cell("Apologies")), row(cell("2"), cell("Motions")))
                    + "<w:p/></w:tc></w:tr>"))
        .bytes();
  }

  private static byte[] textBoxes() {
    String box =
        "<w:txbxContent><w:p>"
            + run("In a box")
            + "</w:p><w:p>"
            + run("of two lines")
            + "</w:p></w:txbxContent>";
    return new DocxTraps()
        .body(
            "<w:p>"
                + run("Text with a box")
                + "<w:r><mc:AlternateContent><mc:Choice"
                + " Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
                + box
                + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
                + "<v:textbox>"
                + box
                + "</v:textbox></v:shape></w:pict></mc:Fallback>"
                + "</mc:AlternateContent></w:r>"
                + run(" hanging on it.")
                + "</w:p>")
        .body(
            "<w:p>"
                + run("A box that only the second telling holds.")
                + "<w:r><mc:AlternateContent><mc:Choice"
                + " Requires='wpc'><w:drawing/></mc:Choice><mc:Fallback>"
                + "<w:pict><v:textbox><w:txbxContent><w:p>"
                + run("Old box")
                + "</w:p></w:txbxContent>"
                + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
        .bytes();
  }

  private static byte[] headers(boolean on) {
    String title = on ? "<w:titlePg/>" : "";
    DocxTraps docx =
        new DocxTraps()
            .part(
                "header",
                "header1",
                "<w:hdr" + NAMES + "><w:p>" + run("Marden Ward minutes") + "</w:p></w:hdr>")
            .part(
                "header",
                "header2",
                "<w:hdr" + NAMES + "><w:p>" + run("First page") + "</w:p></w:hdr>")
            .part(
                "header",
                "header3",
                "<w:hdr" + NAMES + "><w:p>" + run("Even page") + "</w:p></w:hdr>")
            .part(
                "header",
                "header4",
                "<w:hdr" + NAMES + "><w:p>" + run("Named by no section") + "</w:p></w:hdr>")
            .part(
                "footer",
                "footer1",
                "<w:ftr"
                    + NAMES
                    + "><w:p>"
                    + run("Page ")
                    + "<w:fldSimple w:instr='PAGE'>"
                    + run("1")
                    + "</w:fldSimple></w:p></w:ftr>")
            .part(
                "settings",
                "settings",
                "<w:settings"
                    + NAMES
                    + ">"
                    + (on ? "<w:evenAndOddHeaders/>" : "")
                    + "</w:settings>");
    return docx.body(
            "<w:p><w:pPr><w:sectPr>"
                + EVERY_HEADER
                + title
                + "</w:sectPr></w:pPr>"
                + run("The first section.")
                + "</w:p>")
        .p("The second goes on with its headers.")
        .body("<w:sectPr/>")
        .bytes();
  }

  private static byte[] fields() {
    String begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    String separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    String end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    return new DocxTraps()
        .body(
            "<w:p>"
                + run("See ")
                + begin
                + instr(" HYPERLINK \"http://example.org\" ")
                + separate
                + run("the paper")
                + end
                + run(".")
                + "</w:p>")
        .body(
            "<w:p>"
                + begin
                + instr(" IF ")
                + begin
                + instr(" MERGEFIELD Branch ")
                + separate
                + run("Marden")
                + end
                + instr(" = \"Marden\" \"yes\" \"no\" ")
                + separate
                + run("Yes")
                + end
                + run(", once.")
                + "</w:p>")
        .body(
            "<w:p>"
                + begin
                + instr(" TOC \\o ")
                + separate
                + run("1. Motions")
                + "<w:r><w:tab/></w:r>"
                + begin
                + instr(" PAGEREF _Toc1 ")
                + separate
                + run("2")
                + end
                + "</w:p><w:p>"
                + run("2. Reports")
                + end
                + "</w:p>")
        .body(
            "<w:p>"
                + begin
                + instr(" XE \"buses\" ")
                + end
                + run("An index entry shows nothing.")
                + "</w:p>")
        .body("<w:p>" + begin + run("A field that never ends loses nothing.") + "</w:p>")
        .bytes();
  }

  private static byte[] forms() {
    return new DocxTraps()
        .body(
            "<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default"
                + " w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
                + instr(" FORMCHECKBOX ")
                + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                + run(" Carried")
                + "</w:p>")
        .body(
            "<w:p>"
                + run("Branch: ")
                + "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result"
                + " w:val='1'/><w:listEntry w:val='Hollin'/><w:listEntry"
                + " w:val='Marden'/></w:ddList></w:ffData></w:fldChar></w:r>"
                + instr(" FORMDROPDOWN ")
                + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")
        .body(
            "<w:sdt><w:sdtPr><w:alias w:val='Title'/></w:sdtPr><w:sdtContent><w:p>"
                + run("A paragraph in a content control")
                + "</w:p></w:sdtContent></w:sdt>")
        .body(
            "<w:p>"
                + run("Date: ")
                + "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>"
                + run("12 May 2022")
                + "</w:sdtContent></w:sdt><w:smartTag w:element='place'>"
                + run(" in Marden")
                + "</w:smartTag></w:p>")
        .body(
            "<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
                + "<w:sdtContent>"
                + run("\u2612")
                + "</w:sdtContent></w:sdt>"
                + run(" Agreed")
                + "</w:p>")
        .bytes();
  }

  private static byte[] notes() {
    return new DocxTraps()
        .part(
            "footnotes",
            "footnotes",
            "<w:footnotes"
                + NAMES
                + "><w:footnote w:type='separator' w:id='0'><w:p>"
                + run("---")
                + "</w:p></w:footnote><w:footnote w:id='1'><w:p><w:r><w:footnoteRef/></w:r>"
                + run(" Second in the file, first in the text.")
                + "</w:p></w:footnote><w:footnote w:id='2'><w:p>"
                + run("Referred to by deleted text.")
                + "</w:p></w:footnote><w:footnote w:id='3'><w:p>"
                + run("The later one.")
                + "</w:p></w:footnote></w:footnotes>")
        .part(
            "endnotes",
            "endnotes",
            "<w:endnotes"
                + NAMES
                + "><w:endnote w:id='1'><w:p>"
                + run("An endnote.")
                + "</w:p></w:endnote></w:endnotes>")
        .part(
            "comments",
            "comments",
            "<w:comments"
                + NAMES
                + "><w:comment"
                + BY
                + "><w:p>"
                + run("Is that the right count?")
                + "</w:p></w:comment></w:comments>")
        .body(
            "<w:p>"
                + run("Carried")
                + "<w:r><w:footnoteReference w:id='1'/></w:r>"
                + run(" by ")
                + "<w:commentRangeStart w:id='1'/>"
                + run("nine")
                + "<w:commentRangeEnd w:id='1'/>"
                + "<w:r><w:commentReference w:id='1'/></w:r>"
                + "<w:del"
                + BY
                + "><w:r><w:footnoteReference w:id='2'/></w:r></w:del>"
                + "<w:r><w:footnoteReference w:id='3'/></w:r>"
                + run(" votes")
                + "<w:r><w:endnoteReference w:id='1'/></w:r>"
                + run(".")
                + "</w:p>")
        .bytes();
  }

  private static byte[] symbols() {
    return new DocxTraps()
        .body(
            "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
                + run(" Buses ")
                + "<w:r><w:sym w:font='Wingdings' w:char='F0FB'/></w:r>"
                + run(" Trams")
                + "</w:p>")
        .body(
            "<w:p>"
                + run("co")
                + "<w:r><w:noBreakHyphen/></w:r>"
                + run("op, con")
                + "<w:r><w:softHyphen/></w:r>"
                + run("stituency")
                + "<w:r><w:tab/></w:r>"
                + run("after a tab")
                + "</w:p>")
        .body(
            "<w:p>"
                + run("Proposed by Marden")
                + "<w:r><w:br/></w:r>"
                + run("Seconded by Hollin")
                + "<w:r><w:br w:type='page'/></w:r>"
                + run("On the next page")
                + "</w:p>")
        .body("<w:p><w:r><w:t>Line feeds of the file\n      are no line breaks</w:t></w:r></w:p>")
        .body("<w:p>" + run("Share: ") + "<m:oMath><m:r><m:t>x=1/2</m:t></m:r></m:oMath></w:p>")
        .body(
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>small</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Base"
                + "</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                + run(" of a word")
                + "</w:p>")
        .bytes();
  }

  private static byte[] dropCapital() {
    return new DocxTraps()
        .body("<w:p><w:pPr><w:framePr w:dropCap='drop' w:lines='3'/></w:pPr>" + run("T") + "</w:p>")
        .p("his branch notes the report.")
        .bytes();
  }

  private static byte[] strict() {
    DocxTraps docx = new DocxTraps();
    docx.main = "word/document2.xml";
    docx.kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    docx.styles(style("H", "heading 2", "", "<w:rPr><w:b w:val='true'/></w:rPr>"))
        .styled("H", "A strict heading")
        .p("Its text.");
    docx.parts.replaceAll((_, xml) ->
        xml.replace(
            OPEN + "wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main"));
    return docx.bytes();
  }

  private static byte[] chapter() {
    DocxTraps docx = new DocxTraps();
    docx.parts.put(
        "word/afchunk.html", "<html><body><p>A chapter kept as a web page.</p></body></html>");
    docx.relations.append(relation("chunk", RELATIONS + "/aFChunk", "afchunk.html"));
    return docx.p("Before the chapter.").body("<w:altChunk r:id='chunk'/>").bytes();
  }

  private static byte[] diagram() {
    DocxTraps docx = new DocxTraps();
    docx.parts.put(
        "word/diagrams/data1.xml",
        XML
            + "<dgm:dataModel xmlns:dgm='"
            + OPEN
            + "drawingml/2006/diagram' xmlns:a='"
            + OPEN
            + "drawingml/2006/main'><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Branch, then"
            + " </a:t></a:r>"
            + "<a:r><a:t>constituency</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>");
    docx.relations.append(relation("data", RELATIONS + "/diagramData", "diagrams/data1.xml"));
    return docx.part(
            "header",
            "header1",
            "<w:hdr"
                + NAMES
                + "><w:p><w:r><w:pict><v:shape>"
                + "<v:textpath string='DRAFT'/></v:shape></w:pict></w:r></w:p></w:hdr>")
        .p("How motions travel:")
        .body("<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>")
        .bytes();
  }

  private DocxTraps body(String xml) {
    body.append(xml);
    return this;
  }

  private DocxTraps p(String text) {
    return body("<w:p>" + run(text) + "</w:p>");
  }

  private DocxTraps styled(String style, String text) {
    return body("<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + run(text) + "</w:p>");
  }

  private DocxTraps listed(int list, int level, String text) {
    return body(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='"
            + level
            + "'/><w:numId w:val='"
            + list
            + "'/></w:numPr></w:pPr>"
            + run(text)
            + "</w:p>");
  }

  private DocxTraps styles(String xml) {
    return part("styles", "styles", "<w:styles" + NAMES + ">" + xml + "</w:styles>");
  }

  private DocxTraps numbering(String xml) {
    return part("numbering", "numbering", "<w:numbering" + NAMES + ">" + xml + "</w:numbering>");
  }

  private DocxTraps part(String type, String name, String xml) {
    parts.put("word/" + name + ".xml", XML + xml);
    relations.append(relation(name, kinds + "/" + type, name + ".xml"));
    return this;
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id='" + id + "' Type='" + type + "' Target='" + target + "'/>";
  }

  private static String style(String id, String name, String base, String properties) {
    return "<w:style w:type='paragraph' w:styleId='"
        + id
        + "'><w:name w:val='"
        + name
        + "'/>"
        + (base.isEmpty() ? "" : "<w:basedOn w:val='" + base + "'/>")
        + properties
        + "</w:style>";
  }

  private static String list(int id, String... levels) {
    return "<w:abstractNum w:abstractNumId='"
        + id
        + "'>"
        + String.join("", levels)
        + "</w:abstractNum>";
  }

  private static String level(int level, String format, String text) {
    return level(level, format, text, "");
  }

  private static String level(int level, String format, String text, String more) {
    String start = more.contains("w:start") ? "" : "<w:start w:val='1'/>";
    return "<w:lvl w:ilvl='"
        + level
        + "'>"
        + start
        + "<w:numFmt w:val='"
        + format
        + "'/>"
        + more
        + "<w:lvlText w:val='"
        + text
        + "'/></w:lvl>";
  }

  private static String num(int id, int list, String overrides) {
    return "<w:num w:numId='"
        + id
        + "'><w:abstractNumId w:val='"
        + list
        + "'/>"
        + overrides
        + "</w:num>";
  }

  private static String run(String text) {
    return run("", text);
  }

  private static String run(String properties, String text) {
    return "<w:r>"
        + (properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>")
        + "<w:t xml:space='preserve'>"
        + text
        + "</w:t></w:r>";
  }

  private static String instr(String code) {
    return "<w:r><w:instrText xml:space='preserve'>" + Zip.escape(code) + "</w:instrText></w:r>";
  }

  private static String del(String text) {
    return "<w:del"
        + BY
        + "><w:r><w:delText xml:space='preserve'>"
        + text
        + "</w:delText></w:r></w:del>";
  }

  private static String ins(String runs) {
    return "<w:ins" + BY + ">" + runs + "</w:ins>";
  }

  private static String table(String... rows) {
    return "<w:tbl><w:tblPr/>" + String.join("", rows) + "</w:tbl>";
  }

  private static String row(String... cells) {
    return "<w:tr>" + String.join("", cells) + "</w:tr>";
  }

  private static String cell(String text) {
    return cell(text, "");
  }

  private static String cell(String text, String properties) {
    String paragraph = text.isEmpty() ? "<w:p/>" : "<w:p>" + run(text) + "</w:p>";
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph + "</w:tc>";
  }

  private byte[] bytes() {
    String wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    StringBuilder types = new StringBuilder();
    for (String part : parts.keySet()) {
      String name = part.substring(part.lastIndexOf('/') + 1).replaceAll("\\d*\\.xml$", "");
      types.append(
          part.endsWith(".xml") && !part.contains("diagrams")
              ? "<Override PartName='/" + part + "' ContentType='" + wordType + name + "+xml'/>"
              : "");
    }
    String namespaces =
        kinds.equals(RELATIONS)
            ? NAMES
            : NAMES.replace(
                OPEN + "wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main");
    Zip zip =
        new Zip()
            .add(
                "[Content_Types].xml",
                XML
                    + "<Types xmlns='"
                    + OPEN
                    + "package/2006/content-types'><Default Extension='rels'"
                    + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default"
                    + " Extension='xml' ContentType='application/xml'/><Default Extension='html'"
                    + " ContentType='text/html'/><Override PartName='/"
                    + main
                    + "' ContentType='"
                    + wordType
                    + "document.main+xml'/>"
                    + types
                    + "</Types>")
            .add("_rels/.rels", relationships(relation("rId1", kinds + "/officeDocument", main)))
            .add(
                main,
                XML + "<w:document" + namespaces + "><w:body>" + body + "</w:body></w:document>")
            .add(
                main.replace("word/", "word/_rels/") + ".rels",
                relationships(relations.toString()));
    parts.forEach(zip::add);
    return zip.toBytes();
  }

  private static String relationships(String relations) {
    return XML
        + "<Relationships xmlns='"
        + OPEN
        + "package/2006/relationships'>"
        + relations
        + "</Relationships>";
  }
}
