package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Passage;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.Reading;
import org.orderpaper.segment.OutcomeReader.Subject;
import org.orderpaper.segment.OutcomeReader.What;

/** Reads the items of a paper: type, outcome, votes, voice and acts. */
final class ItemReader {

  /** The most words of a covering note. */
  private static final int COVER = 70;

  private ItemReader() {}

  /** An item, read. */
  record Read(
      Draft draft,
      ItemText text,
      ItemType type,
      Reading reading,
      Voice voice,
      List<Passage> passages,
      List<ActShown> acts,
      Confidence segmentation,
      List<String> because) {}

  private static final class Work {
    final Draft draft;
    final List<Stretch> stretches;
    final List<Event> events;
    TypeReader.Typed typed;

    Work(Draft draft, Paper paper) {
      this.draft = draft;
      this.stretches = Stretch.of(draft);
      this.events = new ArrayList<>(OutcomeReader.events(stretches));
      this.typed = TypeReader.read(draft, stretches, events, paper);
      events.removeIf(event -> isLooseDefeat(event, typed.type()));
    }
  }

  static List<Read> read(Paper paper) {
    Cutter.Cut cut = Cutter.cut(paper.lines(), paper.kind());
    List<Draft> drafts = cut.drafts();
    if (paper.kind() == DocumentKind.EMAIL) {
      joinCoveringLines(drafts);
    }
    List<Work> works = new ArrayList<>();
    for (Draft draft : drafts) {
      works.add(new Work(draft, paper));
    }
    forward(works);
    List<Read> read = new ArrayList<>();
    for (Work work : works) {
      read.add(finish(work, works, paper));
    }
    return read;
  }

  /** "We lost one seat", "the lease falls in": without a motion such words defeat nothing. */
  private static boolean isLooseDefeat(Event event, ItemType type) {
    boolean motion =
        type == ItemType.MOTION || type == ItemType.AMENDMENT || type == ItemType.PROCEDURAL;
    return event.outcome() == Outcome.DEFEATED && !event.explicit() && !motion;
  }

  /** The lines that only hand a motion in go with the motion. */
  private static void joinCoveringLines(List<Draft> drafts) {
    if (drafts.size() < 2) {
      return;
    }
    Draft cover = drafts.getFirst();
    Draft motion = drafts.get(1);
    if (!cover.isMotion()
        && motion.rank > 0
        && cover.hint == Draft.Hint.NONE
        && !motion.isEarlier()
        && TypeReader.words(cover) <= COVER) {
      drafts.set(1, motion.after(cover));
      drafts.removeFirst();
    }
  }

  /**
   * What is told of the motion after an amendment or an incident came between belongs to the motion
   * all the same.
   */
  private static void forward(List<Work> works) {
    Work motion = null;
    for (Work work : works) {
      ItemType type = work.typed.type();
      if (type == ItemType.MOTION) {
        motion = work;
      } else if (motion != null && (type == ItemType.AMENDMENT || type == ItemType.INCIDENT)) {
        Set<Event> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Event> inOrder = new ArrayList<>();
        for (Event event : work.events) {
          boolean motions = event.subject() == Subject.MOTION && event.explicit();
          if (motions || event.outcome() == Outcome.CARRIED_AS_AMENDED) {
            moved.add(event);
            inOrder.add(event);
          }
        }
        work.events.removeIf(moved::contains);
        motion.events.addAll(inOrder);
      } else if (type != ItemType.PROCEDURAL) {
        motion = null;
      }
    }
  }

