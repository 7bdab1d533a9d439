package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.NameSpan;
import org.orderpaper.model.Span;

/**
 * Recognises names of persons and contact data. Known organisations, places, offices and units win
 * over a name. Immutable; what one document has taught is in {@link Known}.
 */
final class NameFinder {

  private static final Pattern INITIALS = Pattern.compile("\\(([A-Z]{2,3})\\)");

  private final NameWords words;

  NameFinder(Gazetteer gazetteer) {
    this.words = new NameWords(gazetteer);
  }

  /** What is known of words; for those who ask whether a text is made of any. */
  NameWords words() {
    return words;
  }

  /** What the text of one document taught about the people in it. For one thread. */
  static final class Known {
    private final Map<String, NameKind> surnames = new HashMap<>();
    private final Set<String> firsts = new HashSet<>();
    private final Set<String> initials = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    /** The names of units by their first word: a document may be of very many meetings. */
    private final Map<String, Set<List<String>>> units = new HashMap<>();

    private final Lines lower;
    private @Nullable WordTags tags;

    private Known(List<Line> lines) {
      this.lower = new Lines(lines);
    }

    private void protect(String unit) {
      List<String> words = Tokens.of(unit).words();
      places.addAll(words);
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

    boolean isFirst(String word) {
      return firsts.contains(word);
    }

    boolean isSurname(String word) {
      return surnames.containsKey(word);
    }

    /** The kind of the person who was named in full with this surname. */
    @Nullable NameKind kind(String surname) {
      return surnames.get(surname);
    }

    /** Whether the document has "Saltby Branch" or "Saltby Road" somewhere. */
    boolean isPlace(String word) {
      return places.contains(word);
    }

    /** Whether the document writes the word with a small letter somewhere. */
    boolean isLower(String word) {
      return lower.get().contains(word);
    }

    Set<List<String>> unitsThatBegin(String first) {
      return units.getOrDefault(first, Set.of());
    }

    WordTags tags() {
      WordTags found = tags;
      if (found == null) {
        found = new WordTags();
        tags = found;
      }
      return found;
    }
  }

  /** The words of a document that have a small letter somewhere; gathered when first asked for. */
  private static final class Lines {
    private final List<Line> lines;
    private @Nullable Set<String> words;

    Lines(List<Line> lines) {
      this.lines = lines;
    }

    Set<String> get() {
      Set<String> found = words;
      if (found == null) {
        found = new HashSet<>();
        for (Line line : lines) {
          add(line.tokens(), found);
        }
        words = found;
      }
      return found;
    }

    private static void add(Tokens tokens, Set<String> words) {
      for (int i = 0; i < tokens.size(); i++) {
        if (Character.isLowerCase(tokens.text().charAt(tokens.start(i)))) {
          words.add(tokens.word(i));
        }
      }
    }
  }

  /** Learns the full names of a document, those of attendance lists included. */
  Known know(List<Line> lines, List<String> unitNames) {
    Known known = new Known(lines);
    unitNames.forEach(known::protect);
    lines.forEach(line -> learnPlaces(line.tokens(), known));
    boolean[] people = Attendance.mark(lines, false);
    for (int i = 0; i < lines.size(); i++) {
      Tokens tokens = lines.get(i).tokens();
      NameScan.Reading reading = people[i] ? NameScan.Reading.LIST : NameScan.Reading.FULL_NAMES;
      for (NameScan.Found found : new NameScan(words, tokens, known).names(reading)) {
        if (found.isFull() || found.kind() == NameKind.MP) {
          known.learn(found.words(tokens), found.kind());
        }
      }
    }
    return known;
  }

  private void learnPlaces(Tokens tokens, Known known) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.isCapitalised(i)
          && tokens.isCapitalised(i + 1)
          && words.isPlaceEnd(tokens.word(i + 1))
          && tokens.between(i + 1).equals(" ")
          && !words.isFirst(tokens.word(i))) {
        known.places.add(tokens.word(i));
      }
    }
  }

  /** The names in {@code text}, in order, not overlapping. */
  List<NameSpan> find(String text, Known known) {
    TreeMap<Integer, NameSpan> spans = new TreeMap<>();
    Contacts.find(text, spans);
    Tokens tokens = Tokens.of(text);
    for (NameScan.Found found : new NameScan(words, tokens, known).names(NameScan.Reading.TEXT)) {
      add(spans, new NameSpan(span(tokens, found), found.kind()));
    }
    Matcher initials = INITIALS.matcher(text);
    while (initials.find()) {
      String letters = initials.group(1).toLowerCase(Locale.ROOT);
      if (known.initials.contains(letters) && words.thingsThatBegin(letters).isEmpty()) {
        add(spans, new NameSpan(new Span(initials.start(1), initials.end(1)), NameKind.PERSON));
      }
    }
    return new ArrayList<>(spans.values());
  }

  private static Span span(Tokens tokens, NameScan.Found found) {
    int end = tokens.end(found.to() - 1);
    String last = tokens.raw(found.to() - 1);
    boolean owns =
        last.length() > 2
            && Tokens.isApostrophe(last.charAt(last.length() - 2))
            && last.endsWith("s");
    return new Span(tokens.start(found.from()), owns ? end - 2 : end);
  }

  /** Adds a name unless it overlaps one; by where they begin, for a text may hold very many. */
  static void add(NavigableMap<Integer, NameSpan> spans, NameSpan next) {
    var before = spans.lowerEntry(next.span().end());
    if (before == null || !before.getValue().span().overlaps(next.span())) {
      spans.put(next.span().start(), next);
    }
  }
}
