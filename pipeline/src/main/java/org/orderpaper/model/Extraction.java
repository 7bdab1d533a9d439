package org.orderpaper.model;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading one file or attachment. A fault of the input is a value, not an exception.
 */
public sealed interface Extraction {

  /**
   * Text was read.
   *
   * @param state {@code CHECKED}, {@code CHECKED_PARTIAL} or {@code CHECKED_POOR_OCR}
   * @param detail what is missing, without words of the document; null when nothing is
   */
  record Text(ExtractedDocument document, LedgerState state, @Nullable String detail)
      implements Extraction {}

  /**
   * There is nothing to read, or nothing that this installation reads.
   *
   * @param detail what an officer can do about it, or null
   */
  record Nothing(NotCheckedReason reason, @Nullable String detail) implements Extraction {}

  /**
   * Reading failed.
   *
   * @param stage the step that failed, such as {@code open} or {@code parse}
   * @param detail what happened, without words of the document
   */
  record Failed(NotCheckedReason reason, String stage, String detail) implements Extraction {}
}
