package org.orderpaper.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Reason;
import org.orderpaper.model.Span;
import org.orderpaper.model.StructuralFacts;
import org.orderpaper.model.StructuralFacts.Challenge;
import org.orderpaper.model.StructuralFacts.Notice;
import org.orderpaper.model.StructuralFacts.Quorum;
import org.orderpaper.model.StructuralFacts.Resubmission;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Unit;
import org.orderpaper.model.Votes;

/**
 * Holds what papers state of their procedure against standing orders: Labour Party Rule Book,
 * chapters 7, 8 and 15, whose figures units change. What comes of it is a note of severity 0, and
 * what is not recorded is never called not done. Pure; thread-safe.
 */
final class StructuralChecks {

  static final String RESCISSION = "procedure.rescission";

  /** The words of {@link ItemFields#PROCEDURE} that may make a note. */
  static final List<String> LOOKED_AT =
      List.of(
          ItemFields.NO_SECONDER,
          ItemFields.QUORUM,
          ItemFields.NOTICE,
          ItemFields.CHALLENGE,
          ItemFields.RESUBMISSION,
          ItemFields.LONG_TEXT);

  private static final String SECONDER = "procedure.seconder";
  private static final String QUORUM = "procedure.quorum";
  private static final String NOTICE = "procedure.notice";
  private static final String LENGTH = "procedure.length";
  private static final String CHALLENGE = "procedure.chair-challenge";

  private final StandingOrders usual;
  private final Map<String, StandingOrders> byUnit;

  /**
   * @param byUnit by the id of the unit
   */
  StructuralChecks(StandingOrders usual, Map<String, StandingOrders> byUnit) {
    this.usual = usual;
    this.byUnit = new TreeMap<>(byUnit);
  }

  /** Whether minutes say that a motion was put to the vote. */
  static boolean isDecided(BusinessItem item) {
    boolean voted =
        item.outcome() == Outcome.CARRIED
            || item.outcome() == Outcome.CARRIED_AS_AMENDED
            || item.outcome() == Outcome.DEFEATED;
    return voted
        && item.type() == ItemType.MOTION
        && item.meeting().kind() == DocumentKind.MINUTES
        && isOurs(item);
  }

  /** What another body did, or another text says, is held against nothing. */
  private static boolean isOurs(BusinessItem item) {
    return switch (item.voice()) {
      case UNIT_DECISION, UNIT_STATEMENT, MOVER_TEXT, MINUTED_DISCUSSION -> true;
      case QUOTED, REPORTED_ELSEWHERE, INCOMING -> false;
    };
  }

  StandingOrders of(@Nullable Unit unit) {
    return unit == null ? usual : byUnit.getOrDefault(unit.id(), usual);
  }

  /** The notes on one item, in the order of their topics. */
  List<StructuralNote> of(BusinessItem item) {
    // Standing orders themselves speak of quorum and notice, and report neither.
    if (!isOurs(item) || item.meeting().kind() == DocumentKind.RULES) {
      return List.of();
    }
    StructuralFacts facts = item.facts();
    StandingOrders orders = of(item.meeting().unit());
    LocalDate date = item.meeting().date();
    Map<String, List<Reason>> reasons = new TreeMap<>();
    reasons.put(SECONDER, seconder(item));
    reasons.put(QUORUM, quorum(facts.quorum(), orders));
    reasons.put(NOTICE, notice(facts.notice(), orders, date));
    // A ruling that stood was not overturned, however the question was put.
    boolean stood = item.outcome() == Outcome.RULED_OUT;
    reasons.put(CHALLENGE, stood ? List.of() : challenge(facts.challenge(), orders));
    reasons.put(RESCISSION, rescission(facts.resubmission(), orders, date));
    reasons.put(LENGTH, length(facts, orders));
    List<StructuralNote> notes = new ArrayList<>();
    reasons.forEach((topic, why) -> {
      if (!why.isEmpty()) {
        notes.add(
            new StructuralNote(
                Hashes.id(item, topic), Hashes.fingerprint(item, topic), item.id(), topic, why));
      }
    });
    return notes;
  }

