package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.orderpaper.model.NotCheckedReason;

/** Reads presentations of the present PowerPoint (PPTX) by their own XML. */
final class PptxReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    try (OfficePackage office = OfficePackage.open(source)) {
      return new Work(source, office).reading();
    }
  }

  /** The reading of one presentation. */
  private static final class Work {
    private final Source source;
    private final OfficePackage office;
    private final DocumentWriter writer;
    private final SlideWriter slides;
    private final List<Attachment> embedded = new ArrayList<>();
    private final List<Attachment> pictures = new ArrayList<>();

    Work(Source source, OfficePackage office) {
      this.source = source;
      this.office = office;
      this.writer = source.writer();
      this.slides = new SlideWriter(writer);
    }

    Reading reading() throws IOException, XMLStreamException {
      String main = office.mainPart();
      Map<String, OfficePackage.Relation> relations = office.relationsOf(main);
      for (String id : listed(main)) {
        OfficePackage.Relation relation = relations.get(id);
        byte[] xml = relation == null ? null : office.part(relation.target());
        if (relation == null || xml == null) {
          writer.missing("a slide is not in the package");
        } else if (!slides.isFull()) {
          slide(xml, office.relationsOf(relation.target()));
        }
      }
      slides.finish();
      embedded.addAll(Pictures.read(source, writer, pictures));
      return new Reading(writer.finish(), embedded);
    }

    private List<String> listed(String main) throws IOException, XMLStreamException {
      byte[] presentation = office.part(main);
      if (presentation == null) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the package lacks its presentation");
      }
      List<String> ids = new ArrayList<>();
      try (SecureXml reader = SecureXml.of(presentation)) {
        reader.nextChild();
        while (reader.nextChild()) {
          if (reader.name().equals("sldIdLst")) {
            while (reader.nextChild()) {
              ids.add(reader.attributeIn("relationships", "id"));
              reader.skip();
            }
          } else {
            reader.skip();
          }
        }
      }
      return ids;
    }

    private void slide(byte[] xml, Map<String, OfficePackage.Relation> relations)
        throws IOException, XMLStreamException {
      slides.begin();
      PptxSlide shapes = PptxSlide.of(xml);
      shapes.shown().forEach(slides::add);
      shapes.footers().forEach(slides::footer);
      for (OfficePackage.Relation relation : relations.values()) {
        byte[] part = beside(relation.type()) ? office.part(relation.target()) : null;
        if (part != null) {
          add(relation, part);
        }
      }
      slides.end();
    }

    private static boolean beside(String type) {
      return switch (type) {
        case "notesSlide", "comments", "diagramData", "package", "oleObject", "image" -> true;
        default -> false;
      };
    }

    private void add(OfficePackage.Relation relation, byte[] part)
        throws XMLStreamException, NotReadException {
      String name = relation.fileName();
      switch (relation.type()) {
        case "notesSlide" -> PptxSlide.of(part).shown().forEach(draft -> slides.note(draft.text()));
        case "comments" -> PptxSlide.comments(part).forEach(slides::comment);
        // The words of a diagram are kept apart from how it is drawn.
        case "diagramData" -> DrawingText.paragraphs(part).forEach(slides::add);
        case "image" -> {
          if (!Pictures.isLogo(part.length)) {
            pictures.add(new Attachment(name, () -> part));
          }
        }
        default -> embedded.add(EmbeddedObject.unwrap(name, part));
      }
    }
  }
}
