package org.orderpaper.model;

import org.jspecify.annotations.Nullable;

/**
 * One file, or one attachment of it.
 *
 * @param part the path inside the file, such as {@code inner.docx} or {@code inner.zip!/x.docx};
 *     empty for the file itself
 * @param sha256 of the bytes, in lower-case hexadecimal; null when they could not be read
 * @param bytes the size
 * @param mediaType as detected from the content, or null
 * @param scanned whether it holds pages or pictures that only OCR reads, whether OCR was there or
 *     not: such a part is to be read again when the OCR setting changes
 */
public record ExtractedPart(
    String part,
    @Nullable String sha256,
    long bytes,
    @Nullable String mediaType,
    Extraction extraction,
    boolean scanned) {

  /** A part on which OCR has no bearing. */
  public ExtractedPart(
      String part,
      @Nullable String sha256,
      long bytes,
      @Nullable String mediaType,
      Extraction extraction) {
    this(part, sha256, bytes, mediaType, extraction, false);
  }

  /** The source of this part of {@code file}, as ledger and items name it. */
  public String sourceIn(String file) {
    return part.isEmpty() ? file : file + "!/" + part;
  }
}
