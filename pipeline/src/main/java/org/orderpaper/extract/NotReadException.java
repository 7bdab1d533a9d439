package org.orderpaper.extract;

import java.io.IOException;
import org.orderpaper.model.NotCheckedReason;

/** Thrown inside a reader to end the reading of one part with a named reason. */
final class NotReadException extends IOException {

  private static final long serialVersionUID = 1L;

  private final NotCheckedReason reason;

  /**
   * A reason and what an officer should know.
   *
   * @param detail without words of the document
   */
  NotReadException(NotCheckedReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  NotCheckedReason reason() {
    return reason;
  }

  String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
