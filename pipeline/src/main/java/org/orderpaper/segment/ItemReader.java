package org.orderpaper.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Passage;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralFacts.Notice;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.Reading;
import org.orderpaper.segment.OutcomeReader.Subject;
import org.orderpaper.segment.OutcomeReader.What;
import org.orderpaper.segment.Stretch.Role;

/** Reads the items of a paper: type, outcome, votes, voice and acts. */
final class ItemReader {

  /** The most words of a covering note. */
  private static final int COVER = 70;

  /** A paper of more items is no minutes, and what is seen of all of them would fill the memory. */
  private static final int MOST_LOOKS = 400;

  /** The most words of a sentence that is nothing but an outcome. */
  private static final int BARE = 3;

  /** The most words of a sentence that takes up a report and does no more. */
  private static final int TAKEN = 8;

  private static final double LIKELY = 0.4;
  private static final double SURE = 0.9;
  private static final double CERTAIN = 0.95;

  /** To take another body's act for the unit's own is the worst that can be read. */
  private static final double OURS = 0.99;

  private static final double NEVER = 2;

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
      List<Stretch> told,
      StructuralFacts facts,
      Confidence segmentation,
      List<String> because) {

    /** The same item with what the head of its paper states. */
    Read under(Paper paper) {
      LocalDate date = paper.meeting().date();
      Notice notice = StructuralReader.noticeOfHead(paper.above(), date);
      boolean mailed =
          notice == null
              && paper.kind() == DocumentKind.AGENDA
              && paper.sent() != null
              && date != null
              && !paper.sent().isAfter(date);
      Notice sent = mailed ? new Notice(false, paper.sent(), null, false, null) : notice;
      return new Read(
          draft,
          text,
          type,
          reading,
          voice,
          passages,
          acts,
          told,
          facts.withHead(StructuralReader.quorumOfHead(paper.above()), sent),
          segmentation,
          because);
    }
  }

  /** The items of a paper, not read yet. */
  static Cutter.Cut cut(Paper paper) {
    Cutter.Cut cut = Cutter.cut(paper.lines(), paper.kind());
    if (paper.kind() == DocumentKind.EMAIL) {
      joinCoveringLines(cut.drafts());
    }
    return cut;
  }

  /**
   * @param cut the items of the paper, or the first of them
   * @param learned what labelled papers teach, or null for what the cues alone read
   */
  static List<Read> read(Cutter.Cut cut, Paper paper, @Nullable Learned learned) {
    List<OpenItem> items = settled(cut, paper, learned);
    List<Read> read = new ArrayList<>();
    for (OpenItem item : items) {
      read.add(
          learned == null || isSettled(item, paper)
              ? finish(item, paper)
              : judged(item, paper, look(item, paper), learned));
    }
    if (!read.isEmpty()) {
      read.set(0, read.getFirst().under(paper));
    }
    return read;
  }

  /** The items of a paper, each with what is told of it anywhere in the paper. */
  private static List<OpenItem> settled(Cutter.Cut cut, Paper paper, @Nullable Learned learned) {
    List<Draft> drafts = cut.drafts();
    List<OpenItem> items = new ArrayList<>();
    for (Draft draft : drafts) {
      items.add(new OpenItem(draft, paper, draft == drafts.getLast()));
    }
    if (learned != null
        && items.size() <= MOST_LOOKS
        && items.stream().anyMatch(ItemReader::tellsOfAmendments)) {
      items.forEach(item -> item.likely = likely(item, paper, learned));
    }
    Attribution.settle(items, cut.tallies());
    return items;
  }

  private static boolean tellsOfAmendments(OpenItem item) {
    return item.stretches.stream()
        .anyMatch(stretch -> speaksOfAmendments(stretch) || stretch.has("motions.returns"));
  }

  /** What an item most likely is, before it is known what is told of it elsewhere. */
  private static ItemType likely(OpenItem item, Paper paper, Learned learned) {
    if (isSettled(item, paper)) {
      return item.typed.type();
    }
    OpenItem.Look look = look(item, paper);
    item.keep(look);
    ItemType judged = learned.type(look.features()).value();
    return isOpen(look.byCues(), judged, item, paper) ? judged : look.byCues().type();
  }

  /** The item as the cues read it, with its features; not read again without need. */
  private static OpenItem.Look look(OpenItem item, Paper paper) {
    OpenItem.Look kept = item.look();
    if (kept != null) {
      return kept;
    }
    Read byCues = finish(item, paper);
    return new OpenItem.Look(
        byCues, ItemFeatures.of(byCues, item.told, item.stated, paper.meeting()));
  }

  /**
   * Whether its place settles what an item is: what an account posts, a rule, the message that is
   * answered. What is sent on may be anything, a model motion among it.
   */
  private static boolean isSettled(OpenItem item, Paper paper) {
    return paper.kind() == DocumentKind.SOCIAL
        || paper.kind() == DocumentKind.RULES
        || item.draft.hint == Draft.Hint.QUOTED;
  }

  /**
   * The items of a paper as the cues read them, with their features, from which labelled papers
   * teach.
   *
   * @param learned tells what is told of which item, as it does when the paper is read
   */
  static List<OpenItem.Look> lessons(Paper paper, Learned learned) {
    return settled(cut(paper), paper, learned).stream().map(item -> look(item, paper)).toList();
  }

  /** The item with the type, outcome and voice that labelled papers teach. */
  private static Read judged(OpenItem item, Paper paper, OpenItem.Look look, Learned learned) {
    Read byCues = look.byCues();
    Set<String> features = look.features();
    Learned.Judged<ItemType> type = learned.type(features);
    if (type.value() != byCues.type() && isOpen(byCues, type.value(), item, paper)) {
      item.typed = new TypeReader.Typed(type.value(), type.sure().reason());
    }
    Reading reading =
        counted(judged(reading(item, paper), learned.outcome(features), item, paper), item);
    reading = amended(tallied(reading, item), item);
    if (isVoted(reading.outcome())) {
      Votes counted = CountReader.read(byCues, OutcomeReader.counted(item.told), features, learned);
      reading = with(reading, item.inColumns(counted));
    }
    Voice voice = voice(item, reading, byCues, learned.voice(features), paper);
    boolean others =
        voice == Voice.REPORTED_ELSEWHERE
            && paper.kind() == DocumentKind.MINUTES
            && paper.meeting().unit() != null
            && !Elsewhere.isPaper(paper.meeting());
    if (others && isVoted(reading.outcome())) {
      item.typed = new TypeReader.Typed(ItemType.REPORT, "what another body decided");
      reading = plain(reading, Outcome.NOT_RECORDED, "a decision of another body");
    }
    return composed(item, reading, voice, paper);
  }

  /** Whether labelled papers may overrule the cues: not where the place of an item decides. */
  private static boolean isOpen(Read byCues, ItemType judged, OpenItem item, Paper paper) {
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
      OpenItem item, Reading reading, Read byCues, Learned.Judged<Voice> judged, Paper paper) {
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
    Outcome outcome = judged.value();
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
            ? OutcomeReader.fold(item.events, own(item.typed.type())).votes()
            : Votes.NOT_STATED,
        read.debated() && outcome != Outcome.RULED_OUT,
        read.unheard(),
        carried,
        read.talk(),
        judged.sure());
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

  /** A decision with the votes that the item gives for it; what is put off has those on that. */
  private static Reading counted(Reading reading, OpenItem item) {
    boolean stated = !reading.votes().equals(Votes.NOT_STATED);
    // "29 and 21" were the votes of a ballot for a post, not for and against.
    boolean ballot = item.typed.type() == ItemType.ADMIN && reading.votes().inFavour() != null;
    if (ballot) {
      return with(reading, Votes.NOT_STATED);
    }
    boolean voted = isVoted(reading.outcome()) && item.typed.type() != ItemType.ADMIN;
    boolean whole = reading.votes().inFavour() != null && reading.votes().against() != null;
    if (ballot(reading.outcome()) == Ballot.ON_PUTTING_IT_OFF) {
      return whole ? reading : with(reading, wholeCount(item, reading.outcome()));
    }
    if (reading.outcome() == Outcome.PUBLISHED) {
      return with(reading, told(item));
    }
    if (stated && item.typed.type() == ItemType.ADMIN) {
      return reading;
    }
    if (stated == voted || (stated && reading.outcome() == Outcome.NOT_RECORDED)) {
      return reading;
    }
    return voted
        ? with(reading, OutcomeReader.lastCount(item.told, reading.outcome()))
        : with(reading, Votes.NOT_STATED);
  }

  /** "F 47, A 36. Remitted.": the one count in what is told of an item that was put off. */
  private static Votes wholeCount(OpenItem item, Outcome outcome) {
    Votes votes = OutcomeReader.lastCount(item.told, outcome);
    return votes.inFavour() != null && votes.against() != null ? votes : Votes.NOT_STATED;
  }

  /** "We voted 11 to 1 to ask the council": what a unit publishes may tell of its own vote. */
  private static Votes told(OpenItem item) {
    boolean we = item.told.stream().anyMatch(ItemReader::isOfOurVote);
    List<Stretch> ours = we ? item.told : List.of();
    Votes votes = OutcomeReader.lastCount(ours, Outcome.CARRIED);
    boolean whole = votes.inFavour() != null && votes.against() != null && !votes.percent();
    return whole ? votes : Votes.NOT_STATED;
  }

  private static boolean isOfOurVote(Stretch stretch) {
    return !stretch.has("subjects.elsewhere")
        && (stretch.has("kinds.speaks-as-we") || stretch.has("subjects.ours-voted"));
  }

  /** Where only a table tells what became of a motion, its figures do. */
  private static Reading tallied(Reading reading, OpenItem item) {
    Tallies.Row row = item.tally;
    boolean worded = row == null || !OutcomeReader.events(List.of(row.stretch())).isEmpty();
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
        : decided(reading, outcome, "only the figures of a table tell");
  }

  private static Reading with(Reading reading, Votes votes) {
    return new Reading(
        reading.outcome(),
        reading.event(),
        votes,
        reading.debated(),
        reading.unheard(),
        reading.carried(),
        reading.talk(),
        reading.sure());
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
          item.events.isEmpty() && item.told.stream().anyMatch(ItemReader::tellsOfADecision);
      if (elsewhere || unbound) {
        return elsewhere ? NEVER : CERTAIN;
      }
      if (item.told.stream().noneMatch(ItemReader::mayDecide)) {
        return SURE;
      }
    }
    return surprise ? SURE : LIKELY;
  }

  /** Whether a sentence has any word of an outcome, a vote or an acceptance. */
  private static boolean mayDecide(Stretch stretch) {
    return stretch.role() != Role.TEXT
        && stretch.hits().of("", stretch.from(), stretch.to()).stream()
            .anyMatch(ItemReader::isOfDecisions);
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

  /** An item as the cues alone read it. */
  private static Read finish(OpenItem item, Paper paper) {
    Reading reading = reading(item, paper);
    ItemType type = item.typed.type();
    Voice voice = VoiceReader.of(item.draft, item.stretches, type, reading, paper.meeting());
    if (paper.ours()
        && paper.kind() == DocumentKind.EMAIL
        && type == ItemType.CORRESPONDENCE
        && !item.draft.isEarlier()) {
      voice = Voice.UNIT_STATEMENT;
    }
    return composed(item, reading, voice, paper);
  }

  private static Reading reading(OpenItem item, Paper paper) {
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
        ? with(reading, told(item))
        : amended(reading, item);
  }

  private static Read composed(OpenItem item, Reading reading, Voice voice, Paper paper) {
    ItemType type = item.typed.type();
    ItemText text = ItemText.of(item.draft);
    List<Passage> passages =
        item.draft.isEarlier()
            ? List.of()
            : VoiceReader.passages(item.stretches, text, type, voice, reading);
    List<ActShown> acts =
        ActReader.read(item.draft, item.stretches, text, type, reading, paper.kind());
    List<String> because =
        List.of(
            item.draft.why, "type: " + item.typed.because(), "outcome: " + reading.sure().reason());
    Confidence cut =
        item.draft.headingEnd > 0
            ? Confidence.high(item.draft.why)
            : Confidence.medium(item.draft.why);
    StructuralFacts facts =
        StructuralReader.read(item.draft, item.stretches, text, type, paper.meeting().date());
    return new Read(
        item.draft, text, type, reading, voice, passages, acts, item.told, facts, cut, because);
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
    return decided(reading, outcome, "the heading says it was decided");
  }

  /** A motion that was carried after an amendment to it was is the amended one. */
  private static Reading amended(Reading reading, OpenItem item) {
    boolean amended = isAmended(item) || item.told.stream().anyMatch(ItemReader::saysAmended);
    if (amended && item.typed.type() == ItemType.MOTION && reading.outcome() == Outcome.CARRIED) {
      return with(reading, Outcome.CARRIED_AS_AMENDED);
    }
    // What was learned may guess at an amendment; nothing is amended without a word of it.
    boolean guessed =
        reading.outcome() == Outcome.CARRIED_AS_AMENDED
            && !amended
            && item.told.stream().noneMatch(ItemReader::speaksOfAmendments);
    return guessed ? with(reading, Outcome.CARRIED) : reading;
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
    return motion.amendments.stream().anyMatch(ItemReader::wasAccepted)
        || (motion.upAbove != null && isAmended(motion.upAbove));
  }

  private static boolean wasAccepted(OpenItem amendment) {
    return OutcomeReader.fold(amendment.events, Subject.AMENDMENT).outcome() == Outcome.CARRIED
        || amendment.events.stream().anyMatch(event -> event.what() == What.AMENDMENT_ACCEPTED);
  }

  /** The subject that an item of a type is. */
  private static Subject own(ItemType type) {
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
      reading = decided(reading, Outcome.CARRIED, "accepted by the mover");
    }
    return byKind(reading, type, kind, item);
  }

  private static Reading byKind(Reading reading, ItemType type, DocumentKind kind, OpenItem item) {
    boolean stated = reading.event() != null;
    return switch (kind) {
      case AGENDA ->
          reading.outcome() == Outcome.WITHDRAWN && isWrittenIn(reading)
              ? reading
              : plain(reading, Outcome.TABLED_ONLY, "on an agenda");
      case MOTION_PAPER ->
          isWrittenIn(reading) && type != ItemType.DISCUSSION
              ? reading
              : plain(reading, Outcome.TABLED_ONLY, "on a meeting paper");
      case EMAIL ->
          type == ItemType.AGENDA_ENTRY
              ? plain(reading, Outcome.TABLED_ONLY, "on an agenda sent out")
              : type == ItemType.MOTION
                  ? stated && isDecided(reading) && hasMore(item)
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
      return plain(reading, Outcome.NOT_RECORDED, "apologies");
    }
    if (minutes) {
      return decided(reading, Outcome.CARRIED, "the minutes were accepted");
    }
    if (elected && open) {
      return decided(reading, Outcome.CARRIED, "officers were elected");
    }
    boolean formal = elected || reading.outcome() != Outcome.CARRIED;
    return formal
        ? reading
        : plain(reading, Outcome.NOT_RECORDED, "an arrangement, not a decision");
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
              ? plain(reading, Outcome.NOTED, "it says that it was received")
              : plain(reading, Outcome.NOT_RECORDED, "a report, not a decision");
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
