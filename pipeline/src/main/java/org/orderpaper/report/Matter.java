package org.orderpaper.report;

import java.time.LocalDate;
import java.util.List;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.MaskedText;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Span;
import org.orderpaper.model.WelfareEntry;

/**
 * An item with what the scan wrote about it.
 *
 * @param entries in order of their ids
 */
record Matter(BusinessItem item, List<ReviewEntry> entries) {

  Matter {
    entries = List.copyOf(entries);
  }

  /** The text of the item as it may be read. */
  MaskedText masked() {
    return MaskedText.of(item);
  }

  /**
   * The item's own heading, masked. It is the beginning of the text, so the names in it are known.
   */
  String heading(MaskedText masked) {
    int length = Math.min(item.heading().length(), item.text().length());
    return masked.words(new Span(0, length));
  }

  /** Whether the words of the item may stand only in the files for welfare. */
  boolean restricted() {
    return item.type() == ItemType.INCIDENT
        || entries.stream().anyMatch(WelfareEntry.class::isInstance);
  }

  /**
   * Whether the paper announces a meeting after {@code asOf}. Minutes with a date to come hold a
   * wrong date, and are ranked like others rather than set aside.
   */
  boolean isUpcoming(LocalDate asOf) {
    Meeting meeting = item.meeting();
    return meeting.date() != null && meeting.date().isAfter(asOf) && announces(meeting.kind());
  }

  private boolean announces(DocumentKind kind) {
    return kind == DocumentKind.AGENDA
        || kind == DocumentKind.MOTION_PAPER
        || item.outcome() == Outcome.TABLED_ONLY
        || item.outcome() == Outcome.SUBMITTED_ONLY;
  }

  /** Whether an entry of the item stands on {@code queue}. */
  boolean standsOn(Queue queue) {
    return entries.stream().anyMatch(entry -> entry.queue() == queue);
  }

  @Override
  public String toString() {
    return "Matter[" + item + ", " + entries.size() + " entries]";
  }
}
