package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Span;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.Reading;
import org.orderpaper.segment.Stretch.Role;

/** What the unit did with an item, as its text shows it or its outcome implies. */
final class ActReader {

  private ActReader() {}

  /** The acts of a motion that was carried, as a rule's own cases assume. */
  static List<ActShown> ofCarriedMotion() {
    return List.of(new ActShown(Act.DISCUSS, true, null), new ActShown(Act.PASS, false, null));
  }

  static List<ActShown> read(
      Draft draft,
      List<Stretch> stretches,
      ItemText text,
      ItemType type,
      Reading reading,
      DocumentKind kind) {
    List<ActShown> acts = new ArrayList<>();
    agenda(draft, stretches, text, type, kind, acts);
    discuss(text, type, reading, acts);
    Event event = reading.event();
    if (reading.carried() && isDecidable(type)) {
      acts.add(new ActShown(Act.PASS, false, words(text, event)));
    }
    boolean unitsOwn =
        kind == DocumentKind.STATEMENT
            || kind == DocumentKind.NEWSLETTER
            || kind == DocumentKind.SOCIAL;
    if ((unitsOwn && type != ItemType.ADMIN) || reading.outcome() == Outcome.PUBLISHED) {
      acts.add(new ActShown(Act.PUBLISH, false, null));
    } else if (reading.carried()) {
      cue(stretches, text, "voice.publish", Act.PUBLISH, acts);
    }
    if (reading.carried() || unitsOwn) {
      cue(stretches, text, "voice.affiliate", Act.AFFILIATE, acts);
      cue(stretches, text, "voice.donate", Act.DONATE, acts);
    }
    return acts;
  }

  private static boolean isDecidable(ItemType type) {
    return switch (type) {
      case INCIDENT, AGENDA_ENTRY -> false;
      case MOTION,
          AMENDMENT,
          STATEMENT,
          DISCUSSION,
          RULING,
          PROCEDURAL,
          REPORT,
          CORRESPONDENCE,
          ADMIN ->
          true;
    };
  }

  private static void agenda(
      Draft draft,
      List<Stretch> stretches,
      ItemText text,
      ItemType type,
      DocumentKind kind,
      List<ActShown> acts) {
    if (kind == DocumentKind.AGENDA || kind == DocumentKind.MOTION_PAPER) {
      acts.add(new ActShown(Act.AGENDA, false, null));
      return;
    }
    boolean business =
        type == ItemType.MOTION
            || type == ItemType.AMENDMENT
            || type == ItemType.RULING
            || type == ItemType.DISCUSSION;
    for (Stretch stretch : stretches) {
      if (business
          && stretch.role() != Role.TEXT
          && stretch.has("meetings.agenda-words")
          && !stretch.has("meetings.not-agenda-words")) {
        CueBook.Hit hit = stretch.hits().first("meetings.agenda-words");
        acts.add(
            new ActShown(
                Act.AGENDA,
                false,
                hit == null ? null : text.words(stretch.line(), hit.from(), hit.to())));
        return;
      }
    }
    Label label = draft.lines.getFirst().label();
    boolean numbered =
        (label != null && draft.headingEnd > 0)
            || (draft.path.stream().anyMatch(ActReader::isNumbered)
                && draft.section == Section.MOTIONS);
    if (kind == DocumentKind.MINUTES && type == ItemType.MOTION && numbered) {
      acts.add(new ActShown(Act.AGENDA, true, null));
    }
  }

  private static boolean isNumbered(String heading) {
    return Label.read(heading) != null;
  }

  private static void discuss(ItemText text, ItemType type, Reading reading, List<ActShown> acts) {
    boolean stated = reading.debated() && !(reading.unheard() && reading.talk() == null);
    boolean implied =
        switch (reading.outcome()) {
          case CARRIED, CARRIED_AS_AMENDED -> isDecidable(type) && !reading.unheard();
          case DEFEATED, NEXT_BUSINESS, RULED_OUT_YET_DISCUSSED, RULING_OVERTURNED -> true;
          case REMITTED, REFERRED, DEFERRED -> stated;
          case NOTED ->
              type == ItemType.MOTION || type == ItemType.AMENDMENT || type == ItemType.DISCUSSION;
          case NOT_RECORDED ->
              type == ItemType.DISCUSSION
                  || (stated && type != ItemType.REPORT && type != ItemType.CORRESPONDENCE);
          case FELL_NO_SECONDER,
              RULED_OUT,
              WITHDRAWN,
              NOT_REACHED,
              TABLED_ONLY,
              SUBMITTED_ONLY,
              PUBLISHED ->
              false;
        };
    if (implied) {
      Event talk = reading.talk();
      acts.add(
          new ActShown(
              Act.DISCUSS, talk == null && type != ItemType.DISCUSSION, words(text, talk)));
    }
  }

  private static void cue(
      List<Stretch> stretches, ItemText text, String key, Act act, List<ActShown> acts) {
    for (Stretch stretch : stretches) {
      for (CueBook.Hit hit : stretch.hits().of(key, stretch.from(), stretch.to())) {
        if (stretch.role() != Role.QUOTED) {
          acts.add(new ActShown(act, false, text.words(stretch.line(), hit.from(), hit.to())));
          return;
        }
      }
    }
  }

  private static @Nullable Span words(ItemText text, @Nullable Event event) {
    return event == null || !text.holds(event.stretch().line())
        ? null
        : text.words(event.stretch().line(), event.hit().from(), event.hit().to());
  }
}
