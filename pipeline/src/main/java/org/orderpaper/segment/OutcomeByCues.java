package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.Reading;
import org.orderpaper.segment.OutcomeReader.Subject;
import org.orderpaper.segment.OutcomeReader.What;
import org.orderpaper.segment.Stretch.Role;

/** What became of an item as its words tell, and as the kind of paper in which it stands allows. */
final class OutcomeByCues {

  /** The most words of a sentence that is nothing but an outcome. */
  private static final int BARE = 3;

  /** The most words of a sentence that takes up a report and does no more. */
  private static final int TAKEN = 8;

  /** Words into a sentence within which it says that the statement was adopted. */
  private static final int ADOPTION = 10;

  private OutcomeByCues() {}

  static Reading read(OpenItem item, Paper paper) {
    DocumentKind kind = paper.kind();
    Reading reading = reading(item, kind);
    if (paper.decisions()
        && reading.outcome() == Outcome.NOT_RECORDED
        && isDecidable(item.typed.type())) {
      reading = fromTitle(reading, item);
    } else if (paper.decisions()
        && kind == DocumentKind.MOTION_PAPER
        && reading.outcome() == Outcome.TABLED_ONLY
        && item.typed.type() == ItemType.MOTION) {
      reading = fromTitle(reading, item);
    }
    return reading.outcome() == Outcome.PUBLISHED
        ? reading.with(ownVote(item))
        : amended(reading, item);
  }

  private static boolean isDecidable(ItemType type) {
    return switch (type) {
      case MOTION, AMENDMENT, DISCUSSION, PROCEDURAL, STATEMENT -> true;
      case RULING, REPORT, CORRESPONDENCE, INCIDENT, AGENDA_ENTRY, ADMIN -> false;
    };
  }

  /** Under "The meeting agreed the following:" what is listed was agreed, a deferral included. */
  private static Reading fromTitle(Reading reading, OpenItem item) {
    Outcome outcome = Outcome.CARRIED;
    for (Event event : item.events) {
      Outcome asked = event.outcome();
      outcome = event.what() == What.PROPOSED && asked != null ? asked : outcome;
    }
    return reading.decided(outcome, "the heading says it was decided");
  }

  /** A motion that was carried after an amendment to it was is the amended one. */
  static Reading amended(Reading reading, OpenItem item) {
    boolean amended = isAmended(item) || item.told.stream().anyMatch(OutcomeByCues::saysAmended);
    if (amended && item.typed.type() == ItemType.MOTION && reading.outcome() == Outcome.CARRIED) {
      return reading.with(Outcome.CARRIED_AS_AMENDED);
    }
    // What was learned may guess at an amendment; nothing is amended without a word of it, and the
    // words of an amendment are its own.
    boolean guessed =
        reading.outcome() == Outcome.CARRIED_AS_AMENDED
            && !amended
            && item.typed.type() != ItemType.AMENDMENT
            && item.told.stream().noneMatch(OutcomeByCues::speaksOfAmendments);
    boolean ofAmendment =
        item.typed.type() == ItemType.AMENDMENT
            && reading.outcome() == Outcome.CARRIED_AS_AMENDED
            && item.told.stream().noneMatch(OutcomeByCues::saysAmended);
    return guessed || ofAmendment ? reading.with(Outcome.CARRIED) : reading;
  }

  static boolean speaksOfAmendments(Stretch stretch) {
    return stretch.has("subjects.amendment")
        || stretch.has("motions.amendment")
        || stretch.has("motions.amending")
        || stretch.has("motions.amendment-accepted")
        || stretch.has("outcomes.carried-as-amended");
  }

  private static boolean saysAmended(Stretch stretch) {
    return stretch.role() == Role.TOLD
        && stretch.has("motions.as-amended")
        && !stretch.has("subjects.elsewhere");
  }

  private static boolean isAmended(OpenItem motion) {
    return motion.amendments.stream().anyMatch(OutcomeByCues::wasAccepted)
        || (motion.upAbove != null && isAmended(motion.upAbove));
  }

