package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.CueBook.Hits;

/**
 * Reads the numbers of a vote. Whether labels stand before or after their numbers is decided once
 * for each stretch of text, since "For: 23 Against: 4" read the other way gives the wrong camp.
 */
final class VoteReader {

  private static final String IN_FAVOUR = "votes.for";
  private static final String AGAINST = "votes.against";
  private static final String ABSTAIN = "votes.abstain";
  private static final String VAGUE = "votes.vague";

  /** Words that may stand between a number and its label: "24 members of the branch voted for". */
  private static final int REACH = 6;

  private VoteReader() {}

  /** Which camp has the larger figure when figures carry no labels. */
  enum Winner {
    FOR,
    AGAINST,
    UNKNOWN
  }

  /** A number or a label, with the tokens it takes up. */
  private sealed interface Atom {
    int from();

    int to();
  }

  /** A number; null when it is vague, such as "a few". */
  private record Figure(@Nullable BigDecimal value, boolean percent, int from, int to)
      implements Atom {}

  private record Label(String camp, boolean sure, int from, int to) implements Atom {}

  private record Pair(String camp, Figure figure) {}

  /** The votes in the tokens {@code from} to {@code to}; {@link Votes#NOT_STATED} without any. */
  static Votes read(Tokens tokens, Hits hits, int from, int to, Winner winner) {
    List<Atom> atoms = atoms(tokens, hits, from, to);
    Tally tally = new Tally();
    int rest = unlabelled(tokens, atoms, winner, tally);
    for (Pair pair : pairs(tokens, atoms.subList(rest, atoms.size()), tally.isEmpty())) {
      tally.set(pair.camp(), pair.figure());
    }
    if (hits.within("votes.nobody-against", from, to)) {
      tally.nobodyAgainst();
    }
    if (hits.within("votes.unanimous", from, to)) {
      tally.unanimous();
    }
    return tally.votes();
  }

  private static List<Atom> atoms(Tokens tokens, Hits hits, int from, int to) {
    List<Atom> atoms = new ArrayList<>();
    for (Hit hit : hits.longest("votes.", from, to)) {
      if (hit.key().equals(VAGUE)) {
        atoms.add(new Figure(null, false, hit.from(), hit.to()));
      } else if (isCamp(hit.key()) && !isLetterAlone(tokens, hit)) {
        atoms.add(new Label(hit.key(), isSure(tokens, hit), hit.from(), hit.to()));
      }
    }
    List<DateReader.Mention> dates = DateReader.near(tokens, from, to);
    for (int i = from; i < to; ) {
      if (isNoes(tokens, i, to)) {
        atoms.add(new Label(AGAINST, true, i, ++i));
        continue;
      }
      NumberWords.Reading read = figureAt(tokens, i, to);
      if (read == null || overlaps(atoms, i) || isDated(dates, i)) {
        i++;
        continue;
      }
      boolean percent = isPercent(tokens.word(read.next())) && read.next() < to;
      int end = percent ? read.next() + 1 : read.next();
      atoms.add(new Figure(read.value(), percent, i, end));
      i = end;
    }
    atoms.sort(Comparator.comparingInt(Atom::from));
    return atoms;
  }

  /** "Yes 14 No 3". */
  private static boolean isNoes(Tokens tokens, int at, int to) {
    return tokens.word(at).equals("no") && at + 1 < to && tokens.isNumber(at + 1);
  }

