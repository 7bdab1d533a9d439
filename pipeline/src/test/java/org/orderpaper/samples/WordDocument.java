package org.orderpaper.samples;

import static org.orderpaper.samples.Zip.escape;

import java.util.List;
import org.orderpaper.samples.Source.Kind;
import org.orderpaper.samples.Source.Paragraph;
import org.orderpaper.samples.Source.Run;

/**
 * A DOCX. {@code numbering: direct} numbers paragraphs as Word's toolbar button does, {@code
 * styles} by paragraph styles, {@code headings} by the heading styles.
 */
final class WordDocument {

  private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String BY = " w:author=\"Secretary\" w:date=\"2021-01-01T00:00:00Z\"";
  private static final int BULLETS = 99;

  private final Source source;
  private final Numbering numbering;
  private final String numberedBy;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder comments = new StringBuilder();
  private int list = 1;
  private int marks = 0;

  private WordDocument(Source source) {
    this.source = source;
    numbering = new Numbering(source);
    numberedBy = source.option("numbering", "direct");
  }

  static byte[] of(Source source) {
    return new WordDocument(source).make();
  }

  private byte[] make() {
    List<Paragraph> paragraphs = source.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.isRow()) {
        if (i == 0 || !paragraphs.get(i - 1).isRow()) {
          openTable(paragraph.cells().size());
        }
        row(paragraph);
        if (i + 1 == paragraphs.size() || !paragraphs.get(i + 1).isRow()) {
          body.append("</w:tbl><w:p/>");
        }
      } else {
        paragraph(paragraph);
      }
    }
    return new Zip()
        .add("[Content_Types].xml", contentTypes())
        .add("_rels/.rels", relations("officeDocument", "word/document.xml"))
        .add(
            "word/_rels/document.xml.rels",
            relations(
                "styles",
                "styles.xml",
                "numbering",
                "numbering.xml",
                "comments",
                "comments.xml",
                "header",
                "header1.xml",
                "footer",
                "footer1.xml"))
        .add("word/document.xml", document())
        .add("word/styles.xml", styles())
        .add("word/numbering.xml", lists())
        .add("word/comments.xml", part("comments", comments.toString()))
        .add("word/header1.xml", part("hdr", edge("header")))
        .add("word/footer1.xml", part("ftr", edge("footer")))
        .toBytes();
  }

  private void paragraph(Paragraph paragraph) {
    switch (paragraph.kind()) {
      case EMPTY -> body.append("<w:p/>");
      case PAGE_BREAK -> body.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
      case HEADING -> text(style("Heading" + (paragraph.level() + 1)), paragraph.text(), false);
      case BOLD -> text("", paragraph.text(), true);
      case BULLET -> text(number(BULLETS, 0), paragraph.text(), false);
      case QUOTE -> text(style("Quote"), paragraph.text(), false);
      case NUMBERED, RESTARTED -> {
        if (paragraph.kind() == Kind.RESTARTED) {
          list++;
        }
        String properties =
            numberedBy.equals("styles")
                ? style("Item" + (paragraph.level() + 1))
                : number(list, paragraph.level());
        text(properties, paragraph.text(), false);
      }
      case TEXT -> text("", paragraph.text(), false);
      case ROW, HEADER_ROW -> throw new IllegalStateException("a row stands in a table");
    }
  }

  private static String style(String id) {
    return "<w:pStyle w:val=\"" + id + "\"/>";
  }

  private static String number(int list, int level) {
    return "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>"
        .formatted(level, list);
  }

  private void text(String properties, String text, boolean bold) {
    body.append("<w:p>");
    if (!properties.isEmpty()) {
      body.append("<w:pPr>").append(properties).append("</w:pPr>");
    }
    for (Run run : Source.runs(text)) {
      run(run, bold);
    }
    body.append("</w:p>\n");
  }

  private void run(Run run, boolean bold) {
    int id = marks++;
    switch (run.mark()) {
      case PLAIN -> body.append(run(run.text(), bold, "t"));
      case BOLD -> body.append(run(run.text(), true, "t"));
      case DELETED ->
          body.append("<w:del w:id=\"" + id + "\"" + BY + ">")
              .append(run(run.text(), bold, "delText"))
              .append("</w:del>");
      case INSERTED ->
          body.append("<w:ins w:id=\"" + id + "\"" + BY + ">")
              .append(run(run.text(), bold, "t"))
              .append("</w:ins>");
      case COMMENT -> {
        body.append("<w:r><w:commentReference w:id=\"" + id + "\"/></w:r>");
        comments
            .append("<w:comment w:id=\"" + id + "\"" + BY + "><w:p>")
            .append(run(run.text(), false, "t"))
            .append("</w:p></w:comment>");
      }
    }
  }

  private static String run(String text, boolean bold, String element) {
    String open = "<w:" + element + " xml:space=\"preserve\">";
    String close = "</w:" + element + ">";
    String content =
        open
            + escape(text)
                .replace("\t", close + "<w:tab/>" + open)
                .replace(" // ", close + "<w:br/>" + open)
            + close;
    return "<w:r>" + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + content + "</w:r>";
  }

  private void openTable(int columns) {
    body.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid>")
        .append("<w:gridCol w:w=\"2400\"/>".repeat(columns))
        .append("</w:tblGrid>");
  }

  private void row(Paragraph row) {
    body.append("<w:tr>");
    for (String cell : row.cells()) {
      body.append("<w:tc><w:tcPr><w:tcW w:w=\"2400\" w:type=\"dxa\"/></w:tcPr>");
      text("", cell, row.kind() == Kind.HEADER_ROW);
      body.append("</w:tc>");
    }
    body.append("</w:tr>\n");
  }

  private String edge(String which) {
    String text = source.option(which, "");
    return text.isEmpty() ? "<w:p/>" : "<w:p>" + run(text, false, "t") + "</w:p>";
  }

  private String document() {
    return part(
        "document",
        "<w:body>"
            + body
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
            + "<w:footerReference w:type=\"default\" r:id=\"rId5\"/></w:sectPr></w:body>");
  }

  private static String part(String root, String content) {
    return XML
        + "<w:%s xmlns:w=\"%s\" xmlns:r=\"%s\">".formatted(root, MAIN, RELATIONS)
        + content
        + "</w:%s>".formatted(root);
  }

  private String styles() {
    StringBuilder styles = new StringBuilder();
    for (int level = 1; level <= 3; level++) {
      String number = numberedBy.equals("headings") ? number(1, level - 1) : "";
      styles.append(
          "<w:style w:type=\"paragraph\" w:styleId=\"Heading%d\"><w:name w:val=\"heading %d\"/>"
                  .formatted(level, level)
              + "<w:pPr><w:keepNext/>%s<w:outlineLvl w:val=\"%d\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
                  .formatted(number, level - 1));
      styles.append(
          "<w:style w:type=\"paragraph\" w:styleId=\"Item%d\"><w:name w:val=\"Item %d\"/><w:pPr>%s</w:pPr></w:style>"
              .formatted(level, level, number(1, level - 1)));
    }
    styles.append(
        "<w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:pPr><w:ind"
            + " w:left=\"720\"/></w:pPr><w:rPr><w:i/></w:rPr></w:style><w:style w:type=\"table\""
            + " w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/></w:style>");
    return part("styles", styles.toString());
  }

  private String lists() {
    StringBuilder levels = new StringBuilder();
    List<String> forms = numbering.levels();
    for (int level = 0; level < forms.size(); level++) {
      String form = forms.get(level);
      int part = form.chars().filter(c -> c == '1').count() > 1 ? 1 : level + 1;
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < form.length(); i++) {
        char c = form.charAt(i);
        text.append("1aAi".indexOf(c) < 0 ? String.valueOf(c) : "%" + part++);
      }
      levels.append(
          level(
              level,
              Numbering.formOf(forms, level, "decimal", "lowerLetter", "upperLetter", "lowerRoman"),
              text.toString()));
    }
    StringBuilder lists = new StringBuilder();
    lists.append("<w:abstractNum w:abstractNumId=\"1\">").append(levels).append("</w:abstractNum>");
    lists
        .append("<w:abstractNum w:abstractNumId=\"2\">")
        .append(level(0, "bullet", "•"))
        .append("</w:abstractNum>");
    for (int number = 1; number <= list; number++) {
      lists.append(
          "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"1\"/>%s</w:num>"
              .formatted(
                  number,
                  number == 1
                      ? ""
                      : "<w:lvlOverride w:ilvl=\"0\"><w:startOverride"
                          + " w:val=\"1\"/></w:lvlOverride>"));
    }
    lists.append("<w:num w:numId=\"" + BULLETS + "\"><w:abstractNumId w:val=\"2\"/></w:num>");
    return part("numbering", lists.toString());
  }

  private static String level(int level, String form, String text) {
    return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/><w:lvlJc w:val=\"left\"/></w:lvl>"
        .formatted(level, form, text);
  }

  private static String relations(String... typesAndTargets) {
    StringBuilder relations = new StringBuilder(XML);
    relations.append("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      relations.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, RELATIONS, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return relations.append("</Relationships>").toString();
  }

  private static String contentTypes() {
    String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    StringBuilder types = new StringBuilder(XML);
    types.append("<Types xmlns=\"" + PACKAGE + "content-types\">");
    types.append(
        "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    types.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    types.append(
        "<Override PartName=\"/word/document.xml\" ContentType=\""
            + word
            + "document.main+xml\"/>");
    for (String part : List.of("styles", "numbering", "comments", "header1", "footer1")) {
      types.append(
          "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
              .formatted(part, word, part.replace("1", "")));
    }
    return types.append("</Types>").toString();
  }
}
