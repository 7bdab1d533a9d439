package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.Reading;
import org.orderpaper.segment.OutcomeReader.What;
import org.orderpaper.segment.Stretch.Role;

/**
 * Holds what labelled papers teach against what the cues read of an item: which of the two counts
 * is settled by how sure the one is and how well the other reads ({@code docs/decisions/0008}).
 */
final class Judging {

  private static final double LIKELY = 0.4;
  private static final double SURE = 0.9;
  private static final double CERTAIN = 0.95;

  /** To take another body's act for the unit's own is the worst that can be read. */
  private static final double OURS = 0.99;

  private static final double NEVER = 2;

  private Judging() {}

  /**
   * What became of an item and whose words it is. Its type is set on it, where labelled papers know
   * better.
   */
  record Judged(Reading reading, Voice voice) {}

  static Judged judge(OpenItem item, Paper paper, OpenItem.Look look, Learned learned) {
    ItemReader.Read byCues = look.byCues();
    Set<String> features = look.features();
    Learned.Judged<ItemType> type = learned.type(features);
    if (type.value() != byCues.type() && isOpen(byCues, type.value(), item, paper)) {
      item.typed = new TypeReader.Typed(type.value(), type.sure().reason());
    }
    Reading read = OutcomeByCues.read(item, paper);
    Reading reading = counted(judged(read, learned.outcome(features), item, paper), item);
    reading = OutcomeByCues.amended(tallied(reading, item), item);
    if (isVoted(reading.outcome())) {
      Votes counted = CountReader.read(byCues, OutcomeReader.counted(item.told), features, learned);
      reading = reading.with(item.inColumns(counted));
    }
    Voice voice = voice(item, reading, byCues, learned.voice(features), paper);
    boolean others =
        voice == Voice.REPORTED_ELSEWHERE
            && paper.kind() == DocumentKind.MINUTES
            && paper.meeting().unit() != null
            && !Elsewhere.isPaper(paper.meeting());
    if (others && isVoted(reading.outcome())) {
      item.typed = new TypeReader.Typed(ItemType.REPORT, "what another body decided");
      reading = reading.plain(Outcome.NOT_RECORDED, "a decision of another body");
    }
    return new Judged(reading, voice);
  }

  /** Whether labelled papers may overrule the cues: not where the place of an item decides. */
  static boolean isOpen(ItemReader.Read byCues, ItemType judged, OpenItem item, Paper paper) {
    if (item.draft.section == Section.MATTERS_ARISING) {
      return false;
    }
    return switch (byCues.type()) {
      case AMENDMENT, INCIDENT -> false;
      // Only a motion is withdrawn, remitted or without a seconder.
      case MOTION -> needed(byCues.reading().outcome(), Outcome.CARRIED) != NEVER;
      case RULING -> judged != ItemType.MOTION;
      case AGENDA_ENTRY -> paper.kind() != DocumentKind.AGENDA || judged == ItemType.MOTION;
      case STATEMENT, DISCUSSION, PROCEDURAL, REPORT, CORRESPONDENCE, ADMIN -> true;
    };
  }

  /** A motion is the unit's decision if it was carried, and its mover's text if not. */
  private static Voice voice(
      OpenItem item,
      Reading reading,
      ItemReader.Read byCues,
      Learned.Judged<Voice> judged,
      Paper paper) {
    if (byCues.voice() == Voice.QUOTED) {
      return Voice.QUOTED;
    }
    boolean others =
        byCues.voice() == Voice.REPORTED_ELSEWHERE && !Elsewhere.isPaper(paper.meeting());
    if (others && judged.probability() < OURS) {
      return Voice.REPORTED_ELSEWHERE;
    }
    boolean moved =
        switch (item.typed.type()) {
          case MOTION, AMENDMENT, PROCEDURAL -> true;
          case STATEMENT,
              DISCUSSION,
              RULING,
              REPORT,
              CORRESPONDENCE,
              INCIDENT,
              AGENDA_ENTRY,
              ADMIN ->
              false;
        };
    boolean ours =
        switch (judged.value()) {
          case UNIT_DECISION, MOVER_TEXT, MINUTED_DISCUSSION -> true;
          case UNIT_STATEMENT, QUOTED, REPORTED_ELSEWHERE, INCOMING -> false;
        };
    if (moved && ours) {
      return reading.carried() ? Voice.UNIT_DECISION : Voice.MOVER_TEXT;
    }
    // Only what is moved has the text of a mover.
    return judged.value() == Voice.MOVER_TEXT && !moved ? byCues.voice() : judged.value();
  }

