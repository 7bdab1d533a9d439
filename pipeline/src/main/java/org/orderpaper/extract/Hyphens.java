package org.orderpaper.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins lines, and words that were parted at the end of a line. Whether the hyphen belongs to the
 * word is looked up in the rest of the document first: "by-elections" keeps it if the document
 * writes it so elsewhere.
 */
final class Hyphens {

  private static final Pattern WORD = Pattern.compile("\\p{L}++(?:-\\p{L}++)*+");
  private static final Pattern PARTED = Pattern.compile("[^\\p{L}]*((?:\\p{L}+-)*\\p{L}{2,})-");
  private static final Pattern CONTINUED = Pattern.compile("\\p{Ll}++(?:-\\p{L}++)*+");

  /** What is longer is no word, and the patterns would follow its hyphens by recursion. */
  private static final int LONGEST_WORD = 100;

  private static final char SOFT_HYPHEN = '\u00AD';

  /** Beginnings of compounds that are rarely the first syllable of another word. */
  private static final Set<String> COMPOUNDING =
      Set.of(
          "vice", "non", "self", "well", "anti", "cross", "half", "by", "all", "mid", "long",
          "short", "full", "part", "one", "two", "three", "four", "five", "six", "twenty", "thirty",
          "forty", "fifty", "sixty", "trans", "multi", "post", "semi");

  private final Set<String> words = new HashSet<>();

  /** Learns the words of a line, apart from a last one that may be parted. */
  void learn(String line) {
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      boolean parted = word.end() + 1 >= line.length() && line.endsWith("-");
      if (!parted) {
        words.add(word.group().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Adds a line to the lines before it. */
  void append(StringBuilder text, String line) {
    String next = line.strip();
    text.setLength(strippedLength(text));
    if (text.isEmpty() || next.isEmpty()) {
      text.append(next);
      return;
    }
    int last = text.length() - 1;
    if (text.charAt(last) == SOFT_HYPHEN) {
      text.setLength(last);
    } else if (text.charAt(last) != '-' || !isParted(text, next)) {
      text.append(' ');
    } else if (!keepsHyphen(text, next)) {
      text.setLength(last);
    }
    text.append(next);
  }

  private static int strippedLength(StringBuilder text) {
    int length = text.length();
    while (length > 0 && Character.isWhitespace(text.charAt(length - 1))) {
      length--;
    }
    return length;
  }

  private static boolean isParted(StringBuilder text, String next) {
    String word = lastWord(text);
    return word.length() <= LONGEST_WORD
        && PARTED.matcher(word).matches()
        && CONTINUED.matcher(next).lookingAt();
  }

  private static String lastWord(StringBuilder text) {
    return text.substring(text.lastIndexOf(" ") + 1);
  }

  private boolean keepsHyphen(StringBuilder text, String next) {
    Matcher parted = PARTED.matcher(lastWord(text));
    Matcher continued = CONTINUED.matcher(next);
    return parted.matches()
        && continued.lookingAt()
        && keepsHyphen(parted.group(1), continued.group());
  }

  private boolean keepsHyphen(String before, String after) {
    String first = before.toLowerCase(Locale.ROOT);
    String second = after.toLowerCase(Locale.ROOT);
    if (words.contains(first + second)) {
      return false;
    }
    return words.contains(first + "-" + second)
        || first.indexOf('-') >= 0
        || COMPOUNDING.contains(first);
  }
}
