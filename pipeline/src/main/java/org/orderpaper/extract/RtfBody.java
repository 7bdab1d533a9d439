package org.orderpaper.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Walks through Rich Text Format. Tika's reader loses headings, table cells and the numbers of
 * lists, all of which the format spells out. Not thread-safe.
 */
final class RtfBody {

  private static final int SYMBOL_CHARSET = 2;
  private static final int PRIVATE_USE = 0xF000;
  private static final int DEEPEST = 2000;

  /** Where text goes. */
  private enum Place {
    BODY,
    HEADER,
    FOOTER,
    FOOTNOTE,
    COMMENT,
    NUMBER,
    TITLE,
    FONTS,
    STYLES,
    NOWHERE
  }

  private static final Map<String, Place> PLACES = places();

  /** Groups that a reader may not know and that hold text all the same. */
  private static final Set<String> TRANSPARENT = Set.of("shpinst", "shptxt", "dptxbxtext");

  private final String rtf;
  private int at;
  private Charset charset = TextDecoder.WINDOWS_1252;
  private final Map<Integer, Integer> fontCharsets = new HashMap<>();
  private final Map<Integer, Integer> styleLevels = new HashMap<>();
  private final Deque<State> outer = new ArrayDeque<>();
  private State state = new State();
  private boolean whole;

  private final List<Draft> body = new ArrayList<>();
  private final Set<Draft> headers = new LinkedHashSet<>();
  private final Set<Draft> footers = new LinkedHashSet<>();
  private final List<Draft> footnotes = new ArrayList<>();
  private final List<Draft> comments = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder number = new StringBuilder();
  private final StringBuilder named = new StringBuilder();
  private final Map<Place, Open> open = new HashMap<>();
  private final List<List<Draft>> row = new ArrayList<>();
  private List<Draft> cell = new ArrayList<>();

  /** What holds inside one pair of braces. */
  private static final class State {
    private Place place = Place.BODY;
    private boolean bold;
    private boolean hidden;
    private boolean inTable;
    private boolean listed;
    private int font;
    private int listLevel;
    private int outline = -1;
    private int style;
    private int skipAfterUnicode = 1;

    State copy() {
      State copy = new State();
      copy.place = place;
      copy.bold = bold;
      copy.hidden = hidden;
      copy.inTable = inTable;
      copy.listed = listed;
      copy.font = font;
      copy.listLevel = listLevel;
      copy.outline = outline;
      copy.style = style;
      copy.skipAfterUnicode = skipAfterUnicode;
      return copy;
    }
  }

  /** A paragraph that has not ended. */
  private static final class Open {
    private final StringBuilder text = new StringBuilder();
    private boolean anyBold;
    private boolean anyPlain;
  }

  RtfBody(String rtf) {
    this.rtf = rtf;
  }

  private static Map<String, Place> places() {
    Map<String, Place> places = new HashMap<>();
    for (String word : List.of("header", "headerl", "headerr", "headerf")) {
      places.put(word, Place.HEADER);
    }
    for (String word : List.of("footer", "footerl", "footerr", "footerf")) {
      places.put(word, Place.FOOTER);
    }
    places.put("footnote", Place.FOOTNOTE);
    places.put("annotation", Place.COMMENT);
    places.put("listtext", Place.NUMBER);
    places.put("pntext", Place.NUMBER);
    places.put("title", Place.TITLE);
    places.put("fonttbl", Place.FONTS);
    places.put("stylesheet", Place.STYLES);
    for (String word :
        List.of(
            "info",
            "colortbl",
            "pict",
            "object",
            "fldinst",
            "nonshppict",
            "sp",
            "atnid",
            "atnauthor",
            "revtbl",
            "shprslt",
            "listtable",
            "listoverridetable",
            "generator",
            "xe",
            "tc",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "aftnsepc",
            "bkmkstart",
            "bkmkend",
            "datafield")) {
      places.put(word, Place.NOWHERE);
    }
    return places;
  }

  /** The title in the document's properties; call after {@link #read()}. */
  String title() {
    return title.toString();
  }

  /** Whether every brace was closed; call after {@link #read()}. */
  boolean isWhole() {
    return whole;
  }

  List<Draft> read() {
    while (at < rtf.length()) {
      char c = rtf.charAt(at++);
      switch (c) {
        case '{' -> begin();
        case '}' -> end();
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> character(c);
      }
    }
    whole = outer.isEmpty();
    while (!outer.isEmpty()) {
      end();
    }
    endParagraph(Place.BODY);
    endRow();
    List<Draft> all = new ArrayList<>(headers);
    all.addAll(body);
    all.addAll(footnotes);
    all.addAll(comments);
    all.addAll(footers);
    return all;
  }

  private void begin() {
    if (outer.size() < DEEPEST) {
      outer.push(state);
      state = state.copy();
    }
  }

  private void end() {
    State inner = state;
    if (!outer.isEmpty()) {
      state = outer.pop();
    }
    if (inner.place == state.place) {
      return;
    }
    switch (inner.place) {
      case HEADER, FOOTER, FOOTNOTE, COMMENT -> endParagraph(inner.place);
      case NUMBER -> state.listed = true;
      case BODY, TITLE, FONTS, STYLES, NOWHERE -> {}
    }
  }