  private static boolean isDated(List<DateReader.Mention> dates, int at) {
    for (DateReader.Mention date : dates) {
      if (date.from() <= at && at < date.to()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPercent(String word) {
    return word.equals("%") || word.equals("percent");
  }

  private static boolean overlaps(List<Atom> atoms, int at) {
    for (Atom atom : atoms) {
      if (atom.from() <= at && at < atom.to()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCamp(String key) {
    return key.equals(IN_FAVOUR) || key.equals(AGAINST) || key.equals(ABSTAIN);
  }

  /** "F12 A3": a letter is a label only when its number or a colon is glued to it. */
  private static boolean isLetterAlone(Tokens tokens, Hit hit) {
    if (hit.length() > 1 || tokens.word(hit.from()).length() > 1) {
      return false;
    }
    int next = hit.to();
    return next >= tokens.size()
        || !tokens.isNumber(next)
        || tokens.between(next).strip().length() + tokens.between(next).length() > 3
        || (tokens.between(next).equals(" ") && !tokens.isCapitalised(hit.from()));
  }

  /** Whether the label is no ordinary preposition: "for" needs a sign or a word of voting. */
  private static boolean isSure(Tokens tokens, Hit hit) {
    return hit.length() > 1 || !tokens.word(hit.from()).equals("for");
  }

  private static NumberWords.@Nullable Reading figureAt(Tokens tokens, int at, int to) {
    String before = tokens.between(at);
    if (before.endsWith("£") || before.endsWith("€") || before.endsWith("$")) {
      return null;
    }
    if (tokens.word(at).equals("no") && at + 1 < to) {
      return isVotingNoun(tokens.word(at + 1))
          ? new NumberWords.Reading(BigDecimal.ZERO, at + 1)
          : null;
    }
    NumberWords.Reading read = NumberWords.read(tokens, at);
    boolean isYear = read != null && read.value().intValue() >= 1900;
    boolean ordinal = read != null && isOrdinalSuffix(tokens, read.next());
    return read == null || isYear || ordinal ? null : read;
  }

  private static boolean isOrdinalSuffix(Tokens tokens, int at) {
    return at < tokens.size()
        && tokens.between(at).isEmpty()
        && switch (tokens.word(at)) {
          case "st", "nd", "rd", "th", "pm", "am" -> true;
          default -> false;
        };
  }

  private static boolean isVotingNoun(String word) {
    return word.startsWith("vote")
        || word.startsWith("abst")
        || word.equals("against")
        || word.equals("one")
        || word.startsWith("oppos")
        || word.startsWith("dissent");
  }

  /** Reads "44 to 10", "20-16", "23-4-2"; the index after the atoms it took. */
  private static int unlabelled(Tokens tokens, List<Atom> atoms, Winner winner, Tally tally) {
    for (int i = 0; i + 1 < atoms.size(); i++) {
      if (atoms.get(i) instanceof Figure one
          && atoms.get(i + 1) instanceof Figure two
          && isVersus(tokens, one, two)) {
        tally.pair(one, two, winner);
        boolean third =
            i + 2 < atoms.size()
                && atoms.get(i + 2) instanceof Figure three
                && isDash(tokens.between(three.from()))
                && three.from() == two.to();
        if (third && atoms.get(i + 2) instanceof Figure three) {
          tally.set(ABSTAIN, three);
        }
        return third ? i + 3 : i + 2;
      }
    }
    return 0;
  }

  private static boolean isVersus(Tokens tokens, Figure one, Figure two) {
    if (one.to() == two.from()) {
      return isDash(tokens.between(two.from()));
    }
    String between = tokens.word(two.from() - 1);
    boolean to = between.equals("to") || between.equals("v") || between.equals("versus");
    int gap = two.from() - one.to();
    return to && (gap == 1 || (gap == 2 && tokens.word(one.to()).startsWith("vote")));
  }

  private static boolean isDash(String between) {
    String sign = between.strip();
    return sign.length() == 1 && "-\u2010\u2011\u2012\u2013\u2014:".contains(sign);
  }

  private static List<Pair> pairs(Tokens tokens, List<Atom> atoms, boolean alone) {
    List<Pair> zipped = zipped(atoms);
    if (!zipped.isEmpty()) {
      return zipped;
    }
    List<Pair> after = labelsAfter(tokens, atoms);
    List<Pair> before = labelsBefore(tokens, atoms);
    if (after.size() == before.size()) {
      return !atoms.isEmpty() && atoms.getFirst() instanceof Label ? before : after;
    }
    List<Pair> best = after.size() > before.size() ? after : before;
    return alone || !best.isEmpty() ? best : List.of();
  }

  /** "For/Against/Abstain: 23/4/2": three labels, then three numbers. */
  private static List<Pair> zipped(List<Atom> atoms) {
    List<Label> labels = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Atom atom : atoms) {
      if (atom instanceof Label label && figures.isEmpty()) {
        labels.add(label);
      } else if (atom instanceof Figure figure) {
        figures.add(figure);
      } else {
        return List.of();
      }
    }
    if (labels.size() < 2 || labels.size() != figures.size()) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      pairs.add(new Pair(labels.get(i).camp(), figures.get(i)));
    }
    return pairs;
  }

  private static List<Pair> labelsAfter(Tokens tokens, List<Atom> atoms) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < atoms.size(); i++) {
      if (atoms.get(i) instanceof Figure figure
          && atoms.get(i + 1) instanceof Label label
          && label.from() - figure.to() <= REACH
          && !tokens.breaksBefore(label.from())
          && (label.sure() || countsVoters(tokens, figure, label))) {
        pairs.add(new Pair(label.camp(), figure));
      }
    }
    return pairs;
  }

  private static boolean countsVoters(Tokens tokens, Figure figure, Label label) {
    if (label.from() == figure.to()) {
      return true;
    }
    String between = tokens.word(figure.to());
    return label.from() - figure.to() <= 2
        && (between.startsWith("vote")
            || between.startsWith("member")
            || between.startsWith("delegate")
            || between.equals("were"));
  }

  private static List<Pair> labelsBefore(Tokens tokens, List<Atom> atoms) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < atoms.size(); i++) {
      if (atoms.get(i) instanceof Label label
          && atoms.get(i + 1) instanceof Figure figure
          && figure.from() - label.to() <= 1
          && (label.sure() || isMarked(tokens, figure) || atoms.size() >= 4)) {
        pairs.add(new Pair(label.camp(), figure));
      }
    }
    return pairs;
  }

