package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field of a Word document shows that has no result: old programs keep fractions, boxed
 * characters and prompts to click in the instruction alone. Field codes: ECMA-376 Part 1, section
 * 17.16, and for {@code EQ} section 17.16.5.19.
 */
final class FieldInstruction {

  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 20;

  private static final Pattern PROMPT =
      Pattern.compile("(?:MACROBUTTON|GOTOBUTTON)\\s+\\S+\\s+(\\S.*)", Pattern.DOTALL);
  private static final Pattern SYMBOL =
      Pattern.compile("SYMBOL\\s+(0[xX])?([0-9A-Fa-f]{1,5})\\b.*");
  private static final Pattern FONT = Pattern.compile("\\\\f\\s+\"?([^\"\\\\]{1,60})");

  private FieldInstruction() {}

  /**
   * What the field shows; empty for one that shows nothing without a result.
   *
   * @param instruction the code of the field, with or without space around it
   */
  static String shown(String instruction) {
    String code = instruction.strip();
    if (code.length() > LONGEST) {
      return "";
    }
    int end = 0;
    while (end < code.length() && Character.isLetter(code.charAt(end))) {
      end++;
    }
    return switch (code.substring(0, end).toUpperCase(Locale.ROOT)) {
      case "EQ" -> new Equation(code, end).all();
      case "SYMBOL" -> symbol(code);
      case "MACROBUTTON", "GOTOBUTTON" -> prompt(code);
      default -> "";
    };
  }

  private static String prompt(String code) {
    Matcher prompt = PROMPT.matcher(code);
    return prompt.matches() ? prompt.group(1).strip() : "";
  }

  private static String symbol(String code) {
    Matcher symbol = SYMBOL.matcher(code);
    if (!symbol.matches()) {
      return "";
    }
    int radix = symbol.group(1) == null ? 10 : 16;
    Matcher font = FONT.matcher(code);
    try {
      int character = Integer.parseInt(symbol.group(2), radix);
      return SymbolFont.shown(font.find() ? font.group(1).strip() : "", character);
    } catch (NumberFormatException _) {
      return "";
    }
  }

  /** The text of an equation, its parts put in a line: a fraction is told with a stroke. */
  private static final class Equation {
    private final String code;
    private int at;
    private boolean annotated;

    Equation(String code, int from) {
      this.code = code;
      this.at = from;
    }

    String all() {
      StringBuilder shown = new StringBuilder();
      while (at < code.length()) {
        shown.append(until(0));
        if (at < code.length()) { // A comma or bracket of no part is text.
          shown.append(code.charAt(at++));
        }
      }
      return shown.toString().strip();
    }

    /** The text up to a comma, a semicolon or a bracket that this level has not opened. */
    private String until(int depth) {
      StringBuilder shown = new StringBuilder();
      int open = 0;
      while (at < code.length()) {
        char c = code.charAt(at);
        boolean ends = open == 0 && (c == ',' || c == ';' || c == ')');
        if (ends) {
          return shown.toString();
        }
        at++;
        if (c == '\\') {
          shown.append(at < code.length() ? escape(depth) : "");
        } else {
          open += c == '(' ? 1 : c == ')' ? -1 : 0;
          shown.append(c);
        }
      }
      return shown.toString();
    }

    private String escape(int depth) {
      char c = code.charAt(at++);
      if (c == '*') {
        format();
        return "";
      }
      if (!Character.isLetter(c)) {
        return String.valueOf(c);
      }
      while (at < code.length() && Character.isLetter(code.charAt(at))) {
        at++;
      }
      options();
      if (at >= code.length() || code.charAt(at) != '(' || depth >= DEEPEST) {
        return "";
      }
      at++;
      return put(Character.toLowerCase(c), elements(depth + 1));
    }

    /** Passes a switch of one word for all of it; with {@code jc} it is a word with its reading. */
    private void format() {
      skipSpace();
      boolean quoted = at < code.length() && code.charAt(at) == '"';
      int from = at;
      int end = code.indexOf(quoted ? '"' : ' ', at + 1);
      at = end < 0 ? code.length() : end + 1;
      annotated |= code.startsWith("jc", from);
      skipSpace();
    }

    /** Passes what says how it is drawn, such as alignment, columns and the shape of brackets. */
    private void options() {
      skipSpace();
      while (at + 1 < code.length() && code.charAt(at) == '\\') {
        at++;
        while (at < code.length() && Character.isLetterOrDigit(code.charAt(at))) {
          at++;
        }
        skipSpace();
        while (at < code.length()
            && (Character.isDigit(code.charAt(at)) || code.charAt(at) == '-')) {
          at++;
        }
        boolean sign = at + 1 < code.length() && code.charAt(at) == '\\' && isBracket(at + 1);
        at += sign ? 2 : 0;
        skipSpace();
      }
    }

    private boolean isBracket(int index) {
      return "{}[]<>|".indexOf(code.charAt(index)) >= 0;
    }

    private void skipSpace() {
      while (at < code.length() && code.charAt(at) == ' ') {
        at++;
      }
    }

    private List<String> elements(int depth) {
      List<String> elements = new ArrayList<>();
      while (at < code.length()) {
        elements.add(until(depth).strip());
        boolean more = at < code.length() && code.charAt(at) != ')';
        at++;
        if (!more) {
          break;
        }
      }
      return elements;
    }

    private String put(char kind, List<String> elements) {
      return switch (kind) {
        case 'f' -> String.join("/", elements);
        case 'r' ->
            String.join(
                "\u221A", elements.size() < 2 ? List.of("", elements.getFirst()) : elements);
        case 'b' -> "(" + String.join(", ", elements) + ")";
        // The reading above a word is left out, as it is where Word has an element for it.
        case 'o' -> annotated ? elements.getLast() : String.join("", elements);
        case 'l' -> String.join(", ", elements);
        case 'a', 'i' -> String.join(" ", elements);
        default -> String.join("", elements);
      };
    }
  }
}
