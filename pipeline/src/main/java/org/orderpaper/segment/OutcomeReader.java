package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.VocabularyWord;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.Stretch.Role;
import org.orderpaper.segment.VoteReader.Winner;

/**
 * Binds outcome words to whose outcome they are: the motion's, an amendment's, a challenge's, or
 * that of another body, which never binds. Reads only what the minutes tell, never the text of a
 * motion.
 */
final class OutcomeReader {

  /** Words between an outcome word and a place that makes it another body's. */
  private static final int PLACE_REACH = 6;

  /** Words between "agreed" and what was agreed: "agreed, by 19 to 12, to remit". */
  private static final int ASKED = 9;

  /** The most words of a sentence that is nothing but a count: "13½ to nil". */
  private static final int COUNT = 6;

  private OutcomeReader() {}

  /** Whose outcome a word states. */
  enum Subject {
    OWN,
    MOTION,
    AMENDMENT,
    CHALLENGE,
    PROCEDURAL,
    PAPERS
  }

  /** What one clause states. */
  enum What {
    OUTCOME,
    OVERTURNED,
    UPHELD,
    DISCUSSED_ANYWAY,
    DISCUSSED,
    UNHEARD,
    GUIDANCE,
    FIGURES,
    /** An outcome that is only asked for: "proposed that it be deferred". */
    PROPOSED,
    AMENDMENT_ACCEPTED
  }

  /**
   * One statement.
   *
   * @param outcome of an {@link What#OUTCOME}, else null
   * @param explicit whether the clause names its subject
   */
  record Event(
      What what,
      @Nullable Outcome outcome,
      Subject subject,
      boolean explicit,
      boolean weak,
      Votes votes,
      Stretch stretch,
      Hit hit) {

    /** That a proposal such as to go to the next business was carried, as the motion's outcome. */
    Event ofMotion() {
      return new Event(
          What.OUTCOME, outcome, Subject.MOTION, true, false, Votes.NOT_STATED, stretch, hit);
    }

    Event with(Votes other) {
      return new Event(what, outcome, subject, explicit, weak, other, stretch, hit);
    }
  }

  /**
   * The votes that the last count in an item's own words gives, for an item whose outcome no clause
   * binds to figures; {@link Votes#NOT_STATED} without any.
   */
  static Votes lastCount(List<Stretch> stretches, Outcome outcome) {
    for (int i = stretches.size() - 1; i >= 0; i--) {
      Votes votes = count(stretches.get(i), outcome);
      if (votes.equals(Votes.NOT_STATED)) {
        continue;
      }
      // "For: 38. Against: 24. Abstentions: 10.": the sentences before it may be of the same count.
      Votes whole = votes;
      for (int before = i - 1; before >= 0 && isNext(stretches, before); before--) {
        Votes other = count(stretches.get(before), outcome);
        Votes joined = other.equals(Votes.NOT_STATED) ? null : joined(whole, other);
        if (joined == null) {
          break;
        }
        whole = joined;
      }
      return whole;
    }
    return Votes.NOT_STATED;
  }

  /** Whether the next sentence stands right behind this one. */
  private static boolean isNext(List<Stretch> stretches, int at) {
    Stretch one = stretches.get(at);
    Stretch next = stretches.get(at + 1);
    return one.line().index() == next.line().index() && one.to() == next.from();
  }

  /** The votes that a sentence gives, if it counts an item's own. */
  private static Votes count(Stretch stretch, Outcome outcome) {
    boolean own =
        stretch.role() != Role.QUOTED
            && stretch.role() != Role.HEADING
            && !stretch.has("subjects.challenge")
            && !stretch.has("rulings.overturned")
            && !stretch.has("rulings.upheld")
            && !stretch.has("subjects.elsewhere");
    if (!own) {
      return Votes.NOT_STATED;
    }
    Votes votes =
        VoteReader.read(
            stretch.tokens(), stretch.hits(), stretch.body(), stretch.to(), winner(outcome));
    boolean whole =
        stretch.role() == Role.TOLD && votes.inFavour() != null && votes.against() != null;
    boolean told = isCount(stretch) || isDecided(stretch, outcome);
    return whole || told ? votes : Votes.NOT_STATED;
  }

