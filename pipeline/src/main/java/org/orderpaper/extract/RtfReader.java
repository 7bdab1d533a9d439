package org.orderpaper.extract;

import java.nio.charset.StandardCharsets;

/** Reads Rich Text Format, which old word processors and mail programs save. */
final class RtfReader implements FormatReader {

  @Override
  public Reading read(Source source) {
    DocumentWriter writer = source.writer();
    RtfBody body = new RtfBody(new String(source.bytes(), StandardCharsets.ISO_8859_1));
    writer.addAll(body.read());
    writer.title(body.title());
    if (!body.isWhole()) {
      writer.missing("the file is cut off; what was left of it was read");
    }
    return Reading.of(writer.finish());
  }
}
