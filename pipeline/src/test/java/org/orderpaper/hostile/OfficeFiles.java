package org.orderpaper.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Office documents by their own XML. */
final class OfficeFiles {

  static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String ODF =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

  private OfficeFiles() {}

  /** A Word file with this body. */
  static byte[] docx(String body) {
    return zip(docxEntries(HEAD + document(body), ""));
  }

  static String document(String body) {
    return "<w:document " + W + "><w:body>" + body + "</w:body></w:document>";
  }

  static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  /** The entries of a Word file whose main part is exactly {@code xml}. */
  static Map<String, byte[]> docxEntries(String xml, String relationships) {
    Map<String, byte[]> entries = docxShell(relationships);
    entries.put("word/document.xml", utf8(xml));
    return entries;
  }

  static Map<String, byte[]> docxShell(String relationships) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "[Content_Types].xml",
        utf8(
            HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"));
    entries.put("_rels/.rels", relations(relation("officeDocument", "word/document.xml", "")));
    entries.put("word/_rels/document.xml.rels", relations(relationships));
    return entries;
  }

  static String relation(String type, String target, String more) {
    return "<Relationship Id=\"r%s\" Type=\"%s%s\" Target=\"%s\" %s/>"
        .formatted(Integer.toHexString((type + target).hashCode()), RELATIONS, type, target, more);
  }

  private static byte[] relations(String xml) {
    return utf8(
        HEAD
            + "<Relationships xmlns=\""
            + "http://schemas.openxmlformats.org/package/2006/relationships\">"
            + xml
            + "</Relationships>");
  }

  /** An OpenDocument text with this body. */
  static byte[] odt(String body) {
    return odtOf(HEAD + content(body), Map.of());
  }

  static String content(String body) {
    return "<office:document-content "
        + ODF
        + "><office:body><office:text>"
        + body
        + "</office:text></office:body></office:document-content>";
  }

  /** An OpenDocument text whose content is exactly {@code xml}. */
  static byte[] odtOf(String xml, Map<String, byte[]> more) {
    return zip(odtEntries(xml, more));
  }

  static Map<String, byte[]> odtEntries(String xml, Map<String, byte[]> more) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
    entries.put("content.xml", utf8(xml));
    entries.putAll(more);
    return entries;
  }

  static byte[] zip(Map<String, byte[]> entries) {
    RawZip zip = new RawZip();
    entries.forEach(zip::add);
    return zip.bytes();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