  private static boolean isDecided(Stretch stretch, Outcome outcome) {
    return decisive(stretch).stream().anyMatch(hit -> outcomeOf(hit) == outcome);
  }

  /**
   * The stretches without those that only give the figures of a proposal that was lost, such as to
   * go on to the next business: they are no vote on the item.
   */
  static List<Stretch> counted(List<Stretch> stretches) {
    Set<Stretch> others = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean proposed = false;
    for (Event event : events(stretches)) {
      boolean lost =
          proposed
              && (event.outcome() == Outcome.DEFEATED
                  || (event.what() == What.FIGURES && isMinority(event.votes())));
      if (lost) {
        others.add(event.stretch());
      }
      boolean settled = event.what() == What.OUTCOME || event.what() == What.FIGURES;
      proposed = event.what() == What.PROPOSED || (proposed && !settled);
    }
    return stretches.stream().filter(stretch -> !others.contains(stretch)).toList();
  }

  private static boolean isMinority(Votes votes) {
    return votes.inFavour() != null
        && votes.against() != null
        && votes.inFavour().compareTo(votes.against()) <= 0;
  }

  /** The statements of an item, in order. */
  static List<Event> events(List<Stretch> stretches) {
    List<Event> events = new ArrayList<>();
    Subject last = Subject.OWN;
    for (Stretch stretch : stretches) {
      if (stretch.role() == Role.TOLD || stretch.role() == Role.HEADING) {
        last = told(stretch, last, events);
      } else if (stretch.role() == Role.TEXT) {
        tail(stretch, events);
      }
    }
    return events;
  }

