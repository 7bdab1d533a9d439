package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/**
 * A forward reader of XML from a document. A document type declaration ends the reading: office
 * formats have none, and it is how XML reaches for files and the network.
 */
final class SecureXml implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();

  /** Office programs write some fifty, and tables in tables a hundred. */
  private static final int DEEPEST = 400;

  private static final String PARSER_DEPTH = "jdk.xml.maxElementDepth";

  private final XMLStreamReader reader;
  private int depth;

  private SecureXml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** Opens a part of a document. */
  static SecureXml of(byte[] part) throws XMLStreamException {
    return new SecureXml(FACTORY.createXMLStreamReader(new ByteArrayInputStream(part)));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(PARSER_DEPTH, 2 * DEEPEST); // So that ours is the limit that is named.
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("external entities are not read");
    });
    return factory;
  }

  /** Moves to the next event and returns its {@link XMLStreamConstants} code. */
  int next() throws XMLStreamException, NotReadException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD) {
      throw new NotReadException(
          NotCheckedReason.CORRUPT, "declares a document type, which is not read");
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    if (depth > DEEPEST) {
      throw new NotReadException(
          NotCheckedReason.LIMIT, "elements nested more deeply than " + DEEPEST);
    }
    return event;
  }

  boolean hasNext() throws XMLStreamException {
    return reader.hasNext();
  }

  /**
   * Moves to the next child element of the current one.
   *
   * @return whether there was one; if not, the reader stands at the end of the current element
   */
  boolean nextChild() throws XMLStreamException, NotReadException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** Moves to the end of the current element. */
  void skip() throws XMLStreamException, NotReadException {
    while (nextChild()) {
      skip();
    }
  }

  /** The text inside the current element and all elements in it; moves to its end. */
  String innerText() throws XMLStreamException, NotReadException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (isText(event)) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** The local name of the current element. */
  String name() {
    return reader.getLocalName();
  }

  /** The name with the prefix that the office formats always use, such as {@code text:p}. */
  String prefixedName() {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty() ? name() : prefix + ":" + name();
  }

  String text() {
    return reader.getText();
  }

  /** An attribute of the current element by local name, in any name space; or null. */
  @Nullable String attribute(String localName) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(localName)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** An attribute of a name space whose name ends so, where another has the same local name. */
  String attributeIn(String nameSpace, String localName) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = reader.getAttributeNamespace(i);
      boolean same = space != null && space.endsWith(nameSpace);
      if (same && reader.getAttributeLocalName(i).equals(localName)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  String attribute(String localName, String otherwise) {
    String value = attribute(localName);
    return value == null ? otherwise : value;
  }

  /** A whole number in an attribute, or {@code otherwise} if it is missing or is none. */
  int number(String localName, int otherwise) {
    String value = attribute(localName);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
