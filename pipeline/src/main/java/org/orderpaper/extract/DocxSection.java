package org.orderpaper.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Which headers and footers a section of a Word document names. Word keeps those that are switched
 * off: a first page's stays in the file after "different first page" was unticked.
 *
 * @param margins relationship ids by kind, such as {@code header first}
 * @param titlePage whether its first page has a header and footer of its own
 */
record DocxSection(Map<String, String> margins, boolean titlePage) {

  DocxSection {
    margins = Map.copyOf(margins);
  }

  /** Reads the current {@code sectPr} element and moves to its end. */
  static DocxSection read(SecureXml reader) throws XMLStreamException, NotReadException {
    Map<String, String> margins = new HashMap<>();
    boolean titlePage = false;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "headerReference" -> margins.put("header " + type(reader), reader.attribute("id", ""));
        case "footerReference" -> margins.put("footer " + type(reader), reader.attribute("id", ""));
        case "titlePg" -> titlePage = DocxProperties.isOn(reader.attribute("val"));
        default -> {}
      }
      reader.skip();
    }
    return new DocxSection(margins, titlePage);
  }

  private static String type(SecureXml reader) {
    return reader.attribute("type", "default");
  }

  /** The relationships of the headers and footers that some page shows. */
  static Set<String> shown(List<DocxSection> sections, boolean evenPages) {
    Set<String> shown = new HashSet<>();
    Map<String, String> current = new HashMap<>();
    for (DocxSection section : sections) {
      // A section that names none goes on with those of the section before.
      current.putAll(section.margins());
      current.forEach((kind, id) -> {
        boolean first = kind.endsWith(" first");
        boolean even = kind.endsWith(" even");
        if ((!first || section.titlePage()) && (!even || evenPages)) {
          shown.add(id);
        }
      });
    }
    return shown;
  }
}
