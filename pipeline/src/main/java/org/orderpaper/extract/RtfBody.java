package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
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
import java.util.function.BiConsumer;
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
  private static final int LONGEST_CHAIN = 32;
  private static final int LONGEST_INSTRUCTION = 10_000;

  /** Where text goes. */
  private enum Place {
    BODY,
    HEADER,
    FOOTER,
    FOOTNOTE,
    COMMENT,
    /** A text box, which hangs on a paragraph. */
    BOX,
    NUMBER,
    TITLE,
    FONTS,
    STYLES,
    /** The code of a field. */
    INSTRUCTION,
    /** A picture, in hexadecimal digits. */
    PICTURE,
    /** An embedded document, likewise. */
    OBJECT,
    NOWHERE
  }

  private static final Map<String, Place> PLACES = places();

  /** Groups that a reader may not know and that hold text all the same. */
  private static final Set<String> TRANSPARENT = Set.of("shpinst", "ud", "shppict");

  private final String rtf;
  private int at;
  private Charset charset = TextDecoder.WINDOWS_1252;
  private final Map<Integer, Integer> fontCharsets = new HashMap<>();
  private final Map<Integer, Charset> fontPages = new HashMap<>();
  private final Map<Integer, String> fontNames = new HashMap<>();
  private final Map<Integer, Integer> styleLevels = new HashMap<>();
  private final Map<Integer, Integer> styleBases = new HashMap<>();
  private final Deque<State> outer = new ArrayDeque<>();
  private State state = new State();
  private boolean whole;

  private final List<Draft> body = new ArrayList<>();
  private final List<Margin> margins = new ArrayList<>();
  private final List<Draft> boxes = new ArrayList<>();
  private final List<Draft> hidden = new ArrayList<>();
  private final List<Draft> footnotes = new ArrayList<>();
  private final List<Draft> comments = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder number = new StringBuilder();
  private final StringBuilder named = new StringBuilder();
  private final Map<Place, Open> open = new HashMap<>();
  private final List<TableRows.Cell> row = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder fontName = new StringBuilder();
  private final StringBuilder instruction = new StringBuilder();
  private final HexData data = new HexData();
  private final List<byte[]> pictures = new ArrayList<>();
  private final List<byte[]> objects = new ArrayList<>();

  /** What a field shows unless its result says otherwise. */
  private String awaited = "";

  private boolean titlePage;
  private boolean facingPages;
  private int defaultFont;
  private List<Draft> cell = new ArrayList<>();

  /**
   * A line of a header or footer.
   *
   * @param word the group it stands in, which says on which pages it is seen
   */
  private record Margin(String word, Draft draft) {}

  /** What holds inside one pair of braces. */
  private static final class State {
    private Place place = Place.BODY;
    private String margin = "";
    private @Nullable Place told;
    private boolean bold;
    private boolean hidden;
    private boolean deleted;
    private boolean inField;
    private boolean inResult;
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
      copy.deleted = deleted;
      copy.inResult = inResult;
      copy.margin = margin;
      copy.told = told;
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
    private final StyledText seen = new StyledText();
    private final StyledText unseen = new StyledText();
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
    places.put("shptxt", Place.BOX);
    places.put("dptxbxtext", Place.BOX);
    places.put("title", Place.TITLE);
    places.put("fonttbl", Place.FONTS);
    places.put("stylesheet", Place.STYLES);
    places.put("fldinst", Place.INSTRUCTION);
    places.put("pict", Place.PICTURE);
    places.put("objdata", Place.OBJECT);
    for (String word :
        List.of(
            "info",
            "colortbl",
            "nonshppict",
            "sp",
            "atnid",
            "atnauthor",
            "revtbl",
            "shprslt",
            "nonesttables",
            "pntxta",
            "pntxtb",
            "filetbl",
            "falt",
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

  /** The pictures in it, as they are in their own format; call after {@link #read()}. */
  List<byte[]> pictures() {
    return pictures;
  }

  /** The documents in it, each in its OLE wrapper; call after {@link #read()}. */
  List<byte[]> objects() {
    return objects;
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
    List<Draft> all = margins(BlockKind.PAGE_HEADER);
    all.addAll(body);
    all.addAll(footnotes);
    all.addAll(comments);
    all.addAll(margins(BlockKind.PAGE_FOOTER));
    all.addAll(hidden);
    return all;
  }

  /** The headers or footers that some page shows, each distinct one once. */
  private List<Draft> margins(BlockKind kind) {
    Set<Draft> shown = new LinkedHashSet<>();
    for (Margin margin : margins) {
      boolean first = margin.word().endsWith("erf");
      boolean left = margin.word().endsWith("erl");
      if (margin.draft().kind() == kind && (!first || titlePage) && (!left || facingPages)) {
        shown.add(margin.draft());
      }
    }
    return new ArrayList<>(shown);
  }

  private void begin() {
    endBytes();
    if (outer.size() < DEEPEST) {
      outer.push(state);
      state = state.copy();
    }
  }

  private void end() {
    endBytes();
    State inner = state;
    if (!outer.isEmpty()) {
      state = outer.pop();
    }
    if (inner.inField) {
      append(awaited);
      awaited = "";
    }
    if (inner.place == state.place) {
      return;
    }
    switch (inner.place) {
      case HEADER, FOOTER, FOOTNOTE, COMMENT, BOX -> endParagraph(inner);
      case NUMBER -> state.listed = true;
      case INSTRUCTION -> {
        awaited = FieldInstruction.shown(instruction.toString());
        instruction.setLength(0);
      }
      case PICTURE -> pictures.add(data.take());
      case OBJECT -> objects.add(data.take());
      case BODY, TITLE, FONTS, STYLES, NOWHERE -> {}
    }
  }

  private void control() {
    if (at >= rtf.length()) {
      return;
    }
    char c = rtf.charAt(at);
    if (isLetter(c)) {
      word();
      return;
    }
    at++;
    if (c == '\'') {
      hexadecimal();
      return;
    }
    endBytes();
    switch (c) {
      case '*' -> ignorable();
      case '~' -> append("\u00A0");
      case '_' -> append("-");
      case '\r', '\n' -> endParagraph(state);
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
    while (at < rtf.length() && isLetter(rtf.charAt(at))) {
      at++;
    }
    return rtf.substring(begin, at);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void word() {
    endBytes();
    controlWord((word, value) -> apply(word, value));
  }

  /** Reads past one control word, its number and its space. */
  private void controlWord() {
    controlWord((_, _) -> {});
  }

  private void controlWord(BiConsumer<String, @Nullable Integer> then) {
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
    then.accept(word, value);
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
      enter(place, word);
      return;
    }
    int number = value == null ? 0 : value;
    boolean on = value == null || value != 0;
    switch (word) {
      case "par" -> {
        // The end of a paragraph that was deleted joins it to the next one.
        if (!state.deleted) {
          endParagraph(state);
        }
      }
      case "sect", "page", "column" -> endParagraph(state);
      case "line" -> append("\n");
      case "tab" -> append("\t");
      case "cell" -> endCell();
      case "nestcell" -> append("\t");
      case "row" -> endRow();
      case "nestrow" -> endParagraph(state);
      case "intbl" -> state.inTable = true;
      case "pard" -> resetParagraph();
      case "plain" -> resetCharacters();
      case "field" -> state.inField = true;
      case "fldrslt" -> state.inResult = true;
      case "b" -> state.bold = on;
      case "v" -> state.hidden = on;
      case "deleted", "mvf" -> state.deleted = on;
      case "titlepg" -> titlePage = true;
      case "facingp" -> facingPages = true;
      case "ls" -> state.listed = true;
      case "ilvl" -> state.listLevel = number;
      case "outlinelevel" -> outline(number);
      case "s" -> state.style = number;
      case "sbasedon" -> styleBases.putIfAbsent(state.style, number);
      case "f" -> state.font = number;
      case "deff" -> {
        defaultFont = number;
        state.font = number;
      }
      case "fcharset" -> fontCharsets.put(state.font, number);
      case "cpg" -> fontPages.put(state.font, codePage(number));
      case "pc" -> charset = named("IBM437");
      case "pca" -> charset = named("IBM850");
      case "upr" -> {
        // What follows is told twice: for old readers, and in a group named "ud" for all.
        state.told = state.place;
        state.place = Place.NOWHERE;
      }
      case "ud" -> {
        if (state.told != null) {
          state.place = state.told;
        }
      }
      case "ansicpg" -> charset = codePage(number);
      case "mac" -> charset = named("x-MacRoman");
      case "uc" -> state.skipAfterUnicode = Math.clamp(number, 0, 16);
      case "u" -> unicode(number);
      case "bin" -> binary(number);
      default -> append(sign(word));
    }
  }

  private void binary(int length) {
    int end = (int) Math.min(rtf.length(), (long) at + Math.max(0, length));
    if (isData()) {
      data.addBinary(rtf.substring(at, end));
    }
    at = end;
  }

  private boolean isData() {
    return state.place == Place.PICTURE || state.place == Place.OBJECT;
  }

  private void enter(Place place, String word) {
    // A note inside a number goes nowhere.
    boolean nested =
        state.place != Place.BODY
            && state.place != Place.NOWHERE
            && place != Place.BOX
            && place != Place.INSTRUCTION
            && place != Place.PICTURE
            && place != Place.OBJECT;
    boolean inInfo = place == Place.TITLE;
    if (place == Place.NUMBER) {
      number.setLength(0);
    }
    if (state.place == Place.NOWHERE && !inInfo) {
      return;
    }
    if (place == Place.BOX && state.place != Place.BODY) {
      // The box of a header is part of it.
      return;
    }
    state.place = nested && place != Place.NUMBER ? Place.NOWHERE : place;
    if (place == Place.HEADER || place == Place.FOOTER) {
      state.margin = word;
    }
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
    state.deleted = false;
    state.font = defaultFont;
  }

  private void outline(int level) {
    if (state.place == Place.STYLES) {
      styleLevels.put(state.style, level + 1);
    } else {
      state.outline = level;
    }
  }

  private void unicode(int code) {
    char shown = (char) code;
    boolean inFont = shown >= PRIVATE_USE && shown <= PRIVATE_USE + 0xFF;
    append(
        inFont
            ? SymbolFont.shown(fontNames.getOrDefault(state.font, ""), shown)
            : String.valueOf(shown));
    for (int left = state.skipAfterUnicode; left > 0 && at < rtf.length(); left--) {
      char c = rtf.charAt(at);
      if (c == '\\' && at + 3 < rtf.length() && rtf.charAt(at + 1) == '\'') {
        at += 4;
      } else if (c == '\\' && at + 1 < rtf.length() && isLetter(rtf.charAt(at + 1))) {
        at++;
        controlWord();
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

  /** One byte of text in the character set of its font; some sets need two for a character. */
  private void character(char c) {
    if (isData()) {
      data.add(c);
      return;
    }
    int fontCharset = fontCharsets.getOrDefault(state.font, 0);
    boolean inText = state.place != Place.FONTS && state.place != Place.STYLES;
    if (inText && fontCharset == SYMBOL_CHARSET && c >= 0x20) {
      append(SymbolFont.shown(fontNames.getOrDefault(state.font, ""), PRIVATE_USE + c));
    } else if (c < 0x80 && bytes.size() == 0) {
      append(String.valueOf(c));
    } else {
      bytes.write(c);
    }
  }

  private void endBytes() {
    if (bytes.size() > 0) {
      append(bytes.toString(charsetOf(state.font)));
      bytes.reset();
    }
  }

  private Charset charsetOf(int font) {
    Charset page = fontPages.get(font);
    if (page != null) {
      return page;
    }
    return switch (fontCharsets.getOrDefault(font, 0)) {
      case 77 -> named("x-MacRoman");
      case 128 -> named("windows-31j");
      case 129 -> named("x-windows-949");
      case 134 -> named("GBK");
      case 136 -> named("Big5");
      case 161 -> named("windows-1253");
      case 162 -> named("windows-1254");
      case 177 -> named("windows-1255");
      case 178 -> named("windows-1256");
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
    if (state.deleted || seen.isEmpty()) {
      return;
    }
    if (state.inResult && !seen.isBlank()) {
      awaited = "";
    }
    switch (state.place) {
      case BODY, HEADER, FOOTER, FOOTNOTE, COMMENT, BOX -> {
        Open paragraph = open.computeIfAbsent(state.place, _ -> new Open());
        (state.hidden ? paragraph.unseen : paragraph.seen).append(seen, state.bold);
      }
      case NUMBER -> {
        if (!state.hidden) {
          number.append(seen);
        }
      }
      case TITLE -> title.append(seen);
      case STYLES -> styleName(seen);
      case FONTS -> fontName(seen);
      case INSTRUCTION -> {
        if (instruction.length() < LONGEST_INSTRUCTION) {
          instruction.append(seen);
        }
      }
      case PICTURE, OBJECT, NOWHERE -> {}
    }
  }

  /** So does the name of a font. */
  private void fontName(String seen) {
    if (!seen.equals(";")) {
      fontName.append(seen);
      return;
    }
    fontNames.put(state.font, fontName.toString().strip());
    fontName.setLength(0);
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

  private void endParagraph(State inner) {
    if (inner.place != Place.NUMBER) {
      endParagraph(inner.place, inner.margin);
    }
  }

  private void endParagraph(Place place) {
    endParagraph(place, "");
  }

  private void endParagraph(Place place, String margin) {
    endBytes();
    Open paragraph = open.remove(place);
    String label = CleanText.of(number.toString());
    if (place == Place.BODY) {
      number.setLength(0);
    }
    if (paragraph == null) {
      return;
    }
    boolean first = true;
    for (StyledText.Line line : paragraph.seen.lines()) {
      add(place, margin, draft(line.text(), first ? label : "").bold(line.bold()));
      first = false;
    }
    for (StyledText.Line line : paragraph.unseen.lines()) {
      hidden.add(Draft.of(BlockKind.HIDDEN, line.text()).bold(line.bold()));
    }
    if (place == Place.BODY) {
      (state.inTable ? cell : body).addAll(boxes);
      boxes.clear();
    }
  }

  private void add(Place place, String margin, Draft draft) {
    switch (place) {
      case HEADER -> margins.add(new Margin(margin, margin(BlockKind.PAGE_HEADER, draft)));
      case FOOTER -> margins.add(new Margin(margin, margin(BlockKind.PAGE_FOOTER, draft)));
      case FOOTNOTE -> footnotes.add(Draft.of(BlockKind.FOOTNOTE, draft.text()));
      case COMMENT -> comments.add(Draft.of(BlockKind.COMMENT, draft.text()));
      case BOX -> boxes.add(draft);
      case BODY -> (state.inTable ? cell : body).add(draft);
      case NUMBER, TITLE, FONTS, STYLES, INSTRUCTION, PICTURE, OBJECT, NOWHERE -> {}
    }
  }

  private static Draft margin(BlockKind kind, Draft draft) {
    return Draft.of(kind, draft.text());
  }

  private Draft draft(String line, String label) {
    int heading = state.outline >= 0 ? state.outline + 1 : styledLevel();
    boolean counts = label.chars().anyMatch(Character::isLetterOrDigit) && !label.equals("o");
    String shown = counts ? label : null;
    if (heading >= 1 && heading <= 9) {
      return Draft.heading(heading, line).numbered(shown);
    }
    return state.listed || !label.isEmpty()
        ? Draft.listItem(state.listLevel + 1, line).numbered(shown)
        : Draft.paragraph(line);
  }

  /** The level of a heading that its style, or one that it is based on, gives it; 0 for none. */
  private int styledLevel() {
    Integer style = state.style;
    for (int i = 0; i < LONGEST_CHAIN && style != null; i++) {
      Integer level = styleLevels.get(style);
      if (level != null) {
        return level;
      }
      style = styleBases.get(style);
    }
    return 0;
  }

  private void endCell() {
    if (state.place != Place.BODY) {
      append("\t");
      return;
    }
    state.inTable = true;
    endParagraph(Place.BODY);
    row.add(TableRows.Cell.of(cell));
    cell = new ArrayList<>();
  }

  private void endRow() {
    if (state.place != Place.BODY) {
      endParagraph(state);
      return;
    }
    if (!cell.isEmpty()) {
      row.add(TableRows.Cell.of(cell));
      cell = new ArrayList<>();
    }
    TableRows.add(row, body);
    row.clear();
  }
}