  private static boolean isMarked(Tokens tokens, Figure figure) {
    String sign = tokens.between(figure.from()).strip();
    return sign.equals(":") || sign.equals("=") || isDash(sign);
  }

  /** The figures so far. */
  private static final class Tally {
    private @Nullable BigDecimal inFavour;
    private @Nullable BigDecimal against;
    private @Nullable BigDecimal abstentions;
    private boolean percent;

    boolean isEmpty() {
      return inFavour == null && against == null && abstentions == null;
    }

    void set(String camp, Figure figure) {
      percent |= figure.percent();
      switch (camp) {
        case IN_FAVOUR -> inFavour = inFavour == null ? figure.value() : inFavour;
        case AGAINST -> against = against == null ? figure.value() : against;
        default -> abstentions = abstentions == null ? figure.value() : abstentions;
      }
    }

    void pair(Figure one, Figure two, Winner winner) {
      percent |= one.percent();
      BigDecimal first = one.value();
      BigDecimal second = two.value();
      if (first == null || second == null) {
        return;
      }
      // "Lost by 20 to 16" names the winning side first, whichever side it is.
      boolean swap =
          switch (winner) {
            case FOR -> first.compareTo(second) < 0;
            case AGAINST -> first.compareTo(second) > 0;
            case UNKNOWN -> false;
          };
      inFavour = swap ? second : first;
      against = swap ? first : second;
    }

    void nobodyAgainst() {
      against = against == null ? BigDecimal.ZERO : against;
    }

    void unanimous() {
      nobodyAgainst();
      abstentions = abstentions == null ? BigDecimal.ZERO : abstentions;
    }

    Votes votes() {
      return isEmpty() ? Votes.NOT_STATED : new Votes(inFavour, against, abstentions, percent);
    }
  }
}
