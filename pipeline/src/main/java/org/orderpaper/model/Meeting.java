package org.orderpaper.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One meeting, or one publication, as one document shows it.
 *
 * @param id key of the meeting in this document
 * @param unit null when no unit could be told
 * @param date of the meeting, or of the publication; null when unknown
 * @param dateSource null if and only if the date is
 * @param because how kind, unit and date were decided, a clause each, without words of the document
 *     except cues
 */
public record Meeting(
    String id,
    DocumentKind kind,
    PaperStatus status,
    @Nullable Unit unit,
    @Nullable LocalDate date,
    @Nullable DateSource dateSource,
    Confidence dateConfidence,
    List<String> because) {

  public Meeting {
    because = List.copyOf(because);
    if ((date == null) != (dateSource == null)) {
      throw new IllegalArgumentException("a date and its source go together");
    }
  }
}
