package org.orderpaper.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the automatic numbers of a Word document as Word displays them: nested, restarted, by
 * letters and roman numerals, declared on the paragraph or on its style. Not thread-safe: it counts
 * through one document.
 */
final class WordNumbering {

  private static final int LEVELS = 9;

  private final DocxStyles styles;
  private final Map<String, AbstractList> abstracts = new HashMap<>();
  private final Map<String, NumberedList> lists = new HashMap<>();
  private final Map<String, String> listOfStyleLink = new HashMap<>();
  private final Map<String, Counters> counters = new HashMap<>();
  private final Set<String> started = new HashSet<>();

  /**
   * One level of a list.
   *
   * @param text how a number is written, where %1 stands for the count of the first level
   * @param restartAfter the level from 1 whose use restarts this one; 0 for never; null for any
   *     higher one
   */
  record Level(
      int start,
      String format,
      String text,
      boolean legal,
      @Nullable Integer restartAfter,
      @Nullable String paragraphStyle) {
    static final Level PLAIN = new Level(1, "none", "", false, null, null);
  }

  /** Levels that several lists share, and whose counts they share too. */
  record AbstractList(Map<Integer, Level> levels, @Nullable String linkedStyle) {}

  /** A list as paragraphs name it: shared levels and what this list overrides. */
  record NumberedList(
      String abstractId, Map<Integer, Integer> starts, Map<Integer, Level> levels) {}

  /** How far the levels of an abstract list have counted. */
  private static final class Counters {
    private final int[] counts = new int[LEVELS];
    private final boolean[] used = new boolean[LEVELS];
  }

  private WordNumbering(DocxStyles styles) {
    this.styles = styles;
  }

  static WordNumbering none(DocxStyles styles) {
    return new WordNumbering(styles);
  }

  /** Adds a list that is not written as XML, and the levels that it shares. */
  void add(String numId, NumberedList list, AbstractList shared) {
    lists.put(numId, list);
    abstracts.put(list.abstractId(), shared);
  }

  boolean knows(String numId) {
    return lists.containsKey(numId);
  }

  static WordNumbering of(byte[] xml, DocxStyles styles)
      throws XMLStreamException, NotReadException {
    WordNumbering numbering = new WordNumbering(styles);
    try (SecureXml reader = SecureXml.of(xml)) {
      reader.nextChild();
      while (reader.nextChild()) {
        switch (reader.name()) {
          case "abstractNum" -> numbering.readAbstract(reader);
          case "num" -> numbering.readList(reader);
          default -> reader.skip();
        }
      }
    }
    return numbering;
  }

  /** The same lists, from the beginning: headers and notes count for themselves. */
  WordNumbering afresh() {
    WordNumbering fresh = new WordNumbering(styles);
    fresh.abstracts.putAll(abstracts);
    fresh.lists.putAll(lists);
    fresh.listOfStyleLink.putAll(listOfStyleLink);
    return fresh;
  }

  /** A paragraph's place in a list. */
  record Place(String numId, int level) {}

  /** The place of a paragraph, given its own properties and its style; null when in no list. */
  @Nullable Place placeOf(DocxProperties own, @Nullable String style) {
    String numId = own.numId() != null ? own.numId() : styles.numId(style);
    if (numId == null || numId.equals("0") || !lists.containsKey(numId)) {
      return null;
    }
    return new Place(numId, Math.clamp(levelOf(own, style, numId), 0, LEVELS - 1));
  }

  private int levelOf(DocxProperties own, @Nullable String style, String numId) {
    if (own.listLevel() != null) {
      return own.listLevel();
    }
    if (own.numId() != null) {
      return 0;
    }
    for (String at : styles.chain(style)) {
      for (int i = 0; i < LEVELS; i++) {
        if (at.equals(level(numId, i).paragraphStyle())) {
          return i;
        }
      }
    }
    Integer styled = styles.listLevel(style);
    return styled == null ? 0 : styled;
  }

  /** Counts one paragraph and gives its number as displayed; null for a bullet or nothing. */
  @Nullable String next(Place place) {
    NumberedList list = lists.get(place.numId());
    if (list == null) {
      return null;
    }
    Counters count = counters.computeIfAbsent(resolved(list.abstractId()), _ -> new Counters());
    if (started.add(place.numId())) {
      list.starts().forEach((level, _) -> forget(count, level));
    }
    count(place, count);
    Level level = level(place.numId(), place.level());
    if (level.format().equals("bullet")) {
      return null;
    }
    String displayed = displayed(place, level, count).strip();
    return displayed.isEmpty() ? null : displayed;
  }

  private void count(Place place, Counters count) {
    int at = place.level();
    for (int above = 0; above < at; above++) {
      // A level that was skipped counts as begun: what follows 1.1 without a 1 is 2.
      if (!count.used[above]) {
        count.counts[above] = start(place.numId(), above);
        count.used[above] = true;
      }
    }
    count.counts[at] = count.used[at] ? count.counts[at] + 1 : start(place.numId(), at);
    count.used[at] = true;
    for (int deeper = at + 1; deeper < LEVELS; deeper++) {
      Integer restart = level(place.numId(), deeper).restartAfter();
      if (restart == null || at < restart) {
        forget(count, deeper);
      }
    }
  }

  private static void forget(Counters count, int level) {
    if (level >= 0 && level < LEVELS) {
      count.used[level] = false;
    }
  }