  /** The reading, if its outcome is the one judged, else one of that outcome. */
  private static Reading judged(
      Reading read, Learned.Judged<Outcome> judged, OpenItem item, Paper paper) {
    Outcome outcome = overturned(judged.value(), item);
    double needed = Math.max(needed(read.outcome(), outcome), needed(outcome, item, paper));
    boolean ruled =
        read.outcome() == Outcome.RULED_OUT
            && item.stated.stream().anyMatch(event -> event.what() == What.UPHELD);
    if (outcome == read.outcome()
        || ruled
        || judged.probability() < needed
        || isAgainstItsFigures(read, outcome)) {
      return read;
    }
    if (!isVoted(read.outcome()) && isAgainstTheCount(item, outcome)) {
      Outcome other = outcome == Outcome.DEFEATED ? Outcome.CARRIED : Outcome.DEFEATED;
      return read.decided(other, "the figures tell, and no words do");
    }
    Event words = null;
    for (Event event : item.events) {
      words = event.outcome() == outcome ? event : words;
    }
    boolean decided = isVoted(outcome);
    boolean carried =
        outcome == Outcome.CARRIED
            || outcome == Outcome.CARRIED_AS_AMENDED
            || (outcome == Outcome.RULING_OVERTURNED && isMajority(read.votes()));
    return new Reading(
        outcome,
        words,
        decided
            ? OutcomeReader.fold(item.events, OutcomeByCues.own(item.typed.type())).votes()
            : Votes.NOT_STATED,
        read.debated() && outcome != Outcome.RULED_OUT,
        read.unheard(),
        carried,
        read.talk(),
        judged.sure());
  }

  /** No ruling is overturned where nothing is said of one: what was carried is the item. */
  private static Outcome overturned(Outcome judged, OpenItem item) {
    boolean ruling =
        item.told.stream()
            .anyMatch(told ->
                told.has("subjects.challenge")
                    || !told.hits().of("rulings.", told.from(), told.to()).isEmpty());
    if (judged != Outcome.RULING_OVERTURNED || ruling) {
      return judged;
    }
    return isAgainstTheCount(item, Outcome.CARRIED) ? Outcome.DEFEATED : Outcome.CARRIED;
  }

  /** "Lost by five to seven" is not carried, whatever it looks like. */
  private static boolean isAgainstItsFigures(Reading read, Outcome judged) {
    BigDecimal inFavour = read.votes().inFavour();
    BigDecimal against = read.votes().against();
    if (inFavour == null || against == null || !isVoted(read.outcome()) || !isVoted(judged)) {
      return false;
    }
    int majority = inFavour.compareTo(against);
    boolean agrees = read.carried() ? majority > 0 : majority < 0;
    return agrees && (judged == Outcome.DEFEATED) == read.carried();
  }

  /** The same where no words tell an outcome: "19 for and 7 against" does not lose. */
  private static boolean isAgainstTheCount(OpenItem item, Outcome judged) {
    Votes last = OutcomeReader.lastCount(item.told, judged);
    BigDecimal inFavour = last.inFavour();
    BigDecimal against = last.against();
    if (inFavour == null || against == null || !isVoted(judged)) {
      return false;
    }
    int majority = inFavour.compareTo(against);
    return judged == Outcome.DEFEATED ? majority > 0 : majority < 0;
  }

