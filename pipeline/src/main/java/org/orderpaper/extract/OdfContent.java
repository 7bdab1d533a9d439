package org.orderpaper.extract;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/** The XML of an OpenDocument file, packed in a ZIP or flat as one XML file. */
final class OdfContent {

  private final byte[] xml;
  private final @Nullable String title;

  private OdfContent(byte[] xml, @Nullable String title) {
    this.xml = xml;
    this.title = title;
  }

  static OdfContent of(Source source) throws IOException, XMLStreamException {
    if (source.bytes()[0] != 'P') {
      return new OdfContent(source.bytes(), title(source.bytes()));
    }
    try (ZipArchive zip = ZipArchive.open(source)) {
      byte[] manifest = zip.read("META-INF/manifest.xml");
      if (manifest != null && has(manifest, "encryption-data")) {
        throw new NotReadException(NotCheckedReason.ENCRYPTED, "the document needs a password");
      }
      byte[] xml = zip.read("content.xml");
      if (xml == null) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the package lacks its content");
      }
      byte[] meta = zip.read("meta.xml");
      return new OdfContent(xml, meta == null ? null : title(meta));
    }
  }

  byte[] xml() {
    return xml;
  }

  @Nullable String title() {
    return title;
  }

  private static boolean has(byte[] xml, String element)
      throws XMLStreamException, NotReadException {
    try (SecureXml reader = SecureXml.of(xml)) {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.name().equals(element)) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable String title(byte[] xml) throws XMLStreamException, NotReadException {
    try (SecureXml reader = SecureXml.of(xml)) {
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (reader.prefixedName().equals("office:body")) {
          return null;
        }
        if (reader.prefixedName().equals("dc:title")) {
          return reader.innerText();
        }
      }
    }
    return null;
  }

  /**
   * The text of the current paragraph and of all that is in it, with its line breaks; moves to its
   * end. What is noted on it goes to {@code notes}.
   */
  static String paragraph(SecureXml reader, StringBuilder notes)
      throws XMLStreamException, NotReadException {
    StringBuilder text = new StringBuilder();
    addText(reader, text, notes);
    return text.toString();
  }

  private static void addText(SecureXml reader, StringBuilder text, StringBuilder notes)
      throws XMLStreamException, NotReadException {
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (SecureXml.isText(event)) {
        text.append(reader.text().replace('\n', ' '));
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.prefixedName()) {
          case "text:s", "text:tab" -> {
            text.append(' ');
            reader.skip();
          }
          case "text:line-break" -> {
            text.append('\n');
            reader.skip();
          }
          case "office:annotation" -> notes.append(annotation(reader)).append('\n');
          case "text:ruby-text", "svg:title", "svg:desc" -> reader.skip();
          default -> addText(reader, text, notes);
        }
      }
    }
  }

  /** A comment without who made it and when. */
  static String annotation(SecureXml reader) throws XMLStreamException, NotReadException {
    StringBuilder text = new StringBuilder();
    while (reader.nextChild()) {
      switch (reader.prefixedName()) {
        case "dc:creator", "dc:date", "meta:creator-initials", "meta:date-string" -> reader.skip();
        default -> {
          text.append(text.isEmpty() ? "" : " ");
          addText(reader, text, new StringBuilder());
        }
      }
    }
    return text.toString();
  }
}
