package org.orderpaper.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.What;
import org.orderpaper.segment.Stretch.Role;

/**
 * Recognises the formalities that every meeting goes through, in whatever words: apologies, the
 * minutes of the last meeting, the choice of officers, the day of the next meeting. The words are
 * in {@code rules/cues/admin.yaml}.
 */
final class Formalities {

  /** Words into an item within which a formality is named. */
  private static final int OPENING = 12;

  /** The same for what may also be said in passing further on. */
  private static final int FIRST_WORDS = 7;

  /** The most words of a formality; what is longer has other business in it. */
  private static final int LONGEST = 70;

  /** The most words of the line that closes a paper with the day of the next meeting. */
  private static final int CLOSING = 30;

  private Formalities() {}

  /**
   * What formality an item is, or null for business.
   *
   * @param last whether the paper ends with it
   */
  static @Nullable String of(
      Draft draft, List<Stretch> stretches, List<Event> events, boolean last) {
    boolean text = stretches.stream().anyMatch(stretch -> stretch.role() == Role.TEXT);
    if (text || draft.isMotion() || TypeReader.words(draft) > LONGEST || moves(stretches)) {
      return null;
    }
    if (isApologies(draft)) {
      return "apologies";
    }
    if (acceptsMinutes(draft)) {
      return "minutes accepted";
    }
    if (elects(draft)) {
      return "officers chosen";
    }
    return isNextMeeting(draft, events, last) ? "the next meeting" : null;
  }

  private static boolean moves(List<Stretch> stretches) {
    return stretches.stream().anyMatch(stretch -> stretch.has("motions.formal"));
  }

  /** "Apologies: six", "Sorry from the ferry crew", "Those who couldn't come". */
  static boolean isApologies(Draft draft) {
    return draft.lines.stream().limit(2).anyMatch(line -> opensWith(line, "admin.apologies"));
  }

  /** "We had a look at January's minutes and they'll do." */
  static boolean acceptsMinutes(Draft draft) {
    boolean minutes =
        draft.lines.stream()
                .limit(2)
                .anyMatch(line -> line.hits().near("admin.minutes", line.body(), OPENING))
            || draft.path.stream().anyMatch(Formalities::headsMinutes);
    return minutes && draft.lines.stream().limit(4).anyMatch(line -> line.has("admin.accepted"));
  }

  private static boolean headsMinutes(String heading) {
    Tokens tokens = Tokens.of(heading);
    for (int i = 0; i < Math.min(tokens.size(), 4); i++) {
      if (tokens.word(i).equals("minutes")) {
        return true;
      }
    }
    return false;
  }

  /** "The officers were returned unopposed." */
  static boolean elects(Draft draft) {
    return draft.lines.stream().anyMatch(line -> line.has("admin.elected"));
  }

  private static boolean isNextMeeting(Draft draft, List<Event> events, boolean last) {
    Line first = draft.lines.getFirst();
    int words = TypeReader.words(draft);
    boolean told = draft.lines.stream().limit(2).anyMatch(line -> opensWith(line, "admin.next"));
    boolean decided = events.stream().anyMatch(event -> event.what() == What.OUTCOME);
    boolean dated = draft.lines.stream().anyMatch(line -> line.has("admin.day"));
    return (told && words <= 2 * CLOSING)
        || (last && dated && !decided && words <= CLOSING)
        || (last && opensWith(first, "admin.closing"));
  }

  private static boolean opensWith(Line line, String key) {
    return line.hits().near(key, line.body(), FIRST_WORDS);
  }
}