  /** A decision with the votes that the item gives for it; what is put off has those on that. */
  private static Reading counted(Reading reading, OpenItem item) {
    boolean stated = !reading.votes().equals(Votes.NOT_STATED);
    // "29 and 21" were the votes of a ballot for a post, not for and against.
    boolean ballot = item.typed.type() == ItemType.ADMIN && reading.votes().inFavour() != null;
    if (ballot) {
      return reading.with(Votes.NOT_STATED);
    }
    boolean voted = isVoted(reading.outcome()) && item.typed.type() != ItemType.ADMIN;
    boolean whole = reading.votes().inFavour() != null && reading.votes().against() != null;
    if (ballot(reading.outcome()) == Ballot.ON_PUTTING_IT_OFF) {
      return whole ? reading : reading.with(wholeCount(item, reading.outcome()));
    }
    if (reading.outcome() == Outcome.PUBLISHED) {
      return reading.with(OutcomeByCues.ownVote(item));
    }
    if (stated && item.typed.type() == ItemType.ADMIN) {
      return reading;
    }
    if (stated == voted || (stated && reading.outcome() == Outcome.NOT_RECORDED)) {
      return reading;
    }
    return voted
        ? reading.with(OutcomeReader.lastCount(item.told, reading.outcome()))
        : reading.with(Votes.NOT_STATED);
  }

  /** "F 47, A 36. Remitted.": the one count in what is told of an item that was put off. */
  private static Votes wholeCount(OpenItem item, Outcome outcome) {
    Votes votes = OutcomeReader.lastCount(item.told, outcome);
    return votes.inFavour() != null && votes.against() != null ? votes : Votes.NOT_STATED;
  }

  /** Where only a table tells what became of a motion, its figures do. */
  private static Reading tallied(Reading reading, OpenItem item) {
    Tallies.Row row = item.tally;
    boolean worded =
        row == null
            || OutcomeReader.events(List.of(row.stretch())).stream()
                .anyMatch(event -> event.what() == What.OUTCOME);
    BigDecimal inFavour = row == null ? null : row.votes().inFavour();
    BigDecimal against = row == null ? null : row.votes().against();
    boolean open = isVoted(reading.outcome()) || reading.outcome() == Outcome.NOT_RECORDED;
    if (worded || inFavour == null || against == null || !open) {
      return reading;
    }
    int majority = inFavour.compareTo(against);
    Outcome outcome = majority < 0 ? Outcome.DEFEATED : Outcome.CARRIED;
    boolean agrees = reading.carried() == (majority > 0);
    return majority == 0 || (agrees && isVoted(reading.outcome()))
        ? reading
        : reading.decided(outcome, "only the figures of a table tell");
  }

  /** What a vote that belongs to an outcome was on. */
  private enum Ballot {
    ON_THE_ITEM,
    /** To remit, refer or defer it. */
    ON_PUTTING_IT_OFF,
    NONE
  }

  private static Ballot ballot(Outcome outcome) {
    return switch (outcome) {
      case CARRIED, CARRIED_AS_AMENDED, DEFEATED, RULING_OVERTURNED -> Ballot.ON_THE_ITEM;
      case REMITTED, REFERRED, DEFERRED -> Ballot.ON_PUTTING_IT_OFF;
      case FELL_NO_SECONDER,
          WITHDRAWN,
          NEXT_BUSINESS,
          NOT_REACHED,
          NOTED,
          RULED_OUT,
          RULED_OUT_YET_DISCUSSED,
          TABLED_ONLY,
          SUBMITTED_ONLY,
          PUBLISHED,
          NOT_RECORDED ->
          Ballot.NONE;
    };
  }

  private static boolean isVoted(Outcome outcome) {
    return ballot(outcome) == Ballot.ON_THE_ITEM;
  }

