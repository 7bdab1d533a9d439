package org.orderpaper.extract;

import java.util.List;
import org.orderpaper.model.Extraction;

/**
 * What a reader makes of one part: its own text, and the documents found inside it, in order.
 *
 * @param scanned whether it holds pages or pictures that only OCR reads, whether it was there or
 *     not; told by {@link Readers}, not by each reader
 */
record Reading(Extraction extraction, List<Attachment> attachments, boolean scanned) {

  Reading {
    attachments = List.copyOf(attachments);
  }

  Reading(Extraction extraction, List<Attachment> attachments) {
    this(extraction, attachments, false);
  }

  static Reading of(Extraction extraction) {
    return new Reading(extraction, List.of());
  }
}
