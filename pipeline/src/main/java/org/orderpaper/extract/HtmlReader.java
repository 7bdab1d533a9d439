package org.orderpaper.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads web pages, and documents that a word processor saved as one. */
final class HtmlReader implements FormatReader {

  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([a-z0-9_:-]+)");
  private static final int HEAD = 4096;

  @Override
  public Reading read(Source source) {
    Document page = parse(TextDecoder.decode(source.bytes(), declaredCharset(source.bytes())));
    DocumentWriter writer = source.writer();
    writer.addAll(new HtmlLayout(false).blocksOf(page.body()));
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
