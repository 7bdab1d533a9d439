package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.orderpaper.model.NameKind;

/**
 * One pass over one text for the names of persons. The word lists decide most; {@link NameCues}
 * reads the words around a name, and the tagger is asked last.
 */
final class NameScan {

  /** "Ana Maria de la Cruz" has five words. */
  private static final int LONGEST_NAME = 5;

  private static final Pattern GAELIC = Pattern.compile("(?:O['\u2019]|Mc|Mac|Fitz)\\p{Lu}");

  /** How a text is read. */
  enum Reading {
    /** Any name. */
    TEXT,
    /** Names of two words and more, and those with a title: what a document teaches. */
    FULL_NAMES,
    /** A list of people, where what may be a name is one. */
    LIST
  }

  /**
   * A name.
   *
   * @param to the token after its last
   * @param titled whether a title such as Cllr stands before it
   */
  record Found(int from, int to, NameKind kind, boolean titled) {

    boolean isFull() {
      return titled || to - from >= 2;
    }

    /** The folded words, without a possessive ending. */
    List<String> words(Tokens tokens) {
      List<String> words = new ArrayList<>();
      for (int i = from; i < to; i++) {
        words.add(NameCues.possessor(tokens.word(i)));
      }
      return words;
    }
  }

  private final NameWords words;
  private final Tokens tokens;
  private final NameFinder.Known known;
  private final NameCues cues;

  /** The tokens of organisations, offices, units and other things that are no persons. */
  private final boolean[] taken;

  private Reading reading = Reading.TEXT;

  NameScan(NameWords words, Tokens tokens, NameFinder.Known known) {
    this.words = words;
    this.tokens = tokens;
    this.known = known;
    this.taken = new boolean[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      takeAt(i);
    }
    this.cues = new NameCues(words, tokens, taken);
  }

  private void takeAt(int at) {
    if (!tokens.isCapitalised(at)) {
      return;
    }
    String first = own(at);
    if (!first.equals(tokens.word(at))) {
      words.thingsThatBegin(tokens.word(at)).forEach(thing -> take(at, Arrays.asList(thing)));
    }
    words.thingsThatBegin(first).forEach(thing -> take(at, Arrays.asList(thing)));
    for (List<String> unit : known.unitsThatBegin(first)) {
      take(at, unit);
    }
  }

  private void take(int at, List<String> thing) {
    if (at + thing.size() > tokens.size()) {
      return;
    }
    for (int i = 0; i < thing.size(); i++) {
      String word = tokens.word(at + i);
      if (!word.equals(thing.get(i)) && !NameCues.possessor(word).equals(thing.get(i))) {
        return;
      }
    }
    Arrays.fill(taken, at, at + thing.size(), true);
  }

  private String own(int i) {
    return NameCues.possessor(tokens.word(i));
  }

