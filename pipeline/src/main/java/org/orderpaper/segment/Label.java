package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number at the beginning of a line.
 *
 * @param style how it is written, digits and letters replaced by their kind: {@code n.}, {@code
 *     n.n}, {@code (a)}, {@code i)}, {@code motion n}
 * @param path its values, outermost first: 11.1(b) is 11, 1, 2
 * @param end the offset in the line after it and the white space that follows
 */
record Label(String style, List<Integer> path, int end) {

  /** The most levels of a number such as 3.2.1. */
  private static final int DEEPEST = 4;

  /** "24/7" and "21/03" are no numbers of minutes; "21/002" has digits enough. */
  private static final int FEWEST = 5;

  private static final Set<String> WORDS =
      Set.of(
          "motion",
          "item",
          "resolution",
          "amendment",
          "composite",
          "emergency",
          "proposal",
          "prop",
          "mot",
          "vote",
          "decision",
          "topic");

  Label {
    path = List.copyOf(path);
  }

  /**
   * A bare number before any text, "3 Letter to the station manager - AGREED", or null; to be used
   * only where the numbers of a paper run on.
   */
  static @Nullable Label bare(String line) {
    Label bare = bareOrDay(line);
    boolean date =
        bare != null && DateReader.month(Tokens.of(line.substring(bare.end())).word(0)) != null;
    return date ? null : bare;
  }

  /** The same, but "2 May elections" is taken for item 2 too. */
  static @Nullable Label bareOrDay(String line) {
    int end = digitsEnd(line, 0);
    boolean number = end > 0 && end <= 2 && end + 1 < line.length() && line.charAt(end) == ' ';
    int after = number ? skipSpace(line, end) : 0;
    boolean capital = number && Character.isUpperCase(line.charAt(after));
    return capital
        ? new Label("n", List.of(Integer.parseInt(line.substring(0, end))), after)
        : null;
  }

  int last() {
    return path.getLast();
  }

  int depth() {
    return path.size();
  }

  /** The label at the beginning of {@code line}, or null. */
  static @Nullable Label read(String line) {
    int at = afterClock(line);
    Label word = worded(line, at);
    if (word != null) {
      return word;
    }
    Label minute = ofMinuteBook(line);
    if (minute != null) {
      return minute;
    }
    Label decimal = decimal(line, at);
    if (decimal != null) {
      return decimal;
    }
    Label coded = coded(line, at);
    return coded != null ? coded : lettered(line, at);
  }

  /** "21/002 Minutes", "118/20 Apologies": the numbers of a minute book, with their year. */
  private static @Nullable Label ofMinuteBook(String line) {
    int slash = digitsEnd(line, 0);
    int end = line.startsWith("/", slash) ? digitsEnd(line, slash + 1) : slash;
    int behind = end - slash - 1;
    boolean numbered = slash + behind >= FEWEST && slash <= 4 && behind >= 2 && behind <= 4;
    int after = skipSpace(line, end);
    boolean title =
        after > end && after < line.length() && Character.isUpperCase(line.charAt(after));
    if (slash == 0 || !numbered || !title) {
      return null;
    }
    boolean yearFirst = slash == 4 || behind >= 3;
    String number = yearFirst ? line.substring(slash + 1, end) : line.substring(0, slash);
    return new Label("n/n", List.of(Integer.parseInt(number)), after);
  }

  /** "R1.", "B2:", "C3 Royal Mail", "U/3.": a letter with a number that runs on. */
  private static @Nullable Label coded(String line, int at) {
    if (at >= line.length() || !Character.isUpperCase(line.charAt(at))) {
      return null;
    }
    int from = line.startsWith("/", at + 1) ? at + 2 : at + 1;
    int end = digitsEnd(line, from);
    if (end == from || end - from > 2 || end >= line.length()) {
      return null;
    }
    boolean sign = ".):\t".indexOf(line.charAt(end)) >= 0;
    int after = skipSpace(line, sign ? end + 1 : end);
    boolean space = after > end && Character.isWhitespace(line.charAt(after - 1));
    boolean title = after < line.length() && !Character.isLowerCase(line.charAt(after));
    return space && title
        ? new Label(
            "n" + line.charAt(at), List.of(Integer.parseInt(line.substring(from, end))), after)
        : null;
  }

  /** The offset after a leading clock time, "7.30pm Welcome" or "8:35[tab]9.", else 0. */
  private static int afterClock(String line) {
    int i = digitsEnd(line, 0);
    if (i == 0 || i > 2 || i + 2 >= line.length() || ":.".indexOf(line.charAt(i)) < 0) {
      return 0;
    }
    int end = digitsEnd(line, i + 1);
    if (end != i + 3) {
      return 0;
    }
    String rest = line.substring(end).stripLeading().toLowerCase(Locale.ROOT);
    boolean clock =
        line.charAt(i) == ':'
            || rest.startsWith("pm")
            || rest.startsWith("am ")
            || rest.startsWith("p.m")
            || rest.startsWith("a.m");
    if (!clock) {
      return 0;
    }
    int after = end;
    String marker = rest.startsWith("p.m") || rest.startsWith("a.m") ? "p.m." : "pm";
    if (rest.startsWith("p") || rest.startsWith("a")) {
      after =
          Math.min(
              line.length(),
              line.indexOf(rest.charAt(0) == 'p' ? 'p' : 'a', end) + marker.length());
    }
    return skipSpace(line, Math.max(after, end));
  }