  private String displayed(Place place, Level level, Counters count) {
    StringBuilder shown = new StringBuilder();
    String pattern = level.text();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int digit = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
      if (digit >= 0 && digit < LEVELS) {
        shown.append(shown(place.numId(), digit, count, level.legal()));
        i++;
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private String shown(String numId, int at, Counters count, boolean legal) {
    // A level that no paragraph has used yet shows the number it would begin with.
    int value = count.used[at] ? count.counts[at] : start(numId, at);
    String format = level(numId, at).format();
    return formatted(value, legal && !format.equals("bullet") ? "decimal" : format);
  }

  private static String formatted(int value, String format) {
    return switch (format) {
      case "none", "bullet" -> "";
      case "decimalZero" -> value < 10 ? "0" + value : Integer.toString(value);
      case "lowerLetter" -> Numerals.repeatedLetters(value);
      case "upperLetter" -> Numerals.repeatedLetters(value).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> Numerals.lowerRoman(value);
      case "upperRoman" -> Numerals.upperRoman(value);
      case "ordinal" -> Numerals.ordinal(value);
      case "cardinalText" -> Numerals.cardinalText(value);
      case "ordinalText" -> Numerals.ordinalText(value);
      case "numberInDash" -> "- " + value + " -";
      case "decimalEnclosedParen" -> "(" + value + ")";
      case "decimalEnclosedFullstop" -> value + ".";
      default -> Numerals.padded(value, format);
    };
  }

  private int start(String numId, int at) {
    NumberedList list = lists.get(numId);
    Integer overridden = list == null ? null : list.starts().get(at);
    return overridden == null ? level(numId, at).start() : overridden;
  }

  private Level level(String numId, int at) {
    NumberedList list = lists.get(numId);
    if (list == null) {
      return Level.PLAIN;
    }
    Level own = list.levels().get(at);
    if (own != null) {
      return own;
    }
    AbstractList shared = abstracts.get(resolved(list.abstractId()));
    return shared == null ? Level.PLAIN : shared.levels().getOrDefault(at, Level.PLAIN);
  }

  /** Follows a link from one abstract list through a list style to the one that has levels. */
  private String resolved(String abstractId) {
    AbstractList shared = abstracts.get(abstractId);
    if (shared == null || shared.linkedStyle() == null) {
      return abstractId;
    }
    String numId = styles.numId(shared.linkedStyle());
    NumberedList list = numId == null ? null : lists.get(numId);
    String byStyle = listOfStyleLink.get(shared.linkedStyle());
    String target = list != null ? list.abstractId() : byStyle;
    return target == null || target.equals(abstractId) ? abstractId : target;
  }

  private void readAbstract(SecureXml reader) throws XMLStreamException, NotReadException {
    String id = reader.attribute("abstractNumId", "");
    Map<Integer, Level> levels = new HashMap<>();
    String linked = null;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "lvl" -> levels.put(reader.number("ilvl", 0), readLevel(reader));
        case "numStyleLink" -> {
          linked = reader.attribute("val");
          reader.skip();
        }
        case "styleLink" -> {
          listOfStyleLink.put(reader.attribute("val", ""), id);
          reader.skip();
        }
        default -> reader.skip();
      }
    }
    abstracts.put(id, new AbstractList(levels, linked));
  }

  private static Level readLevel(SecureXml reader) throws XMLStreamException, NotReadException {
    int start = 1;
    String format = "decimal";
    String text = "";
    boolean legal = false;
    Integer restartAfter = null;
    String style = null;
    while (reader.nextChild()) {
      switch (reader.name()) {
        case "start" -> start = reader.number("val", 1);
        case "numFmt" -> format = format(reader);
        case "AlternateContent" -> {
          format = alternative(reader, format);
          continue;
        }
        case "lvlText" -> text = reader.attribute("val", "");
        case "isLgl" -> legal = DocxProperties.isOn(reader.attribute("val"));
        case "lvlRestart" -> restartAfter = reader.number("val", 0);
        case "pStyle" -> style = reader.attribute("val");
        default -> {}
      }
      reader.skip();
    }
    return new Level(start, format, text, legal, restartAfter, style);
  }

  /** Formats that older programs do not know come with a second telling for them. */
  private static String alternative(SecureXml reader, String otherwise)
      throws XMLStreamException, NotReadException {
    String format = otherwise;
    boolean chosen = false;
    while (reader.nextChild()) {
      while (reader.nextChild()) {
        if (!chosen && reader.name().equals("numFmt")) {
          format = format(reader);
          chosen = true;
        }
        reader.skip();
      }
    }
    return format;
  }

  /** The name of the format, or for one of the author's own how it writes the first number. */
  private static String format(SecureXml reader) {
    String named = reader.attribute("val", "decimal");
    String own = reader.attribute("format", "");
    int comma = own.indexOf(',');
    return named.equals("custom") && comma > 0 ? own.substring(0, comma).strip() : named;
  }

  private void readList(SecureXml reader) throws XMLStreamException, NotReadException {
    String id = reader.attribute("numId", "");
    String abstractId = "";
    Map<Integer, Integer> starts = new HashMap<>();
    Map<Integer, Level> levels = new HashMap<>();
    while (reader.nextChild()) {
      if (reader.name().equals("lvlOverride")) {
        readOverride(reader, starts, levels);
        continue;
      }
      if (reader.name().equals("abstractNumId")) {
        abstractId = reader.attribute("val", "");
      }
      reader.skip();
    }
    lists.put(id, new NumberedList(abstractId, starts, levels));
  }

  private static void readOverride(
      SecureXml reader, Map<Integer, Integer> starts, Map<Integer, Level> levels)
      throws XMLStreamException, NotReadException {
    int at = reader.number("ilvl", 0);
    while (reader.nextChild()) {
      if (reader.name().equals("lvl")) {
        levels.put(at, readLevel(reader));
        continue;
      }
      if (reader.name().equals("startOverride")) {
        starts.put(at, reader.number("val", 1));
      }
      reader.skip();
    }
  }
}
