package org.orderpaper.extract;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.orderpaper.model.BlockKind;

/** Reads OpenDocument texts that are one XML file (FODT). */
final class FlatOdtReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    OdfContent content = OdfContent.of(source);
    DocumentWriter writer = source.writer();
    OdtBody body = new OdtBody(OdtStyles.of(null, content.xml()));
    List<Draft> text = body.read(content.xml());
    List<Draft> margins = body.readMargins(content.xml());
    margins.stream().filter(d -> d.kind() == BlockKind.PAGE_HEADER).forEach(writer::add);
    writer.addAll(text);
    writer.addAll(body.footnotes());
    writer.addAll(body.comments());
    margins.stream().filter(d -> d.kind() == BlockKind.PAGE_FOOTER).forEach(writer::add);
    writer.title(content.title());
    return Reading.of(writer.finish());
  }
}
