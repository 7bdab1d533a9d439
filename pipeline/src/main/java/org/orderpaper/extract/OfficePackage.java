package org.orderpaper.extract;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/** The parts of an Office Open XML file and how they point at each other. */
final class OfficePackage implements Closeable {

  /**
   * One part pointing at another.
   *
   * @param type the last word of the relationship's type, such as {@code styles}
   * @param target the name of the other part in the archive
   */
  record Relation(String type, String target) {

    /** The name of the other part without its folders. */
    String fileName() {
      return target.substring(target.lastIndexOf('/') + 1);
    }
  }

  private final ZipArchive zip;
  private final Map<String, ZipArchiveEntry> named = new HashMap<>();

  private OfficePackage(ZipArchive zip) {
    this.zip = zip;
  }

  static OfficePackage open(Source source) throws IOException {
    return new OfficePackage(ZipArchive.open(source));
  }

  /** The name of the part that holds the body. */
  String mainPart() throws IOException, XMLStreamException {
    for (Relation relation : relationsOf("").values()) {
      if (relation.type().equals("officeDocument")) {
        return relation.target();
      }
    }
    throw new NotReadException(NotCheckedReason.CORRUPT, "the package names no main document");
  }

  byte @Nullable [] part(String name) throws IOException {
    byte[] part = zip.read(name);
    ZipArchiveEntry other = part == null ? named().get(canonical(name)) : null;
    return other == null ? part : zip.read(other);
  }

  /** The parts by what their names mean: case does not matter, and some programs write "\\". */
  private Map<String, ZipArchiveEntry> named() {
    if (named.isEmpty()) {
      zip.files().forEach(entry -> named.putIfAbsent(canonical(entry.getName()), entry));
    }
    return named;
  }

  private static String canonical(String name) {
    return name.replace('\\', '/').toLowerCase(Locale.ROOT);
  }

  /** What a part points at inside the package, by relationship id, in the order of the file. */
  Map<String, Relation> relationsOf(String part) throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    byte[] xml = part(folder + "_rels/" + part.substring(slash + 1) + ".rels");
    Map<String, Relation> relations = new LinkedHashMap<>();
    if (xml == null) {
      return relations;
    }
    try (SecureXml reader = SecureXml.of(xml)) {
      reader.nextChild();
      while (reader.nextChild()) {
        String id = reader.attribute("Id");
        boolean external = reader.attribute("TargetMode", "").equals("External");
        if (id != null && !external) {
          relations.put(id, relation(reader, folder));
        }
        reader.skip();
      }
    }
    return relations;
  }

  private static Relation relation(SecureXml reader, String folder) {
    String type = reader.attribute("Type", "");
    String target = reader.attribute("Target", "");
    return new Relation(type.substring(type.lastIndexOf('/') + 1), resolve(folder, target));
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String base = folder;
    String rest = target.startsWith("./") ? target.substring(2) : target;
    while (rest.startsWith("../")) {
      rest = rest.substring(3);
      base = base.substring(0, base.lastIndexOf('/', Math.max(base.length() - 2, 0)) + 1);
    }
    return base + rest;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
