package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.Stretch.Role;

/**
 * Minutes come back to a motion once its amendments are dealt with: "The amendment was lost by 4 to
 * 9, and the motion as printed was carried". What is told from there on is told of the motion,
 * though it stands in the paragraph of the amendment.
 */
final class MotionAgain {

  private static final String RETURNS = "motions.returns";

  /** The words that a number such as "B2" before it takes up. */
  private static final int NUMBER = 2;

  private MotionAgain() {}

  /**
   * The stretches of an item that follows a motion.
   *
   * @param own what is told of the item itself
   * @param motions what is told of the motion before it; empty where the text never comes back
   */
  record Parted(List<Stretch> own, List<Stretch> motions) {}

  static Parted part(List<Stretch> stretches) {
    List<Stretch> own = new ArrayList<>();
    List<Stretch> motions = new ArrayList<>();
    boolean back = false;
    boolean decided = false;
    boolean counted = false;
    boolean over = false;
    for (Stretch stretch : stretches) {
      boolean told = stretch.role() == Role.TOLD;
      int turn = told ? turn(stretch) : -1;
      boolean count = told && isCount(stretch);
      if (turn < 0
          && decided
          && ((counted && count && !again(stretch)) || decidesOnMotion(stretch))) {
        turn = stretch.body();
      }
      // An amendment that is over is not voted on: the vote is on the motion.
      if (turn < 0 && told && over && (count || decidesBarely(stretch) || isOfAll(stretch))) {
        turn = stretch.body();
      }
      over |= told && isOver(stretch);
      decided |= told && Clauses.tellsOutcome(stretch);
      counted |= count;
      if (turn < 0) {
        back = back && !amends(stretch);
        (back ? motions : own).add(stretch);
        continue;
      }
      if (turn > stretch.body()) {
        (back ? motions : own)
            .add(new Stretch(stretch.line(), stretch.from(), turn, stretch.role()));
      }
      int from = turn > stretch.body() ? turn : stretch.from();
      motions.add(new Stretch(stretch.line(), from, stretch.to(), stretch.role()));
      back = true;
    }
    return new Parted(own, motions);
  }

  /** Whether what is told begins with coming back to the motion. */
  static boolean opens(List<Stretch> told) {
    return !told.isEmpty() && turn(told.getFirst()) == told.getFirst().body();
  }

  /** The token at which a sentence comes back to the motion, or -1. */
  private static int turn(Stretch stretch) {
    for (Hit hit : stretch.hits().of(RETURNS, stretch.body(), stretch.to())) {
      boolean opens = hit.from() <= stretch.body() + NUMBER;
      if (opens || follows(stretch.tokens(), hit.from())) {
        return opens ? stretch.body() : hit.from();
      }
    }
    return asksForVotes(stretch) ? stretch.body() : -1;
  }

  /** "The Chairman then asked for hands on the motion as printed." */
  private static boolean asksForVotes(Stretch stretch) {
    return stretch.has("motions.put-again")
        && !stretch.has("subjects.amendment")
        && !amends(stretch);
  }

  /** Whether a sentence gives a whole count. */
  private static boolean isCount(Stretch stretch) {
    return !amends(stretch)
        && VoteReader.isWhole(stretch.tokens(), stretch.hits(), stretch.body(), stretch.to());
  }

  /**
   * Whether an amendment is not voted on: the mover took it in, nobody seconded, or it was left.
   */
  private static boolean isOver(Stretch stretch) {
    return stretch.has("motions.amendment-accepted")
        || stretch.has("outcomes.fell-no-seconder")
        || stretch.has("outcomes.withdrawn");
  }

  /** "Everybody in favour." */
  private static boolean isOfAll(Stretch stretch) {
    return !amends(stretch)
        && (stretch.has("votes.unanimous") || stretch.has("votes.nobody-against"));
  }

  /** "Passed with the extra words", and no word of an amendment. */
  private static boolean decidesBarely(Stretch stretch) {
    return Clauses.tellsOutcome(stretch) && !amends(stretch) && !stretch.has("subjects.amendment");
  }

  /** "On a recount 9 to 8": the second count of the same. */
  private static boolean again(Stretch stretch) {
    return stretch.has("counts.again") || stretch.has("subjects.amendment");
  }

  /** "FOR 24 AGAINST 20: MOTION CARRIED" behind what became of the amendment. */
  private static boolean decidesOnMotion(Stretch stretch) {
    return stretch.role() == Role.TOLD
        && stretch.has("subjects.motion")
        && !stretch.has("subjects.amendment")
        && !stretch.has("subjects.elsewhere")
        && !amends(stretch)
        && Clauses.decides(stretch);
  }

  /** "..., and the motion as amended was lost": behind a comma, or a word that goes on. */
  private static boolean follows(Tokens tokens, int at) {
    String between = tokens.between(at).strip();
    if (!between.isEmpty() && ",;:-\u2013\u2014".indexOf(between.charAt(0)) >= 0) {
      return true;
    }
    return switch (tokens.word(at - 1)) {
      case "and", "but", "then", "so", "while", "whereupon" -> true;
      default -> false;
    };
  }

  private static boolean amends(Stretch stretch) {
    return stretch.hits().at("motions.amendment", stretch.body()) != null
        || stretch.hits().at("motions.amendment-told", stretch.body()) != null
        || stretch.has("motions.amending");
  }
}
