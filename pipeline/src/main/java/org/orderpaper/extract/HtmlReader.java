package org.orderpaper.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/** Reads web pages, and documents that a word processor saved as one. */
final class HtmlReader implements FormatReader {

  private static final Pattern CHARSET =
      Pattern.compile(
          "(?i)<(?:meta[^>]{0,200}charset|\\?xml[^>]{0,100}encoding)\\s*=\\s*[\"']?([a-z0-9_:-]+)");
  private static final int HEAD = 4096;

  @Override
  public Reading read(Source source) {
    Document page = parse(TextDecoder.decode(source.bytes(), declaredCharset(source.bytes())));
    DocumentWriter writer = source.writer();
    HtmlLayout layout = new HtmlLayout(false);
    List<Draft> body = layout.blocksOf(page.body());
    writer.addAll(layout.apart(BlockKind.PAGE_HEADER));
    writer.addAll(body);
    writer.addAll(layout.apart(BlockKind.FOOTNOTE));
    writer.addAll(layout.apart(BlockKind.COMMENT));
    writer.addAll(layout.apart(BlockKind.PAGE_FOOTER));
    writer.addAll(layout.apart(BlockKind.HIDDEN));
    writer.title(page.title());
    return Reading.of(writer.finish());
  }

  /** Parses markup; nothing that it points at is fetched. */
  static Document parse(String markup) {
    return Jsoup.parse(markup);
  }

  private static @Nullable String declaredCharset(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    String head = new String(bytes, 0, length, TextDecoder.WINDOWS_1252);
    Matcher charset = CHARSET.matcher(head);
    return charset.find() ? charset.group(1) : null;
  }
}
