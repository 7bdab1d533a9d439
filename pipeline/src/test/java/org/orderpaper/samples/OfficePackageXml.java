package org.orderpaper.samples;

import java.util.ArrayList;
import java.util.List;

/** An Office Open XML package written part by part, so that a sample shows what Office saves. */
final class OfficePackageXml {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final String mainPart;
  private final List<String[]> parts = new ArrayList<>();

  OfficePackageXml(String mainPart) {
    this.mainPart = mainPart;
  }

  OfficePackageXml part(String name, String xml) {
    parts.add(new String[] {name, HEAD + xml});
    return this;
  }

  /** What a part points at: pairs of a type and a target; their ids are rId1, rId2 and so on. */
  OfficePackageXml relations(String part, String... typesAndTargets) {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"rId%d\" Type=\"%s%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, TYPES, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    int slash = part.lastIndexOf('/');
    String name = part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    return part(
        name,
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + xml
            + "</Relationships>");
  }

  byte[] toBytes() {
    relations("", "officeDocument", mainPart);
    Zip zip = new Zip();
    zip.add(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + overrides()
            + "</Types>");
    parts.forEach(part -> zip.add(part[0], part[1]));
    return zip.toBytes();
  }

  private String overrides() {
    StringBuilder xml = new StringBuilder();
    for (String[] part : parts) {
      String type = type(part[0]);
      if (!type.isEmpty()) {
        xml.append(
            "<Override PartName=\"/%s\" ContentType=\"application/vnd.openxmlformats-officedocument.%s+xml\"/>"
                .formatted(part[0], type));
      }
    }
    return xml.toString();
  }

  private static String type(String part) {
    String name = part.substring(part.lastIndexOf('/') + 1).replaceAll("[0-9]*\\.xml", "");
    return switch (name) {
      case "workbook" -> "spreadsheetml.sheet.main";
      case "sheet" -> "spreadsheetml.worksheet";
      case "sharedStrings" -> "spreadsheetml.sharedStrings";
      case "styles" -> "spreadsheetml.styles";
      case "presentation" -> "presentationml.presentation.main";
      case "slide" -> "presentationml.slide";
      case "notesSlide" -> "presentationml.notesSlide";
      case "comments" ->
          part.startsWith("xl") ? "spreadsheetml.comments" : "presentationml.comments";
      case "drawing" -> "drawing";
      default -> "";
    };
  }
}
