package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * The documents inside an OpenDocument text: those of its own kind lie in its package as folders,
 * others as OLE files (OpenDocument 1.2, part 3).
 */
final class OdfObjects {

  private static final String OLE = "application/vnd.sun.star.oleobject";
  private static final String ODF = "application/vnd.oasis.opendocument.";

  /** What else may be inside, a chart or a formula, is a drawing of what the text says. */
  private static final Set<String> READ = Set.of("text", "spreadsheet", "presentation");

  private static final int MOST = 200;

  private OdfObjects() {}

  /**
   * An object as the manifest names it.
   *
   * @param path its path in the package, ending in a stroke for a folder
   */
  private record Entry(String path, String type) {}

  /**
   * The objects, to be read as parts; notes those that are not.
   *
   * @param manifest of the package, or null if it has none
   */
  static List<Attachment> in(ZipArchive zip, byte @Nullable [] manifest, DocumentWriter writer)
      throws IOException, XMLStreamException {
    List<Attachment> parts = new ArrayList<>();
    if (manifest == null) {
      return parts;
    }
    int drawings = 0;
    List<Entry> entries = entries(manifest);
    for (Entry entry : entries.subList(0, Math.min(entries.size(), MOST))) {
      String name = entry.path().replace("/", "");
      if (entry.type().equals(OLE)) {
        byte[] bytes = zip.read(entry.path());
        if (bytes != null) {
          parts.add(EmbeddedObject.unwrap(name, bytes));
        }
      } else if (READ.contains(entry.type().substring(ODF.length()))) {
        byte[] bytes = repacked(zip, entry);
        parts.add(new Attachment(name, () -> bytes));
      } else {
        drawings++;
      }
    }
    if (drawings > 0) {
      writer.note("charts or formulas in it were not read: " + drawings);
    }
    if (entries.size() > MOST) {
      writer.missing("objects in it were not read: " + (entries.size() - MOST));
    }
    return parts;
  }

  private static List<Entry> entries(byte[] manifest) throws XMLStreamException, NotReadException {
    List<Entry> entries = new ArrayList<>();
    try (SecureXml reader = SecureXml.of(manifest)) {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.name().equals("file-entry")) {
          Entry entry =
              new Entry(reader.attribute("full-path", ""), reader.attribute("media-type", ""));
          boolean folder = entry.path().endsWith("/") && entry.path().length() > 1;
          if ((folder && entry.type().startsWith(ODF)) || entry.type().equals(OLE)) {
            entries.add(entry);
          }
        }
      }
    }
    return entries;
  }

  /** The folder of an object as the package that it would be as a file. */
  private static byte[] repacked(ZipArchive zip, Entry object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(1);
      add(out, "mimetype", object.type().getBytes(StandardCharsets.US_ASCII));
      for (ZipArchiveEntry entry : zip.files()) {
        String inside =
            entry.getName().startsWith(object.path())
                ? entry.getName().substring(object.path().length())
                : "";
        if (inside.endsWith(".xml")) {
          add(out, inside, zip.read(entry));
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
