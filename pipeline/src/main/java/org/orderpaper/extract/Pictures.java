package org.orderpaper.extract;

import java.io.IOException;
import java.util.List;

/** Pictures inside documents and mails. */
final class Pictures {

  /** Below this size, in bytes, a picture is a logo or a line. */
  private static final int SMALLEST = 20_000;

  private Pictures() {}

  /** Whether a picture is too small to be a scan or a photograph of a page. */
  static boolean isLogo(long bytes) {
    return bytes < SMALLEST;
  }

  /** Reads the pictures of a document that has no other text, for then they are its scan. */
  static void read(Source source, DocumentWriter writer, List<byte[]> pictures) throws IOException {
    if (pictures.isEmpty()) {
      return;
    }
    if (writer.hasBody()) {
      writer.note("pictures in it were not read: " + pictures.size());
      return;
    }
    ScannedPages scan = new ScannedPages(source);
    for (byte[] picture : pictures) {
      scan.addPicture(picture);
    }
    scan.writeTo(writer);
  }
}