  private static boolean wasAccepted(OpenItem amendment) {
    return OutcomeReader.fold(amendment.events, Subject.AMENDMENT).outcome() == Outcome.CARRIED
        || amendment.events.stream().anyMatch(event -> event.what() == What.AMENDMENT_ACCEPTED);
  }

  /** The subject that an item of a type is. */
  static Subject own(ItemType type) {
    return switch (type) {
      case MOTION -> Subject.MOTION;
      case AMENDMENT -> Subject.AMENDMENT;
      case PROCEDURAL -> Subject.PROCEDURAL;
      case ADMIN -> Subject.PAPERS;
      case STATEMENT, DISCUSSION, RULING, REPORT, CORRESPONDENCE, INCIDENT, AGENDA_ENTRY ->
          Subject.OWN;
    };
  }

  private static Reading reading(OpenItem item, DocumentKind kind) {
    ItemType type = item.typed.type();
    Reading reading = OutcomeReader.fold(item.events, own(type));
    if (type == ItemType.AMENDMENT
        && reading.outcome() == Outcome.NOT_RECORDED
        && item.events.stream().anyMatch(event -> event.what() == What.AMENDMENT_ACCEPTED)) {
      reading = reading.decided(Outcome.CARRIED, "accepted by the mover");
    }
    return byKind(reading, type, kind, item);
  }

  private static Reading byKind(Reading reading, ItemType type, DocumentKind kind, OpenItem item) {
    boolean stated = reading.event() != null;
    return switch (kind) {
      case AGENDA ->
          reading.outcome() == Outcome.WITHDRAWN && isWrittenIn(reading)
              ? reading
              : reading.plain(Outcome.TABLED_ONLY, "on an agenda");
      case MOTION_PAPER ->
          isWrittenIn(reading) && type != ItemType.DISCUSSION
              ? reading
              : reading.plain(Outcome.TABLED_ONLY, "on a meeting paper");
      case EMAIL ->
          type == ItemType.AGENDA_ENTRY
              ? reading.plain(Outcome.TABLED_ONLY, "on an agenda sent out")
              : type == ItemType.MOTION
                  ? stated && isDecided(reading) && hasMore(item)
                      ? reading
                      : reading.plain(Outcome.SUBMITTED_ONLY, "sent in a message")
                  : reading.plain(
                      reading.outcome() == Outcome.NOTED ? Outcome.NOTED : Outcome.NOT_RECORDED,
                      "a message");
      case STATEMENT, NEWSLETTER, SOCIAL ->
          type == ItemType.MOTION && stated
              ? reading
              : reading.plain(Outcome.PUBLISHED, "published");
      case RULES -> reading.plain(Outcome.NOT_RECORDED, "rules decide nothing");
      case MINUTES, OTHER -> minuted(accepted(reading, type, item), type, item);
    };
  }

  /**
   * Whether what became of a motion was written in on the paper on which it is printed: in so many
   * words, with figures, or set off from the text; "a link which was dropped" is its text.
   */
  private static boolean isWrittenIn(Reading reading) {
    Event event = reading.event();
    return event != null
        && event.stretch().hits().at("clauses.unit-subject", event.stretch().body()) == null
        && (event.explicit()
            || isBare(event)
            || !event.votes().equals(Votes.NOT_STATED)
            || Clauses.isTail(event.stretch().tokens(), event.hit()));
  }

  private static boolean hasMore(OpenItem item) {
    return item.draft.lines.size() > 1;
  }

  private static boolean isDecided(Reading reading) {
    return reading.carried() || reading.outcome() == Outcome.DEFEATED;
  }

  /** "Minutes: confirmed", "read and signed": words that agree minutes and nothing else. */
  private static Reading accepted(Reading reading, ItemType type, OpenItem item) {
    boolean open = reading.outcome() == Outcome.NOT_RECORDED || reading.outcome() == Outcome.NOTED;
    boolean elected = Formalities.elects(item.draft);
    boolean minutes = Formalities.acceptsMinutes(item.draft);
    if (type != ItemType.ADMIN) {
      return reading;
    }
    if (Formalities.isApologies(item.draft) && !minutes) {
      return reading.plain(Outcome.NOT_RECORDED, "apologies");
    }
    if (minutes) {
      return reading.decided(Outcome.CARRIED, "the minutes were accepted");
    }
    if (elected && open) {
      return reading.decided(Outcome.CARRIED, "officers were elected");
    }
    boolean formal = elected || reading.outcome() != Outcome.CARRIED;
    return formal ? reading : reading.plain(Outcome.NOT_RECORDED, "an arrangement, not a decision");
  }

