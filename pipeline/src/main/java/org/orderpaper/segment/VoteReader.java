package org.orderpaper.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
  private static final String EXCEPTION = "counts.exception";

  /** Words that may stand between a number and its label: "24 members of the branch voted for". */
  private static final int REACH = 6;

  /** Words between the two figures of a vote, Welsh and Scots among them. */
  private static final String VOID = "votes.void";

  private static final Set<String> NOTHING = Set.of("nothing", "none", "nil", "nowt", "nane");
  private static final Set<String> VERSUS = Set.of("to", "v", "versus", "i", "tae", "agin");

  /** Words before an hour. */
  private static final Set<String> CLOCK =
      Set.of(
          "at",
          "until",
          "till",
          "ends",
          "ended",
          "closed",
          "closes",
          "finished",
          "began",
          "started",
          "starts",
          "opened",
          "from",
          "about",
          "around");

  private static final int HOURS = 12;

  /** Words after "with only the treasurer against". */
  private static final Set<String> LONE_ENDS =
      Set.of("who", "and", "because", "as", "since", "with", "on", "for", "but", "so");

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
    Tally tally = new Tally();
    List<Atom> atoms = spoken(tokens, hits, atoms(tokens, hits, from, to), from, to, tally);
    int rest = unlabelled(tokens, atoms, winner, tally);
    for (Pair pair : pairs(tokens, atoms.subList(rest, atoms.size()))) {
      // Spoilt papers, and those who were out of the room, are no votes.
      if (!pair.camp().equals(VOID)) {
        tally.set(pair.camp(), pair.figure());
      }
    }
    rest(tokens, atoms, tally);
    if (hits.within("votes.nobody-against", from, to)) {
      tally.nobodyAgainst();
      tally.all(byVotes(tokens, atoms));
    }
    if (hits.within(EXCEPTION, from, to)) {
      BigDecimal left = excepted(tokens, hits, from, to);
      if (saysTheyAbstained(hits, from, to)) {
        tally.silent(left);
      } else {
        tally.exception(left);
      }
    } else if (hits.within("votes.unanimous", from, to)) {
      tally.unanimous();
    } else if (winner != Winner.AGAINST && isLone(tokens, hits, "counts.lone", from, to)) {
      tally.exception(BigDecimal.ONE);
    }
    if (isLone(tokens, hits, "counts.lone-abstainer", from, to)) {
      tally.abstained();
    }
    series(tokens, hits, atoms, from, to, tally);
    Figure each = tally.isOpen() ? equal(tokens, hits, atoms, from, to) : null;
    if (each != null) {
      tally.set(IN_FAVOUR, each);
      tally.set(AGAINST, each);
    }
    return tally.votes();
  }

  /**
   * Takes the figures that a form of words gives to their camps, "nine to renew, five not to", "all
   * seven for": no label stands at each of them. What is left is paired with labels.
   */
  private static List<Atom> spoken(
      Tokens tokens, Hits hits, List<Atom> atoms, int from, int to, Tally tally) {
    Hit two = formOfWords(tokens, hits, "counts.two-camps", from, to);
    List<Figure> figures = two == null ? List.of() : figuresIn(atoms, two);
    if (two != null && figures.size() == 2) {
      tally.set(IN_FAVOUR, figures.getFirst());
      tally.set(AGAINST, figures.getLast());
      return atoms.stream().filter(atom -> atom.from() >= two.to()).toList();
    }
    Hit all = formOfWords(tokens, hits, "counts.all-of", from, to);
    List<Figure> everybody = all == null ? List.of() : figuresIn(atoms, all);
    if (everybody.size() == 1) {
      tally.set(IN_FAVOUR, everybody.getFirst());
      tally.unanimous();
      return List.of();
    }
    return atoms;
  }

  private static @Nullable Hit formOfWords(Tokens tokens, Hits hits, String key, int from, int to) {
    for (Hit hit : hits.of(key, from, to)) {
      // "Five for, four not voting" counts who did neither.
      boolean neither =
          hits.of(ABSTAIN, hit.from(), tokens.size()).stream()
              .anyMatch(other -> other.from() < hit.to() && other.to() >= hit.to());
      if (hit.key().equals(key) && !neither) {
        return hit;
      }
    }
    return null;
  }

  private static List<Figure> figuresIn(List<Atom> atoms, Hit hit) {
    List<Figure> figures = new ArrayList<>();
    for (Atom atom : atoms) {
      if (atom instanceof Figure figure && hit.from() <= atom.from() && atom.to() <= hit.to()) {
        figures.add(figure);
      }
    }
    return figures;
  }

  /** Whether the tokens give a whole count: how many were for, and how many against. */
  static boolean isWhole(Tokens tokens, Hits hits, int from, int to) {
    Votes votes = read(tokens, hits, from, to, Winner.UNKNOWN);
    return votes.inFavour() != null && votes.against() != null;
  }

  private static @Nullable Figure byVotes(Tokens tokens, List<Atom> atoms) {
    for (Atom atom : atoms) {
      if (atom instanceof Figure figure
          && tokens.word(figure.to()).startsWith("vote")
          && tokens.word(figure.from() - 1).equals("by")) {
        return figure;
      }
    }
    return null;
  }

  /** How many "all but ..." leaves out: the number after it, or else one person; null if absent. */
  private static @Nullable BigDecimal excepted(Tokens tokens, Hits hits, int from, int to) {
    if (hits.within("counts.absent", from, to)) {
      return null;
    }
    Hit exception = hits.of(EXCEPTION, from, to).getLast();
    NumberWords.Reading read = NumberWords.read(tokens, exception.to());
    return read == null ? BigDecimal.ONE : read.value();
  }

  /** "All but one, with that person abstaining". */
  private static boolean saysTheyAbstained(Hits hits, int from, int to) {
    Hit exception = hits.of(EXCEPTION, from, to).getLast();
    return !hits.of(ABSTAIN, exception.to(), to).isEmpty()
        && hits.of(AGAINST, exception.to(), to).isEmpty();
  }

  /** "Carried, Mr Ruddle dissenting", "agreed with only the treasurer against". */
  private static boolean isLone(Tokens tokens, Hits hits, String key, int from, int to) {
    for (Hit hit : hits.of(key, from, to)) {
      if (!hit.key().equals(key)) {
        continue;
      }
      int before = hit.from() - 1;
      boolean self = before == from && tokens.word(before).equals("i");
      boolean named =
          before > from
              && (tokens.isCapitalised(before) || tokens.word(before - 1).equals("the"))
              && !tokens.isNumber(before)
              && !tokens.word(before).startsWith("vote");
      boolean ends =
          hit.to() >= to
              || !tokens.between(hit.to()).equals(" ")
              || LONE_ENDS.contains(tokens.word(hit.to()));
      if ((self || named) && ends) {
        return true;
      }
    }
    return false;
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
    int excepted =
        hits.within(EXCEPTION, from, to) ? hits.of(EXCEPTION, from, to).getLast().to() : -1;
    for (int i = from; i < to; ) {
      if (i == excepted) {
        i++;
        continue;
      }
      if (isNoes(tokens, i, to)) {
        atoms.add(new Label(AGAINST, true, i, ++i));
        continue;
      }
      int hour = afterHour(tokens, i);
      if (hour > i) {
        i = hour;
        continue;
      }
      NumberWords.Reading read = figureAt(tokens, i, to);
      if (read == null || overlaps(atoms, i) || isDated(dates, i) || isClock(tokens, i)) {
        i++;
        continue;
      }
      if (isWholeOf(tokens, atoms, i)) {
        i = read.next();
        continue;
      }
      boolean percent = isPercent(tokens.word(read.next())) && read.next() < to;
      int end = percent ? read.next() + 1 : read.next();
      NumberWords.Reading counted = percent ? inBrackets(tokens, end, to) : null;
      if (counted != null) {
        atoms.add(new Figure(counted.value(), false, i, counted.next()));
        i = counted.next();
        continue;
      }
      atoms.add(new Figure(read.value(), percent, i, end));
      i = end;
    }
    atoms.sort(Comparator.comparingInt(Atom::from));
    return withLetters(tokens, atoms);
  }

  /** "58 of the 63 who answered": the second figure is of all. */
  private static boolean isWholeOf(Tokens tokens, List<Atom> atoms, int at) {
    int of = tokens.word(at - 1).equals("the") ? at - 2 : at - 1;
    return tokens.word(of).equals("of")
        && atoms.stream().anyMatch(atom -> atom instanceof Figure && atom.to() == of);
  }

  /** "For 88% (131)": what the percentage is of stands behind it. */
  private static NumberWords.@Nullable Reading inBrackets(Tokens tokens, int at, int to) {
    if (at >= to || !tokens.between(at).strip().equals("(")) {
      return null;
    }
    NumberWords.Reading read = NumberWords.read(tokens, at);
    boolean closes =
        read != null
            && (read.next() >= tokens.size() || tokens.between(read.next()).startsWith(")"))
            && !isPercent(tokens.word(read.next()));
    return closes ? read : null;
  }

  /** Beside Y and N an A is an abstention; beside F it is against. */
  private static List<Atom> withLetters(Tokens tokens, List<Atom> atoms) {
    boolean yes =
        atoms.stream()
            .anyMatch(atom -> atom instanceof Label && tokens.word(atom.from()).equals("y"));
    List<Atom> read = new ArrayList<>();
    for (Atom atom : atoms) {
      boolean letter = yes && atom instanceof Label && tokens.word(atom.from()).equals("a");
      read.add(letter ? new Label(ABSTAIN, true, atom.from(), atom.to()) : atom);
    }
    return read;
  }

  /** "Yes 14 No 3". */
  private static boolean isNoes(Tokens tokens, int at, int to) {
    boolean before = tokens.word(at).equals("no") && at + 1 < to && tokens.isNumber(at + 1);
    // "Ten said yes, four no", "7 wanting it and 17 not", "6 did not".
    boolean no =
        (tokens.word(at).equals("no")
                && (at + 1 >= to
                    || !tokens.between(at + 1).equals(" ")
                    || tokens.word(at + 1).equals("and")))
            || (tokens.word(at).equals("not")
                && (at + 1 >= to || !tokens.between(at + 1).equals(" ")));
    boolean did =
        at > 1 && (tokens.word(at - 1).equals("did") || tokens.word(at - 1).equals("were"));
    return before || (no && at > 0 && NumberWords.read(tokens, did ? at - 2 : at - 1) != null);
  }

  /** "[21:48]" at the head of a line of a chat, "ended at 20:40". */
  static boolean isClock(Tokens tokens, int at) {
    return isClockStart(tokens, at) || (at > 0 && isClockStart(tokens, at - 1));
  }

  private static boolean isClockStart(Tokens tokens, int at) {
    return (at <= 2 || CLOCK.contains(tokens.word(at - 1)) || isQuarter(tokens.word(at + 1)))
        && tokens.isNumber(at)
        && tokens.isNumber(at + 1)
        && tokens.between(at + 1).equals(":")
        && tokens.word(at + 1).length() == 2;
  }

  /** The token behind "ten to nine" in "at ten to nine"; {@code at} where no hour is told. */
  static int afterHour(Tokens tokens, int at) {
    NumberWords.Reading minutes =
        CLOCK.contains(tokens.word(at - 1)) ? NumberWords.read(tokens, at) : null;
    if (minutes == null || minutes.value().intValue() % 5 != 0) {
      return at;
    }
    boolean to =
        tokens.word(minutes.next()).equals("to") || tokens.word(minutes.next()).equals("past");
    NumberWords.Reading hour = to ? NumberWords.read(tokens, minutes.next() + 1) : null;
    return hour != null && hour.value().intValue() <= HOURS ? hour.next() : at;
  }

  /** Meetings begin on the quarters of an hour. */
  private static boolean isQuarter(String minutes) {
    return switch (minutes) {
      case "00", "15", "30", "45" -> true;
      default -> false;
    };
  }

  static boolean isDated(List<DateReader.Mention> dates, int at) {
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
    return key.equals(IN_FAVOUR) || key.equals(AGAINST) || key.equals(ABSTAIN) || key.equals(VOID);
  }

  /** "F12 A3": a letter is a label only when its number or a colon is glued to it. */
  private static boolean isLetterAlone(Tokens tokens, Hit hit) {
    if (hit.length() > 1 || tokens.word(hit.from()).length() > 1) {
      return false;
    }
    int next = hit.to();
    boolean ends = next >= tokens.size() || !tokens.between(next).isBlank();
    boolean yesOrNo = tokens.word(hit.from()).equals("y") || tokens.word(hit.from()).equals("n");
    if (ends
        && hit.from() > 0
        && tokens.isNumber(hit.from() - 1)
        && tokens.between(hit.from()).equals(" ")
        && (yesOrNo || tokens.isCapitalised(hit.from()))) {
      return false;
    }
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
      return isVotingNoun(tokens.word(at + 1)) && !tokens.word(at + 2).equals("called")
          ? new NumberWords.Reading(BigDecimal.ZERO, at + 1)
          : null;
    }
    // "22 nothing nothing", "fourteen, none, none".
    if (NOTHING.contains(tokens.word(at)) && at > 0 && isFigureOrNothing(tokens, at - 1)) {
      return new NumberWords.Reading(BigDecimal.ZERO, at + 1);
    }
    NumberWords.Reading read = NumberWords.read(tokens, at);
    boolean isYear = read != null && read.value().intValue() >= 1900;
    boolean ordinal = read != null && isOrdinalSuffix(tokens, read.next());
    boolean fraction =
        (read != null && tokens.word(read.next()).startsWith("third"))
            || (at > 0
                && tokens.word(at).equals("one")
                && (tokens.word(at - 1).equals("every") || tokens.word(at - 1).equals("no")));
    return read == null || isYear || ordinal || fraction ? null : read;
  }

  private static boolean isFigureOrNothing(Tokens tokens, int at) {
    return NumberWords.read(tokens, at) != null
        || (NOTHING.contains(tokens.word(at))
            && at > 0
            && NumberWords.read(tokens, at - 1) != null);
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
                && isJoined(tokens, two, three);
        if (third && atoms.get(i + 2) instanceof Figure three) {
          tally.set(ABSTAIN, three);
        }
        return third ? i + 3 : i + 2;
      }
    }
    return 0;
  }

  private static boolean isJoined(Tokens tokens, Figure one, Figure two) {
    String between = tokens.between(two.from()).strip();
    return two.from() == one.to() && (isDash(between) || between.equals("/"));
  }

  /** "14/3/2" is a vote; "2/3" is two thirds, and "22/032" the number of a minute. */
  private static boolean isSlashed(Tokens tokens, Figure two) {
    return tokens.between(two.from()).strip().equals("/")
        && two.to() < tokens.size()
        && tokens.between(two.to()).strip().equals("/")
        && tokens.isNumber(two.to());
  }

  /**
   * "31 for, none against, 4 not fussed": a third figure, on its own, is of those who did neither.
   */
  private static void rest(Tokens tokens, List<Atom> atoms, Tally tally) {
    if (atoms.isEmpty() || !tally.isWhole() || !(atoms.getLast() instanceof Figure last)) {
      return;
    }
    long figures = atoms.stream().filter(Figure.class::isInstance).count();
    String before = tokens.word(last.from() - 1);
    boolean listed =
        tokens.between(last.from()).strip().equals(",")
            || before.equals("and")
            || before.equals("remaining")
            || (tokens.between(last.from()).equals(" ") && atoms.size() >= 5);
    if (figures == 3 && listed && !last.percent()) {
      tally.set(ABSTAIN, last);
    }
  }

  /** "Votes: six, six and six", "Result: 30, 9 and 6": for, against, abstaining. */
  private static void series(
      Tokens tokens, Hits hits, List<Atom> atoms, int from, int to, Tally tally) {
    boolean told = hits.within("counts.count", from, to) || followsItsOutcome(tokens, hits, atoms);
    List<Figure> figures = new ArrayList<>();
    for (Atom atom : atoms) {
      if (atom instanceof Figure figure) {
        boolean next = figures.isEmpty() || isSeries(tokens, figures.getLast().to(), figure.from());
        if (next) {
          figures.add(figure);
        }
      }
    }
    if (told && tally.isEmpty() && figures.size() >= 2 && figures.size() <= 3) {
      tally.set(IN_FAVOUR, figures.get(0));
      tally.set(AGAINST, figures.get(1));
      if (figures.size() == 3) {
        tally.set(ABSTAIN, figures.get(2));
      }
    }
  }

  /** "Carried 20, 2, 5": three figures and nothing else, at the outcome. */
  private static boolean followsItsOutcome(Tokens tokens, Hits hits, List<Atom> atoms) {
    if (atoms.size() != 3 || !(atoms.getFirst() instanceof Figure first) || first.from() == 0) {
      return false;
    }
    String between = tokens.between(first.from()).strip();
    return (between.isEmpty() || between.equals(",") || between.equals(":"))
        && (hits.within("outcomes.carried", first.from() - 1, first.from())
            || hits.within("outcomes.defeated", first.from() - 1, first.from()));
  }

  private static boolean isSeries(Tokens tokens, int end, int next) {
    boolean and = next - end == 1 && tokens.word(end).equals("and");
    boolean bare = next == end && tokens.between(next).equals(" ");
    return (next == end && tokens.between(next).strip().equals(",")) || and || bare;
  }

  /** "8 all", "tied on 7": the figure that both camps have, or null. */
  private static @Nullable Figure equal(
      Tokens tokens, Hits hits, List<Atom> atoms, int from, int to) {
    for (Hit hit : hits.of("counts.equal", from, to)) {
      boolean ends =
          hit.to() >= tokens.size()
              || !tokens.between(hit.to()).equals(" ")
              || LONE_ENDS.contains(tokens.word(hit.to()));
      List<Figure> figures = ends ? figuresIn(atoms, hit) : List.of();
      if (figures.size() == 1) {
        return figures.getFirst();
      }
    }
    return null;
  }

  private static boolean isVersus(Tokens tokens, Figure one, Figure two) {
    if (one.to() == two.from()) {
      return isDash(tokens.between(two.from())) || isSlashed(tokens, two);
    }
    String between = tokens.word(two.from() - 1);
    // "Minutes 18/1 to 18/13" are numbers of minutes.
    boolean numbered = tokens.between(one.from()).endsWith("/") && isStroke(tokens, two.to());
    // "Membership had risen from 811 to 864".
    boolean range =
        tokens.word(one.from() - 1).equals("from") || tokens.word(one.from() - 1).equals("between");
    boolean to = VERSUS.contains(between) && !numbered && !range;
    int gap = two.from() - one.to();
    return to && (gap == 1 || (gap == 2 && tokens.word(one.to()).startsWith("vote")));
  }

  private static boolean isStroke(Tokens tokens, int at) {
    return at < tokens.size() && tokens.between(at).startsWith("/");
  }

  private static boolean isDash(String between) {
    String sign = between.strip();
    return sign.length() == 1 && "-\u2010\u2011\u2012\u2013\u2014:".contains(sign);
  }

  private static List<Pair> pairs(Tokens tokens, List<Atom> atoms) {
    List<Pair> zipped = zipped(atoms);
    return zipped.isEmpty() ? new Pairing(tokens, atoms).best() : zipped;
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

  /**
   * Pairs labels with the figures beside them so that as many as can be have one, the same way
   * round if possible: "For 23 Against 4" and "23 for, 4 against" alike, and "Ayes 16, noes 20, and
   * four abstaining" too.
   */
  private static final class Pairing {

    private static final int PAIR = 10;
    private static final int SAME_WAY = 2;
    private static final int STOP = 3;

    private final Tokens tokens;
    private final List<Atom> atoms;

    Pairing(Tokens tokens, List<Atom> atoms) {
      this.tokens = tokens;
      this.atoms = atoms;
    }

    /** The best pairs of what comes before an atom, the last of them one way round or the other. */
    private record Way(int score, boolean labelFirst, List<Pair> pairs) {

      Way with(Pair pair, int worth, boolean first) {
        List<Pair> longer = new ArrayList<>(pairs);
        longer.add(pair);
        int same = !pairs.isEmpty() && first == labelFirst ? SAME_WAY : 0;
        return new Way(score + worth + same, first, longer);
      }
    }

    List<Pair> best() {
      Way none = new Way(0, false, List.of());
      Way[] figureFirst = new Way[atoms.size() + 1];
      Way[] labelFirst = new Way[atoms.size() + 1];
      figureFirst[0] = none;
      labelFirst[0] = none;
      for (int i = 1; i <= atoms.size(); i++) {
        figureFirst[i] = figureFirst[i - 1];
        labelFirst[i] = labelFirst[i - 1];
        if (i < 2) {
          continue;
        }
        Way before = better(figureFirst[i - 2], labelFirst[i - 2]);
        for (Way way : List.of(figureFirst[i - 2], labelFirst[i - 2], before)) {
          Way next = pairing(way, i - 2);
          if (next == null) {
            continue;
          }
          if (next.labelFirst()) {
            labelFirst[i] = better(labelFirst[i], next);
          } else {
            figureFirst[i] = better(figureFirst[i], next);
          }
        }
      }
      return better(figureFirst[atoms.size()], labelFirst[atoms.size()]).pairs();
    }

    private static Way better(Way one, Way other) {
      return other.score() > one.score() ? other : one;
    }

    /** {@code way} with the atoms at {@code i} and after it as a pair, or null. */
    private @Nullable Way pairing(Way way, int i) {
      Atom first = atoms.get(i);
      Atom second = atoms.get(i + 1);
      int worth = PAIR - (isParted(second.from()) ? STOP : 0);
      if (first instanceof Figure figure && second instanceof Label label) {
        return isAfter(figure, label)
            ? way.with(new Pair(label.camp(), figure), worth, false)
            : null;
      }
      if (first instanceof Label label && second instanceof Figure figure) {
        return isBefore(label, figure)
            ? way.with(new Pair(label.camp(), figure), worth, true)
            : null;
      }
      return null;
    }

    private boolean isParted(int at) {
      String between = tokens.between(at).strip();
      return between.startsWith(",") || between.startsWith(";") || between.startsWith(".");
    }

    private boolean isAfter(Figure figure, Label label) {
      return label.from() - figure.to() <= REACH
          && !tokens.breaksBefore(label.from())
          && (label.sure() || countsVoters(tokens, figure, label));
    }

    private boolean isBefore(Label label, Figure figure) {
      return figure.from() - label.to() <= 1
          && (label.sure() || isMarked(tokens, figure) || atoms.size() >= 4);
    }
  }

  private static boolean countsVoters(Tokens tokens, Figure figure, Label label) {
    if (label.from() == figure.to()) {
      return true;
    }
    String between = tokens.word(figure.to());
    boolean voters =
        between.startsWith("vote")
            || between.startsWith("member")
            || between.startsWith("delegate")
            || between.startsWith("people")
            || between.equals("of")
            || between.startsWith("hand");
    int gap = label.from() - figure.to();
    return (voters && gap <= 4) || (between.equals("were") && gap <= 2);
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

    /** Whether neither camp has a figure. */
    boolean isOpen() {
      return inFavour == null && against == null;
    }

    boolean isWhole() {
      return inFavour != null && against != null && abstentions == null;
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

    /** One person, named, abstained. */
    void abstained() {
      abstentions = abstentions == null ? BigDecimal.ONE : abstentions;
    }

    /** "By fifty-one votes, with no contrary vote": all of them. */
    void all(@Nullable Figure votes) {
      if (votes != null && inFavour == null) {
        set(IN_FAVOUR, votes);
      }
    }

    /** All but some: those are against, and nothing is said of abstentions. */
    void exception(@Nullable BigDecimal left) {
      against = against == null ? left : against;
    }

    /** All but some, who abstained: nobody was against. */
    void silent(@Nullable BigDecimal left) {
      nobodyAgainst();
      abstentions = abstentions == null ? left : abstentions;
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
