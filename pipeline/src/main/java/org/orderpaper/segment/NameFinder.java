package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Span;

/**
 * Recognises names of persons and contact data. Known organisations, places, offices and units win
 * over a name. Immutable; what one document has taught is in {@link Known}.
 */
final class NameFinder {

  private static final Pattern EMAIL =
      // Without the look back, a long run of dots would be tried from each of its characters.
      Pattern.compile(
          "(?:\\G|(?<![\\w.+-]))[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++", Pattern.CASE_INSENSITIVE);
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.])(?:\\+44\\s?\\(?0?\\)?|\\(?0)\\d(?:[\\s-]?\\d|\\)\\s?\\d){8,9}(?!\\d)");
  private static final Pattern MEMBERSHIP =
      Pattern.compile("(?i)\\bmembership\\s+(?:no|number|nr|card|id)\\.?:?\\s*([A-Z]?\\d{5,9})\\b");
  private static final Pattern INITIALS = Pattern.compile("\\(([A-Z]{2,3})\\)");

  private static final int LONGEST_NAME = 3;

  private static final Set<String> PARTICLES =
      Set.of("de", "van", "der", "von", "al", "el", "bin", "ap", "ferch", "da", "la", "le");

  private final Set<String> firstNames = new HashSet<>();
  private final Set<String> honorifics = new HashSet<>();
  private final Set<String> offices = new HashSet<>();
  private final Set<String> common = new HashSet<>();
  private final Set<String> placeEnds = new HashSet<>();
  private final Map<String, List<String[]>> protectedNames = new HashMap<>();

  NameFinder(Gazetteer gazetteer) {
    gazetteer.lists().forEach(this::learn);
  }

  private void learn(String list, List<Gazetteer.Entry> entries) {
    for (Gazetteer.Entry entry : entries) {
      List<String> forms = new ArrayList<>(entry.aliases());
      forms.add(entry.name());
      for (String form : forms) {
        switch (list) {
          case "first-names" -> firstNames.add(Tokens.fold(form));
          case "honorifics" -> honorifics.add(Tokens.fold(form));
          case "common-words" -> common.add(Tokens.fold(form));
          case "place-ends" -> placeEnds.add(Tokens.fold(form));
          default -> protect(form, list.equals("offices"));
        }
      }
    }
  }

  private void protect(String form, boolean office) {
    Tokens tokens = Tokens.of(form);
    if (tokens.size() == 0) {
      return;
    }
    String[] words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = tokens.word(i);
    }
    protectedNames.computeIfAbsent(words[0], w -> new ArrayList<>()).add(words);
    if (office) {
      offices.add(String.join(" ", words));
    }
  }

  /** What the text of one document taught about the people in it. */
  static final class Known {
    private final Map<String, NameKind> surnames = new HashMap<>();
    private final Set<String> firsts = new HashSet<>();
    private final Set<String> initials = new HashSet<>();

    /** The names of units by their first word: a document may be of very many meetings. */
    private final Map<String, Set<List<String>>> units = new HashMap<>();

    private void protect(String unit) {
      List<String> words = Tokens.of(unit).words();
      if (!words.isEmpty()) {
        units.computeIfAbsent(words.getFirst(), first -> new LinkedHashSet<>()).add(words);
      }
    }

    private void learn(List<String> words, NameKind kind) {
      String surname = words.getLast();
      if (surname.length() > 2) {
        surnames.merge(
            surname, kind, (a, b) -> a == NameKind.MP || b == NameKind.MP ? NameKind.MP : a);
      }
      if (words.size() > 1) {
        firsts.add(words.getFirst());
        initials.add(words.getFirst().substring(0, 1) + surname.substring(0, 1));
      }
    }
  }

  /** Learns the full names of a document, those of attendance lists included. */
  Known know(List<Line> lines, List<String> unitNames) {
    Known known = new Known();
    unitNames.forEach(known::protect);
    boolean[] people = Attendance.mark(lines, false);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Scan scan = new Scan(line.tokens(), line.text(), known);
      boolean list = people[i];
      for (Found found : scan.names(list)) {
        if (found.to() - found.from() >= 2 || found.kind() == NameKind.MP) {
          known.learn(found.words(line.tokens()), found.kind());
        }
      }
    }
    return known;
  }

  private record Found(int from, int to, NameKind kind) {

    List<String> words(Tokens tokens) {
      List<String> words = new ArrayList<>();
      for (int i = from; i < to; i++) {
        words.add(possessive(tokens.word(i)));
      }
      return words;
    }
  }

  private static String possessive(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  /** The names in {@code text}, in order, not overlapping. */
  List<NameSpan> find(String text, Known known) {
    TreeMap<Integer, NameSpan> spans = new TreeMap<>();
    contacts(text, spans);
    Tokens tokens = Tokens.of(text);
    for (Found found : new Scan(tokens, text, known).names(false)) {
      add(spans, new NameSpan(span(tokens, found), found.kind()));
    }
    Matcher initials = INITIALS.matcher(text);
    while (initials.find()) {
      String letters = initials.group(1).toLowerCase(java.util.Locale.ROOT);
      if (known.initials.contains(letters) && !protectedNames.containsKey(letters)) {
        add(spans, new NameSpan(new Span(initials.start(1), initials.end(1)), NameKind.PERSON));
      }
    }
    return new ArrayList<>(spans.values());
  }

  private static Span span(Tokens tokens, Found found) {
    int end = tokens.end(found.to() - 1);
    String last = tokens.raw(found.to() - 1);
    boolean owns =
        last.length() > 2
            && Tokens.isApostrophe(last.charAt(last.length() - 2))
            && last.endsWith("s");
    return new Span(tokens.start(found.from()), owns ? end - 2 : end);
  }

  private static void contacts(String text, NavigableMap<Integer, NameSpan> spans) {
    if (text.indexOf('@') >= 0) {
      each(EMAIL.matcher(text), 0, NameKind.EMAIL, spans);
    }
    each(PHONE.matcher(text), 0, NameKind.PHONE, spans);
    each(MEMBERSHIP.matcher(text), 1, NameKind.MEMBERSHIP, spans);
  }

  private static void each(
      Matcher matcher, int group, NameKind kind, NavigableMap<Integer, NameSpan> spans) {
    while (matcher.find()) {
      add(spans, new NameSpan(new Span(matcher.start(group), matcher.end(group)), kind));
    }
  }

  /** Adds a name unless it overlaps one; by where they begin, for a text may hold very many. */
  private static void add(NavigableMap<Integer, NameSpan> spans, NameSpan next) {
    var before = spans.lowerEntry(next.span().end());
    if (before == null || !before.getValue().span().overlaps(next.span())) {
      spans.put(next.span().start(), next);
    }
  }

  /** One pass over one text. */
  private final class Scan {
    private final Tokens tokens;
    private final String text;
    private final Known known;
    private final boolean[] taken;

    Scan(Tokens tokens, String text, Known known) {
      this.tokens = tokens;
      this.text = text;
      this.known = known;
      this.taken = new boolean[tokens.size()];
      for (int i = 0; i < tokens.size(); i++) {
        protectAt(i);
      }
    }

    private void protectAt(int at) {
      if (!tokens.isCapitalised(at)) {
        return;
      }
      String first = possessive(tokens.word(at));
      for (String[] words : protectedNames.getOrDefault(first, List.of())) {
        protect(at, words);
      }
      for (List<String> words : known.units.getOrDefault(first, Set.of())) {
        protect(at, words.toArray(String[]::new));
      }
    }

    private boolean matches(int at, String[] words) {
      if (at + words.length > tokens.size()) {
        return false;
      }
      for (int i = 0; i < words.length; i++) {
        if (!possessive(tokens.word(at + i)).equals(words[i])) {
          return false;
        }
      }
      return true;
    }

    private void protect(int at, String[] words) {
      if (matches(at, words)) {
        java.util.Arrays.fill(taken, at, at + words.length, true);
      }
    }

    List<Found> names(boolean list) {
      List<Found> found = new ArrayList<>();
      for (int i = 0; i < tokens.size(); ) {
        int end = honoured(i);
        if (end < 0) {
          end = run(i, list);
        }
        if (end > i) {
          int from = honorifics.contains(tokens.word(i)) ? i + 1 : i;
          found.add(new Found(from, end, kind(from, end)));
          i = end;
        } else {
          i++;
        }
      }
      return found;
    }

    /** The end of a name with an honorific at {@code i}, or -1. */
    private int honoured(int i) {
      if (!honorifics.contains(tokens.word(i)) || !tokens.isCapitalised(i)) {
        return -1;
      }
      int end = i + 1;
      while (end < tokens.size()
          && end <= i + LONGEST_NAME
          && (isNamePart(end) || isParticle(end) || isFirstOfParticles(end))
          && (end == i + 1 || joined(end))) {
        end++;
      }
      return end > i + 1 && isNamePart(end - 1) ? end : -1;
    }

    private int run(int i, boolean list) {
      if (!isNamePart(i)) {
        return -1;
      }
      int end = i + 1;
      while (end < tokens.size()
          && end < i + LONGEST_NAME + 1
          && joined(end)
          && (goesOn(i, end) || isParticle(end))) {
        end++;
      }
      return isPlace(i, end) ? -1 : named(i, end, list);
    }

    /** "Marsh Lane", "St Oswin", "Elmgate Stores": a name only when a first name says so. */
    private boolean isPlace(int from, int end) {
      boolean saint =
          from > 0 && tokens.word(from - 1).equals("st") && tokens.isCapitalised(from - 1);
      boolean before = end < tokens.size() && joined(end) && isPlaceEnd(end);
      boolean inside = end - from > 1 && isPlaceEnd(end - 1) && !isSureFirst(from);
      boolean street = end - from > 1 && tokens.word(from).equals("st");
      return saint || before || inside || street;
    }

    private boolean isPlaceEnd(int i) {
      return placeEnds.contains(tokens.word(i)) && tokens.isCapitalised(i);
    }

    /**
     * After a first name even a place or a common word is a surname: Jane Bradford, Peter Green.
     */
    private boolean goesOn(int from, int at) {
      if (isIntroduced(at + 1)) {
        return false;
      }
      if (at == from + 1 && isSureFirst(from)) {
        return tokens.isCapitalised(at)
            && !DateWords.is(tokens.word(at))
            && !honorifics.contains(tokens.word(at))
            && !offices.contains(tokens.word(at))
            && !placeEnds.contains(tokens.word(at + 1));
      }
      boolean initial = tokens.word(from).length() == 1 && isPassiveActor(from);
      return isNamePart(at) && (initial || !common.contains(possessive(tokens.word(at))));
    }

    private boolean isSureFirst(int i) {
      String word = possessive(tokens.word(i));
      return (firstNames.contains(word) || known.firsts.contains(word)) && !common.contains(word);
    }

    private int named(int from, int end, boolean list) {
      int length = end - from;
      String first = possessive(tokens.word(from));
      if (length == 1) {
        return isBare(from) ? end : -1;
      }
      boolean knownFirst = firstNames.contains(first) || known.firsts.contains(first);
      boolean second = common.contains(possessive(tokens.word(from + 1)));
      if (knownFirst && (isSureFirst(from) || !second || list || isActor(from, end))) {
        return end;
      }
      boolean initial = first.length() == 1 && tokens.word(end - 1).length() > 2;
      if (initial
          && (list
              || isActor(from, end)
              || known.surnames.containsKey(possessive(tokens.word(end - 1)))
              || tokens.between(from + 1).startsWith("."))) {
        return end;
      }
      if (known.surnames.containsKey(possessive(tokens.word(end - 1)))
          && length <= 3
          && !hasCommon(from, end)) {
        return end;
      }
      boolean plain =
          !hasCommon(from, end)
              && !tokens.raw(from).equals(tokens.raw(from).toUpperCase(java.util.Locale.ROOT));
      return plain && length <= 3 && (list || isActor(from, end) || isInside(from)) ? end : -1;
    }

    /** A single word is a name when its owner was named in full, or is introduced as a person. */
    private boolean isBare(int i) {
      String word = possessive(tokens.word(i));
      if (word.length() < 3) {
        return false;
      }
      boolean owns = !word.equals(tokens.word(i));
      if (common.contains(word)
          && !(known.surnames.containsKey(word) && (owns || isActor(i, i + 1)))) {
        return false;
      }
      if (known.surnames.containsKey(word)) {
        return !tokens.raw(i).equals(tokens.raw(i).toUpperCase(java.util.Locale.ROOT))
            || text.equals(text.toUpperCase(java.util.Locale.ROOT));
      }
      boolean mp = tokens.word(i + 1).equals("mp");
      return mp || known.firsts.contains(word) || (firstNames.contains(word) && isActor(i, i + 1));
    }

    private boolean hasCommon(int from, int end) {
      for (int i = from; i < end; i++) {
        if (common.contains(possessive(tokens.word(i)))) {
          return true;
        }
      }
      return false;
    }

    /** Whether the run does what persons do: moves, says, is elected. */
    private boolean isActor(int from, int end) {
      return switch (tokens.word(end)) {
        case "said",
            "asked",
            "reported",
            "moved",
            "seconded",
            "proposed",
            "spoke",
            "argued",
            "explained",
            "replied",
            "thanked",
            "felt",
            "suggested",
            "stated",
            "told",
            "mp",
            "gave",
            "was",
            "has",
            "raised",
            "agreed",
            "noted",
            "informed",
            "commented",
            "pointed",
            "responded",
            "questioned",
            "opposed",
            "supported",
            "welcomed",
            "chaired",
            "opened",
            "closed",
            "added",
            "urged",
            "seconding",
            "read",
            "resigned",
            "announced",
            "presented",
            "updated",
            "volunteered",
            "stood",
            "challenged" ->
            true;
        default -> isPassiveActor(from);
      };
    }

    private boolean isPassiveActor(int from) {
      return isBesideOffice(from) || isIntroduced(from);
    }

    /** "The chair, Jane Okafor,": an office and a comma before the run. */
    private boolean isBesideOffice(int from) {
      boolean comma = from > 0 && from < tokens.size() && tokens.between(from).equals(", ");
      return comma
          && (offices.contains(tokens.word(from - 1))
              || offices.contains(tokens.word(from - 2) + " " + tokens.word(from - 1)));
    }

    private boolean isIntroduced(int from) {
      return switch (tokens.word(from - 1)) {
        case "by",
            "proposer",
            "seconder",
            "mover",
            "seconded",
            "moved",
            "proposed",
            "mp",
            "comrade",
            "member",
            "candidate",
            "named" ->
            true;
        default -> false;
      };
    }

    /** A run inside a sentence, where a capital is no accident of position. */
    private boolean isInside(int from) {
      if (from == 0 || tokens.breaksBefore(from)) {
        return false;
      }
      char before = tokens.text().charAt(tokens.start(from - 1));
      return Character.isLowerCase(before) && tokens.between(from).equals(" ");
    }

    private boolean isNamePart(int i) {
      return i < tokens.size()
          && tokens.isCapitalised(i)
          && !taken[i]
          && (!DateWords.is(tokens.word(i)) || isIntroduced(i))
          && !honorifics.contains(tokens.word(i));
    }

    private boolean isParticle(int i) {
      return PARTICLES.contains(tokens.word(i)) && i + 1 < tokens.size() && isNamePart(i + 1);
    }

    /** "van" before "der Berg". */
    private boolean isFirstOfParticles(int i) {
      return PARTICLES.contains(tokens.word(i)) && i + 1 < tokens.size() && isParticle(i + 1);
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
      String surname = possessive(tokens.word(end - 1));
      if (mp || known.surnames.get(surname) == NameKind.MP) {
        return NameKind.MP;
      }
      boolean officer =
          offices.contains(tokens.word(from - 1))
              || offices.contains(tokens.word(from - 2) + " " + tokens.word(from - 1))
              || isOfficeAfter(end)
              || known.surnames.get(surname) == NameKind.OFFICER;
      return officer ? NameKind.OFFICER : NameKind.PERSON;
    }

    private boolean isOfficeAfter(int end) {
      if (end >= tokens.size()) {
        return false;
      }
      String between = tokens.between(end);
      boolean set = between.equals(" (") || between.equals(", ");
      int at = tokens.word(end).equals("the") || tokens.word(end).equals("our") ? end + 1 : end;
      return set
          && (offices.contains(tokens.word(at))
              || offices.contains(tokens.word(at) + " " + tokens.word(at + 1)));
    }
  }

  /** Months and days are no names. */
  private static final class DateWords {

    private DateWords() {}

    static boolean is(String word) {
      return switch (word) {
        case "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "may" ->
            true;
        default -> false;
      };
    }
  }
}
