package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of one part on their way into a reader. They are not copied: readers only look. */
final class Source {

  private final byte[] bytes;
  private final String name;
  private final ExtractionLimits limits;
  private final Ocr ocr;
  private final long begun = System.nanoTime();

  /**
   * A part to be read.
   *
   * @param name the file name, used for its extension only; may be empty
   */
  Source(byte[] bytes, String name, ExtractionLimits limits, Ocr ocr) {
    this.bytes = bytes;
    this.name = name;
    this.limits = limits;
    this.ocr = ocr;
  }

  byte[] bytes() {
    return bytes;
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  ExtractionLimits limits() {
    return limits;
  }

  Ocr ocr() {
    return ocr;
  }

  /** Whether most of the time is gone, so that what can be left out should be. */
  boolean isLate() {
    return System.nanoTime() - begun > limits.timeout().toNanos() / 10 * 8;
  }

  /** The extension in lower case without its dot; empty when the name has none. */
  String extension() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * What a file inside is called where only this one has a name: the name without its extension.
   */
  @Nullable String innerName() {
    int dot = name.lastIndexOf('.');
    return dot < 1 ? null : name.substring(0, dot);
  }

  /** A document to be written with the limits of this part. */
  DocumentWriter writer() {
    return new DocumentWriter(limits.maxCharacters());
  }
}
