package org.orderpaper.report;

import java.util.List;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.Finding;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Span;

/**
 * The words of an item as a page shows them: the heading once, as a title, and the text below it.
 *
 * @param title a single line, cut when it is very long
 * @param excerpt the text, or what matters of it
 * @param whole all of the text when {@code excerpt} is not; else empty
 */
record ItemWords(
    List<Highlights.Piece> title,
    List<List<Highlights.Piece>> excerpt,
    List<List<Highlights.Piece>> whole) {

  private static final int LONGEST_TITLE = 180;

  static ItemWords of(Matter matter, List<Finding> findings) {
    BusinessItem item = matter.item();
    MaskedText masked = matter.masked();
    List<Evidence> evidence =
        findings.stream().flatMap(finding -> finding.evidence().stream()).toList();
    Highlights highlights = Highlights.of(masked, evidence, item.outcomeWords());
    Span heading = new Span(0, titleLength(matter, masked));
    boolean cut = heading.length() > LONGEST_TITLE;
    Span body = new Span(cut ? 0 : heading.end(), masked.text().length());
    boolean isLong = Highlights.isLong(body);
    return new ItemWords(
        title(item, highlights, heading, cut),
        isLong ? highlights.excerpt(body) : highlights.lines(body),
        isLong ? highlights.lines(body) : List.of());
  }

  /** Of a short line without a heading, all is title. */
  private static int titleLength(Matter matter, MaskedText masked) {
    String text = masked.text().strip();
    boolean isLine =
        matter.item().heading().isEmpty()
            && text.length() <= LONGEST_TITLE
            && text.indexOf('\n') < 0;
    return isLine ? masked.text().length() : matter.heading(masked).length();
  }

  private static List<Highlights.Piece> title(
      BusinessItem item, Highlights highlights, Span heading, boolean cut) {
    if (heading.length() == 0) {
      String words = Prose.capitalised(Prose.plain(item.type())) + " without a heading";
      return List.of(new Highlights.Piece(words, null));
    }
    return cut
        ? highlights.cutPieces(new Span(0, highlights.titleEnd(LONGEST_TITLE)))
        : highlights.pieces(heading);
  }

  /** The title without marks. */
  String plainTitle() {
    StringBuilder plain = new StringBuilder();
    title.forEach(piece -> plain.append(piece.text()));
    return plain.toString();
  }
}