  private void control() {
    if (at >= rtf.length()) {
      return;
    }
    char c = rtf.charAt(at);
    if (Character.isLetter(c) && c < 0x80) {
      word();
      return;
    }
    at++;
    switch (c) {
      case '\'' -> hexadecimal();
      case '*' -> ignorable();
      case '~' -> append("\u00A0");
      case '_' -> append("-");
      case '\r', '\n' -> endParagraph(state.place);
      case '-', ':', '|' -> {}
      default -> append(String.valueOf(c));
    }
  }

  /** A group that may be ignored is, unless it is one that is known. */
  private void ignorable() {
    int begin = at;
    if (at < rtf.length() && rtf.charAt(at) == '\\') {
      at++;
      String word = letters();
      at = begin;
      if (!PLACES.containsKey(word) && !TRANSPARENT.contains(word)) {
        state.place = Place.NOWHERE;
      }
    }
  }

  private String letters() {
    int begin = at;
    while (at < rtf.length() && Character.isLetter(rtf.charAt(at)) && rtf.charAt(at) < 0x80) {
      at++;
    }
    return rtf.substring(begin, at);
  }

  private void word() {
    String word = letters();
    int begin = at;
    if (at < rtf.length() && rtf.charAt(at) == '-') {
      at++;
    }
    while (at < rtf.length() && Character.isDigit(rtf.charAt(at)) && at - begin < 11) {
      at++;
    }
    Integer value = value(rtf.substring(begin, at));
    if (at < rtf.length() && rtf.charAt(at) == ' ') {
      at++;
    }
    apply(word, value);
  }

