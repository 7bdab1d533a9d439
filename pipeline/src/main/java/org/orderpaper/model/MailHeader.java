package org.orderpaper.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a message says. Sender names are masked wherever they are written.
 *
 * @param from the sender as written, name and address, or null
 * @param subject the subject, or null
 * @param sent the day in the sender's own time zone, or null
 */
public record MailHeader(
    @Nullable String from, @Nullable String subject, @Nullable LocalDate sent) {

  @Override
  public String toString() {
    return "MailHeader[sent=" + sent + "]";
  }
}