  private static @Nullable Label worded(String line, int at) {
    int wordEnd = at;
    while (wordEnd < line.length() && Character.isLetter(line.charAt(wordEnd))) {
      wordEnd++;
    }
    String word = line.substring(at, wordEnd).toLowerCase(Locale.ROOT);
    if (word.equals("agenda") && line.regionMatches(true, wordEnd, " item", 0, 5)) {
      wordEnd += 5;
      word = "item";
    }
    if (!WORDS.contains(word)) {
      return null;
    }
    if (word.equals("emergency") && line.regionMatches(true, wordEnd, " motion", 0, 7)) {
      wordEnd += 7;
    }
    // "Mot. 4", "Prop. 2".
    boolean shortened = line.startsWith(". ", wordEnd) && word.length() <= 4;
    return numbered(line, word, skipSpace(line, shortened ? wordEnd + 1 : wordEnd));
  }

  private static @Nullable Label numbered(String line, String word, int at) {
    if (line.startsWith("(", at)) {
      return inBrackets(line, word, at + 1);
    }
    int digits = line.startsWith("no. ", at) ? at + 4 : at;
    int end = digitsEnd(line, digits);
    if (end > digits && end - digits <= 2) {
      int value = Integer.parseInt(line.substring(digits, end));
      return endOfWorded(line, word, value, endOfDecimals(line, end));
    }
    // "Prop A. Reid" names who proposed.
    boolean letter =
        !word.equals("prop")
            && at + 1 <= line.length()
            && at < line.length()
            && Character.isUpperCase(line.charAt(at))
            && (at + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(at + 1)));
    return letter ? endOfWorded(line, word, line.charAt(at) - 'A' + 1, at + 1) : null;
  }

  /** "Motion (2)", "Amendment (1A)". */
  private static @Nullable Label inBrackets(String line, String word, int at) {
    int end = digitsEnd(line, at);
    boolean lettered = end < line.length() && Character.isUpperCase(line.charAt(end));
    int close = lettered ? end + 1 : end;
    boolean number = end > at && end - at <= 2 && line.startsWith(")", close);
    return number
        ? endOfWorded(line, word, Integer.parseInt(line.substring(at, end)), close + 1)
        : null;
  }

  /** "Item 4.7 should read ..." names one item, not item 4. */
  private static int endOfDecimals(String line, int end) {
    int next = end;
    while (next + 1 < line.length()
        && line.charAt(next) == '.'
        && Character.isDigit(line.charAt(next + 1))) {
      next = digitsEnd(line, next + 1);
    }
    return next;
  }

  private static @Nullable Label endOfWorded(String line, String word, int value, int end) {
    int suffix = end;
    if (suffix < line.length()
        && Character.isLetter(line.charAt(suffix))
        && (suffix + 1 == line.length() || !Character.isLetter(line.charAt(suffix + 1)))) {
      suffix++;
    }
    int after = suffix;
    while (after < line.length() && " \t.:)-\u2013\u2014".indexOf(line.charAt(after)) >= 0) {
      after++;
    }
    // "Motion 3 was carried" is a sentence, not a label.
    boolean sentence =
        after == suffix + 1 && after < line.length() && Character.isLowerCase(line.charAt(after));
    return sentence ? null : new Label(word + " n", List.of(value), after);
  }

  private static @Nullable Label decimal(String line, int at) {
    List<Integer> path = new ArrayList<>();
    int i = at;
    boolean open = i < line.length() && line.charAt(i) == '(';
    if (open) {
      i++;
    }
    while (path.size() < DEEPEST) {
      int end = digitsEnd(line, i);
      if (end == i || end - i > 2) {
        break;
      }
      path.add(Integer.parseInt(line.substring(i, end)));
      i = end;
      boolean more =
          i + 1 < line.length() && line.charAt(i) == '.' && Character.isDigit(line.charAt(i + 1));
      if (!more) {
        break;
      }
      i++;
    }
    if (path.isEmpty()) {
      return null;
    }
    Label title = open ? null : ofZero(line, path, i);
    return title == null ? closed(line, path, i, open) : title;
  }

  /** "3.0 Annual report" stands above 3.1 and 3.2, as 3 does. */
  private static @Nullable Label ofZero(String line, List<Integer> path, int end) {
    boolean space = end < line.length() && Character.isWhitespace(line.charAt(end));
    boolean zero = path.size() == 2 && path.getLast() == 0 && path.getFirst() > 0;
    return zero && space ? label("n.", path.subList(0, 1), line, end) : null;
  }

  private static @Nullable Label closed(String line, List<Integer> path, int i, boolean open) {
    char c = i < line.length() ? line.charAt(i) : ' ';
    if (open) {
      return c == ')' ? label("(n)", path, line, i + 1) : null;
    }
    if (c == '(' && i + 2 < line.length() && line.charAt(i + 2) == ')') {
      return label("n(a)", extended(path, letterValue(line.charAt(i + 1))), line, i + 3);
    }
    if (Character.isLetter(c)
        && i + 1 < line.length()
        && ".) \t".indexOf(line.charAt(i + 1)) >= 0) {
      boolean capital = c >= 'A' && c <= 'H' && ".)".indexOf(line.charAt(i + 1)) >= 0;
      return capital || (c >= 'a' && c <= 'h')
          ? label("na", extended(path, letterValue(c)), line, skipSign(line, i + 1))
          : null;
    }
    if (c == '.' || c == ')' || c == ':' || (c == '/' && line.startsWith("/ ", i))) {
      return label(path.size() > 1 ? "n.n" : "n" + c, path, line, i + 1);
    }
    if (path.size() > 1 && (c == ' ' || c == '\t') && i < line.length()) {
      return label("n.n", path, line, i);
    }
    return c == '\t' || (c == ' ' && opensTitle(line, i)) ? label("n", path, line, i) : null;
  }

  /** "5 Motions": a bare number counts only before a short title. */
  private static boolean opensTitle(String line, int at) {
    String rest = line.substring(at).strip();
    boolean dash = !rest.isEmpty() && "-\u2013\u2014".indexOf(rest.charAt(0)) >= 0;
    return !rest.isEmpty()
        && (dash || Character.isUpperCase(rest.charAt(0)))
        && Tokens.of(rest).size() <= 9
        && DateReader.month(Tokens.of(rest).word(0)) == null
        && !rest.endsWith(".");
  }

  private static int skipSign(String line, int at) {
    return at < line.length() && ".)".indexOf(line.charAt(at)) >= 0 ? at + 1 : at;
  }

  private static List<Integer> extended(List<Integer> path, int value) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(value);
    return longer;
  }

  private static int letterValue(char letter) {
    return Character.toLowerCase(letter) - 'a' + 1;
  }

  private static @Nullable Label label(String style, List<Integer> path, String line, int end) {
    boolean glued =
        end < line.length() && Character.isDigit(line.charAt(end)) && style.equals("n:");
    return glued ? null : new Label(style, path, skipSpace(line, end));
  }

  /** "(a)", "a)", "A.", "iv)", "(iv)". */
  private static @Nullable Label lettered(String line, int at) {
    int i = at;
    boolean open = i < line.length() && line.charAt(i) == '(';
    if (open) {
      i++;
    }
    int end = i;
    while (end < line.length() && Character.isLetter(line.charAt(end)) && end - i <= 5) {
      end++;
    }
    if (end == i || end >= line.length()) {
      return null;
    }
    char sign = line.charAt(end);
    boolean slash = sign == '/' && end == i + 1 && line.startsWith(" ", end + 1);
    if (sign != ')' && !slash && (open || sign != '.')) {
      return null;
    }
    return ofLetters(line, line.substring(i, end), open, sign, end + 1);
  }

  private static @Nullable Label ofLetters(
      String line, String letters, boolean open, char sign, int end) {
    boolean space = end >= line.length() || Character.isWhitespace(line.charAt(end));
    if (!space && !open) {
      return null;
    }
    String wrap = open ? "(%s)" : "%s" + sign;
    int roman = Roman.value(letters);
    boolean upper = Character.isUpperCase(letters.charAt(0));
    if (roman > 0 && (letters.length() > 1 || "ivxIVX".contains(letters))) {
      return label(wrap.formatted(upper ? "I" : "i"), List.of(roman), line, end);
    }
    return letters.length() == 1
        ? label(
            wrap.formatted(upper ? "A" : "a"), List.of(letterValue(letters.charAt(0))), line, end)
        : null;
  }

  private static int digitsEnd(String line, int at) {
    int i = at;
    while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static int skipSpace(String line, int at) {
    int i = Math.min(at, line.length());
    while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Roman numbers up to thirty-nine. */
  private static final class Roman {

    private Roman() {}

    /** The value, or 0 for what is no Roman number. */
    static int value(String letters) {
      String l = letters.toLowerCase(Locale.ROOT);
      int i = 0;
      int value = 0;
      while (i < l.length() && l.charAt(i) == 'x' && value < 30) {
        value += 10;
        i++;
      }
      String units = l.substring(i);
      String[] spelt = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
      for (int u = 0; u < spelt.length; u++) {
        if (spelt[u].equals(units)) {
          return value + u;
        }
      }
      return 0;
    }
  }
}