  private static @Nullable Integer value(String digits) {
    try {
      return digits.isEmpty() ? null : Integer.valueOf(digits);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private void apply(String word, @Nullable Integer value) {
    Place place = PLACES.get(word);
    if (place != null) {
      enter(place);
      return;
    }
    int number = value == null ? 0 : value;
    boolean on = value == null || value != 0;
    switch (word) {
      case "par", "sect", "page" -> endParagraph(state.place);
      case "line" -> append("\n");
      case "tab" -> append("\t");
      case "cell", "nestcell" -> endCell();
      case "row" -> endRow();
      case "intbl" -> state.inTable = true;
      case "pard" -> resetParagraph();
      case "plain" -> resetCharacters();
      case "b" -> state.bold = on;
      case "v" -> state.hidden = on;
      case "deleted" -> state.hidden = on;
      case "ls" -> state.listed = true;
      case "ilvl" -> state.listLevel = number;
      case "outlinelevel" -> outline(number);
      case "s" -> state.style = number;
      case "f" -> state.font = number;
      case "fcharset" -> fontCharsets.put(state.font, number);
      case "ansicpg" -> charset = codePage(number);
      case "mac" -> charset = named("x-MacRoman");
      case "uc" -> state.skipAfterUnicode = Math.clamp(number, 0, 16);
      case "u" -> unicode(number);
      case "bin" -> at = (int) Math.min(rtf.length(), (long) at + Math.max(0, number));
      default -> append(sign(word));
    }
  }

  private void enter(Place place) {
    // A note inside a number, or a picture inside a title, goes nowhere.
    boolean nested = state.place != Place.BODY && state.place != Place.NOWHERE;
    boolean inInfo = place == Place.TITLE;
    if (place == Place.NUMBER) {
      number.setLength(0);
    }
    if (state.place == Place.NOWHERE && !inInfo) {
      return;
    }
    state.place = nested && place != Place.NUMBER ? Place.NOWHERE : place;
  }

  private static String sign(String word) {
    return switch (word) {
      case "emdash" -> "\u2014";
      case "endash" -> "\u2013";
      case "lquote" -> "\u2018";
      case "rquote" -> "\u2019";
      case "ldblquote" -> "\u201C";
      case "rdblquote" -> "\u201D";
      case "bullet" -> "\u2022";
      case "emspace", "enspace", "qmspace" -> " ";
      default -> "";
    };
  }

  private void resetParagraph() {
    state.inTable = false;
    state.listed = false;
    state.listLevel = 0;
    state.outline = -1;
    state.style = 0;
  }

  private void resetCharacters() {
    state.bold = false;
    state.hidden = false;
  }

  private void outline(int level) {
    if (state.place == Place.STYLES) {
      styleLevels.put(state.style, level + 1);
    } else {
      state.outline = level;
    }
  }

  private void unicode(int code) {
    append(String.valueOf((char) code));
    for (int left = state.skipAfterUnicode; left > 0 && at < rtf.length(); left--) {
      char c = rtf.charAt(at);
      if (c == '\\' && at + 3 < rtf.length() && rtf.charAt(at + 1) == '\'') {
        at += 4;
      } else if (c == '{' || c == '}' || c == '\\') {
        return;
      } else {
        at++;
      }
    }
  }

  private void hexadecimal() {
    if (at + 2 > rtf.length()) {
      return;
    }
    int high = Character.digit(rtf.charAt(at), 16);
    int low = Character.digit(rtf.charAt(at + 1), 16);
    at += 2;
    if (high >= 0 && low >= 0) {
      character((char) (high * 16 + low));
    }
  }

  /** One byte of text in the character set of its font. */
  private void character(char c) {
    int fontCharset = fontCharsets.getOrDefault(state.font, 0);
    boolean inText = state.place != Place.FONTS && state.place != Place.STYLES;
    if (inText && fontCharset == SYMBOL_CHARSET && c >= 0x20) {
      append(String.valueOf((char) (PRIVATE_USE + c)));
    } else if (c < 0x80) {
      append(String.valueOf(c));
    } else {
      byte[] one = {(byte) c};
      append(new String(one, charsetOf(fontCharset)));
    }
  }

  private Charset charsetOf(int fontCharset) {
    return switch (fontCharset) {
      case 77 -> named("x-MacRoman");
      case 161 -> named("windows-1253");
      case 162 -> named("windows-1254");
      case 186 -> named("windows-1257");
      case 204 -> named("windows-1251");
      case 238 -> named("windows-1250");
      default -> charset;
    };
  }

  private static Charset codePage(int page) {
    return page == 65001 ? StandardCharsets.UTF_8 : named("windows-" + page);
  }

  private static Charset named(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : TextDecoder.WINDOWS_1252;
  }

  private void append(String seen) {
    if (state.hidden || seen.isEmpty()) {
      return;
    }
    switch (state.place) {
      case BODY, HEADER, FOOTER, FOOTNOTE, COMMENT -> {
        Open paragraph = open.computeIfAbsent(state.place, _ -> new Open());
        paragraph.text.append(seen);
        if (!seen.isBlank()) {
          paragraph.anyBold |= state.bold;
          paragraph.anyPlain |= !state.bold;
        }
      }
      case NUMBER -> number.append(seen);
      case TITLE -> title.append(seen);
      case STYLES -> styleName(seen);
      case FONTS, NOWHERE -> {}
    }
  }

  /** The name of a style ends with a semicolon. */
  private void styleName(String seen) {
    named.append(seen);
    if (!seen.equals(";")) {
      return;
    }
    String name = named.toString().strip().toLowerCase(Locale.ROOT).replace(";", "");
    named.setLength(0);
    if (name.startsWith("heading ") && name.length() == 9) {
      styleLevels.put(state.style, Math.max(0, Character.digit(name.charAt(8), 10)));
    } else if (name.equals("title")) {
      styleLevels.put(state.style, 1);
    }
  }

  private void endParagraph(Place place) {
    Open paragraph = open.remove(place);
    String label = CleanText.of(number.toString());
    boolean visible = paragraph != null && !paragraph.text.toString().isBlank();
    if (place == Place.BODY) {
      number.setLength(0);
    }
    if (paragraph == null || !visible) {
      return;
    }
    boolean bold = paragraph.anyBold && !paragraph.anyPlain;
    List<String> lines =
        paragraph.text.toString().lines().map(CleanText::of).filter(l -> !l.isEmpty()).toList();
    boolean first = true;
    for (String line : lines.size() < 2 ? lines : new LineJoiner(lines).join(lines)) {
      add(place, line, first ? label : "", bold);
      first = false;
    }
  }

  private void add(Place place, String line, String label, boolean bold) {
    switch (place) {
      case HEADER -> headers.add(Draft.of(BlockKind.PAGE_HEADER, line));
      case FOOTER -> footers.add(Draft.of(BlockKind.PAGE_FOOTER, line));
      case FOOTNOTE -> footnotes.add(Draft.of(BlockKind.FOOTNOTE, line));
      case COMMENT -> comments.add(Draft.of(BlockKind.COMMENT, line));
      case BODY -> (state.inTable ? cell : body).add(draft(line, label).bold(bold));
      case NUMBER, TITLE, FONTS, STYLES, NOWHERE -> {}
    }
  }

  private Draft draft(String line, String label) {
    int heading = state.outline >= 0 ? state.outline + 1 : styleLevels.getOrDefault(state.style, 0);
    boolean counts = label.chars().anyMatch(Character::isLetterOrDigit) && !label.equals("o");
    String shown = counts ? label : null;
    if (heading >= 1 && heading <= 9) {
      return Draft.heading(heading, line).numbered(shown);
    }
    return state.listed || !label.isEmpty()
        ? Draft.listItem(state.listLevel + 1, line).numbered(shown)
        : Draft.paragraph(line);
  }

  private void endCell() {
    if (state.place != Place.BODY) {
      append("\t");
      return;
    }
    state.inTable = true;
    endParagraph(Place.BODY);
    row.add(cell);
    cell = new ArrayList<>();
  }

  private void endRow() {
    if (state.place != Place.BODY) {
      endParagraph(state.place);
      return;
    }
    if (!cell.isEmpty()) {
      row.add(cell);
      cell = new ArrayList<>();
    }
    TableRows.add(row, 2, body);
    row.clear();
  }
}
