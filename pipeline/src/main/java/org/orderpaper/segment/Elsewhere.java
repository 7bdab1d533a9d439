package org.orderpaper.segment;

import java.util.List;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.Stretch.Role;

/**
 * Tells what other bodies did from what the meeting did. Under "Councillors" a budget that was
 * passed by 29 votes to 24 is the council's, and "Agreed to thank them" is ours. The words are in
 * {@code rules/cues/voice.yaml}.
 */
final class Elsewhere {

  /** Words into a heading within which the body is named. */
  private static final int HEADING = 6;

  private Elsewhere() {}

  /** Whether a whole paper tells of others: a school's newsletter, an MP's report. */
  static boolean isPaper(Meeting meeting) {
    Unit unit = meeting.unit();
    return meeting.kind() == DocumentKind.OTHER
        || (unit != null && unit.type() == UnitType.OUTSIDE_BODY);
  }

  /** Whether the heading of an item, or the one it stands under, names another body. */
  static boolean isHeaded(Draft draft) {
    Line first = draft.lines.getFirst();
    boolean headed = first.hits().near("voice.elsewhere-body", first.body(), HEADING);
    boolean titled =
        draft.headingEnd > 0
            || first.label() != null
            || first.runIn() > 0
            || draft.section == Section.REPORT;
    return headed && titled && draft.section != Section.MOTIONS;
  }

  /** Whether the item tells something that the body of its heading did. */
  static boolean isReport(Draft draft, List<Stretch> stretches) {
    return isHeaded(draft)
        && stretches.stream()
            .anyMatch(stretch -> stretch.role() == Role.TOLD && tellsDeed(stretch));
  }

  private static boolean tellsDeed(Stretch stretch) {
    return stretch.has("voice.elsewhere-deed") && !isOurs(stretch);
  }

  private static boolean isOurs(Stretch stretch) {
    return stretch.has("subjects.ours") || stretch.has("voice.elsewhere-ours");
  }

  /** Whether an outcome under such a heading is the meeting's all the same. */
  static boolean isOurs(Event event) {
    boolean opens = event.hit().from() <= event.stretch().from() + 1;
    return event.outcome() == Outcome.NOTED || opens || isOurs(event.stretch());
  }
}