  /** "Approved." behind the figures of the treasurer: a sentence that is nothing but an outcome. */
  private static boolean isBare(Event event) {
    Stretch stretch = event.stretch();
    boolean bare =
        stretch.to() - stretch.body() <= BARE && event.hit().from() <= stretch.body() + 1;
    return bare
        || (stretch.to() - stretch.body() <= TAKEN
            && stretch.hits().at("reports.taken", stretch.body()) != null);
  }

  /** "Received." at the end. */
  private static boolean heard(OpenItem item) {
    Stretch last = item.stretches.getLast();
    return last.role() == Role.TOLD
        && last.to() - last.body() == 1
        && last.hits().at("reports.heard", last.body()) != null;
  }

  private static Reading minuted(Reading reading, ItemType type, OpenItem item) {
    boolean received = type == ItemType.REPORT || type == ItemType.CORRESPONDENCE;
    boolean part = item.draft.lines.stream().anyMatch(line -> line.has("reports.readmission"));
    if (type == ItemType.REPORT && part) {
      return reading;
    }
    if (received && reading.outcome() != Outcome.NOTED) {
      Event event = reading.event();
      boolean papers =
          reading.outcome() == Outcome.CARRIED
              && event != null
              && (event.subject() == Subject.PAPERS
                  || item.typed.because().endsWith("adopted")
                  || isBare(event));
      if (papers) {
        return reading;
      }
      boolean agreed =
          reading.outcome() == Outcome.CARRIED
              && event != null
              && !event.explicit()
              && type == ItemType.CORRESPONDENCE;
      return agreed
          ? reading
          : heard(item)
              ? reading.plain(Outcome.NOTED, "it says that it was received")
              : reading.plain(Outcome.NOT_RECORDED, "a report, not a decision");
    }
    if (type == ItemType.INCIDENT) {
      return reading.plain(Outcome.NOT_RECORDED, "an incident has no outcome");
    }
    return reading;
  }

  /** "We voted 11 to 1 to ask the council": what a unit publishes may tell of its own vote. */
  static Votes ownVote(OpenItem item) {
    List<Stretch> ours = new ArrayList<>();
    boolean before = false;
    for (Stretch stretch : item.told) {
      boolean own = isOfOurVote(stretch);
      // "We put it to a vote. 31 were for and 6 against."
      if (own || (before && !stretch.has("subjects.elsewhere"))) {
        ours.add(stretch);
      }
      before = own;
    }
    Votes votes = OutcomeReader.lastCount(ours, Outcome.CARRIED);
    boolean whole = votes.inFavour() != null && votes.against() != null && !votes.percent();
    return whole ? votes : adoption(item.told);
  }

  private static boolean isOfOurVote(Stretch stretch) {
    return !stretch.has("subjects.elsewhere")
        && (stretch.has("kinds.speaks-as-we") || stretch.has("subjects.ours-voted"));
  }

  /**
   * The votes by which a statement was adopted, as it says itself: "Agreed by the Executive last
   * night, nine for and two against"; {@link Votes#NOT_STATED} if it does not.
   */
  static Votes adoption(List<Stretch> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      Stretch sentence = sentences.get(i);
      if (sentence.hits().near("subjects.adopted", sentence.body(), ADOPTION)
          && !sentence.has("subjects.elsewhere")) {
        // "There were three abstentions." may follow.
        Votes votes =
            OutcomeReader.lastCount(
                sentences.subList(i, Math.min(sentences.size(), i + 2)), Outcome.CARRIED);
        if (votes.against() != null && !votes.percent()) {
          return votes;
        }
      }
    }
    return Votes.NOT_STATED;
  }
}
