package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that only the whole paper shows to be numbers: "1 Minutes", "2 Bench", "19/41 Apologies",
 * "19/42 Minutes", "GC20/65", "Min. 7 -", "Two. Minutes.". Each could be something else where it
 * stands alone, a quantity, a day, the half of a fraction; three or more that are written alike and
 * run on are the numbers of items.
 */
final class RunningNumbers {

  /** The fewest numbers that make a sequence. */
  private static final int RUN = 3;

  /** Of four steps from one number to the next, so many are by one. */
  private static final int STEADY = 3;

  /**
   * What may be a number: letters of the unit's own, figures with strokes or full stops between
   * them, and a sign; the text behind it begins like a title or a sentence.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<before>[\u00a7#(]? ?(?:\\p{L}{1,8}[. /-]?\\p{Zs}?)?)"
              + "(?<figures>\\d{1,4}(?:[./]\\d{1,4}){0,2})"
              + "(?<behind>\\p{Zs}?[.):]|\\p{Zs}[-\u2013\u2014](?=\\p{Zs}))?"
              + "\\p{Zs}+(?=[\\p{Lu}\"\u201c\u2018'\u00a3\\d(])");

  private static final Pattern SIGN = Pattern.compile("[./]");

  private RunningNumbers() {}

  /** A number at the beginning of a line: how it is written, its figures, and where it ends. */
  private record Candidate(int line, String shape, List<Integer> figures, int end) {}

  /** The lines, those with such numbers labelled. */
  static List<Line> label(List<Line> lines) {
    List<Line> labelled = withWords(withBareNumbers(lines));
    candidates(labelled).values().stream()
        .filter(one -> one.size() >= RUN)
        .forEach(one -> label(one, labelled));
    return labelled;
  }

  /** "1 Minutes", "2 Bench": the most that can be said of them is that they begin with 1. */
  private static List<Line> withBareNumbers(List<Line> lines) {
    List<Line> numbered = new ArrayList<>(lines);
    int expected = 1;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      // Within a sequence "2 May elections" is its second item; elsewhere it is a day.
      Label bare = expected > 1 ? Label.bareOrDay(line.text()) : Label.bare(line.text());
      Label label = line.label();
      boolean unlabelled = label == null || label.style().equals("n");
      if (bare != null && bare.last() == expected && unlabelled) {
        numbered.set(i, line.withLabel(bare));
        expected++;
      }
    }
    return expected > RUN ? numbered : new ArrayList<>(lines);
  }

  /** "One. Apologies.", "Two. Minutes.": numbers in words, where they run on from one. */
  private static List<Line> withWords(List<Line> lines) {
    List<Line> numbered = new ArrayList<>(lines);
    int expected = 1;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Label word = line.label() == null ? inWords(line, expected) : null;
      if (word != null) {
        numbered.set(i, line.withLabel(word));
        expected++;
      }
    }
    return expected > RUN ? numbered : new ArrayList<>(lines);
  }

  private static @Nullable Label inWords(Line line, int expected) {
    Tokens tokens = line.tokens();
    if (tokens.size() < 2 || !tokens.isCapitalised(0) || !tokens.isCapitalised(1)) {
      return null;
    }
    NumberWords.Reading read = NumberWords.read(tokens, 0);
    boolean stopped = ".:)".indexOf((tokens.between(1) + " ").charAt(0)) >= 0;
    boolean next = read != null && read.next() == 1 && read.value().intValue() == expected;
    return next && stopped && !tokens.isNumber(0)
        ? new Label("w.", List.of(expected), tokens.start(1))
        : null;
  }

  private static Map<String, List<Candidate>> candidates(List<Line> lines) {
    Map<String, List<Candidate>> byShape = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Label label = lines.get(i).label();
      boolean open = label == null || label.style().equals("n");
      Candidate candidate = open ? candidate(i, lines.get(i).text()) : null;
      if (candidate != null) {
        byShape.computeIfAbsent(candidate.shape(), shape -> new ArrayList<>()).add(candidate);
      }
    }
    return byShape;
  }

  private static @Nullable Candidate candidate(int line, String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.lookingAt()) {
      return null;
    }
    String before = number.group("before");
    String behind = number.group("behind");
    String figures = number.group("figures");
    boolean marked = !before.isBlank() || behind != null || figures.length() > 2;
    List<Integer> values = new ArrayList<>();
    for (String figure : SIGN.split(figures, -1)) {
      values.add(Integer.parseInt(figure));
    }
    String shape =
        before + figures.replaceAll("\\d+", "n") + (behind == null ? "" : behind.strip());
    return marked ? new Candidate(line, shape, values, number.end()) : null;
  }

  /** Labels the lines of one shape, if one of their figures runs on while the others stay. */
  private static void label(List<Candidate> all, List<Line> lines) {
    int running = running(all);
    if (running < 0) {
      return;
    }
    for (Candidate one : all) {
      Label label = new Label("n/" + one.shape(), List.of(one.figures().get(running)), one.end());
      lines.set(one.line(), lines.get(one.line()).withLabel(label));
    }
  }

  /** Which of the figures runs on, or -1. */
  private static int running(List<Candidate> all) {
    Map<Integer, Integer> steps = new HashMap<>();
    for (int i = 1; i < all.size(); i++) {
      int stepped = stepped(all.get(i - 1).figures(), all.get(i).figures());
      steps.merge(stepped, 1, Integer::sum);
    }
    for (Map.Entry<Integer, Integer> step : steps.entrySet()) {
      boolean steady = step.getValue() * 4 >= (all.size() - 1) * STEADY;
      if (step.getKey() >= 0 && steady && step.getValue() >= RUN - 1) {
        return step.getKey();
      }
    }
    return -1;
  }

  /** The one figure that is the next of what it was, the others being the same; or -1. */
  private static int stepped(List<Integer> last, List<Integer> next) {
    int stepped = -1;
    for (int i = 0; i < last.size(); i++) {
      int step = next.get(i) - last.get(i);
      if (step == 1 && stepped < 0) {
        stepped = i;
      } else if (step != 0) {
        return -1;
      }
    }
    return stepped;
  }
}
