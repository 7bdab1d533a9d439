package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.ActShown;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Evidence;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Limb;
import org.orderpaper.model.Modality;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Reason;
import org.orderpaper.model.RuleStatus;
import org.orderpaper.model.Temporal;
import org.orderpaper.model.UnitType;
import org.orderpaper.model.Voice;

/**
 * The severity of one match, step by step as the document "What a flag means" sets it out; its
 * steps and rows are named in the comments. Every step leaves a sentence.
 *
 * <p>One instance a match; not thread-safe.
 */
final class SeverityScale {

  /** The order in which the decisive limb is chosen among equals: what was done, worst first. */
  private static final List<Act> GRAVEST_FIRST =
      List.of(Act.PASS, Act.PUBLISH, Act.AFFILIATE, Act.DONATE, Act.DISCUSS, Act.MEET, Act.AGENDA);

  static final List<Temporal> NEAREST_FIRST =
      List.of(
          Temporal.IN_FORCE,
          Temporal.SAME_DAY,
          Temporal.DATE_UNKNOWN,
          Temporal.LAPSED,
          Temporal.PRE_INSTRUCTION);

  /** What one limb makes of the match. */
  private record Candidate(
      DatedInstruction instruction,
      Limb limb,
      Temporal status,
      boolean done,
      int severity,
      List<String> steps) {}

  private static final Comparator<Candidate> STRONGEST_FIRST =
      Comparator.comparingInt((Candidate c) -> -c.severity())
          .thenComparingInt(c -> NEAREST_FIRST.indexOf(c.status()))
          .thenComparing(c -> !c.done())
          .thenComparing(c -> c.limb().modality())
          .thenComparingInt(c -> GRAVEST_FIRST.indexOf(c.limb().act()))
          .thenComparing(c -> c.limb().from())
          .thenComparing(c -> c.instruction().instruction().id());

  /** The base of a limb and why. */
  private record Base(int severity, boolean done, String why) {}

  private final BusinessItem item;
  private final TopicTerms topic;
  private final RuleMatch match;
  private final @Nullable Temporal names;
  private final Voice voice;
  private final boolean titleOnly;
  private final Set<Act> acts;
  private final List<Reason> against = new ArrayList<>();

  /**
   * @param match whose evidence decides the voice
   * @param names how the date lies to the days of dated names in the evidence; null without such
   * @param titleOnly whether the item gives no more than a title
   */
  SeverityScale(
      BusinessItem item,
      TopicTerms topic,
      RuleMatch match,
      @Nullable Temporal names,
      boolean titleOnly) {
    this.item = item;
    this.topic = topic;
    this.match = match;
    this.names = names;
    this.titleOnly = titleOnly;
    this.voice = voice(item, match.evidence(item));
    this.acts = acts(item, match.rule());
  }

  /** The voice of a finding on {@code evidence}. */
  static Voice voice(BusinessItem item, List<Evidence> evidence) {
    Voice ofWords = RuleMatch.voiceOf(item, evidence);
    // Semantics: what is no unit of ours is reported elsewhere, whatever it says.
    boolean outside = unitType(item) == UnitType.OUTSIDE_BODY;
    return outside && ofWords.compareTo(Voice.REPORTED_ELSEWHERE) < 0
        ? Voice.REPORTED_ELSEWHERE
        : ofWords;
  }

