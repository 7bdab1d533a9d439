package org.orderpaper.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML of which nothing is known but that it has text: an element with words of its own is a
 * paragraph with all that is in it. Neither declarations nor entities of the file are followed.
 */
final class XmlReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    String xml = TextDecoder.decode(source.bytes(), null);
    Document document = Jsoup.parse(xml, "", Parser.xmlParser());
    DocumentWriter writer = source.writer();
    Deque<Element> left = new ArrayDeque<>();
    left.push(document);
    while (!left.isEmpty() && !writer.isFull()) {
      Element element = left.pop();
      if (hasWords(element)) {
        writer.addAll(paragraphs(element));
      } else {
        for (@Nullable Element child = element.lastElementChild();
            child != null;
            child = child.previousElementSibling()) {
          left.push(child);
        }
      }
    }
    return Reading.of(writer.finish());
  }

  private static List<Draft> paragraphs(Element element) {
    if (element.childrenSize() > 0) {
      return List.of(Draft.paragraph(element.text()));
    }
    String text = element.wholeText().lines().map(String::strip).collect(Collectors.joining("\n"));
    return PlainTextLayout.blocksOf(text);
  }

  private static boolean hasWords(Element element) {
    return element.childNodes().stream()
        .anyMatch(node -> node instanceof TextNode text && !text.isBlank());
  }
}
