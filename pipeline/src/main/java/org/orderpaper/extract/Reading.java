package org.orderpaper.extract;

import java.util.List;
import org.orderpaper.model.Extraction;

/** What a reader makes of one part: its own text, and the documents found inside it, in order. */
record Reading(Extraction extraction, List<Attachment> attachments) {

  Reading {
    attachments = List.copyOf(attachments);
  }

  static Reading of(Extraction extraction) {
    return new Reading(extraction, List.of());
  }
}
