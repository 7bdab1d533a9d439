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

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
  private static final Pattern PARTED = Pattern.compile("(?s)(.*?)((?:\\p{L}+-)*\\p{L}{2,})-");
  private static final Pattern CONTINUED = Pattern.compile("(?s)(\\p{Ll}+(?:-\\p{L}+)*)(.*)");
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

  /** One line out of two. */
  String join(String line, String next) {
    String head = line.stripTrailing();
    String tail = next.strip();
    if (!head.isEmpty() && head.charAt(head.length() - 1) == SOFT_HYPHEN) {
      return head.substring(0, head.length() - 1) + tail;
    }
    Matcher parted = PARTED.matcher(head);
    Matcher continued = CONTINUED.matcher(tail);
    if (!parted.matches() || !continued.matches()) {
      return head + " " + tail;
    }
    return keepsHyphen(parted.group(2), continued.group(1))
        ? head + tail
        : head.substring(0, head.length() - 1) + tail;
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
