package org.orderpaper.samples;

import java.util.List;
import org.orderpaper.samples.Source.Kind;
import org.orderpaper.samples.Source.Paragraph;

/**
 * Automatic numbers. The header's {@code levels} gives the form of each level, for example {@code
 * 1. a) i.} or {@code 1. 1.1 1.1.1}.
 */
final class Numbering {

  private final List<String> levels;
  private final int[] counts = new int[3];

  Numbering(Source source) {
    levels = List.of(source.option("levels", "1. a) i.").split(" ", -1));
  }

  /** The label of a numbered paragraph, having counted it. */
  String next(Paragraph paragraph) {
    int level = paragraph.level();
    counts[level] = paragraph.kind() == Kind.RESTARTED ? 1 : counts[level] + 1;
    for (int lower = level + 1; lower < counts.length; lower++) {
      counts[lower] = 0;
    }
    String form = levels.get(level);
    StringBuilder label = new StringBuilder();
    int part = form.chars().filter(c -> c == '1').count() > 1 ? 0 : level;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      switch (c) {
        case '1' -> label.append(counts[part++]);
        case 'a' -> label.append((char) ('a' + counts[level] - 1));
        case 'A' -> label.append((char) ('A' + counts[level] - 1));
        case 'i' -> label.append(roman(counts[level]));
        default -> label.append(c);
      }
    }
    return label.toString();
  }

  static String roman(int number) {
    String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    return "x".repeat(number / 10) + ones[number % 10];
  }

  /** Word's and OpenDocument's names for the form of a level. */
  static String formOf(
      List<String> levels, int level, String decimal, String letter, String upper, String roman) {
    String form = levels.get(level);
    if (form.contains("1")) {
      return decimal;
    }
    if (form.contains("A")) {
      return upper;
    }
    return form.contains("a") ? letter : roman;
  }

  List<String> levels() {
    return levels;
  }
}
