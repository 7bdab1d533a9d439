package org.orderpaper.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an item states of how its business was done: facts, of which none is a judgement. What is
 * absent was not stated, which never means that it was not done. Spans are of the item's clear
 * text; they are null where the head of the paper says it.
 *
 * @param mover whether it says who moved it, or that somebody did
 * @param seconder the same of a seconder
 * @param headingWords the words of its heading
 * @param textWords the words of the motion itself; 0 where its text is not given
 * @param forConference whether it says that the motion is addressed to a conference
 */
public record StructuralFacts(
    boolean mover,
    boolean seconder,
    int headingWords,
    int textWords,
    boolean forConference,
    @Nullable Quorum quorum,
    @Nullable Notice notice,
    @Nullable Challenge challenge,
    @Nullable Resubmission resubmission) {

  /** Nothing is stated. */
  public static final StructuralFacts NONE =
      new StructuralFacts(false, false, 0, 0, false, null, null, null, null);

  /**
   * What is said of the quorum.
   *
   * @param reached whether words say that there was one; null where only figures are given
   * @param needed how many it takes, or null
   * @param present how many were there, or null
   */
  public record Quorum(
      @Nullable Boolean reached,
      @Nullable Integer needed,
      @Nullable Integer present,
      @Nullable Span words) {}

  /**
   * What is said of the notice of a meeting.
   *
   * @param annual whether of an annual general meeting
   * @param given the day it was given, or null
   * @param days how many days it was, or null
   * @param tooShort whether words call it short
   */
  public record Notice(
      boolean annual,
      @Nullable LocalDate given,
      @Nullable Integer days,
      boolean tooShort,
      @Nullable Span words) {}

  /**
   * A challenge to a ruling of the chair.
   *
   * @param overturned whether the ruling was overturned
   * @param votes on the challenge, in favour of overturning; never those on the motion
   * @param present how many were there, or null
   */
  public record Challenge(
      boolean overturned, Votes votes, @Nullable Integer present, @Nullable Span words) {}

  /**
   * Words that bring back or undo what was decided before.
   *
   * @param decided the day of that decision, or null
   */
  public record Resubmission(@Nullable LocalDate decided, @Nullable Span words) {}

  /** The same facts with what the head of the paper says of quorum and notice. */
  public StructuralFacts withHead(@Nullable Quorum headQuorum, @Nullable Notice headNotice) {
    return new StructuralFacts(
        mover,
        seconder,
        headingWords,
        textWords,
        forConference,
        quorum == null ? headQuorum : quorum,
        notice == null ? headNotice : notice,
        challenge,
        resubmission);
  }
}
