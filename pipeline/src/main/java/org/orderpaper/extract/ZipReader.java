package org.orderpaper.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/** Lists what is in a ZIP. The archive itself has no text: its parts have. */
final class ZipReader implements FormatReader {

  /** What file managers put into archives for themselves. */
  private static final Set<String> CLUTTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  @Override
  public Reading read(Source source) throws IOException {
    // Not closed: it holds nothing but the bytes, and the parts are read from it later.
    ZipArchive archive = ZipArchive.open(source);
    List<ZipArchiveEntry> files = archive.files();
    boolean locked = !files.isEmpty() && files.stream().allMatch(ZipArchive::isEncrypted);
    if (locked) {
      throw new NotReadException(NotCheckedReason.ENCRYPTED, "the archive needs a password");
    }
    List<Attachment> parts = new ArrayList<>();
    int clutter = 0;
    for (ZipArchiveEntry entry : files) {
      String name = ZipArchive.nameOf(entry);
      if (isClutter(name)) {
        clutter++;
      } else {
        parts.add(new Attachment(name, () -> archive.read(entry)));
      }
    }
    String detail =
        parts.isEmpty() ? "an archive with nothing in it" : "an archive; its parts are listed";
    if (clutter > 0) {
      detail += "; left out what file managers keep for themselves: " + clutter;
    }
    return new Reading(new Extraction.Nothing(NotCheckedReason.NO_TEXT, detail), parts);
  }

  static boolean isClutter(String name) {
    return name.startsWith("__MACOSX/")
        || CLUTTER.contains(name.substring(name.lastIndexOf('/') + 1));
  }
}
