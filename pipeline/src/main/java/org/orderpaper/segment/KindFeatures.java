package org.orderpaper.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderpaper.model.DocumentKind;

/** What is learned from about the kind of a paper: the votes of the cues, its shape, its words. */
final class KindFeatures {

  /** Lines at the top whose words count for themselves. */
  private static final int TOP = 4;

  /** Words of a long paper after these say nothing new of its kind. */
  private static final int MOST_WORDS = 600;

  private static final int LONGEST = 12;

  /** Upper ends of the steps by which votes and shares are told apart. */
  private static final double[] VOTES = {-3, -0.5, 0.5, 2, 4, 7, 11};

  private static final double[] SHARES = {0.02, 0.15, 0.4, 0.7};
  private static final double[] COUNTS = {3, 8, 20, 50};

  private final Set<String> features = new HashSet<>();

  private KindFeatures() {}

  /**
   * @param votes of the cues, by kind
   * @param byCues the kind that they elect
   */
  static Set<String> of(
      List<Line> lines, Map<DocumentKind, Double> votes, DocumentKind byCues, boolean mail) {
    KindFeatures kind = new KindFeatures();
    kind.features.add("cues:" + byCues.word());
    if (mail) {
      kind.features.add("mail");
      kind.features.add("mail:cues:" + byCues.word());
    }
    for (DocumentKind each : DocumentKind.values()) {
      kind.features.add("vote:" + each.word() + ":" + step(votes.getOrDefault(each, 0.0), VOTES));
    }
    kind.addShape(lines);
    kind.addWords(lines);
    return kind.features;
  }

  private static int step(double value, double[] ends) {
    int step = 0;
    while (step < ends.length && value > ends[step]) {
      step++;
    }
    return step;
  }

  private void addShape(List<Line> lines) {
    addShare("labelled", lines, line -> line.label() != null);
    addShare("bullets", lines, Line::isBullet);
    addShare("titles", lines, Line::isStrongTitle);
    addShare("short", lines, line -> line.words() <= 6);
    addShare("long", lines, line -> line.words() >= 40);
    addShare("decided", lines, line -> line.has("outcomes.carried"));
    addShare("dated", lines, Manner::isDated);
    addShare("clauses", lines, line -> line.has("clauses.unit-subject"));
    addShare("moved", lines, line -> line.has("motions.moved"));
    features.add("lines:" + step(lines.size(), COUNTS));
  }

  private interface Trait {
    boolean holds(Line line);
  }

  private void addShare(String name, List<Line> lines, Trait trait) {
    long holding = lines.stream().filter(trait::holds).count();
    double share = lines.isEmpty() ? 0 : holding / (double) lines.size();
    features.add("share:" + name + ":" + step(share, SHARES));
  }

  private void addWords(List<Line> lines) {
    int words = 0;
    for (int i = 0; i < lines.size() && words < MOST_WORDS; i++) {
      Tokens tokens = lines.get(i).tokens();
      for (int at = 0; at < tokens.size(); at++) {
        String word = tokens.word(at);
        if (word.length() > 1 && word.length() <= LONGEST) {
          features.add("word:" + word);
          if (i < TOP) {
            features.add("top:" + word);
          }
        }
      }
      words += tokens.size();
    }
  }
}
