package org.orderpaper.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Keeps the page that a parser of Tika writes, up to a limit. */
final class TikaXhtml extends DefaultHandler {

  /** A page has no more elements than this for each character that may be read. */
  private static final int SPARSEST = 2;

  private final int limit;
  private final Element body = Document.createShell("").body();
  private @Nullable Element at;
  private long characters;
  private long elements;
  private int depth;
  private boolean full;

  TikaXhtml(int maxCharacters) {
    this.limit = maxCharacters;
  }

  Element body() {
    return body;
  }

  /** Whether the parser was stopped because there was more than may be read. */
  boolean isFull() {
    return full;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    if (localName.equals("body") && at == null) {
      at = body;
      return;
    }
    if (at == null) {
      return;
    }
    if (++elements > (long) limit * SPARSEST) {
      stop();
    }
    Element element = at.appendElement(localName);
    for (int i = 0; i < attributes.getLength(); i++) {
      element.attr(attributes.getLocalName(i), attributes.getValue(i));
    }
    at = element;
    depth++;
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    if (depth > 0 && at != null) {
      at = at.parent();
      depth--;
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    if (at == null) {
      return;
    }
    at.appendChild(new TextNode(new String(text, start, length)));
    characters += length;
    if (characters > limit) {
      stop();
    }
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    characters(text, start, length);
  }

  private void stop() throws SAXException {
    full = true;
    throw new SAXException("full");
  }
}
