package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of one part on their way into a reader. They are not copied: readers only look. */
final class Source {

  private final byte[] bytes;
  private final String name;
  private final ExtractionLimits limits;
  private final Ocr ocr;
  private final Runnable alive;
  private final long begun = System.nanoTime();
  private boolean scanned;

  /**
   * A part to be read.
   *
   * @param name the file name, used for its extension only; may be empty
   * @param alive is run whenever a step of a long part is done
   */
  Source(byte[] bytes, String name, ExtractionLimits limits, Ocr ocr, Runnable alive) {
    this.bytes = bytes;
    this.name = name;
    this.limits = limits;
    this.ocr = ocr;
    this.alive = alive;
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

  /** Says that a step is done, so that the time allowed for one begins anew. */
  void alive() {
    alive.run();
  }

  /** Notes that there are pages in it which only OCR reads. */
  void markScanned() {
    scanned = true;
  }

  /** Whether there are pages in it which only OCR reads, whether it was there or not. */
  boolean isScanned() {
    return scanned;
  }

  /** How long reading may still take, with something kept back for putting the text together. */
  Duration timeLeft() {
    long used = System.nanoTime() - begun;
    return limits.timeout().multipliedBy(95).dividedBy(100).minusNanos(used);
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
