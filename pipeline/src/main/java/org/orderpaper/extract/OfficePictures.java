package org.orderpaper.extract;

import java.io.IOException;
import java.util.List;

/** Pictures in an office document: read when there is no other text, for then they are a scan. */
final class OfficePictures {

  private OfficePictures() {}

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