  /**
   * How sure another outcome than the one of the cues must be. What cues read seldom they read
   * well, and labelled papers have too few of; where they read nothing, the likelier outcome
   * counts.
   */
  private static double needed(Outcome byCues, Outcome judged) {
    return switch (byCues) {
      case NOT_RECORDED, TABLED_ONLY, SUBMITTED_ONLY -> LIKELY;
      case CARRIED, DEFEATED, DEFERRED, REFERRED, PUBLISHED -> SURE;
      // A vote on it tells that a ruling did not stand; nothing else does.
      case RULED_OUT -> isVoted(judged) ? CERTAIN : NEVER;
      case CARRIED_AS_AMENDED,
          FELL_NO_SECONDER,
          REMITTED,
          WITHDRAWN,
          NEXT_BUSINESS,
          NOT_REACHED,
          NOTED,
          RULING_OVERTURNED,
          RULED_OUT_YET_DISCUSSED ->
          NEVER;
    };
  }

  /** The same for where an outcome would come as a surprise. */
  private static double needed(Outcome outcome, OpenItem item, Paper paper) {
    DocumentKind kind = paper.kind();
    boolean sentOut = kind == DocumentKind.EMAIL;
    boolean surprise =
        switch (outcome) {
          case PUBLISHED -> sentOut || isMeetingPaper(kind) || kind == DocumentKind.MINUTES;
          case TABLED_ONLY -> !sentOut && !isMeetingPaper(kind);
          case SUBMITTED_ONLY -> !sentOut && kind != DocumentKind.MOTION_PAPER;
          case CARRIED,
              CARRIED_AS_AMENDED,
              DEFEATED,
              FELL_NO_SECONDER,
              REMITTED,
              REFERRED,
              DEFERRED,
              WITHDRAWN,
              NEXT_BUSINESS,
              NOT_REACHED,
              NOTED,
              RULED_OUT,
              RULING_OVERTURNED,
              RULED_OUT_YET_DISCUSSED,
              NOT_RECORDED ->
              false;
        };
    if (isVoted(outcome)) {
      if (item.draft.section == Section.MATTERS_ARISING && item.typed.type() == ItemType.REPORT) {
        // What was decided last time is told again.
        return NEVER;
      }
      boolean elsewhere =
          item.told.stream()
              .anyMatch(
                  stretch -> stretch.role() == Role.TOLD && stretch.has("subjects.elsewhere"));
      // Words that decide, none of which binds this item, are mostly another body's.
      boolean unbound =
          item.events.isEmpty() && item.told.stream().anyMatch(Judging::tellsOfADecision);
      if (elsewhere || unbound) {
        return elsewhere ? NEVER : CERTAIN;
      }
      if (item.told.stream().noneMatch(Judging::mayDecide)) {
        return SURE;
      }
    }
    return surprise ? SURE : LIKELY;
  }

  /** Whether a sentence has any word of an outcome, a vote or an acceptance. */
  private static boolean mayDecide(Stretch stretch) {
    return stretch.role() != Role.TEXT
        && stretch.hits().of("", stretch.from(), stretch.to()).stream()
            .anyMatch(Judging::isOfDecisions);
  }

  private static boolean isOfDecisions(CueBook.Hit hit) {
    return hit.key().startsWith("outcomes.")
        || hit.key().startsWith("admin.accept")
        || (hit.key().startsWith("votes.") && hit.length() > 1);
  }

  private static boolean tellsOfADecision(Stretch stretch) {
    return stretch.has("outcomes.carried") || stretch.has("outcomes.defeated");
  }

  private static boolean isMeetingPaper(DocumentKind kind) {
    return kind == DocumentKind.AGENDA || kind == DocumentKind.MOTION_PAPER;
  }

  private static boolean isMajority(Votes votes) {
    return votes.inFavour() == null
        || votes.against() == null
        || votes.inFavour().compareTo(votes.against()) > 0;
  }
}
