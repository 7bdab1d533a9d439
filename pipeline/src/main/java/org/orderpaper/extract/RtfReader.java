package org.orderpaper.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads Rich Text Format, which old word processors and mail programs save. */
final class RtfReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException {
    DocumentWriter writer = source.writer();
    RtfBody body = new RtfBody(new String(source.bytes(), StandardCharsets.ISO_8859_1));
    writer.addAll(body.read());
    writer.title(body.title());
    if (!body.isWhole()) {
      writer.missing("the file is cut off; what was left of it was read");
    }
    List<Attachment> parts = new ArrayList<>();
    for (byte[] object : body.objects()) {
      parts.add(EmbeddedObject.ofStream(object));
    }
    parts.addAll(Pictures.read(source, writer, pictures(body)));
    return new Reading(writer.finish(), parts);
  }

  private static List<Attachment> pictures(RtfBody body) {
    List<Attachment> pictures = new ArrayList<>();
    for (byte[] picture : body.pictures()) {
      pictures.add(new Attachment(null, () -> picture));
    }
    return pictures;
  }
}
