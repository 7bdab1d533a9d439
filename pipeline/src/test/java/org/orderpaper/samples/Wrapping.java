package org.orderpaper.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks a paragraph into lines, as a word processor or a typist does. */
final class Wrapping {

  private Wrapping() {}

  static List<String> of(
      String text, double width, ToDoubleFunction<String> measure, boolean hyphenated) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String joined = line.isEmpty() ? word : line + " " + word;
      if (measure.applyAsDouble(joined) <= width) {
        line = joined;
        continue;
      }
      int cut = hyphenated && !line.isEmpty() ? cut(line, word, width, measure) : 0;
      if (cut > 0) {
        lines.add(line + " " + word.substring(0, cut) + "-");
        line = word.substring(cut);
      } else {
        if (!line.isEmpty()) {
          lines.add(line);
        }
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }

  /** Where a long word may be parted: between two consonants, the later the better. */
  private static int cut(String line, String word, double width, ToDoubleFunction<String> measure) {
    if (word.length() < 9 || !word.chars().allMatch(Character::isLowerCase)) {
      return 0;
    }
    for (int at = word.length() - 3; at >= 3; at--) {
      boolean consonants = !isVowel(word.charAt(at - 1)) && !isVowel(word.charAt(at));
      if (consonants && measure.applyAsDouble(line + " " + word.substring(0, at) + "-") <= width) {
        return at;
      }
    }
    return 0;
  }

  private static boolean isVowel(char letter) {
    return "aeiouy".indexOf(letter) >= 0;
  }
}
