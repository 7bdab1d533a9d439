package org.orderpaper.segment;

import java.util.Set;

/** What the words around a run of capitalised words tell of it: a person, a place or a thing. */
final class NameCues {

  /**
   * Before a person only where what stands before them asks for one: the expulsion of, a letter
   * from.
   */
  private static final Set<String> LINKS =
      Set.of("of", "to", "from", "for", "about", "with", "against");

  private static final Set<String> THING_LINKS = Set.of("of", "to", "from", "for", "about");

  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "this", "these", "those", "our", "their", "its", "his", "her", "my",
          "your", "no", "any", "every", "each", "some", "y", "yr");

  /** "Trade Union Liaison Officer". */
  private static final int LONGEST_OFFICE = 4;

  private static final Set<String> AUXILIARIES =
      Set.of("is", "was", "has", "had", "will", "would", "can", "could", "did", "does", "cannot");

  /** "Little Dave", but Little Saltby. */
  private static final Set<String> NICKS = Set.of("little", "old");

  private static final Set<String> OBJECTS = Set.of("it", "this", "that", "them", "these", "those");

  private final NameWords words;
  private final Tokens tokens;
  private final boolean[] taken;
  private final boolean[] loud;
  private int lastEnd = -1;
  private Decision last = Decision.OPEN;

  NameCues(NameWords words, Tokens tokens, boolean[] taken) {
    this.words = words;
    this.tokens = tokens;
    this.taken = taken;
    this.loud = loud(tokens);
  }

  /** The word without a possessive ending. */
  static String possessor(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  /** Marks the tokens of lines that are all in capitals. */
  private static boolean[] loud(Tokens tokens) {
    boolean[] loud = new boolean[tokens.size()];
    for (int from = 0; from < loud.length; ) {
      int end = from + 1;
      while (end < loud.length && !startsLine(tokens, end)) {
        end++;
      }
      java.util.Arrays.fill(loud, from, end, isLoud(tokens, from, end));
      from = end;
    }
    return loud;
  }

  private static boolean startsLine(Tokens tokens, int i) {
    return tokens.text().indexOf('\n', tokens.end(i - 1), tokens.start(i)) >= 0;
  }

  /** Two words and more, all in capitals, one of them too long for an abbreviation. */
  private static boolean isLoud(Tokens tokens, int from, int end) {
    int longest = 0;
    for (int i = from; i < end; i++) {
      if (!isCapitals(tokens, i)) {
        return false;
      }
      longest = Math.max(longest, tokens.end(i) - tokens.start(i));
    }
    return end - from > 1 && longest > 3;
  }

  private static boolean isCapitals(Tokens tokens, int i) {
    for (int at = tokens.start(i); at < tokens.end(i); at++) {
      if (Character.isLowerCase(tokens.text().charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line is in capitals throughout, so that a capital tells nothing. */
  boolean isLoud(int i) {
    return i < loud.length && loud[i];
  }

  boolean isAcronym(int i) {
    int length = tokens.end(i) - tokens.start(i);
    return length > 1 && !loud[i] && (isCapitals(tokens, i) || isPluralOfCapitals(i));
  }

  /** "AGMs", "BLPs". */
  private boolean isPluralOfCapitals(int i) {
    int last = tokens.end(i) - 1;
    String text = tokens.text();
    if (tokens.end(i) - tokens.start(i) < 3 || text.charAt(last) != 's') {
      return false;
    }
    for (int at = tokens.start(i); at < last; at++) {
      if (!Character.isUpperCase(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** A capital inside of a word, as brands have it and McBride has not. */
  boolean isBrand(int from, int end) {
    for (int i = from; i < end; i++) {
      String raw = tokens.raw(i);
      if (isAcronym(i)
          || raw.matches("(?!Mc|Mac|O['’]|D['’]|De|Fitz|Al|El|Van|Le|Du).*\\p{Ll}\\p{Lu}.*")) {
        return true;
      }
    }
    return false;
  }

  /** What a run was taken for. */
  enum Decision {
    PERSON,
    THING,
    OPEN
  }

  /** Remembers what was decided last, for "Ama, Bo and Cem". */
  void decided(int end, Decision decision) {
    lastEnd = end;
    last = decision;
  }

  private boolean isListedAfter(int from, Decision decision) {
    if (lastEnd < 0 || last != decision || lastEnd > from) {
      return false;
    }
    String between = tokens.between(from);
    if (lastEnd == from) {
      return between.equals(", ") || between.equals(" & ");
    }
    boolean and = tokens.word(from - 1).equals("and") || tokens.word(from - 1).equals("or");
    return lastEnd == from - 1 && and && between.equals(" ");
  }

  private String before(int from) {
    return from > 0 && tokens.between(from).equals(" ") && !tokens.breaksBefore(from)
        ? tokens.word(from - 1)
        : "";
  }

  /** "moved by", "the expulsion of", "The chair, ". */
  boolean isIntroduced(int from) {
    if (from >= tokens.size() || from < 1) {
      return false;
    }
    String between = tokens.between(from);
    boolean near = between.equals(" ") || between.equals(": ") || between.equals(", ");
    boolean said = words.isBeforeNames(tokens.word(from - 1)) && !between.equals(", ");
    return isAfterOffice(from)
        || tokens.word(from - 1).equals("mp")
        || (near && said)
        || isLinked(from);
  }

  /** "a letter from", "solidarity with". */
  private boolean isLinked(int from) {
    if (before(from).equals("in")) {
      return tokens.word(from - 2).equals("confidence");
    }
    if (!LINKS.contains(before(from))) {
      return false;
    }
    boolean start = from == 1 && tokens.word(0).equals("to");
    int at = OBJECTS.contains(tokens.word(from - 2)) ? from - 3 : from - 2;
    return start || (words.isBeforeNames(tokens.word(at)) && !tokens.breaksBefore(from - 1));
  }

  boolean isAfterOffice(int from) {
    if (from < 1 || from >= tokens.size()) {
      return false;
    }
    String between = tokens.between(from);
    boolean near =
        between.equals(" ") || between.equals(", ") || between.equals(": ") || between.equals(" (");
    return near && isOfficeBefore(from);
  }

  private boolean isOfficeBefore(int end) {
    StringBuilder office = new StringBuilder();
    for (int i = end - 1; i >= 0 && end - i <= LONGEST_OFFICE; i--) {
      office.insert(0, tokens.word(i));
      if (words.isOffice(office.toString())) {
        return true;
      }
      office.insert(0, ' ');
    }
    return false;
  }

  boolean isBeforeOffice(int end) {
    if (end >= tokens.size()) {
      return false;
    }
    String between = tokens.between(end);
    boolean set = between.equals(" (") || between.equals(", ");
    int at = tokens.word(end).equals("the") || tokens.word(end).equals("our") ? end + 1 : end;
    return set
        && (words.isOffice(tokens.word(at))
            || words.isOffice(tokens.word(at) + " " + tokens.word(at + 1)));
  }

  /** Whether what follows is done by persons: moves, says. */
  boolean isActor(int end) {
    return end < tokens.size()
        && tokens.between(end).equals(" ")
        && (words.isDoneByPersons(tokens.word(end)) || tokens.word(end).equals("mp"));
  }

  boolean owns(int end) {
    return isPossessive(end - 1) && words.belongsToNames(tokens.word(end));
  }

  private boolean isPossessive(int i) {
    return tokens.word(i).endsWith("'s");
  }

  private boolean isListedName(int i) {
    String word = possessor(tokens.word(i));
    boolean name = words.isFirst(word) || words.isSurname(word);
    boolean next = tokens.isCapitalised(i + 1) && tokens.between(i + 1).equals(" ");
    return name && !next && !words.isPlace(word) && !words.isOrdinary(word);
  }

  /** Words that only a person has beside them; enough for Green, Price and Preston. */
  boolean isSurelyPerson(int from, int end) {
    return isActor(end)
        || owns(end)
        || isIntroduced(from)
        || isBeforeOffice(end)
        || isListedAfter(from, Decision.PERSON);
  }

  /** "in", "the", "Upper": a place or a thing, even if the word is in a list of names. */
  boolean isDeterred(int from, int end) {
    String before = before(from);
    if (owns(end) || (isListedName(end - 1) && isPossessive(end - 1))) {
      return false;
    }
    if (DETERMINERS.contains(before)) {
      return !words.belongsToNames(tokens.word(end));
    }
    boolean nick = NICKS.contains(before) && isListedName(end - 1);
    return (words.isBeforePlaces(before) && !nick && !isIntroduced(from))
        || isInTitle(from, end)
        || isPlaceAfter(end);
  }

  /** "Saltby branch", "Saltby ward", but not the report of a person. */
  private boolean isPlaceAfter(int end) {
    String after = end < tokens.size() && tokens.between(end).equals(" ") ? tokens.word(end) : "";
    return words.isPlaceEnd(after)
        && !taken[end]
        && !words.isDoneByPersons(after)
        && !words.belongsToNames(after);
  }

  /** "Bevan Society", "Oakwell Baths": beside other words with a capital, as titles have them. */
  private boolean isInTitle(int from, int end) {
    if (isLoud(from)) {
      return false;
    }
    boolean left =
        from > 1
            && tokens.between(from).equals(" ")
            && tokens.isCapitalised(from - 1)
            && !isStart(from - 1)
            && !isDate(from - 1)
            && !isListedName(end - 1)
            && !isIntroduced(from)
            && !words.isHonorific(tokens.word(from - 1));
    boolean right =
        end < tokens.size()
            && tokens.between(end).equals(" ")
            && tokens.isCapitalised(end)
            && !isDate(end)
            && !words.isHonorific(tokens.word(end))
            && !tokens.word(end).equals("mp")
            && !words.belongsToNames(tokens.word(end))
            && !words.isDoneByPersons(tokens.word(end))
            && !isOfficeAt(end);
    return left || right;
  }

  /** A month or a day of the week. */
  boolean isDate(int i) {
    String word = possessor(tokens.word(i));
    String day = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return (word.length() > 2 && DateReader.month(word) != null) || DAYS.contains(day);
  }

  private static final Set<String> DAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private boolean isOfficeAt(int i) {
    return words.isOffice(tokens.word(i))
        || words.isOffice(tokens.word(i) + " " + tokens.word(i + 1))
        || words.isOffice(tokens.word(i) + " " + tokens.word(i + 1) + " " + tokens.word(i + 2));
  }

  /** For words in no list: "the members of Saltby", "Saltby and Denny". */
  boolean isThing(int from, int end) {
    String before = before(from);
    boolean linked = THING_LINKS.contains(before) && !isLinked(from);
    return linked || isListedAfter(from, Decision.THING) || isBesideThing(from, end);
  }

  /** "Elmgate and Amazon": listed with what is known to be no person. */
  private boolean isBesideThing(int from, int end) {
    boolean after =
        from > 1
            && tokens.word(from - 1).equals("and")
            && isThingAt(from - 2)
            && !isOfficeBefore(from - 1);
    boolean before =
        end + 1 < tokens.size()
            && tokens.word(end).equals("and")
            && tokens.between(end).equals(" ")
            && isThingAt(end + 1)
            && !isOfficeAt(end + 1);
    return after || before;
  }

  private boolean isThingAt(int i) {
    boolean place = words.isPlace(tokens.word(i)) && !isListedName(i);
    return tokens.isCapitalised(i) && (taken[i] || place);
  }

  /** "Hopcraft is": one thing of which something is said. */
  boolean isSubject(int end) {
    return end < tokens.size()
        && tokens.between(end).equals(" ")
        && AUXILIARIES.contains(tokens.word(end));
  }

  /** Whether the run begins a sentence, so that its capital tells nothing. */
  boolean isStart(int from) {
    if (from == 0 || tokens.breaksBefore(from) || isLoud(from)) {
      return true;
    }
    String between = tokens.between(from);
    for (int i = 0; i < between.length(); i++) {
      if (":\n\t\u2022\u2013\u2014\"\u201c\u2018*".indexOf(between.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