  private static Read finish(Work work, List<Work> all, Paper paper) {
    DocumentKind kind = paper.kind();
    Reading reading = reading(work, kind);
    if (paper.decisions()
        && reading.outcome() == Outcome.NOT_RECORDED
        && isDecidable(work.typed.type())) {
      reading = fromTitle(reading, work);
    } else if (paper.decisions()
        && kind == DocumentKind.MOTION_PAPER
        && reading.outcome() == Outcome.TABLED_ONLY
        && work.typed.type() == ItemType.MOTION) {
      reading = fromTitle(reading, work);
    }
    ItemType type = work.typed.type();
    if (type == ItemType.MOTION && reading.outcome() == Outcome.CARRIED && isAmended(work, all)) {
      reading = with(reading, Outcome.CARRIED_AS_AMENDED);
    }
    ItemText text = ItemText.of(work.draft);
    Voice voice = VoiceReader.of(work.draft, type, reading, kind);
    if (paper.ours()
        && kind == DocumentKind.EMAIL
        && type == ItemType.CORRESPONDENCE
        && !work.draft.isEarlier()) {
      voice = Voice.UNIT_STATEMENT;
    }
    List<Passage> passages =
        work.draft.isEarlier()
            ? List.of()
            : VoiceReader.passages(work.stretches, text, type, voice, reading);
    List<ActShown> acts = ActReader.read(work.draft, work.stretches, text, type, reading, kind);
    List<String> because =
        List.of(
            work.draft.why, "type: " + work.typed.because(), "outcome: " + reading.sure().reason());
    Confidence cut =
        work.draft.headingEnd > 0
            ? Confidence.high(work.draft.why)
            : Confidence.medium(work.draft.why);
    return new Read(work.draft, text, type, reading, voice, passages, acts, cut, because);
  }

  private static boolean isDecidable(ItemType type) {
    return switch (type) {
      case MOTION, AMENDMENT, DISCUSSION, PROCEDURAL, STATEMENT -> true;
      case RULING, REPORT, CORRESPONDENCE, INCIDENT, AGENDA_ENTRY, ADMIN -> false;
    };
  }

  /** Under "The meeting agreed the following:" what is listed was agreed, a deferral included. */
  private static Reading fromTitle(Reading reading, Work work) {
    Outcome outcome = Outcome.CARRIED;
    for (Event event : work.events) {
      Outcome asked = event.outcome();
      outcome = event.what() == What.PROPOSED && asked != null ? asked : outcome;
    }
    return decided(reading, outcome, "the heading says it was decided");
  }

  private static boolean isAmended(Work motion, List<Work> all) {
    for (Work work : all) {
      if (work.draft.amended == motion.draft) {
        Outcome outcome = OutcomeReader.fold(work.events, Subject.AMENDMENT).outcome();
        boolean accepted =
            work.events.stream().anyMatch(event -> event.what() == What.AMENDMENT_ACCEPTED);
        if (outcome == Outcome.CARRIED || accepted) {
          return true;
        }
      }
    }
    return false;
  }

  private static Reading reading(Work work, DocumentKind kind) {
    ItemType type = work.typed.type();
    Subject own =
        switch (type) {
          case MOTION -> Subject.MOTION;
          case AMENDMENT -> Subject.AMENDMENT;
          case PROCEDURAL -> Subject.PROCEDURAL;
          case ADMIN -> Subject.PAPERS;
          case STATEMENT, DISCUSSION, RULING, REPORT, CORRESPONDENCE, INCIDENT, AGENDA_ENTRY ->
              Subject.OWN;
        };
    Reading reading = OutcomeReader.fold(work.events, own);
    if (type == ItemType.AMENDMENT
        && reading.outcome() == Outcome.NOT_RECORDED
        && work.events.stream().anyMatch(event -> event.what() == What.AMENDMENT_ACCEPTED)) {
      reading = decided(reading, Outcome.CARRIED, "accepted by the mover");
    }
    return byKind(reading, type, kind, work);
  }