  /** "... to write to the council. (Carried 12-3)": an outcome set off at the end of a clause. */
  private static void tail(Stretch stretch, List<Event> events) {
    List<Hit> hits = decisive(stretch);
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      Outcome outcome = outcomeOf(hit);
      if (outcome != null && Clauses.isTail(stretch.tokens(), hit)) {
        // In a row of a table the figures stand in the cells before.
        int from = Clauses.isCell(stretch.tokens(), hit) ? stretch.body() : hit.from();
        Votes votes =
            VoteReader.read(stretch.tokens(), stretch.hits(), from, stretch.to(), winner(outcome));
        events.add(
            new Event(What.OUTCOME, outcome, Subject.OWN, false, false, votes, stretch, hit));
      }
    }
  }

  private static Subject told(Stretch stretch, Subject before, List<Event> events) {
    Subject last = before;
    List<Hit> hits = decisive(stretch);
    int from = stretch.body();
    boolean any = false;
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      int to =
          i + 1 < hits.size() ? clauseEnd(stretch.tokens(), hit, hits.get(i + 1)) : stretch.to();
      if (!isElsewhere(stretch, hit, from, to)) {
        Event event = event(stretch, hit, from, to);
        if (event != null) {
          events.add(event);
          any = true;
          last = event.subject();
        }
      }
      from = isTalk(hit) ? from : to;
    }
    if (!any) {
      last = figures(stretch, last, events);
    }
    return last;
  }

  /** "After a debate it received 26 votes and was carried": the figures are not the debate's. */
  private static boolean isTalk(Hit hit) {
    return switch (what(hit)) {
      case DISCUSSED, DISCUSSED_ANYWAY, UNHEARD, GUIDANCE -> true;
      case OUTCOME, OVERTURNED, UPHELD, FIGURES, PROPOSED, AMENDMENT_ACCEPTED -> false;
    };
  }

  /** A line of figures without an outcome word belongs to what was last spoken of. */
  private static Subject figures(Stretch stretch, Subject before, List<Event> events) {
    if (stretch.role() == Role.HEADING || !isCount(stretch)) {
      Hit named = lastSubject(stretch, stretch.from(), stretch.to());
      return named == null ? before : subject(named);
    }
    Votes votes =
        VoteReader.read(
            stretch.tokens(), stretch.hits(), stretch.body(), stretch.to(), Winner.UNKNOWN);
    Hit named = lastSubject(stretch, stretch.from(), stretch.to());
    Subject subject = named == null ? before : subject(named);
    boolean elsewhere = stretch.has("subjects.elsewhere") && named == null;
    boolean voted =
        votes.inFavour() != null || votes.against() != null || votes.abstentions() != null;
    if (!votes.equals(Votes.NOT_STATED) && voted && !elsewhere) {
      Event begun = events.isEmpty() ? null : events.getLast();
      Votes joined =
          begun != null && precedes(begun, stretch) ? joined(begun.votes(), votes) : null;
      if (begun != null && joined != null) {
        events.set(events.size() - 1, begun.with(joined));
        return subject;
      }
      events.add(
          new Event(
              What.FIGURES,
              null,
              subject,
              named != null,
              true,
              votes,
              stretch,
              new Hit("votes.for", stretch.from(), stretch.to())));
    }
    return subject;
  }

  private static boolean precedes(Event event, Stretch stretch) {
    return event.what() == What.FIGURES
        && event.stretch().line().index() == stretch.line().index()
        && event.stretch().to() <= stretch.from();
  }

  /** "For: 38. Against: 24. Abstentions: 10.": one count, or null where a camp would have two. */
  private static @Nullable Votes joined(Votes one, Votes other) {
    boolean twice =
        (one.inFavour() != null && other.inFavour() != null)
            || (one.against() != null && other.against() != null)
            || (one.abstentions() != null && other.abstentions() != null);
    return twice
        ? null
        : new Votes(
            one.inFavour() == null ? other.inFavour() : one.inFavour(),
            one.against() == null ? other.against() : one.against(),
            one.abstentions() == null ? other.abstentions() : one.abstentions(),
            one.percent() || other.percent());
  }

  /** Whether a sentence may tell of a vote: its words do, or it is nothing but a count. */
  private static boolean isCount(Stretch stretch) {
    boolean count =
        stretch.to() - stretch.from() <= COUNT
            && (NumberWords.read(stretch.tokens(), stretch.from()) != null
                || NumberWords.read(stretch.tokens(), stretch.from() + 1) != null);
    return count
        || stretch.line().is(BlockKind.TABLE_ROW)
        || stretch.has("votes.against")
        || stretch.has("votes.abstain")
        || stretch.has("votes.unanimous")
        || stretch.has("votes.nobody-against")
        || stretch.has("counts.two-camps")
        || stretch.has("counts.all-of")
        || isForCounted(stretch);
  }

  /** "For 12" and "12 for", not "a letter for the council". */
  private static boolean isForCounted(Stretch stretch) {
    for (Hit hit : stretch.hits().of("votes.for", stretch.from(), stretch.to())) {
      boolean before =
          hit.from() > stretch.from() && NumberWords.read(stretch.tokens(), hit.from() - 1) != null;
      boolean after =
          NumberWords.read(stretch.tokens(), hit.to()) != null && hit.to() < stretch.to();
      if (hit.length() > 1 || before || after) {
        return true;
      }
    }
    return false;
  }

  private static List<Hit> decisive(Stretch stretch) {
    List<Hit> hits =
        new ArrayList<>(
            stretch.hits().longest("outcomes.", "rulings.", stretch.from(), stretch.to()));
    hits.removeIf(hit -> hit.key().equals("rulings.challenge"));
    for (Hit hit : stretch.hits().of("motions.amendment-accepted", stretch.from(), stretch.to())) {
      hits.removeIf(hit::overlaps);
      hits.add(hit);
    }
    hits.sort(Comparator.comparingInt(Hit::from));
    return hits;
  }

  /** Where the clause of {@code hit} ends and that of {@code next} begins. */
  private static int clauseEnd(Tokens tokens, Hit hit, Hit next) {
    for (int i = next.from(); i > hit.to(); i--) {
      String word = tokens.word(i);
      boolean joins =
          word.equals("and") || word.equals("but") || word.equals("then") || word.equals("while");
      if (joins && i < next.from() && !NumberNeighbours.surround(tokens, i)) {
        return i;
      }
    }
    for (int i = next.from(); i > hit.to(); i--) {
      if (tokens.between(i).contains(",")) {
        return i;
      }
    }
    return next.from();
  }

  /** "12 for and 3 against" is one clause. */
  private static final class NumberNeighbours {

    private NumberNeighbours() {}

    static boolean surround(Tokens tokens, int and) {
      return NumberWords.read(tokens, and + 1) != null && and + 2 < tokens.size();
    }
  }

  private static @Nullable Event event(Stretch stretch, Hit hit, int from, int to) {
    What what = what(hit);
    Outcome outcome = outcomeOf(hit);
    boolean past =
        isGuarded(stretch, hit, "subjects.past")
            && !stretch.has("subjects.this-now")
            && !isProposedHere(stretch, hit);
    if (what == What.OUTCOME && (outcome == null || past)) {
      return null;
    }
    if (outcome == Outcome.RULED_OUT
        && isGuarded(stretch, hit, "guidance.at-large")
        && !stretch.has("guidance.ruled-now")) {
      return null;
    }
    if (outcome != null
        && (isGuarded(stretch, hit, "subjects.unreal")
            || isGuarded(stretch, hit, "procedural.asked")
            || isAsked(stretch.tokens(), hit))) {
      if (!isDisposal(outcome)) {
        return null;
      }
      what = What.PROPOSED;
    }
    if (what == What.OUTCOME && isNegated(stretch.tokens(), hit)) {
      if (outcome != Outcome.CARRIED) {
        return null;
      }
      outcome = Outcome.DEFEATED;
    }
    Hit named = subjectHit(stretch, hit, from, to);
    Subject subject = named == null ? Subject.OWN : subject(named);
    if (subject == Subject.CHALLENGE
        && outcome != null
        && outcome != Outcome.RULED_OUT
        && named != null) {
      what = challenged(outcome, stretch.tokens(), named);
      outcome = null;
    }
    Votes votes =
        VoteReader.read(
            stretch.tokens(),
            stretch.hits(),
            from,
            to,
            outcome == null ? Winner.UNKNOWN : winner(outcome));
    return new Event(
        what, outcome, subject, named != null, isWeak(stretch.tokens(), hit), votes, stretch, hit);
  }

  /** "Sandra moved that the vote be taken, which was agreed": not what was agreed in June. */
  private static boolean isProposedHere(Stretch stretch, Hit hit) {
    return !stretch.hits().of("motions.moves-that", stretch.from(), hit.from()).isEmpty();
  }

  private static What challenged(Outcome outcome, Tokens tokens, Hit named) {
    boolean ruling =
        tokens.word(named.to() - 1).startsWith("ruling")
            || tokens.word(named.to() - 1).startsWith("decision")
            || tokens.word(named.to() - 1).equals("chair");
    boolean won = outcome == Outcome.CARRIED || outcome == Outcome.CARRIED_AS_AMENDED;
    return won == ruling ? What.UPHELD : What.OVERTURNED;
  }

  private static What what(Hit hit) {
    return switch (hit.key()) {
      case "rulings.overturned" -> What.OVERTURNED;
      case "rulings.upheld" -> What.UPHELD;
      case "rulings.guidance" -> What.GUIDANCE;
      case "outcomes.discussed-anyway" -> What.DISCUSSED_ANYWAY;
      case "outcomes.discussed" -> What.DISCUSSED;
      case "outcomes.unheard" -> What.UNHEARD;
      case "motions.amendment-accepted" -> What.AMENDMENT_ACCEPTED;
      default -> What.OUTCOME;
    };
  }

  static @Nullable Outcome outcomeOf(Hit hit) {
    if (!hit.key().startsWith("outcomes.")) {
      return null;
    }
    return VocabularyWord.of(Outcome.class, hit.key().substring("outcomes.".length())).orElse(null);
  }

  /** "Agreed", "noted" and the like tell less than "carried". */
  private static boolean isWeak(Tokens tokens, Hit hit) {
    for (int i = hit.from(); i < hit.to(); i++) {
      switch (tokens.word(i)) {
        case "carried",
            "passed",
            "lost",
            "defeated",
            "fell",
            "won",
            "remitted",
            "withdrawn",
            "motion",
            "resolution" -> {
          return false;
        }
        default -> {}
      }
    }
    return hit.key().equals("outcomes.carried") || hit.key().equals("outcomes.noted");
  }

  private static boolean isNegated(Tokens tokens, Hit hit) {
    return hit.from() > 0
        && !tokens.breaksBefore(hit.from())
        && (tokens.word(hit.from() - 1).equals("not")
            || tokens.word(hit.from() - 1).equals("never")
            || tokens.word(hit.from() - 1).equals("wasn't"));
  }

  private static boolean isGuarded(Stretch stretch, Hit hit, String key) {
    for (Hit guard : stretch.hits().of(key, stretch.from(), stretch.to())) {
      // The longer cue knows more: "lay on the table until" beats "be taken".
      if (guard.overlaps(hit)
          && guard.length() >= hit.length()
          && (!hit.key().equals("outcomes.ruled-out") || key.equals("guidance.at-large"))) {
        return true;
      }
    }
    return false;
  }

  /** "A proposal to defer", "that it be remitted": what is asked is not yet done. */
  private static boolean isAsked(Tokens tokens, Hit hit) {
    String before = hit.from() == 0 ? "" : tokens.word(hit.from() - 1);
    boolean agreed = false;
    for (int i = Math.max(0, hit.from() - ASKED); i < hit.from(); i++) {
      agreed |=
          tokens.word(i).startsWith("agree")
              || tokens.word(i).startsWith("decide")
              || tokens.word(i).startsWith("resolve");
    }
    boolean motioned = tokens.word(hit.from()).equals("reference");
    return motioned || ((before.equals("to") || before.equals("be")) && !agreed);
  }

  private static boolean isDisposal(Outcome outcome) {
    return switch (outcome) {
      case REMITTED, REFERRED, DEFERRED, WITHDRAWN, NEXT_BUSINESS -> true;
      case CARRIED,
          CARRIED_AS_AMENDED,
          DEFEATED,
          FELL_NO_SECONDER,
          NOT_REACHED,
          NOTED,
          RULED_OUT,
          RULING_OVERTURNED,
          RULED_OUT_YET_DISCUSSED,
          TABLED_ONLY,
          SUBMITTED_ONLY,
          PUBLISHED,
          NOT_RECORDED ->
          false;
    };
  }

  /** Whether the clause tells of another body: "defeated in the Commons by 230 votes". */
  private static boolean isElsewhere(Stretch stretch, Hit hit, int from, int to) {
    boolean acts =
        stretch.hits().of("voice.elsewhere-act", stretch.from(), stretch.to()).stream()
            .anyMatch(act -> !isMover(stretch, act));
    if (acts && !stretch.hits().within("subjects.ours", from, to)) {
      return true;
    }
    for (Hit place : stretch.hits().of("subjects.elsewhere", from, to)) {
      if (isMover(stretch, place)) {
        continue;
      }
      boolean near =
          place.from() - hit.to() <= PLACE_REACH && hit.from() - place.to() <= PLACE_REACH;
      boolean asked =
          place.to() <= hit.from() && stretch.hits().within("subjects.motion", from, place.from());
      if (place.overlaps(hit) || (near && !asked)) {
        return true;
      }
    }
    return false;
  }

  /** "Seconded by RMT and carried": the union seconded, and we carried. */
  private static boolean isMover(Stretch stretch, Hit body) {
    String before = body.from() == 0 ? "" : stretch.tokens().word(body.from() - 1);
    return before.equals("by") && stretch.has("motions.moved");
  }

  private static @Nullable Hit subjectHit(Stretch stretch, Hit hit, int from, int to) {
    Hit best = null;
    for (Hit named : subjects(stretch, from, Math.min(to, hit.to() + 5))) {
      boolean before = named.from() < hit.to();
      if (best == null || before) {
        best = named;
      }
    }
    return best;
  }

  private static @Nullable Hit lastSubject(Stretch stretch, int from, int to) {
    List<Hit> named = subjects(stretch, from, to);
    return named.isEmpty() ? null : named.getLast();
  }

  private static List<Hit> subjects(Stretch stretch, int from, int to) {
    List<Hit> named = stretch.hits().longest("subjects.", from, to);
    named.removeIf(hit ->
        hit.key().equals("subjects.elsewhere")
            || hit.key().equals("subjects.unreal")
            || hit.key().equals("subjects.past")
            || hit.key().equals("subjects.papers-moved"));
    return named;
  }

  private static Subject subject(Hit hit) {
    return switch (hit.key()) {
      case "subjects.motion" -> Subject.MOTION;
      case "subjects.amendment" -> Subject.AMENDMENT;
      case "subjects.challenge" -> Subject.CHALLENGE;
      case "subjects.procedural" -> Subject.PROCEDURAL;
      case "subjects.papers" -> Subject.PAPERS;
      default -> Subject.OWN;
    };
  }

  private static Winner winner(Outcome outcome) {
    return switch (outcome) {
      case CARRIED, CARRIED_AS_AMENDED -> Winner.FOR;
      case DEFEATED -> Winner.AGAINST;
      case FELL_NO_SECONDER,
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
          TABLED_ONLY,
          SUBMITTED_ONLY,
          PUBLISHED,
          NOT_RECORDED ->
          Winner.UNKNOWN;
    };
  }

  /** What became of an item. */
  record Reading(
      Outcome outcome,
      @Nullable Event event,
      Votes votes,
      boolean debated,
      boolean unheard,
      boolean carried,
      @Nullable Event talk,
      Confidence sure) {

    Reading with(Votes other) {
      return new Reading(outcome, event, other, debated, unheard, carried, talk, sure);
    }

    Reading with(Outcome other) {
      return new Reading(other, event, votes, debated, unheard, carried, talk, sure);
    }

    /** The same decided otherwise, for a reason that is certain. */
    Reading decided(Outcome other, String why) {
      Confidence certain = Confidence.high(why);
      boolean carries = other == Outcome.CARRIED;
      return new Reading(other, event, votes, debated, unheard, carries, talk, certain);
    }

    /** The same with an outcome that no vote belongs to. */
    Reading plain(Outcome other, String why) {
      Event words = other == outcome ? event : null;
      Confidence certain = Confidence.high(why);
      return new Reading(other, words, Votes.NOT_STATED, debated, unheard, false, talk, certain);
    }
  }

  /**
   * Folds the statements about one item.
   *
   * @param own the subject that the item is
   */
  static Reading fold(List<Event> events, Subject own) {
    Fold fold = new Fold(own);
    events.forEach(fold::take);
    return fold.reading();
  }

  /** Gathers what the statements come to. */
  private static final class Fold {
    private final Subject own;
    private @Nullable Event decision;
    private @Nullable Event ruling;
    private @Nullable Event talk;
    private @Nullable Event figures;
    private boolean overturned;
    private boolean upheld;
    private boolean anyway;
    private boolean unheard;
    private boolean guidance;
    private boolean amended;
    private @Nullable Event proposed;

    /** The sentence in which what was proposed was decided. */
    private @Nullable Stretch decidedAt;

    Fold(Subject own) {
      this.own = own;
    }

    void take(Event event) {
      boolean mine = event.subject() == Subject.OWN || event.subject() == own;
      switch (event.what()) {
        case OUTCOME -> outcome(event, mine);
        case OVERTURNED -> overturned = true;
        case UPHELD -> upheld = true;
        case DISCUSSED_ANYWAY -> {
          anyway = true;
          talk = event;
        }
        case DISCUSSED -> talk = mine || talk != null ? event : talk;
        case UNHEARD -> unheard = true;
        case GUIDANCE -> guidance = true;
        case FIGURES -> figures(event, mine);
        case PROPOSED -> proposed = event;
        case AMENDMENT_ACCEPTED -> amended = true;
      }
    }

    /**
     * "For 11. Against nobody." is one count in two sentences. Of two counts the last counts: the
     * first was on whether to take the motion at all.
     */
    private static Event counted(@Nullable Event before, Event event) {
      if (before == null) {
        return event;
      }
      Votes one = before.votes();
      Votes other = event.votes();
      boolean apart =
          (one.inFavour() == null || other.inFavour() == null)
              && (one.against() == null || other.against() == null)
              && (one.abstentions() == null || other.abstentions() == null);
      boolean whole = other.inFavour() != null && other.against() != null;
      return apart ? event.with(merged(one, other)) : whole ? event : before;
    }

    /** "TSSA moved next business. For 35, against 48.": figures decide on what was asked. */
    private void figures(Event event, boolean mine) {
      Event asked = proposed;
      BigDecimal inFavour = event.votes().inFavour();
      BigDecimal against = event.votes().against();
      boolean motions = event.subject() == Subject.MOTION && event.explicit();
      if (asked != null && !motions && inFavour != null && against != null) {
        decide(asked, inFavour.compareTo(against) > 0, event.votes(), event.stretch());
      } else if (mine) {
        figures = counted(figures, event);
      }
    }

    /** What was asked for was voted on. */
    private void decide(Event asked, boolean carried, Votes votes, Stretch at) {
      proposed = null;
      decidedAt = at;
      if (carried) {
        decision =
            new Event(
                What.OUTCOME,
                asked.outcome(),
                asked.subject(),
                asked.explicit(),
                false,
                votes,
                asked.stretch(),
                asked.hit());
      }
    }

    private void outcome(Event event, boolean mine) {
      Event asked = proposed;
      if (asked != null && isVoteOn(event)) {
        decide(asked, event.outcome() == Outcome.CARRIED, event.votes(), event.stretch());
        return;
      }
      if (event.subject() == Subject.AMENDMENT && own != Subject.AMENDMENT) {
        amended |= event.outcome() == Outcome.CARRIED;
        return;
      }
      boolean papers = event.subject() == Subject.PAPERS && own == Subject.OWN;
      if (!mine
          && !papers
          && !(own == Subject.OWN && event.subject() == Subject.MOTION)
          && !(own == Subject.MOTION
              && event.subject() == Subject.PAPERS
              && event.outcome() == Outcome.RULED_OUT)) {
        return;
      }
      if (event.outcome() == Outcome.RULED_OUT) {
        ruling = ruling == null ? event : ruling;
        return;
      }
      boolean settled = decision != null && !decision.weak();
      if (!settled || !event.weak()) {
        decision = keep(event);
      }
    }

    /** Whether the event decides on what was asked for just before. */
    private static boolean isVoteOn(Event event) {
      return event.outcome() == Outcome.CARRIED || event.outcome() == Outcome.DEFEATED;
    }

    /**
     * The later of two decisions counts, save that a bare "noted" never replaces one, and that a
     * motion without a seconder, or left for next business, falls in the same breath.
     */
    private Event keep(Event event) {
      Event before = decision;
      if (before == null) {
        return event;
      }
      boolean noted = event.outcome() == Outcome.NOTED;
      boolean fell =
          before.outcome() == Outcome.FELL_NO_SECONDER && event.outcome() == Outcome.DEFEATED;
      boolean moved =
          before.outcome() == Outcome.NEXT_BUSINESS
              && (event.outcome() == Outcome.CARRIED || event.outcome() == Outcome.DEFEATED)
              && event.subject() != Subject.MOTION
              && (event.stretch().equals(before.stretch()) || event.stretch().equals(decidedAt));
      return noted || fell || moved ? before : event;
    }

    Reading reading() {
      Event asked = proposed;
      if (asked != null && asked.outcome() == Outcome.NEXT_BUSINESS && decision == null) {
        // Minutes that say that it was moved, and no more, go on with the next business.
        decision = asked;
      }
      Votes votes = votes();
      boolean debated = talk != null && !(unheard && !anyway);
      Event ruled = ruling;
      Event decided = decision;
      if (ruled != null && decided == null && !upheld && !overturned && isCounted(ruled, votes)) {
        return undecided(votes, true);
      }
      if (ruled != null && !(upheld && decided == null && !anyway)) {
        return ruled(ruled, decided, votes);
      }
      if (ruled == null && decided == null && upheld) {
        return new Reading(
            Outcome.RULED_OUT,
            null,
            Votes.NOT_STATED,
            false,
            true,
            false,
            null,
            Confidence.medium("a ruling stood that is not quoted"));
      }
      if (ruled == null && overturned && decided != null) {
        return ruled(decided, decided, votes);
      }
      if (ruled != null) {
        return new Reading(
            Outcome.RULED_OUT,
            ruled,
            Votes.NOT_STATED,
            false,
            true,
            false,
            null,
            Confidence.high("the ruling stood"));
      }
      if (decided != null && decided.outcome() != null) {
        Outcome outcome =
            decided.outcome() == Outcome.CARRIED && amended
                ? Outcome.CARRIED_AS_AMENDED
                : decided.outcome();
        boolean carried = outcome == Outcome.CARRIED || outcome == Outcome.CARRIED_AS_AMENDED;
        Confidence sure =
            decided.explicit() || !decided.weak()
                ? Confidence.high("the words say so")
                : Confidence.medium("the words do not name the motion");
        return new Reading(outcome, decided, votes, debated, unheard, carried, talk, sure);
      }
      if (guidance && anyway) {
        return new Reading(
            Outcome.RULED_OUT_YET_DISCUSSED,
            talk,
            votes,
            true,
            false,
            false,
            talk,
            Confidence.medium("discussed after the guidance was read"));
      }
      return undecided(votes, debated);
    }

    /** Whether votes for and against are told behind what may have been no more than an opinion. */
    private boolean isCounted(Event ruled, Votes votes) {
      Event seen = figures;
      return seen != null
          && seen.subject() != Subject.CHALLENGE
          && votes.inFavour() != null
          && votes.against() != null
          && follows(seen, ruled);
    }

    private Reading undecided(Votes votes, boolean debated) {
      Event seen = figures;
      if (seen != null && votes.inFavour() != null && (votes.against() != null)) {
        boolean won = votes.inFavour().compareTo(votes.against()) > 0;
        return new Reading(
            won ? Outcome.CARRIED : Outcome.DEFEATED,
            seen,
            votes,
            debated,
            unheard,
            won,
            talk,
            Confidence.medium("only the figures tell"));
      }
      boolean all =
          seen != null
              && votes.abstentions() != null
              && votes.abstentions().signum() == 0
              && votes.against() != null
              && votes.against().signum() == 0;
      if (all) {
        return new Reading(
            Outcome.CARRIED,
            seen,
            votes,
            debated,
            unheard,
            true,
            talk,
            Confidence.medium("only the figures tell"));
      }
      return new Reading(
          Outcome.NOT_RECORDED,
          null,
          votes,
          debated,
          unheard,
          false,
          talk,
          Confidence.medium("no words state an outcome"));
    }

    private Reading ruled(Event ruled, @Nullable Event decided, Votes votes) {
      Outcome after = decided == null ? null : decided.outcome();
      boolean heard =
          after == Outcome.CARRIED
              || after == Outcome.CARRIED_AS_AMENDED
              || after == Outcome.DEFEATED;
      if ((overturned && !upheld) || (heard && !upheld)) {
        boolean carried = heard && after != Outcome.DEFEATED;
        return new Reading(
            Outcome.RULING_OVERTURNED,
            decided == null ? ruled : decided,
            votes,
            true,
            false,
            carried,
            talk,
            Confidence.high("a ruling, then a debate or vote on the motion"));
      }
      Event talked = talk;
      if (anyway || (talked != null && !unheard && follows(talked, ruled))) {
        return new Reading(
            Outcome.RULED_OUT_YET_DISCUSSED,
            ruled,
            votes,
            true,
            false,
            false,
            talk,
            Confidence.medium("ruled out, and talk is minuted"));
      }
      return new Reading(
          Outcome.RULED_OUT,
          ruled,
          Votes.NOT_STATED,
          false,
          true,
          false,
          null,
          Confidence.high("the words say so"));
    }

    private static boolean follows(Event talked, Event ruled) {
      int lines = Integer.compare(talked.stretch().line().index(), ruled.stretch().line().index());
      return lines > 0 || (lines == 0 && talked.hit().from() > ruled.hit().to());
    }

    private Votes votes() {
      Event decided = decision;
      if (decided != null && !decided.votes().equals(Votes.NOT_STATED)) {
        Event seen = figures;
        return seen == null ? decided.votes() : merged(decided.votes(), seen.votes());
      }
      return figures == null ? Votes.NOT_STATED : figures.votes();
    }

    /** "Carried nem con. For: 12": the figures of both lines. */
    private static Votes merged(Votes one, Votes other) {
      return new Votes(
          one.inFavour() == null ? other.inFavour() : one.inFavour(),
          one.against() == null ? other.against() : one.against(),
          one.abstentions() == null ? other.abstentions() : one.abstentions(),
          one.percent() || other.percent());
    }
  }
}
