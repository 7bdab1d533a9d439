package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.contained;
import static org.orderpaper.hostile.HostileFile.lengthy;
import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.OfficeFiles.paragraph;
import static org.orderpaper.hostile.OfficeFiles.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Markup that nests without end, or repeats one small thing a million times. */
final class DeepFiles {

  private static final int DEEP = 10_000;
  private static final String TEXT = "The meeting noted the raffle.";

  /** Deep markup is read as far as it goes, or given up by name; it ends nothing else. */
  private DeepFiles() {}

  static List<HostileFile> files() {
    List<HostileFile> files = new ArrayList<>();
    files.addAll(office());
    files.addAll(markup());
    files.addAll(wide());
    return files;
  }

  private static List<HostileFile> office() {
    List<HostileFile> files = new ArrayList<>();
    Map<String, String[]> nests =
        Map.of(
            "elements", new String[] {"<w:x>", "</w:x>"},
            "tables", new String[] {"<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"},
            "controls", new String[] {"<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"},
            "insertions", new String[] {"<w:p><w:ins>", "</w:ins></w:p>"},
            "text-boxes",
                new String[] {
                  "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
                });
    nests.forEach((name, nest) ->
        files.add(
            quick(
                "deep/" + name + ".docx",
                "limit",
                () ->
                    OfficeFiles.docx(
                        paragraph(TEXT) + nested(nest[0], paragraph(TEXT), nest[1])))));
    Map<String, String[]> openNests =
        Map.of(
            "spans", new String[] {"<text:span>", "</text:span>"},
            "lists", new String[] {"<text:list><text:list-item>", "</text:list-item></text:list>"},
            "sections", new String[] {"<text:section>", "</text:section>"},
            "tables",
                new String[] {
                  "<table:table><table:table-row><table:table-cell>",
                  "</table:table-cell></table:table-row></table:table>"
                });
    openNests.forEach((name, nest) ->
        files.add(
            quick(
                "deep/" + name + ".odt",
                "limit",
                () ->
                    OfficeFiles.odt(
                        "<text:p>"
                            + TEXT
                            + "</text:p>"
                            + nested(nest[0], "<text:p>" + TEXT + "</text:p>", nest[1])))));
    return files;
  }

  private static List<HostileFile> markup() {
    List<HostileFile> files = new ArrayList<>();
    for (String tag :
        List.of("div", "b", "ul><li", "table><tr><td", "blockquote", "p><a", "font")) {
      String name = tag.substring(0, tag.indexOf('>') < 0 ? tag.length() : tag.indexOf('>'));
      files.add(
          quick(
              "deep/" + name + ".html",
              "checked",
              () ->
                  utf8("<html><body><p>" + TEXT + "</p>" + ("<" + tag + ">").repeat(DEEP) + TEXT)));
    }
    files.add(
        quick(
            "deep/groups.rtf",
            "checked",
            () -> utf8("{\\rtf1\\ansi " + TEXT + "\\par " + nested("{", TEXT, "}") + "}")));
    files.add(
        quick(
            "deep/groups-never-closed.rtf",
            "checked-partial",
            () -> utf8("{\\rtf1\\ansi " + TEXT + "\\par " + "{\\b ".repeat(200_000))));
    files.add(
        quick(
            "deep/binary-of-2-gigabytes.rtf",
            "checked-partial",
            () -> utf8("{\\rtf1\\ansi " + TEXT + "\\par {\\bin2147483647 x}}")));
    files.add(
        quick(
            "deep/binary-of-minus-5.rtf",
            "checked",
            () -> utf8("{\\rtf1\\ansi " + TEXT + "\\par {\\bin-5 x}\\u-99999999999 ?\\par}")));
    files.add(
        quick(
            "deep/repeated-columns.odt",
            "checked",
            () ->
                OfficeFiles.odt(
                    "<text:p>"
                        + TEXT
                        + "<text:s text:c='2147483647'/></text:p><table:table>"
                        + "<table:table-row table:number-rows-repeated='1000000000'>"
                        + "<table:table-cell table:number-columns-repeated='1000000000'><text:p>a"
                        + "</text:p></table:table-cell></table:table-row></table:table>")));
    files.add(
        quick(
            "deep/column-spans.html",
            "checked",
            () ->
                utf8(
                    "<html><body><table><tr><td colspan=2147483647 rowspan=2147483647>"
                        + TEXT
                        + "</td></tr><tr><td colspan=-9>a</td></tr></table>")));
    files.add(
        quick(
            "deep/grid-spans.docx",
            "checked",
            () ->
                OfficeFiles.docx(
                    paragraph(TEXT)
                        + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2147483647'/></w:tcPr>"
                        + paragraph("a")
                        + "</w:tc></w:tr></w:tbl>")));
    files.add(quick("deep/styles-in-a-circle.docx", "checked", DeepFiles::stylesInACircle));
    return files;
  }

