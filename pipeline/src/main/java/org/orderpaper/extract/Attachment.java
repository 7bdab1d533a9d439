package org.orderpaper.extract;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A document inside another one.
 *
 * @param name the name its container declares, not to be trusted as a path; null when it has none
 * @param content brings its bytes when its turn comes
 */
record Attachment(@Nullable String name, Content content) {

  /** The bytes of an attachment, read late so that an archive is not expanded all at once. */
  interface Content {
    byte[] read() throws IOException;
  }

  @Override
  public String toString() {
    return "Attachment";
  }
}
