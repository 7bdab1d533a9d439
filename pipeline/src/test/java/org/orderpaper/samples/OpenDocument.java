package org.orderpaper.samples;

import static org.orderpaper.samples.Zip.escape;

import java.util.List;
import org.orderpaper.samples.Source.Kind;
import org.orderpaper.samples.Source.Mark;
import org.orderpaper.samples.Source.Paragraph;
import org.orderpaper.samples.Source.Run;

/** An ODT, with true lists, headings, tables and bold spans. */
final class OpenDocument {

  private static final String TYPE = "application/vnd.oasis.opendocument.text";
  private static final String NAMES =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
          + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
          + " office:version=\"1.2\">";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private OpenDocument() {}

  static byte[] of(Source source) {
    return new Zip()
        .addStored("mimetype", TYPE)
        .add("content.xml", content(source))
        .add("styles.xml", styles(source))
        .add(
            "META-INF/manifest.xml",
            XML
                + "<manifest:manifest"
                + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                + " manifest:version=\"1.2\">"
                + entry("/", TYPE)
                + entry("content.xml", "text/xml")
                + entry("styles.xml", "text/xml")
                + "</manifest:manifest>")
        .toBytes();
  }

  private static String entry(String path, String type) {
    return "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>"
        .formatted(path, type);
  }

  private static String content(Source source) {
    StringBuilder body = new StringBuilder();
    List<Paragraph> paragraphs = source.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.isRow()) {
        if (i == 0 || !paragraphs.get(i - 1).isRow()) {
          body.append("<table:table><table:table-column table:number-columns-repeated=\"")
              .append(paragraph.cells().size())
              .append("\"/>");
        }
        body.append(row(paragraph));
        if (i + 1 == paragraphs.size() || !paragraphs.get(i + 1).isRow()) {
          body.append("</table:table>");
        }
      } else {
        body.append(block(paragraph)).append('\n');
      }
    }
    return XML
        + "<office:document-content"
        + NAMES
        + "<office:automatic-styles><style:style style:name=\"B\""
        + " style:family=\"text\"><style:text-properties"
        + " fo:font-weight=\"bold\"/></style:style><style:style style:name=\"Break\""
        + " style:family=\"paragraph\"><style:paragraph-properties"
        + " fo:break-before=\"page\"/></style:style>"
        + listStyle(new Numbering(source).levels())
        + "</office:automatic-styles><office:body><office:text>"
        + body
        + "</office:text></office:body></office:document-content>";
  }

  private static String block(Paragraph paragraph) {
    return switch (paragraph.kind()) {
      case EMPTY -> "<text:p/>";
      case PAGE_BREAK -> "<text:p text:style-name=\"Break\"/>";
      case HEADING ->
          "<text:h text:style-name=\"Heading_20_%1$d\" text:outline-level=\"%1$d\">%2$s</text:h>"
              .formatted(paragraph.level() + 1, spans(paragraph.text()));
      case BOLD ->
          p("<text:span text:style-name=\"B\">" + spans(paragraph.text()) + "</text:span>");
      case QUOTE ->
          "<text:p text:style-name=\"Quotations\">" + spans(paragraph.text()) + "</text:p>";
      case BULLET ->
          "<text:list><text:list-item>"
              + p(spans(paragraph.text()))
              + "</text:list-item></text:list>";
      case NUMBERED, RESTARTED -> numbered(paragraph);
      case TEXT -> p(spans(paragraph.text()));
      case ROW, HEADER_ROW -> throw new IllegalStateException("a row stands in a table");
    };
  }

  private static String numbered(Paragraph paragraph) {
    String restart = paragraph.kind() == Kind.RESTARTED ? " text:start-value=\"1\"" : "";
    String open =
        "<text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item"
            + restart
            + ">";
    int level = paragraph.level();
    return open
        + "<text:list><text:list-item>".repeat(level)
        + p(spans(paragraph.text()))
        + "</text:list-item></text:list>".repeat(level + 1);
  }

  private static String p(String content) {
    return "<text:p>" + content + "</text:p>";
  }

  private static String spans(String text) {
    StringBuilder spans = new StringBuilder();
    for (Run run : Source.runs(text)) {
      String content =
          escape(run.text()).replace("\t", "<text:tab/>").replace(" // ", "<text:line-break/>");
      spans.append(
          run.mark() == Mark.BOLD
              ? "<text:span text:style-name=\"B\">" + content + "</text:span>"
              : content);
    }
    return spans.toString();
  }

  private static String row(Paragraph row) {
    StringBuilder cells = new StringBuilder("<table:table-row>");
    for (String cell : row.cells()) {
      cells
          .append("<table:table-cell office:value-type=\"string\">")
          .append(p(spans(cell)))
          .append("</table:table-cell>");
    }
    return cells.append("</table:table-row>").toString();
  }

  private static String listStyle(List<String> levels) {
    StringBuilder style = new StringBuilder("<text:list-style style:name=\"L\">");
    for (int level = 0; level < levels.size(); level++) {
      String form = levels.get(level);
      style.append(
          "<text:list-level-style-number text:level=\"%d\" style:num-format=\"%s\" style:num-suffix=\"%s\"/>"
              .formatted(
                  level + 1,
                  Numbering.formOf(levels, level, "1", "a", "A", "i"),
                  form.substring(form.length() - 1)));
    }
    return style.append("</text:list-style>").toString();
  }

  private static String styles(Source source) {
    return XML
        + "<office:document-styles"
        + NAMES
        + "<office:master-styles><style:master-page style:name=\"Standard\""
        + " style:page-layout-name=\"P\"><style:header>"
        + p(escape(source.option("header", "")))
        + "</style:header><style:footer>"
        + p(escape(source.option("footer", "")))
        + "</style:footer></style:master-page></office:master-styles></office:document-styles>";
  }
}
