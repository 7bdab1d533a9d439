package org.orderpaper.extract;

import java.util.List;
import org.orderpaper.model.ExtractedPart;

/** What came of reading a file in one {@link Turn}. */
public sealed interface Attempt {

  /**
   * The file is done, for better or worse.
   *
   * @param parts at least one, the first of which is the file itself
   */
  record Done(List<ExtractedPart> parts) implements Attempt {

    public Done {
      parts = List.copyOf(parts);
    }
  }

  /** The file is to be read again in a later turn; never the answer in the last. */
  record Postponed(Turn next) implements Attempt {}
}
