package org.orderpaper.extract;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes Word documents by their own XML, so that a test shows exactly what Word would save. */
final class Docx {

  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final StringBuilder body = new StringBuilder();
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder relations = new StringBuilder();
  private int relationCount;

  static byte[] of(String... paragraphs) {
    Docx docx = new Docx();
    for (String paragraph : paragraphs) {
      docx.paragraph(paragraph);
    }
    return docx.bytes();
  }

  Docx body(String xml) {
    body.append(xml);
    return this;
  }

  Docx paragraph(String text) {
    return body("<w:p>" + run(text) + "</w:p>");
  }

  Docx styled(String style, String text) {
    return paragraph("<w:pStyle w:val='" + style + "'/>", text);
  }

  Docx listed(int numId, int level, String text) {
    return paragraph(
        "<w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + numId + "'/></w:numPr>", text);
  }

  Docx paragraph(String properties, String text) {
    return body("<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>");
  }

  static String run(String text) {
    return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
  }

  static String run(String properties, String text) {
    return "<w:r><w:rPr>"
        + properties
        + "</w:rPr><w:t xml:space='preserve'>"
        + text
        + "</w:t></w:r>";
  }

  Docx styles(String xml) {
    return part("styles", "styles.xml", "<w:styles " + W + ">" + xml + "</w:styles>");
  }

  Docx numbering(String xml) {
    return part("numbering", "numbering.xml", "<w:numbering " + W + ">" + xml + "</w:numbering>");
  }

  Docx header(String text) {
    return part("header", "header1.xml", "<w:hdr " + W + "><w:p>" + run(text) + "</w:p></w:hdr>");
  }

  Docx footer(String text) {
    return part("footer", "footer1.xml", "<w:ftr " + W + "><w:p>" + run(text) + "</w:p></w:ftr>");
  }

  Docx comment(String text) {
    return part(
        "comments",
        "comments.xml",
        "<w:comments "
            + W
            + "><w:comment w:id='0' w:author='x'><w:p>"
            + run(text)
            + "</w:p></w:comment></w:comments>");
  }

  Docx footnotes(String xml) {
    return part("footnotes", "footnotes.xml", "<w:footnotes " + W + ">" + xml + "</w:footnotes>");
  }

  Docx part(String type, String name, String xml) {
    return part(type, name, Papers.utf8(HEAD + xml));
  }

  Docx part(String type, String name, byte[] content) {
    parts.put("word/" + name, content);
    relations.append(
        "<Relationship Id=\"rId%d\" Type=\"%s%s\" Target=\"%s\"/>"
            .formatted(++relationCount, RELATIONS, type, name));
    return this;
  }

  Map<String, byte[]> entries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "[Content_Types].xml",
        Papers.utf8(
            HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxml"
                + "formats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
    entries.put(
        "_rels/.rels",
        relationships(
            "<Relationship Id=\"rId1\" Type=\""
                + RELATIONS
                + "officeDocument\" Target=\"word/document.xml\"/>"));
    entries.put(
        "word/document.xml",
        Papers.utf8(HEAD + "<w:document " + W + "><w:body>" + body + "</w:body></w:document>"));
    entries.put("word/_rels/document.xml.rels", relationships(relations.toString()));
    entries.putAll(parts);
    return entries;
  }

  private static byte[] relationships(String xml) {
    return Papers.utf8(
        HEAD
            + "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + xml
            + "</Relationships>");
  }

  byte[] bytes() {
    return Papers.zip(entries());
  }
}
