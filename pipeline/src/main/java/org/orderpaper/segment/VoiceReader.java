package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Passage;
import org.orderpaper.model.Span;
import org.orderpaper.model.Voice;
import org.orderpaper.segment.Draft.Hint;
import org.orderpaper.segment.OutcomeReader.Reading;
import org.orderpaper.segment.Stretch.Role;

/** Tells whose words an item is, and which stretches of it are someone else's. */
final class VoiceReader {

  private VoiceReader() {}

  static Voice of(
      Draft draft, List<Stretch> stretches, ItemType type, Reading reading, Meeting meeting) {
    DocumentKind kind = meeting.kind();
    if (draft.isEarlier()) {
      return draft.hint == Hint.FORWARDED ? Voice.INCOMING : Voice.QUOTED;
    }
    if (Elsewhere.isPaper(meeting)) {
      return Voice.REPORTED_ELSEWHERE;
    }
    if (kind == DocumentKind.SOCIAL && Stretch.isRetweet(draft.lines.getFirst())) {
      return Voice.QUOTED;
    }
    return switch (type) {
      case MOTION, AMENDMENT, PROCEDURAL ->
          reading.carried() ? Voice.UNIT_DECISION : Voice.MOVER_TEXT;
      case AGENDA_ENTRY -> isMotionTitle(draft) ? Voice.MOVER_TEXT : Voice.UNIT_STATEMENT;
      case STATEMENT -> Voice.UNIT_STATEMENT;
      case DISCUSSION, ADMIN ->
          kind == DocumentKind.NEWSLETTER
                  || kind == DocumentKind.SOCIAL
                  || kind == DocumentKind.STATEMENT
                  || kind == DocumentKind.RULES
              ? Voice.UNIT_STATEMENT
              : reading.carried() && decides(draft)
                  ? Voice.UNIT_DECISION
                  : Voice.MINUTED_DISCUSSION;
      case RULING, INCIDENT -> Voice.MINUTED_DISCUSSION;
      case REPORT -> reported(draft, stretches, reading, kind);
      case CORRESPONDENCE -> Voice.INCOMING;
    };
  }

  private static Voice reported(
      Draft draft, List<Stretch> stretches, Reading reading, DocumentKind kind) {
    if (Elsewhere.isReport(draft, stretches) || hasOthersAct(draft)) {
      return Voice.REPORTED_ELSEWHERE;
    }
    return switch (kind) {
      case NEWSLETTER, STATEMENT, SOCIAL -> Voice.UNIT_STATEMENT;
      case MINUTES, AGENDA, MOTION_PAPER, EMAIL, RULES, OTHER ->
          reading.carried() ? Voice.UNIT_DECISION : Voice.MINUTED_DISCUSSION;
    };
  }

  private static boolean isMotionTitle(Draft draft) {
    return draft.hint == Hint.MOTION
        || (draft.section == Section.MOTIONS && !draft.container)
        || draft.lines.getFirst().has("motions.title");
  }

  /** Whether the decision is most of what there is. */
  private static boolean decides(Draft draft) {
    return TypeReader.words(draft) <= 60;
  }

  /** "Our Unite branch has passed a motion": told of another body in the first lines. */
  private static boolean hasOthersAct(Draft draft) {
    return draft.lines.stream().limit(2).anyMatch(line -> line.has("voice.elsewhere-act"));
  }

  /** The passages in a voice other than {@code voice}, in order. */
  static List<Passage> passages(
      List<Stretch> stretches, ItemText text, ItemType type, Voice voice, Reading reading) {
    List<Passage> passages = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Voice own = voiceOf(stretch, type, voice, reading);
      if (own != voice && stretch.to() > stretch.from()) {
        append(
            passages,
            new Passage(text.span(stretch.line(), stretch.from(), stretch.to()), own),
            text.text());
      }
    }
    return passages;
  }

  private static Voice voiceOf(Stretch stretch, ItemType type, Voice voice, Reading reading) {
    if (stretch.role() == Role.QUOTED) {
      return voice == Voice.INCOMING ? voice : Voice.QUOTED;
    }
    if (stretch.role() == Role.HEADING
        || type == ItemType.STATEMENT
        || (voice == Voice.INCOMING && !isDecision(stretch, reading))) {
      return voice;
    }
    if (stretch.has("voice.elsewhere-act") && type != ItemType.MOTION) {
      return Voice.REPORTED_ELSEWHERE;
    }
    if (isDecision(stretch, reading)) {
      return reading.carried() ? Voice.UNIT_DECISION : voice;
    }
    boolean motion = type == ItemType.MOTION || type == ItemType.AMENDMENT;
    boolean talk = stretch.role() == Role.TOLD && stretch.has("outcomes.discussed") && motion;
    return talk ? Voice.MINUTED_DISCUSSION : voice;
  }

  private static boolean isDecision(Stretch stretch, Reading reading) {
    OutcomeReader.Event event = reading.event();
    return event != null && event.stretch().equals(stretch) && reading.outcome() != Outcome.NOTED;
  }

  private static void append(List<Passage> passages, Passage next, String text) {
    if (!passages.isEmpty()) {
      Passage last = passages.getLast();
      boolean joined =
          last.voice() == next.voice()
              && text.substring(last.span().end(), next.span().start()).isBlank();
      if (joined) {
        passages.set(
            passages.size() - 1,
            new Passage(new Span(last.span().start(), next.span().end()), next.voice()));
        return;
      }
    }
    passages.add(next);
  }
}
