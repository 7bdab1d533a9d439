package org.orderpaper.report;

import java.io.IOException;

/** A line of labels cannot be read. The message says where, what is wrong and what is allowed. */
public final class MalformedLabelsException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedLabelsException(int line, String problem) {
    super("labels line " + line + ": " + problem);
  }
}
