package org.orderpaper.extract;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.LedgerState;

/**
 * A document inside another one.
 *
 * @param name the name its container declares, not to be trusted as a path; null when it has none
 * @param content brings its bytes when its turn comes
 * @param cut whether its end is missing from its container
 */
record Attachment(@Nullable String name, Content content, boolean cut) {

  private static final String MISSING = "the end of the attachment is missing";

  Attachment(@Nullable String name, Content content) {
    this(name, content, false);
  }

  /** The bytes of an attachment, read late so that an archive is not expanded all at once. */
  interface Content {
    byte[] read() throws IOException;
  }

  /** What was read of it, said to be a part only where its end is missing. */
  Reading told(Reading reading) {
    if (!cut) {
      return reading;
    }
    Extraction told =
        switch (reading.extraction()) {
          case Extraction.Text text ->
              new Extraction.Text(
                  text.document(), LedgerState.CHECKED_PARTIAL, with(text.detail()));
          case Extraction.Nothing nothing ->
              new Extraction.Nothing(nothing.reason(), with(nothing.detail()));
          case Extraction.Failed failed ->
              new Extraction.Failed(failed.reason(), failed.stage(), with(failed.detail()));
        };
    return new Reading(told, reading.attachments(), reading.scanned());
  }

  private static String with(@Nullable String detail) {
    return detail == null ? MISSING : MISSING + "; " + detail;
  }

  @Override
  public String toString() {
    return "Attachment";
  }
}
