package org.orderpaper.extract;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/**
 * A file to be read.
 *
 * @param limits how much of it
 * @param postponesScans whether reading ends at the first page that only OCR can read, so that
 *     scans hold up nothing else
 * @param givenUp parts, by their place from 0, that ended an earlier attempt: each is passed over
 *     and told as the failure given here, so that the others are read
 */
record Request(
    Path file,
    ExtractionLimits limits,
    boolean postponesScans,
    Map<Integer, Extraction.Failed> givenUp) {

  Request {
    givenUp = Map.copyOf(givenUp);
  }

  static Request of(Path file, ExtractionLimits limits) {
    return new Request(file, limits, false, Map.of());
  }

  void writeTo(DataOutput out) throws IOException {
    // A name that is no valid UTF-8 survives as a URI and not as a string.
    Wire.writeString(out, file.toUri().toString());
    out.writeLong(limits.maxBytes());
    out.writeInt(limits.maxParts());
    out.writeInt(limits.maxDepth());
    out.writeInt(limits.maxCharacters());
    out.writeLong(limits.timeout().toMillis());
    out.writeBoolean(postponesScans);
    out.writeInt(givenUp.size());
    for (Map.Entry<Integer, Extraction.Failed> part : givenUp.entrySet()) {
      out.writeInt(part.getKey());
      Wire.writeConstant(out, part.getValue().reason());
      Wire.writeString(out, part.getValue().stage());
      Wire.writeString(out, part.getValue().detail());
    }
  }

  static Request readFrom(DataInput in) throws IOException {
    Path file = Path.of(URI.create(Wire.readString(in)));
    ExtractionLimits limits =
        new ExtractionLimits(
            in.readLong(),
            in.readInt(),
            in.readInt(),
            in.readInt(),
            Duration.ofMillis(in.readLong()));
    boolean postponesScans = in.readBoolean();
    Map<Integer, Extraction.Failed> givenUp = new HashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      int ordinal = in.readInt();
      NotCheckedReason reason = Wire.readConstant(in, NotCheckedReason.values());
      givenUp.put(ordinal, new Extraction.Failed(reason, Wire.readString(in), Wire.readString(in)));
    }
    return new Request(file, limits, postponesScans, givenUp);
  }

  @Override
  public String toString() {
    return "Request";
  }
}
