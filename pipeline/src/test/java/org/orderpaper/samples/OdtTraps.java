package org.orderpaper.samples;

import java.util.LinkedHashMap;
import java.util.Map;

/** OpenDocument texts by their own XML, each with one trap for readers. */
final class OdtTraps {

  private static final String TYPE = "application/vnd.oasis.opendocument.text";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String NAMES =
      names("office", "text", "table", "style")
          + " xmlns:draw='"
          + OASIS
          + "drawing:1.0' xmlns:fo='"
          + OASIS
          + "xsl-fo-compatible:1.0' xmlns:svg='"
          + OASIS
          + "svg-compatible:1.0'"
          + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
          + " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"
          + " office:version='1.3'>";

  private OdtTraps() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("numbers-continued-started-and-headed.odt", numbers());
    all.put("numbers-in-every-format.odt", formats());
    all.put("numbers-of-headings.odt", headings());
    all.put("tracked-changes-accepted.odt", tracked());
    all.put("hidden-text-and-sections-are-set-apart.odt", hidden());
    all.put("bold-and-normal-weight.odt", bold());
    all.put("tables-with-spans-and-covered-cells.odt", tables());
    all.put("frames-shapes-notes-and-comments.odt", frames());
    all.put("headers-that-are-switched-off.odt", headers());
    all.put("fields-scripts-and-white-space.odt", fields());
    return all;
  }

  private static byte[] numbers() {
    return odt(
        list("L", level(1, "1", ".", ""), level(2, "a", ")", "")),
        "<text:list text:style-name='L' xml:id='one'>"
            + item("", p("First"))
            + item(
                "",
                p("Second")
                    + "<text:list>"
                    + item("", p("inner"))
                    + item("", p("inner again"))
                    + "</text:list>")
            + "<text:list-header>"
            + p("A header has no number")
            + "</text:list-header></text:list>"
            + p("Text between.")
            + "<text:list text:style-name='L' text:continue-numbering='true'>"
            + item("", p("Third"))
            + "</text:list><text:list text:style-name='L'>"
            + item("", p("A new list"))
            + item(" text:start-value='9'", p("Set to nine") + p("Its second paragraph"))
            + "</text:list><text:list text:style-name='L' text:continue-list='one'>"
            + item("", p("Goes on with the first list"))
            + "</text:list>"
            + "<text:list text:style-name='L'>"
            + item("", "<text:list>" + item("", p("Level two first")) + "</text:list>")
            + item("", p("then level one"))
            + "</text:list>");
  }

  private static byte[] formats() {
    StringBuilder lists = new StringBuilder();
    StringBuilder body = new StringBuilder();
    String[] formats = {"1", "a", "A", "i", "I", "01", ""};
    for (int i = 0; i < formats.length; i++) {
      lists.append(list("F" + i, level(1, formats[i], ".", " text:start-value='28'")));
      body.append(
          "<text:list text:style-name='F"
              + i
              + "'>"
              + item("", p("format " + formats[i]))
              + "</text:list>");
    }
    lists.append(
        list("Sync", level(1, "a", ")", " text:start-value='28' style:num-letter-sync='true'")));
    lists.append(
        list("Deep", level(1, "1", "", ""), level(2, "1", "", " text:display-levels='2'")));
    lists.append(list("Own", level(1, "1", "", " loext:num-list-format='Motion %1%:'")));
    body.append(
        "<text:list text:style-name='Sync'>" + item("", p("letters doubled")) + "</text:list>");
    body.append(
        "<text:list text:style-name='Deep'>"
            + item("", p("outer") + "<text:list>" + item("", p("two levels")) + "</text:list>")
            + "</text:list>");
    body.append("<text:list text:style-name='Own'>" + item("", p("in words")) + "</text:list>");
    return odt(lists.toString(), body.toString());
  }

  private static byte[] headings() {
    return odt(
        "<style:style style:name='Out' style:family='paragraph' style:list-style-name=''/>",
        "<text:outline-style style:name='Outline'><text:outline-level-style text:level='1'"
            + " style:num-format='1' style:num-suffix='.'/><text:outline-level-style text:level='2'"
            + " style:num-format='1' text:display-levels='2'/></text:outline-style>",
        "",
        h(1, "", "Opening")
            + h(2, "", "Apologies")
            + h(2, " text:is-list-header='true'", "No number")
            + h(1, " text:style-name='Out'", "Out of the outline")
            + h(1, "", "Motions")
            + h(2, "", "Buses")
            + h(1, " text:restart-numbering='true' text:start-value='9'", "Set to nine"));
  }

  private static byte[] tracked() {
    String info = "<office:change-info><dc:creator>Secretary</dc:creator></office:change-info>";
    return odt(
        "",
        "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>"
            + info
            + p("condemns")
            + "</text:deletion></text:changed-region><text:changed-region text:id='c2'>"
            + "<text:insertion>"
            + info
            + "</text:insertion></text:changed-region></text:tracked-changes>"
            + p(
                "The branch <text:change text:change-id='c1'/><text:change-start"
                    + " text:change-id='c2'/>thanks<text:change-end text:change-id='c2'/> the"
                    + " council."));
  }

  private static byte[] hidden() {
    return odt(
        text("H", "paragraph", "text:display='none'") + text("S", "text", "text:display='none'"),
        p("Carried <text:span text:style-name='S'>by the chair alone </text:span>unanimously.")
            + "<text:p text:style-name='H'>A whole hidden paragraph.</text:p>"
            + "<text:section text:name='a' text:display='none'>"
            + p("In a hidden section.")
            + "</text:section><text:section text:name='b' text:display='condition'"
            + " text:condition='x' text:is-hidden='true'>"
            + p("Hidden by its condition.")
            + "</text:section>"
            + "<text:section text:name='c' text:display='condition' text:condition='x'>"
            + p("Shown by its condition.")
            + "</text:section>"
            + p(
                "<text:hidden-paragraph text:condition='x' text:is-hidden='true'/>Hidden by a"
                    + " field.")
            + p(
                "Words <text:hidden-text text:condition='x' text:string-value='unseen'"
                    + " text:is-hidden='true'/><text:hidden-text text:condition='x'"
                    + " text:string-value='seen' text:is-hidden='false'/>.")
            + "<table:table><table:table-row table:visibility='collapse'>"
            + cell("Hidden")
            + cell("row")
            + "</table:table-row><table:table-row>"
            + cell("Seen")
            + cell("row")
            + "</table:table-row></table:table>");
  }

  private static byte[] bold() {
    return odt(
        text("B", "paragraph", "fo:font-weight='bold'")
            + text("N", "text", "fo:font-weight='normal'")
            + text("W", "text", "fo:font-weight='600'"),
        "<text:p text:style-name='B'>Bold by the paragraph</text:p><text:p"
            + " text:style-name='B'><text:span text:style-name='N'>Made normal</text:span></text:p>"
            + p(
                "<text:span text:style-name='W'>Motion 5</text:span><text:line-break/>Proposed by"
                    + " Marden branch"));
  }

  private static byte[] tables() {
    return odt(
        "",
        "<table:table><table:table-header-rows><table:table-row><table:table-cell"
            + " table:number-rows-spanned='2'>"
            + p("Motion")
            + "</table:table-cell><table:table-cell"
            + " table:number-columns-spanned='2'>"
            + p("Votes")
            + "</table:table-cell><table:covered-table-cell/>"
            + "</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>"
            + cell("For")
            + cell("Against")
            + "</table:table-row><table:table-row>"
            + cell("Buses")
            + cell("23")
            + cell("4")
            + "</table:table-row><table:table-row><table:table-cell"
            + " table:number-columns-spanned='3'>"
            + p("A line over all columns")
            + "</table:table-cell><table:covered-table-cell"
            + " table:number-columns-repeated='2'/></table:table-row></table:table>");
  }

  private static byte[] frames() {
    return odt(
        "",
        p(
                "Text with a frame<draw:frame><draw:text-box>"
                    + p("in a frame")
                    + "</draw:text-box><svg:title>no"
                    + "</svg:title></draw:frame> and a shape<draw:rect>"
                    + p("in a shape")
                    + "</draw:rect>.")
            + p(
                "A note<text:note"
                    + " text:note-class='footnote'><text:note-citation>1</text:note-citation>"
                    + "<text:note-body>"
                    + p("Below the page.")
                    + "</text:note-body></text:note> and a comment"
                    + "<office:annotation><dc:creator>Jo</dc:creator><dc:date>2021-01-01</dc:date>"
                    + p("Is that right?")
                    + "</office:annotation>."));
  }

  private static byte[] headers() {
    return odt(
        "",
        "",
        "<style:master-page style:name='Standard'><style:header>"
            + p("Marden Ward")
            + "</style:header>"
            + "<style:header-left style:display='false'>"
            + p("Switched off")
            + "</style:header-left>"
            + "<style:footer>"
            + p("Page <text:page-number>1</text:page-number>")
            + "</style:footer></style:master-page>",
        p("Body."));
  }

  private static byte[] fields() {
    return odt(
        "",
        p("Two<text:s text:c='3'/>spaces,\n      a line feed<text:tab/>and a tab.")
            + p(
                "<text:script script:language='js' xmlns:script='"
                    + OASIS
                    + "script:1.0'>alert()</text:script>No script.")
            + p(
                "On <text:date>12 May 2022</text:date><text:variable-set text:name='v'"
                    + " text:display='none'>7</text:variable-set>, <text:a>a link</text:a>,"
                    + " <text:ruby><text:ruby-base>base</text:ruby-base>"
                    + "<text:ruby-text>small</text:ruby-text></text:ruby>.")
            + "<text:table-of-content><text:index-body><text:index-title>"
            + p("Contents")
            + "</text:index-title>"
            + p("1 Motions<text:tab/>2")
            + "</text:index-body></text:table-of-content>");
  }

  private static String names(String... prefixes) {
    StringBuilder names = new StringBuilder();
    for (String prefix : prefixes) {
      names.append(" xmlns:" + prefix + "='" + OASIS + prefix + ":1.0'");
    }
    return names.toString();
  }

  private static String list(String name, String... levels) {
    return "<text:list-style style:name='"
        + name
        + "'>"
        + String.join("", levels)
        + "</text:list-style>";
  }

  private static String level(int level, String format, String suffix, String more) {
    return "<text:list-level-style-number text:level='"
        + level
        + "' style:num-format='"
        + format
        + "' style:num-suffix='"
        + suffix
        + "'"
        + more
        + "/>";
  }

  private static String text(String name, String family, String properties) {
    return "<style:style style:name='"
        + name
        + "' style:family='"
        + family
        + "'><style:text-properties "
        + properties
        + "/></style:style>";
  }

  private static String item(String attributes, String content) {
    return "<text:list-item" + attributes + ">" + content + "</text:list-item>";
  }

  private static String p(String content) {
    return "<text:p>" + content + "</text:p>";
  }

  private static String h(int level, String attributes, String content) {
    return "<text:h text:outline-level='" + level + "'" + attributes + ">" + content + "</text:h>";
  }

  private static String cell(String content) {
    return "<table:table-cell>" + p(content) + "</table:table-cell>";
  }

  private static byte[] odt(String automaticStyles, String body) {
    return odt(automaticStyles, "", "", body);
  }

  private static byte[] odt(String automatic, String styles, String masters, String body) {
    return new Zip()
        .addStored("mimetype", TYPE)
        .add(
            "content.xml",
            XML
                + "<office:document-content"
                + NAMES
                + "<office:automatic-styles>"
                + automatic
                + "</office:automatic-styles><office:body><office:text>"
                + body
                + "</office:text></office:body></office:document-content>")
        .add(
            "styles.xml",
            XML
                + "<office:document-styles"
                + NAMES
                + "<office:styles>"
                + styles
                + "</office:styles><office:master-styles>"
                + masters
                + "</office:master-styles></office:document-styles>")
        .add(
            "META-INF/manifest.xml",
            XML
                + "<manifest:manifest xmlns:manifest='"
                + OASIS
                + "manifest:1.0' manifest:version='1.3'><manifest:file-entry manifest:full-path='/'"
                + " manifest:media-type='"
                + TYPE
                + "'/><manifest:file-entry manifest:full-path='content.xml'"
                + " manifest:media-type='text/xml'/><manifest:file-entry"
                + " manifest:full-path='styles.xml'"
                + " manifest:media-type='text/xml'/></manifest:manifest>")
        .toBytes();
  }
}
