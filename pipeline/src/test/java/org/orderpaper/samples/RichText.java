package org.orderpaper.samples;

import java.nio.charset.StandardCharsets;
import org.orderpaper.samples.Source.Mark;
import org.orderpaper.samples.Source.Paragraph;
import org.orderpaper.samples.Source.Run;

/** An RTF as an old word processor saves it: typed numbers, bold for headings, plain tables. */
final class RichText {

  private RichText() {}

  static byte[] of(Source source) {
    StringBuilder rtf =
        new StringBuilder(
            "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New"
                + " Roman;}}\\f0\\fs24 ");
    edge(rtf, "header", source.option("header", ""));
    edge(rtf, "footer", source.option("footer", ""));
    Numbering numbering = new Numbering(source);
    for (Paragraph paragraph : source.paragraphs()) {
      rtf.append(block(paragraph, numbering)).append('\n');
    }
    return rtf.append("}\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void edge(StringBuilder rtf, String which, String text) {
    if (!text.isEmpty()) {
      rtf.append("{\\").append(which).append("\\pard ").append(escape(text)).append("\\par}\n");
    }
  }

  private static String block(Paragraph paragraph, Numbering numbering) {
    String text = runs(paragraph.text());
    return switch (paragraph.kind()) {
      case EMPTY -> "\\pard\\par";
      case PAGE_BREAK -> "\\page";
      case HEADING -> "\\pard\\b\\fs28 " + text + "\\b0\\fs24\\par";
      case BOLD -> "\\pard\\b " + text + "\\b0\\par";
      case QUOTE -> "\\pard\\li720\\i " + text + "\\i0\\par";
      case BULLET -> "\\pard\\fi-360\\li720 \\bullet\\tab " + text + "\\par";
      case NUMBERED, RESTARTED ->
          "\\pard\\fi-360\\li%d ".formatted(360 * (paragraph.level() + 1))
              + numbering.next(paragraph)
              + "\\tab "
              + text
              + "\\par";
      case TEXT -> "\\pard " + text + "\\par";
      case ROW, HEADER_ROW -> row(paragraph);
    };
  }

  private static String row(Paragraph row) {
    StringBuilder rtf = new StringBuilder("\\trowd");
    int columns = row.cells().size();
    for (int column = 1; column <= columns; column++) {
      rtf.append("\\cellx").append(9000 * column / columns);
    }
    for (String cell : row.cells()) {
      String text = runs(cell);
      rtf.append("\\pard\\intbl ")
          .append(row.kind() == Source.Kind.HEADER_ROW ? "\\b " + text + "\\b0" : text)
          .append("\\cell");
    }
    return rtf.append("\\row").toString();
  }

  private static String runs(String text) {
    StringBuilder rtf = new StringBuilder();
    for (Run run : Source.runs(text)) {
      String content = escape(run.text()).replace(" // ", "\\line ");
      rtf.append(run.mark() == Mark.BOLD ? "{\\b " + content + "}" : content);
    }
    return rtf.toString();
  }

  private static String escape(String text) {
    StringBuilder rtf = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '{', '}' -> rtf.append('\\').append(c);
        case '\t' -> rtf.append("\\tab ");
        default -> {
          if (c < 128) {
            rtf.append(c);
          } else {
            rtf.append("\\u").append((int) c).append('?');
          }
        }
      }
    }
    return rtf.toString();
  }
}
