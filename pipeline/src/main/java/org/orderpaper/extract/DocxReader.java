package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.NotCheckedReason;

/**
 * Reads Word documents (DOCX) by their own XML.
 *
 * <p>Tika's extractors were not enough: the default one passes deleted tracked text on as live
 * prose, the streaming one loses numbers that come from styles, and neither tells hidden text, so
 * that a withdrawn motion would be reported and a numbered one not be found.
 */
final class DocxReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    try (OfficePackage office = OfficePackage.open(source)) {
      return new Work(source, office).reading();
    }
  }

  /** The reading of one document. */
  private static final class Work {
    private final Source source;
    private final OfficePackage office;
    private final DocumentWriter writer;
    private final String main;
    private final Map<String, OfficePackage.Relation> relations;
    private final DocxStyles styles;
    private final WordNumbering numbering;
    private final List<Draft> hidden = new ArrayList<>();

    Work(Source source, OfficePackage office) throws IOException, XMLStreamException {
      this.source = source;
      this.office = office;
      this.writer = source.writer();
      this.main = office.mainPart();
      this.relations = office.relationsOf(main);
      byte[] stylesXml = related("styles");
      this.styles = stylesXml == null ? DocxStyles.none() : DocxStyles.of(stylesXml);
      byte[] lists = related("numbering");
      this.numbering = lists == null ? WordNumbering.none(styles) : WordNumbering.of(lists, styles);
    }

    Reading reading() throws IOException, XMLStreamException {
      byte[] body = office.part(main);
      if (body == null) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the package lacks its main document");
      }
      DocxBody reader = newBody();
      List<Draft> drafts = reader.read(body);
      Set<String> shown = shownMargins(reader.sections());
      addPageMargins("header", BlockKind.PAGE_HEADER, shown);
      writer.addAll(drafts);
      hidden.addAll(reader.hidden());
      addDiagrams();
      addNotes("footnotes", "footnote", reader.footnotes());
      addNotes("endnotes", "endnote", reader.endnotes());
      addComments();
      addPageMargins("footer", BlockKind.PAGE_FOOTER, shown);
      writer.addAll(hidden);
      writer.title(title());
      List<Attachment> parts = embedded();
      parts.addAll(Pictures.read(source, writer, pictures()));
      return new Reading(writer.finish(), parts);
    }

    private DocxBody newBody() {
      return new DocxBody(styles, numbering.afresh());
    }

    /** The relationships of headers and footers that some page shows. */
    private Set<String> shownMargins(List<DocxSection> sections)
        throws IOException, XMLStreamException {
      // Programs that name none in the body mean all that there are.
      boolean named = sections.stream().anyMatch(section -> !section.margins().isEmpty());
      return named ? DocxSection.shown(sections, hasEvenPages()) : relations.keySet();
    }

    private boolean hasEvenPages() throws IOException, XMLStreamException {
      byte[] settings = related("settings");
      if (settings == null) {
        return false;
      }
      boolean even = false;
      try (SecureXml reader = SecureXml.of(settings)) {
        reader.nextChild();
        while (reader.nextChild()) {
          even |=
              reader.name().equals("evenAndOddHeaders")
                  && DocxProperties.isOn(reader.attribute("val"));
          reader.skip();
        }
      }
      return even;
    }

    /** Headers and footers: each distinct one once, though sections repeat them. */
    private void addPageMargins(String type, BlockKind kind, Set<String> shown)
        throws IOException, XMLStreamException {
      Set<String> seen = new HashSet<>();
      for (Map.Entry<String, OfficePackage.Relation> entry : relations.entrySet()) {
        OfficePackage.Relation relation = entry.getValue();
        boolean wanted = relation.type().equals(type) && shown.contains(entry.getKey());
        byte[] xml = wanted ? office.part(relation.target()) : null;
        if (xml == null) {
          continue;
        }
        DocxBody margin = newBody();
        for (Draft draft : margin.read(xml)) {
          if (seen.add(draft.text())) {
            writer.add(asMargin(draft, kind));
          }
        }
        hidden.addAll(margin.hidden());
      }
    }

    /** The words of diagrams, which are kept apart from the body. */
    private void addDiagrams() throws IOException, XMLStreamException {
      for (OfficePackage.Relation relation : relations.values()) {
        byte[] xml = relation.type().equals("diagramData") ? office.part(relation.target()) : null;
        if (xml == null) {
          continue;
        }
        try (SecureXml reader = SecureXml.of(xml)) {
          while (reader.hasNext()) {
            boolean begins = reader.next() == XMLStreamConstants.START_ELEMENT;
            if (begins && reader.name().equals("p")) {
              writer.add(Draft.paragraph(reader.innerText()));
            }
          }
        }
      }
    }

    private static Draft asMargin(Draft draft, BlockKind kind) {
      return Draft.of(kind, draft.text()).numbered(draft.number());
    }

    /** Notes in the order in which the body refers to them. */
    private void addNotes(String type, String element, Set<String> referred)
        throws IOException, XMLStreamException {
      byte[] xml = related(type);
      if (xml == null) {
        return;
      }
      DocxBody body = newBody();
      Map<String, List<Draft>> notes = body.readEntries(xml, element);
      for (String id : referred) {
        for (Draft draft : notes.getOrDefault(id, List.of())) {
          writer.add(Draft.of(BlockKind.FOOTNOTE, draft.text()).numbered(draft.number()));
        }
      }
      hidden.addAll(body.hidden());
    }

    private void addComments() throws IOException, XMLStreamException {
      byte[] xml = related("comments");
      if (xml == null) {
        return;
      }
      newBody().readEntries(xml, "comment").values().stream()
          .flatMap(List::stream)
          .forEach(draft -> writer.add(Draft.of(BlockKind.COMMENT, draft.text())));
    }

    private @Nullable String title() throws IOException, XMLStreamException {
      for (OfficePackage.Relation relation : office.relationsOf("").values()) {
        byte[] xml =
            relation.type().equals("core-properties") ? office.part(relation.target()) : null;
        if (xml != null) {
          return titleIn(xml);
        }
      }
      return null;
    }

    private static @Nullable String titleIn(byte[] xml)
        throws XMLStreamException, NotReadException {
      try (SecureXml reader = SecureXml.of(xml)) {
        reader.nextChild();
        while (reader.nextChild()) {
          if (reader.name().equals("title")) {
            return reader.innerText();
          }
          reader.skip();
        }
      }
      return null;
    }

    private List<Attachment> pictures() throws IOException {
      List<Attachment> pictures = new ArrayList<>();
      for (OfficePackage.Relation relation : relations.values()) {
        byte[] picture = relation.type().equals("image") ? office.part(relation.target()) : null;
        if (picture != null && !Pictures.isLogo(picture.length)) {
          pictures.add(new Attachment(relation.fileName(), () -> picture));
        }
      }
      return pictures;
    }

    /** Documents put into this one, as objects or as whole chapters in another format. */
    private List<Attachment> embedded() throws IOException {
      List<Attachment> embedded = new ArrayList<>();
      for (OfficePackage.Relation relation : relations.values()) {
        boolean document =
            Set.of("package", "oleObject", "aFChunk", "subDocument").contains(relation.type());
        byte[] bytes = document ? office.part(relation.target()) : null;
        if (bytes != null) {
          embedded.add(EmbeddedObject.unwrap(relation.fileName(), bytes));
        }
      }
      return embedded;
    }

    private byte @Nullable [] related(String type) throws IOException {
      for (OfficePackage.Relation relation : relations.values()) {
        if (relation.type().equals(type)) {
          return office.part(relation.target());
        }
      }
      return null;
    }
  }
}
