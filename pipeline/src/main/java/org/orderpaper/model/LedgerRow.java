package org.orderpaper.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file or attachment.
 *
 * @param source the path relative to the scanned folder, attachments as {@code outer.eml!/in.docx}
 * @param sha256 of the bytes, or null when they could not be read
 * @param bytes the size
 * @param modified when the file was last modified; null for attachments and unreadable files
 * @param mediaType as detected from the content, or null
 * @param reason why it was not checked; null if and only if it was
 * @param detail what happened and what to do, without words of the document; null when nothing is
 *     to be said
 * @param items how many business items were found
 * @param pages how many pages it has, or null where the format has none
 */
public record LedgerRow(
    String source,
    @Nullable String sha256,
    long bytes,
    @Nullable Instant modified,
    @Nullable String mediaType,
    LedgerState state,
    @Nullable NotCheckedReason reason,
    @Nullable String detail,
    int items,
    @Nullable Integer pages) {

  public LedgerRow {
    if ((state == LedgerState.NOT_CHECKED) != (reason != null)) {
      throw new IllegalArgumentException("a reason goes with not-checked and nothing else");
    }
  }

  /** The same row in another state that is a kind of checked. */
  public LedgerRow in(LedgerState checked, @Nullable String newDetail) {
    return new LedgerRow(
        source, sha256, bytes, modified, mediaType, checked, null, newDetail, items, pages);
  }
}
