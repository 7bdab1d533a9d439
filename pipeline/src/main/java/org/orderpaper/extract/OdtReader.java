package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.NotCheckedReason;

/** Reads OpenDocument texts (ODT) by their own XML, for the same reasons as Word documents. */
final class OdtReader implements FormatReader {

  private static final String PICTURES = "Pictures/";

  @Override
  public Reading read(Source source) throws IOException, XMLStreamException {
    try (ZipArchive zip = ZipArchive.open(source)) {
      byte[] manifest = zip.read("META-INF/manifest.xml");
      refuseEncrypted(manifest);
      byte[] content = zip.read("content.xml");
      if (content == null) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the package lacks its content");
      }
      byte[] styles = zip.read("styles.xml");
      DocumentWriter writer = source.writer();
      OdtBody body = new OdtBody(OdtStyles.of(styles, content));
      List<Draft> text = body.read(content);
      List<Draft> margins = styles == null ? List.of() : body.readMargins(styles);
      margins.stream().filter(d -> d.kind() == BlockKind.PAGE_HEADER).forEach(writer::add);
      writer.addAll(text);
      writer.addAll(body.footnotes());
      writer.addAll(body.comments());
      margins.stream().filter(d -> d.kind() == BlockKind.PAGE_FOOTER).forEach(writer::add);
      writer.addAll(body.hidden());
      writer.title(title(zip.read("meta.xml")));
      List<Attachment> parts = OdfObjects.in(zip, manifest, writer);
      parts.addAll(Pictures.read(source, writer, pictures(zip)));
      return new Reading(writer.finish(), parts);
    }
  }

  private static void refuseEncrypted(byte @Nullable [] manifest)
      throws XMLStreamException, NotReadException {
    if (manifest == null) {
      return;
    }
    try (SecureXml reader = SecureXml.of(manifest)) {
      while (reader.hasNext()) {
        boolean element = reader.next() == XMLStreamConstants.START_ELEMENT;
        if (element && reader.name().equals("encryption-data")) {
          throw new NotReadException(NotCheckedReason.ENCRYPTED, "the document needs a password");
        }
      }
    }
  }

  private static @Nullable String title(byte @Nullable [] meta)
      throws XMLStreamException, NotReadException {
    if (meta == null) {
      return null;
    }
    try (SecureXml reader = SecureXml.of(meta)) {
      while (reader.hasNext()) {
        boolean element = reader.next() == XMLStreamConstants.START_ELEMENT;
        if (element && reader.prefixedName().equals("dc:title")) {
          return reader.innerText();
        }
      }
    }
    return null;
  }

  private static List<Attachment> pictures(ZipArchive zip) throws IOException {
    List<Attachment> pictures = new ArrayList<>();
    for (ZipArchiveEntry entry : zip.files()) {
      if (entry.getName().startsWith(PICTURES) && !Pictures.isLogo(entry.getSize())) {
        String name = entry.getName().substring(PICTURES.length());
        byte[] picture = zip.read(entry);
        pictures.add(new Attachment(name, () -> picture));
      }
    }
    return pictures;
  }
}
