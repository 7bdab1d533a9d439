package org.orderpaper.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of a line say about where paragraphs begin and end. */
final class LineCues {

  private static final Pattern BULLET = Pattern.compile("[•‣▪●◦∙·○■□◆◇▸►➢➤❖✓✔*–—-]\\s+\\S.*");

  /**
   * 3. or 3) or (3) or 10.3 or 10.3. or (a) or a) or iv. but neither an initial, "A. Carrow", nor a
   * time or an amount, "7.30 p.m.".
   */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:\\((?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\\)"
              + "|\\d{1,3}(?:\\.\\d{1,2}){0,3}[.)]"
              + "|\\d{1,2}(?:\\.\\d{1,2}){1,3}(?=\\s+\\p{Lu})"
              + "|[a-z][.)]|[A-Z]\\)|[ivx]{1,5}[.)]|[IVX]{2,5}[.)])(?:\\s.*|$)");

  private static final Pattern BRACKETED =
      Pattern.compile("\\((?:\\d{1,2}|[a-z]|[ivx]{1,5})\\)\\s");
  private static final Pattern BRACKETED_INSIDE =
      Pattern.compile("[\\p{L},;:] \\((?:\\d{1,2}|[a-z]|[ivx]{1,5})\\) \\p{L}");

  private static final Pattern NAMED_NUMBER =
      Pattern.compile(
          "(?i:(?:emergency |composite |agenda"
              + " )?(?:motion|item|amendment|resolution|appendix|part|composite))"
              + "\\s+(?:\\d{1,3}|[A-Z])[a-z]?(?:\\s*[:.–—-].*|\\s*$)");

  /** One to five words and a colon, as in "Present:" or "Proposed by: ". */
  private static final Pattern LABEL =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’/&.-]*(?: [\\p{L}\\d'’/&().-]+){0,4} ?:(?!//)(?:\\s.*|-.*|$)");

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;][\"'”’)\\]]*");

  /** Words after which no sentence, title or entry ends. */
  private static final Set<String> LEADING_ON =
      Set.of("a", "an", "and", "its", "of", "or", "our", "the", "their");

  private static final int LONGEST_SENTENCE = 2_000;
  private static final int SHORTEST_CAPITALS = 4;

  private LineCues() {}

  static boolean isBullet(String line) {
    return BULLET.matcher(line).matches();
  }

  /** Whether it begins with a number or letter of a list. */
  static boolean isNumbered(String line) {
    return NUMBERED.matcher(line).matches();
  }

  /** Whether it begins with words and a colon. */
  static boolean isLabelled(String line) {
    return LABEL.matcher(line).matches();
  }

  /** Whether no line before it can run on into it. */
  static boolean beginsEntry(String line) {
    return isBullet(line) || isNumbered(line) || NAMED_NUMBER.matcher(line).matches();
  }

  /**
   * Whether a line that begins with a letter of a list belongs to a list inside the sentence before
   * it, as in "received (i) a letter, (ii) a card and".
   */
  static boolean runsIn(CharSequence before, String line) {
    // Only the sentence before it counts, and a paragraph may be as long as the document.
    CharSequence near =
        before.subSequence(Math.max(0, before.length() - LONGEST_SENTENCE), before.length());
    return BRACKETED.matcher(line).lookingAt() && BRACKETED_INSIDE.matcher(near).find();
  }

  static boolean endsSentence(String line) {
    return SENTENCE_END.matcher(line).matches();
  }

  /** Whether it stops where more must follow, as in "council and the". */
  static boolean isUnfinished(String line) {
    String last = line.substring(line.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return line.endsWith(",") || LEADING_ON.contains(last);
  }

  /** Whether it is written in capitals throughout. */
  static boolean isCapitals(String line) {
    int capitals = 0;
    for (int i = 0; i < line.length(); i++) {
      if (Character.isLowerCase(line.charAt(i))) {
        return false;
      }
      capitals += Character.isUpperCase(line.charAt(i)) ? 1 : 0;
    }
    return capitals >= SHORTEST_CAPITALS;
  }

  static boolean beginsLowerCase(String line) {
    return !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
  }

  /** The text of a bulleted line without its bullet. */
  static String withoutBullet(String line) {
    return line.substring(1).strip();
  }

  /** How deep the number of a line is: 1 for "3.", 2 for "3.1". */
  static int depthOfNumber(String line) {
    int depth = 1;
    for (int i = 0; i < line.length() && !Character.isWhitespace(line.charAt(i)); i++) {
      boolean between =
          line.charAt(i) == '.' && i + 1 < line.length() && Character.isDigit(line.charAt(i + 1));
      depth += between ? 1 : 0;
    }
    return depth;
  }

  /** The number with which an entry begins, as in "3. Motions", or -1. */
  static int number(String line) {
    int end = 0;
    while (end < line.length() && end < 3 && Character.isDigit(line.charAt(end))) {
      end++;
    }
    boolean entry = end > 0 && end < line.length() && ".)".indexOf(line.charAt(end)) >= 0;
    return entry ? Integer.parseInt(line, 0, end, 10) : -1;
  }

  static String firstWord(String line) {
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }
}