  private static byte[] stylesInACircle() {
    Map<String, byte[]> entries =
        OfficeFiles.docxEntries(
            OfficeFiles.document(
                "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>"
                    + TEXT
                    + "</w:t></w:r></w:p>"),
            OfficeFiles.relation("styles", "styles.xml", "")
                + OfficeFiles.relation("numbering", "numbering.xml", ""));
    String basedOn =
        "<w:style w:type='paragraph' w:styleId='%s'><w:basedOn w:val='%s'/><w:link w:val='%s'/>"
            + "<w:pPr><w:numPr><w:ilvl w:val='2147483647'/><w:numId w:val='1'/></w:numPr></w:pPr>"
            + "</w:style>";
    entries.put(
        "word/styles.xml",
        utf8(
            "<w:styles "
                + OfficeFiles.W
                + ">"
                + basedOn.formatted("a", "b", "a")
                + basedOn.formatted("b", "a", "b")
                + "</w:styles>"));
    entries.put(
        "word/numbering.xml",
        utf8(
            "<w:numbering "
                + OfficeFiles.W
                + "><w:abstractNum w:abstractNumId='1'><w:styleLink w:val='a'/><w:numStyleLink"
                + " w:val='a'/><w:lvl w:ilvl='0'><w:start w:val='2147483647'/><w:numFmt"
                + " w:val='upperRoman'/><w:lvlText w:val='%1.%1.%1.%9'/></w:lvl></w:abstractNum>"
                + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>"));
    return OfficeFiles.zip(entries);
  }

  private static List<HostileFile> wide() {
    return List.of(
        lengthy(
            "deep/million-empty-cells.docx",
            "checked|checked-partial|bomb",
            () -> OfficeFiles.docx(paragraph(TEXT) + table("<w:tc><w:p/></w:tc>", 1_000_000))),
        lengthy(
            "deep/million-cells-in-a-row.docx",
            "checked|checked-partial|bomb",
            () ->
                OfficeFiles.docx(
                    paragraph(TEXT) + table("<w:tc>" + paragraph("a") + "</w:tc>", 1_000_000))),
        quick(
            "deep/cells-50000.docx",
            "checked|checked-partial",
            () ->
                OfficeFiles.docx(
                    paragraph(TEXT) + table("<w:tc>" + paragraph("a") + "</w:tc>", 50_000))),
        quick(
            "deep/runs-100000.docx",
            "checked",
            () ->
                OfficeFiles.docx(
                    paragraph(TEXT)
                        + "<w:p>"
                        + "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>".repeat(100_000)
                        + "</w:p>")),
        quick(
            "deep/attributes-20000.html",
            "checked",
            () -> utf8("<html><body><p " + attributes(20_000) + ">" + TEXT + "</p>")),
        quick(
            "deep/paragraphs-20000.docx",
            "checked",
            () -> OfficeFiles.docx(paragraph("a").repeat(20_000))),
        contained(
            "deep/paragraphs-1-million.docx",
            "bomb",
            () -> OfficeFiles.docx(paragraph("a").repeat(1_000_000))),
        quick(
            "deep/breaks-100000.html",
            "checked|checked-partial",
            () -> utf8("<html><body><p>" + TEXT + "<br>a".repeat(100_000))),
        quick(
            "deep/unclosed-50000.html",
            "checked",
            () -> utf8("<html><body>" + TEXT + "<i><b></i>".repeat(3_000))));
  }

  private static String table(String cell, int cells) {
    return "<w:tbl><w:tr>" + cell.repeat(cells) + "</w:tr></w:tbl>";
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("='x'");
    }
    return attributes.toString();
  }

  private static String nested(String open, String inside, String close) {
    return open.repeat(DEEP) + inside + close.repeat(DEEP);
  }
}