  private static Set<Act> acts(BusinessItem item, Rule rule) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    item.acts().forEach(shown -> acts.add(shown.act()));
    if (acts.contains(Act.PASS) || acts.contains(Act.PUBLISH)) {
      acts.addAll(rule.whenCarried());
    }
    return acts;
  }

  /**
   * @param named the instructions that the item itself names
   */
  Verdict verdict(Collection<DatedInstruction> instructions, List<DatedInstruction> named) {
    if (topic.topic().observed()) {
      return plain(Queue.OBSERVED, "severity 0: the topic is only observed");
    }
    if (topic.isStructural()) {
      return plain(Queue.LOG, "severity 0: a structural check");
    }
    List<Candidate> candidates = candidates(instructions);
    if (!candidates.isEmpty()) {
      return ofLimb(candidates.stream().min(STRONGEST_FIRST).orElseThrow());
    }
    return topic.hasBase()
        ? ofBase(named)
        : plain(Queue.LOG, "severity 0: no instruction has a limb for this topic");
  }

  private Verdict plain(Queue queue, String step) {
    return verdict(0, null, null, null, queue, List.of(step));
  }

  private Verdict verdict(
      int severity,
      @Nullable Temporal temporal,
      @Nullable String instruction,
      @Nullable Act limb,
      Queue queue,
      List<String> steps) {
    boolean trial = match.rule().card().status() == RuleStatus.TRIAL;
    return new Verdict(
        severity,
        temporal,
        instruction,
        limb,
        trial ? Queue.TRIAL : queue,
        List.copyOf(acts),
        steps,
        against);
  }

  // Step 1: for each limb of the topic the base from the act.

  private List<Candidate> candidates(Collection<DatedInstruction> instructions) {
    List<Candidate> candidates = new ArrayList<>();
    for (DatedInstruction each : instructions) {
      for (Limb limb : each.instruction().limbs()) {
        boolean bound =
            limb.topic().equals(topic.topic().id())
                && Objects.equals(limb.wording(), match.rule().wording());
        if (bound) {
          candidates.add(candidate(each, limb));
        }
      }
    }
    return candidates;
  }

  private Candidate candidate(DatedInstruction instruction, Limb limb) {
    Temporal status = narrowed(instruction.on(limb, item.meeting().date()));
    Base base = base(limb, status);
    List<String> steps = new ArrayList<>();
    steps.add(
        "base "
            + base.severity()
            + ": limb "
            + limb.act().word()
            + " of "
            + instruction.instruction().id()
            + ", "
            + days(limb, status)
            + (base.why().isEmpty() ? "" : ", and " + base.why()));
    int severity = base.severity();
    if (limb.modality() == Modality.ADVISED_NOT && severity > 0) {
      severity = floored(severity - 1, base.severity(), status);
      steps.add("one lower, " + severity + ": the text only advises against it");
    }
    severity = capped(severity, status, steps);
    return new Candidate(instruction, limb, status, base.done(), severity, steps);
  }

  /** A dated name of the evidence may count later, or no longer, although the limb is in force. */
  private Temporal narrowed(Temporal ofLimb) {
    if (names == null || ofLimb == Temporal.PRE_INSTRUCTION || ofLimb == Temporal.LAPSED) {
      return ofLimb;
    }
    return names == Temporal.IN_FORCE || names == Temporal.DATE_UNKNOWN ? ofLimb : names;
  }

  private String days(Limb limb, Temporal status) {
    String end = limb.to() == null ? ", no end recorded" : " to " + limb.to();
    return switch (status) {
      case IN_FORCE -> "in force since " + limb.from() + end;
      case SAME_DAY -> "sent on the day of the meeting";
      case DATE_UNKNOWN -> "in force since " + limb.from() + end + ", the date being unknown";
      case PRE_INSTRUCTION -> "which came after the meeting, from " + limb.from();
      case LAPSED -> "which had lapsed" + (limb.to() == null ? "" : " on " + limb.to());
    };
  }

  private Base base(Limb limb, Temporal status) {
    if (status == Temporal.PRE_INSTRUCTION || status == Temporal.LAPSED) {
      return new Base(0, false, "");
    }
    if (item.outcome() == Outcome.RULED_OUT) {
      return ruledOut(limb);
    }
    if (!concerns(limb)) {
      return new Base(1, false, "its text concerns other items than this " + item.type().word());
    }
    if (item.outcome() == Outcome.TABLED_ONLY) {
      return new Base(2, true, "the item is scheduled to be discussed");
    }
    return switch (limb.act()) {
      case PASS -> passed() ? four("the unit " + howPassed() + " it") : notDone("passed");
      case DISCUSS -> discussed();
      case PUBLISH ->
          acts.contains(Act.PUBLISH) ? four("the unit published it") : notDone("published");
      case AFFILIATE ->
          acts.contains(Act.AFFILIATE) ? four("the unit affiliated") : notDone("done");
      case DONATE -> acts.contains(Act.DONATE) ? four("the unit gave money") : notDone("done");
      case MEET -> met();
      case AGENDA -> printed();
    };
  }

  /** Rows 2 and 0, and step 4; "text not given" where there is only a title. */
  private Base ruledOut(Limb limb) {
    if (titleOnly) {
      return new Base(1, false, "it was ruled out, but its text is not given");
    }
    return limb.act() == Act.AGENDA && acts.contains(Act.AGENDA)
        ? new Base(2, true, "it was ruled out, but printed all the same")
        : new Base(0, false, "it was ruled out and not heard");
  }

  /**
   * Whether the limb's text concerns the item. An agenda's title and a ruling stand for the motion
   * that they announce; and publishing the position counts as passing it.
   */
  private boolean concerns(Limb limb) {
    List<ItemType> types = limb.types();
    boolean motions = types.contains(ItemType.MOTION);
    boolean standsForMotion =
        item.type() == ItemType.AGENDA_ENTRY || item.type() == ItemType.RULING;
    return types.isEmpty()
        || types.contains(item.type())
        || (motions && standsForMotion)
        || acts.contains(Act.PUBLISH);
  }

  private boolean passed() {
    return acts.contains(Act.PASS) || acts.contains(Act.PUBLISH);
  }

  private String howPassed() {
    return acts.contains(Act.PASS) ? "passed" : "published";
  }

  private Base discussed() {
    boolean discussed = acts.contains(Act.DISCUSS);
    if (passed() && (discussed || acts.contains(Act.PUBLISH))) {
      return four("the unit " + howPassed() + " it");
    }
    return discussed ? new Base(3, true, "the unit discussed it") : notDone("discussed");
  }

  private Base met() {
    if (acts.contains(Act.PASS)) {
      acts.add(Act.MEET);
      return four("the unit met and carried business");
    }
    if (acts.contains(Act.DISCUSS)) {
      acts.add(Act.MEET);
      return new Base(3, true, "the unit met and discussed business");
    }
    return notDone("done");
  }

  private Base printed() {
    boolean unheard =
        item.outcome() == Outcome.SUBMITTED_ONLY || item.outcome() == Outcome.FELL_NO_SECONDER;
    return acts.contains(Act.AGENDA) && !unheard
        ? new Base(2, true, "the item was printed on a paper")
        : notDone("done");
  }

  private static Base four(String why) {
    return new Base(4, true, why);
  }

  private static Base notDone(String what) {
    return new Base(1, false, "this was not " + what);
  }

  // Step 3: caps.

  private int capped(int before, Temporal status, List<String> steps) {
    int severity = before;
    if (voice.isQuotedOrReported()) {
      severity = cap(severity, 1, status, "the words are " + said(voice), steps);
    }
    if (status == Temporal.DATE_UNKNOWN) {
      severity = cap(severity, 1, status, "the date is unknown", steps);
    }
    if (status == Temporal.SAME_DAY) {
      severity = cap(severity, 1, status, "the instruction was sent that day", steps);
    }
    Rule.MissingFacet missing = match.rule().missing();
    if (match.missing() && missing != null) {
      severity = cap(severity, missing.severity(), status, missing.of() + " is missing", steps);
    }
    severity = limit(severity, topic.topic().cap(), "the topic's highest severity", steps);
    return limit(severity, match.rule().cap(), "the rule's highest severity", steps);
  }

  private static String said(Voice voice) {
    return voice == Voice.QUOTED ? "quoted" : voice == Voice.INCOMING ? "incoming" : "reported";
  }

  private static int cap(int severity, int cap, Temporal status, String why, List<String> steps) {
    int capped = floored(Math.min(severity, cap), severity, status);
    if (capped < severity) {
      steps.add("capped at " + capped + ": " + why);
    }
    return capped;
  }

  private static int limit(int severity, int cap, String why, List<String> steps) {
    if (severity > cap) {
      steps.add("capped at " + cap + ": " + why);
    }
    return Math.min(severity, cap);
  }

  /** Semantics: an in-force limb is never reduced below 1 by steps 2 and 3. */
  private static int floored(int lowered, int before, Temporal status) {
    return status == Temporal.IN_FORCE ? Math.max(lowered, Math.min(before, 1)) : lowered;
  }

  // The highest result wins, and its status is printed.

  private Verdict ofLimb(Candidate best) {
    boolean forbidden =
        best.status() != Temporal.PRE_INSTRUCTION && best.status() != Temporal.LAPSED;
    // Step 4: a ruling against is no offence.
    boolean handled = forbidden && item.outcome() == Outcome.RULED_OUT && !titleOnly;
    Queue queue = handled ? Queue.HANDLED : best.severity() == 0 ? Queue.LOG : Queue.RANKED;
    collectAgainst(best);
    return verdict(
        best.severity(),
        best.status(),
        best.instruction().instruction().id(),
        best.limb().act(),
        queue,
        best.steps());
  }

  private void collectAgainst(Candidate best) {
    collectAgainst(best.status());
    if (best.limb().modality() == Modality.ADVISED_NOT) {
      against("the instruction only advises against it");
    }
    for (ActShown shown : item.acts()) {
      if (shown.presumed() && shown.act() == best.limb().act()) {
        against("that the unit did " + shown.act().word() + " it is presumed from the outcome");
      }
    }
  }

  private void collectAgainst(@Nullable Temporal status) {
    if (status == Temporal.SAME_DAY) {
      against("the instruction was sent on the day of the meeting");
    }
    if (status == Temporal.DATE_UNKNOWN) {
      against("the date of the meeting is unknown");
    }
    if (voice.isQuotedOrReported()) {
      against("the words are " + said(voice));
    }
    if (unitType(item) == UnitType.UNKNOWN) {
      against("the kind of unit is not known; it counts as bound");
    }
    Rule.MissingFacet missing = match.rule().missing();
    if (match.missing() && missing != null) {
      against(
          missing.of().equals("$" + Lexicon.SUBJECT)
              ? "no named subject"
              : missing.of() + " is missing");
    }
    if (titleOnly) {
      against("text not given");
    }
  }

  private void against(String text) {
    against.add(new Reason(text, null));
  }

  private static UnitType unitType(BusinessItem item) {
    return item.meeting().unit() == null ? UnitType.UNKNOWN : item.meeting().unit().type();
  }

  // Topics that no limb covers, such as instruction-itself, party-response, liability-statement.

  private Verdict ofBase(List<DatedInstruction> named) {
    Temporal status = statusOfBase(named);
    List<String> steps = new ArrayList<>();
    int severity = base(status, steps);
    severity = capped(severity, status == null ? Temporal.IN_FORCE : status, steps);
    collectAgainst(status);
    return verdict(severity, status, null, null, severity == 0 ? Queue.LOG : Queue.RANKED, steps);
  }

  private int base(@Nullable Temporal status, List<String> steps) {
    if (status == Temporal.PRE_INSTRUCTION || status == Temporal.LAPSED) {
      steps.add("base 0: " + status.word());
      return 0;
    }
    boolean done = passed() || acts.contains(Act.DISCUSS);
    Integer given = done ? topic.baseCarried() : topic.baseOtherwise();
    int base = given == null ? 0 : given;
    steps.add(
        "base "
            + base
            + ": the topic's own, no text forbids it, "
            + (done ? "carried, published or debated" : "neither carried, published nor debated"));
    return base;
  }

  private @Nullable Temporal statusOfBase(List<DatedInstruction> named) {
    LocalDate date = item.meeting().date();
    if (topic.from() != null) {
      Temporal status = new Validity(topic.from(), null).on(date);
      return topic.from().equals(date) ? Temporal.SAME_DAY : status;
    }
    return named.stream()
        .map(instruction -> instruction.on(date))
        .min(Comparator.comparingInt(NEAREST_FIRST::indexOf))
        .orElse(null);
  }
}