  private static List<Reason> seconder(BusinessItem item) {
    boolean lacking = item.facts().mover() && !item.facts().seconder() && isDecided(item);
    return lacking ? because("a seconder is not recorded", null) : List.of();
  }

  private static List<Reason> quorum(@Nullable Quorum quorum, StandingOrders orders) {
    if (quorum == null) {
      return List.of();
    }
    if (Boolean.FALSE.equals(quorum.reached())) {
      return because("the paper says that there was no quorum", quorum.words());
    }
    Integer needed = orders.quorum() == null ? quorum.needed() : orders.quorum();
    Integer present = quorum.present();
    return needed != null && present != null && present < needed
        ? because(
            present + " present are stated where " + needed + " make a quorum", quorum.words())
        : List.of();
  }

  private static List<Reason> notice(
      @Nullable Notice notice, StandingOrders orders, @Nullable LocalDate date) {
    if (notice == null) {
      return List.of();
    }
    int needed = notice.annual() ? orders.annualNoticeDays() : orders.noticeDays();
    LocalDate given = notice.given();
    Long days =
        notice.days() != null
            ? Long.valueOf(notice.days())
            : given == null || date == null ? null : ChronoUnit.DAYS.between(given, date);
    if (days != null && days < needed) {
      return because(
          "notice of " + days + " days is stated; standing orders ask for " + needed,
          notice.words());
    }
    return notice.tooShort() && days == null
        ? because("the paper calls the notice short", notice.words())
        : List.of();
  }

  /** Who overturns a ruling needs a share of those present, or at least of those who voted. */
  private static List<Reason> challenge(@Nullable Challenge challenge, StandingOrders orders) {
    if (challenge == null || !challenge.overturned()) {
      return List.of();
    }
    Votes votes = challenge.votes();
    BigDecimal inFavour = votes.inFavour();
    BigDecimal against = votes.against();
    if (inFavour == null || against == null) {
      return List.of();
    }
    Integer present = challenge.present();
    BigDecimal voted = inFavour.add(against);
    BigDecimal all =
        present != null
            ? BigDecimal.valueOf(present)
            : votes.abstentions() == null ? voted : voted.add(votes.abstentions());
    StandingOrders.Share share = orders.share();
    boolean reached =
        inFavour
                .multiply(BigDecimal.valueOf(share.of()))
                .compareTo(all.multiply(BigDecimal.valueOf(share.part())))
            >= 0;
    return reached
        ? List.of()
        : because(
            "a ruling was overturned by "
                + inFavour.toPlainString()
                + " of "
                + all.toPlainString()
                + (present == null ? " votes" : " present")
                + "; standing orders ask for "
                + share,
            challenge.words());
  }

  private static List<Reason> rescission(
      @Nullable Resubmission again, StandingOrders orders, @Nullable LocalDate date) {
    LocalDate decided = again == null ? null : again.decided();
    if (again == null || decided == null || date == null) {
      return List.of();
    }
    return isTooSoon(decided, date, orders)
        ? because(
            "it brings back what was decided on "
                + decided
                + "; standing orders ask for "
                + orders.resubmissionMonths()
                + " months between",
            again.words())
        : List.of();
  }

  static boolean isTooSoon(LocalDate decided, LocalDate again, StandingOrders orders) {
    return decided.isBefore(again)
        && decided.plusMonths(orders.resubmissionMonths()).isAfter(again);
  }

  private static List<Reason> length(StructuralFacts facts, StandingOrders orders) {
    Integer most =
        facts.forConference() ? Integer.valueOf(orders.conferenceWords()) : orders.motionWords();
    List<Reason> reasons = new ArrayList<>();
    if (most != null && facts.textWords() > most) {
      reasons.add(
          new Reason("the motion has " + facts.textWords() + " words; the limit is " + most, null));
    }
    if (facts.forConference() && facts.headingWords() > orders.conferenceHeadingWords()) {
      reasons.add(
          new Reason(
              "its heading has "
                  + facts.headingWords()
                  + " words; the limit is "
                  + orders.conferenceHeadingWords(),
              null));
    }
    return reasons;
  }

  private static List<Reason> because(String why, @Nullable Span words) {
    return List.of(new Reason(why, words));
  }
}