  /** The names in order. */
  List<Found> names(Reading as) {
    reading = as;
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      int titled = titled(i);
      int from = titled > i ? i + 1 : i;
      int end = titled > i ? titled : run(i);
      boolean person = titled > i || (end > i && isPerson(i, end));
      if (end > i) {
        cues.decided(person ? end : past(end), person ? NameCues.Decision.PERSON : refused(i, end));
      }
      if (person) {
        found.add(new Found(from, end, kind(from, end), titled > i));
      }
      i = Math.max(end > i && !person ? past(end) : end, i + 1);
    }
    return found;
  }

  /** The end of the words that make a place: "Park" of "Firth Park and Burngreave". */
  private int past(int end) {
    int past = end;
    boolean place = isPlaceWord(past);
    while (place) {
      past++;
      place = isPlaceWord(past);
    }
    return past;
  }

  private NameCues.Decision refused(int from, int end) {
    boolean thing = isPlace(from, end) || cues.isDeterred(from, end) || cues.isThing(from, end);
    return thing || words.isPlace(own(from)) ? NameCues.Decision.THING : NameCues.Decision.OPEN;
  }

  /** The end of a name with a title at {@code i}, or -1. */
  private int titled(int i) {
    boolean title = words.isHonorific(tokens.word(i)) && tokens.isCapitalised(i);
    if (!title || !isNamePart(i + 1) || !isAfterTitle(i + 1) || tokens.breaksBefore(i + 1)) {
      return -1;
    }
    String next = own(i + 1);
    boolean full = tokens.word(i).length() > 4;
    boolean listed = words.isSurname(next) || words.isFirst(next);
    boolean longer = isNamePart(i + 2) && joined(i + 2) && !words.isOrdinary(own(i + 2));
    if ((full || cues.isLoud(i)) && words.isOrdinary(next) && !listed && !longer) {
      return -1;
    }
    return end(i + 1);
  }

  private boolean isAfterTitle(int i) {
    return joined(i) || tokens.between(i).equals(". ");
  }

  /** The end of a run of words that may be a name, or -1. */
  private int run(int i) {
    if (isParticle(i) && !tokens.isCapitalised(i) && mayBegin(i + 1)) {
      return end(i + 1);
    }
    return mayBegin(i) ? end(i) : -1;
  }

  private boolean mayBegin(int i) {
    if (!isNamePart(i) || (cues.isAcronym(i) && !isListed(i))) {
      return false;
    }
    return isListed(i) || isParticle(i) || !words.isOrdinary(own(i));
  }

  private boolean isListed(int i) {
    String word = own(i);
    return words.isFirst(word) || known.isSurname(word) || isSurname(i);
  }

  /** Listed, or made like O'Hara and McBride. */
  private boolean isSurname(int i) {
    return words.isSurname(own(i)) || GAELIC.matcher(tokens.raw(i)).lookingAt();
  }

  private int end(int from) {
    int end = from + 1;
    while (end < tokens.size()
        && end - from < LONGEST_NAME
        && joined(end)
        && !tokens.breaksBefore(end)
        && own(end - 1).equals(tokens.word(end - 1))
        && (goesOn(from, end) || isParticle(end) || isFirstOfParticles(end))) {
      end++;
    }
    while (end > from + 1 && !tokens.isCapitalised(end - 1)) {
      end--;
    }
    return end;
  }

  private boolean goesOn(int from, int at) {
    if (!isNamePart(at)) {
      return false;
    }
    if (tokens.between(at).equals("-")) {
      return true;
    }
    String word = own(at);
    boolean second = at == from + 1;
    boolean first = second && (isSureFirst(from) || isInitial(from));
    if (words.isPlace(word)) {
      boolean surname = words.isSurname(word) && !words.isPlace(own(from));
      return (first || surname || (second && cues.isIntroduced(from)))
          && !words.isPlaceEnd(tokens.word(at + 1));
    }
    if (words.isPlaceEnd(word)) {
      return words.isSurname(word) && (first || (second && !words.isOrdinary(own(from))));
    }
    if (words.isOrdinary(word) && !words.isSurname(word)) {
      boolean given = words.isFirst(word) && !words.isOrdinary(own(from));
      return given || (first && isRareSurname(at));
    }
    return !cues.isAcronym(at) || isListed(at) || (first && word.length() > 3);
  }

  /** After a first name even a common word is a surname, unless it belongs to persons. */
  private boolean isRareSurname(int at) {
    String word = tokens.word(at);
    return !cues.isLoud(at)
        && !words.isDoneByPersons(word)
        && !words.belongsToNames(word)
        && !words.isBeforeNames(word)
        && !words.isPlaceEnd(tokens.word(at + 1))
        && !(tokens.isCapitalised(at + 1) && tokens.between(at + 1).equals(" "));
  }

  private boolean isSureFirst(int i) {
    String word = own(i);
    return (words.isFirst(word) || known.isFirst(word))
        && !words.isOrdinary(word)
        && !words.isPlace(word);
  }

  private boolean isInitial(int i) {
    boolean particle = words.isParticle(tokens.word(i)) && tokens.between(i + 1).equals(" ");
    return tokens.word(i).length() == 1 && tokens.isCapitalised(i) && !particle;
  }

  private boolean isPerson(int from, int end) {
    if (isPlace(from, end)) {
      return false;
    }
    return end - from == 1 ? isSingle(from) : isFull(from, end);
  }

  /** "Marsh Lane", "St Oswin", "Elmgate Stores": a name only when a first name says so. */
  private boolean isPlace(int from, int end) {
    boolean saint = tokens.word(from - 1).equals("st") && tokens.isCapitalised(from - 1);
    boolean before = isPlaceWord(end);
    boolean inside =
        end - from > 1
            && words.isPlaceEnd(own(end - 1))
            && !words.isFirst(own(from))
            && !known.isFirst(own(from))
            && !isInitial(from)
            && !cues.isIntroduced(from);
    return saint || before || inside || tokens.word(from).equals("st");
  }

  private boolean isPlaceWord(int i) {
    return i < tokens.size()
        && (joined(i) || isPlural(i))
        && !taken[i]
        && tokens.isCapitalised(i)
        && words.isPlaceEnd(tokens.word(i));
  }

  /** "Weavers' Green". */
  private boolean isPlural(int end) {
    String between = tokens.between(end);
    return between.length() == 2 && Tokens.isApostrophe(between.charAt(0));
  }

  private boolean isFull(int from, int end) {
    boolean list = reading == Reading.LIST;
    String last = own(end - 1);
    if (isInitial(from)) {
      return isInitialled(from, end);
    }
    if (isSureFirst(from) || (known.isSurname(last) && !hasOrdinary(from, end))) {
      return true;
    }
    if (!tokens.isCapitalised(from)) {
      return list || isDoubtfulPerson(from, end);
    }
    String second = own(from + 1);
    if (words.isFirst(own(from))) {
      boolean name = !words.isOrdinary(second) && !words.isPlace(second);
      return name || list || cues.isActor(end) || cues.isIntroduced(from);
    }
    boolean surname = isSurname(end - 1) && !words.isOrdinary(last) && !words.isPlace(last);
    if (surname && !hasOrdinary(from, end) && !cues.isDeterred(from, end)) {
      return true;
    }
    return (list && !hasOrdinary(from, end)) || isDoubtfulPerson(from, end);
  }

  private boolean isInitialled(int from, int end) {
    String last = own(end - 1);
    boolean dotted = tokens.between(from + 1).startsWith(".");
    boolean name = words.isSurname(last) || !words.isOrdinary(last);
    return last.length() > 1
        && (reading == Reading.LIST
            || known.isSurname(last)
            || (name && dotted && !cues.isLoud(from))
            || cues.isActor(end)
            || cues.isIntroduced(from));
  }

  private boolean hasOrdinary(int from, int end) {
    for (int i = from; i < end; i++) {
      boolean inner = i > from && (tokens.between(i).equals("-") || words.isFirst(own(i)));
      if (words.isOrdinary(own(i)) && !words.isParticle(own(i)) && !inner) {
        return true;
      }
    }
    return false;
  }

  private boolean isSingle(int i) {
    String word = own(i);
    if (tokens.word(i + 1).equals("mp") && word.length() > 2) {
      return !words.isOrdinary(word) || words.isSurname(word);
    }
    if (word.length() < 2 || reading != Reading.TEXT) {
      return false;
    }
    if (words.isPlace(word) || words.isOrdinary(word) || known.isPlace(word)) {
      return isListed(i)
          && !cues.isLoud(i)
          && !cues.isDeterred(i, i + 1)
          && cues.isSurelyPerson(i, i + 1);
    }
    if (known.isSurname(word) || known.isFirst(word)) {
      return !cues.isAcronym(i);
    }
    if (words.isFirst(word)) {
      return !cues.isDeterred(i, i + 1);
    }
    if (isSurname(i)) {
      return !cues.isDeterred(i, i + 1);
    }
    boolean sure = !words.isLikePlace(word) || cues.isSurelyPerson(i, i + 1);
    return sure && !known.isLower(word) && isDoubtfulPerson(i, i + 1);
  }

  /** Decides on words that no list has. */
  private boolean isDoubtfulPerson(int from, int end) {
    if (cues.isBrand(from, end) || hasOrdinary(from, end)) {
      return false;
    }
    if (cues.isDeterred(from, end)) {
      return false;
    }
    if (cues.isSurelyPerson(from, end)) {
      return true;
    }
    if (reading != Reading.TEXT || cues.isThing(from, end)) {
      return false;
    }
    if (end - from > 1) {
      return true;
    }
    WordTags.Pair tags = known.tags().pair(tokens, from);
    if (tags.isBeforeNoun() && !cues.owns(end)) {
      return false;
    }
    return tags.isName() || (tags.mayBeName() && (!cues.isStart(from) || cues.isSubject(end)));
  }

  private boolean isNamePart(int i) {
    return i < tokens.size()
        && tokens.isCapitalised(i)
        && !taken[i]
        && (!cues.isDate(i) || isBeforeSurname(i))
        && !words.isHonorific(tokens.word(i));
  }

  /** "June Bradley", but not "4 June". */
  private boolean isBeforeSurname(int i) {
    int next = i + 1;
    return next < tokens.size()
        && !tokens.isNumber(i - 1)
        && tokens.between(next).equals(" ")
        && tokens.isCapitalised(next)
        && !taken[next]
        && (words.isSurname(tokens.word(next)) || !words.isOrdinary(tokens.word(next)));
  }

  private boolean isParticle(int i) {
    return i + 1 < tokens.size()
        && words.isParticle(tokens.word(i))
        && isNamePart(i + 1)
        && joined(i + 1);
  }

  /** "van" before "der Berg". */
  private boolean isFirstOfParticles(int i) {
    return i + 1 < tokens.size() && words.isParticle(tokens.word(i)) && isParticle(i + 1);
  }

  private boolean joined(int i) {
    String between = tokens.between(i);
    boolean initial = tokens.word(i - 1).length() == 1;
    return between.equals(" ")
        || between.equals("-")
        || (initial && (between.equals(". ") || between.equals(".")));
  }

  private NameKind kind(int from, int end) {
    boolean mp =
        tokens.word(end).equals("mp")
            || tokens.word(from - 1).equals("mp")
            || (tokens.word(end).equals("member") && tokens.word(end + 2).equals("parliament"));
    NameKind before = known.kind(own(end - 1));
    if (mp || before == NameKind.MP) {
      return NameKind.MP;
    }
    boolean officer =
        cues.isAfterOffice(from) || cues.isBeforeOffice(end) || before == NameKind.OFFICER;
    return officer ? NameKind.OFFICER : NameKind.PERSON;
  }
}