  private static Reading byKind(Reading reading, ItemType type, DocumentKind kind, Work work) {
    boolean stated = reading.event() != null;
    return switch (kind) {
      case AGENDA -> plain(reading, Outcome.TABLED_ONLY, "on an agenda");
      case MOTION_PAPER ->
          stated && type != ItemType.DISCUSSION
              ? reading
              : plain(reading, Outcome.TABLED_ONLY, "on a meeting paper");
      case EMAIL ->
          type == ItemType.AGENDA_ENTRY
              ? plain(reading, Outcome.TABLED_ONLY, "on an agenda sent out")
              : type == ItemType.MOTION
                  ? stated && isDecided(reading) && told(work)
                      ? reading
                      : plain(reading, Outcome.SUBMITTED_ONLY, "sent in a message")
                  : plain(
                      reading,
                      reading.outcome() == Outcome.NOTED ? Outcome.NOTED : Outcome.NOT_RECORDED,
                      "a message");
      case STATEMENT, NEWSLETTER, SOCIAL ->
          type == ItemType.MOTION && stated
              ? reading
              : plain(reading, Outcome.PUBLISHED, "published");
      case RULES -> plain(reading, Outcome.NOT_RECORDED, "rules decide nothing");
      case MINUTES, OTHER -> minuted(accepted(reading, type, work), type);
    };
  }

  private static boolean told(Work work) {
    return work.draft.lines.size() > 1;
  }

  private static boolean isDecided(Reading reading) {
    return reading.carried() || reading.outcome() == Outcome.DEFEATED;
  }

  /** "Minutes: confirmed", "read and signed": words that agree minutes and nothing else. */
  private static Reading accepted(Reading reading, ItemType type, Work work) {
    boolean open = reading.outcome() == Outcome.NOT_RECORDED || reading.outcome() == Outcome.NOTED;
    boolean elected = work.draft.lines.stream().anyMatch(line -> line.has("admin.elected"));
    boolean minutes =
        work.draft.lines.stream()
            .limit(2)
            .anyMatch(line -> line.hits().near("admin.minutes", line.body(), 6));
    boolean accepted = work.draft.lines.stream().anyMatch(line -> line.has("admin.accepted"));
    if (type != ItemType.ADMIN) {
      return reading;
    }
    if (minutes && accepted && open) {
      return decided(reading, Outcome.CARRIED, "the minutes were accepted");
    }
    if (elected && open) {
      return decided(reading, Outcome.CARRIED, "officers were elected");
    }
    boolean formal = minutes || elected || reading.outcome() != Outcome.CARRIED;
    return formal
        ? reading
        : plain(reading, Outcome.NOT_RECORDED, "an arrangement, not a decision");
  }

  private static Reading minuted(Reading reading, ItemType type) {
    boolean received = type == ItemType.REPORT || type == ItemType.CORRESPONDENCE;
    if (received && reading.outcome() != Outcome.NOTED) {
      Event event = reading.event();
      boolean papers =
          reading.outcome() == Outcome.CARRIED
              && event != null
              && event.subject() == Subject.PAPERS
              && event.explicit();
      if (papers) {
        return reading;
      }
      boolean agreed =
          reading.outcome() == Outcome.CARRIED
              && event != null
              && !event.explicit()
              && type == ItemType.CORRESPONDENCE;
      return agreed ? reading : plain(reading, Outcome.NOT_RECORDED, "a report, not a decision");
    }
    if (type == ItemType.INCIDENT) {
      return plain(reading, Outcome.NOT_RECORDED, "an incident has no outcome");
    }
    return reading;
  }

  private static Reading with(Reading reading, Outcome outcome) {
    return new Reading(
        outcome,
        reading.event(),
        reading.votes(),
        reading.debated(),
        reading.unheard(),
        reading.carried(),
        reading.talk(),
        reading.sure());
  }

  private static Reading decided(Reading reading, Outcome outcome, String why) {
    return new Reading(
        outcome,
        reading.event(),
        reading.votes(),
        reading.debated(),
        reading.unheard(),
        outcome == Outcome.CARRIED,
        reading.talk(),
        Confidence.high(why));
  }

  private static Reading plain(Reading reading, Outcome outcome, String why) {
    @Nullable Event event = outcome == reading.outcome() ? reading.event() : null;
    return new Reading(
        outcome,
        event,
        Votes.NOT_STATED,
        reading.debated(),
        reading.unheard(),
        false,
        reading.talk(),
        Confidence.high(why));
  }
}
