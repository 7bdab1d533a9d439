package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/**
 * Reads Word documents that are one XML file with all parts of the package in it (Word XML
 * document, Flat OPC): packs the parts and reads them as Word documents are read.
 */
final class FlatWordReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    Document flat = parse(source);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Element part : flat.getElementsByTag("pkg:part")) {
        zip.putNextEntry(new ZipEntry(part.attr("pkg:name").replaceFirst("^/", "")));
        zip.write(content(part));
        zip.closeEntry();
      }
    }
    byte[] bytes = packed.toByteArray();
    return new DocxReader()
        .read(new Source(bytes, "", source.limits(), source.ocr(), source::alive));
  }

  private static byte[] content(Element part) throws NotReadException {
    @Nullable Element xml = part.getElementsByTag("pkg:xmlData").first();
    if (xml != null) {
      return xml.html().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getMimeDecoder().decode(part.text());
    } catch (IllegalArgumentException _) {
      throw new NotReadException(NotCheckedReason.CORRUPT, "a part of it cannot be decoded");
    }
  }

  /** The XML as a tree that is written as it was read. */
  static Document parse(Source source) {
    Document xml = Jsoup.parse(TextDecoder.decode(source.bytes(), null), "", Parser.xmlParser());
    xml.outputSettings(
        new OutputSettings()
            .syntax(OutputSettings.Syntax.xml)
            .escapeMode(EscapeMode.xhtml)
            .prettyPrint(false));
    return xml;
  }
}
