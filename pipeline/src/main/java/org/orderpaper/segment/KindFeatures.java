package org.orderpaper.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.MailHeader;

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

  /** Lines at the bottom whose words count for themselves: who signs, when the next meeting is. */
  private static final int BOTTOM = 3;

  private static final double[] COUNTS = {3, 8, 20, 50};

  private final Set<String> features = new HashSet<>();

  private KindFeatures() {}

  /**
   * @param manner of the same lines
   * @param votes of the cues, by kind
   * @param byCues the kind that they elect
   */
  static Set<String> of(
      List<Line> lines,
      Manner manner,
      Map<DocumentKind, Double> votes,
      DocumentKind byCues,
      @Nullable MailHeader mail) {
    KindFeatures kind = new KindFeatures();
    kind.features.add("cues:" + byCues.word());
    if (mail != null) {
      kind.features.add("mail");
      kind.features.add("mail:cues:" + byCues.word());
      kind.addSubject(mail.subject());
    }
    for (DocumentKind each : DocumentKind.values()) {
      kind.features.add("vote:" + each.word() + ":" + step(votes.getOrDefault(each, 0.0), VOTES));
    }
    kind.addShape(lines);
    kind.addManner(manner);
    kind.addWords(lines);
    kind.addEnds(lines);
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

  /** "Re: branch minutes" answers; "Minutes of Tuesday" says what is sent. */
  private void addSubject(@Nullable String subject) {
    Tokens tokens = Tokens.of(subject == null ? "" : subject);
    for (int i = 0; i < tokens.size(); i++) {
      features.add("subject:" + (tokens.isNumber(i) ? "#" : tokens.word(i)));
    }
  }

  private void addManner(Manner manner) {
    double lines = manner.lines();
    add("told", manner.told() / lines);
    add("ahead", manner.ahead() / lines);
    add("modal", manner.modal() / lines);
    add("entries", manner.entries() / lines);
    add("clocks", manner.clocks() / lines);
    add("news", manner.news() / lines);
    add("listed", manner.listed() / lines);
    add("i", manner.first() / lines);
    add("we", manner.ours() / lines);
    add("you", manner.yours() / lines);
    features.add("convened:" + Math.min(4, manner.convened()));
    features.add("back:" + manner.looksBack() + " ahead:" + manner.looksAhead());
  }

  private void add(String name, double share) {
    features.add("share:" + name + ":" + step(share, SHARES));
  }

  private interface Trait {
    boolean holds(Line line);
  }

  private void addShare(String name, List<Line> lines, Trait trait) {
    long holding = lines.stream().filter(trait::holds).count();
    add(name, lines.isEmpty() ? 0 : holding / (double) lines.size());
  }

  /** How it begins and ends. */
  private void addEnds(List<Line> lines) {
    for (int i = 0; i < Math.min(2, lines.size()); i++) {
      Line line = lines.get(i);
      String place = "line" + i + ":";
      List<DateReader.Mention> dates = DateReader.find(line.tokens());
      features.add(place + (dates.isEmpty() ? "undated" : "dated"));
      features.add(place + (line.words() > 12 ? "long" : line.isStrongTitle() ? "title" : "short"));
      if (dates.stream().anyMatch(date -> date.weekday() != null)) {
        features.add(place + "weekday");
      }
      Tokens tokens = line.tokens();
      for (int at = 0; at + 1 < Math.min(tokens.size(), LONGEST); at++) {
        features.add(
            "top:" + ItemFeatures.shape(line, at) + " " + ItemFeatures.shape(line, at + 1));
      }
    }
    for (Line line : lines.subList(Math.max(0, lines.size() - BOTTOM), lines.size())) {
      for (int at = 0; at < Math.min(line.tokens().size(), 2 * LONGEST); at++) {
        features.add("bottom:" + ItemFeatures.shape(line, at));
      }
    }
  }

  private void addWords(List<Line> lines) {
    int words = 0;
    for (int i = 0; i < lines.size() && words < MOST_WORDS; i++) {
      Tokens tokens = lines.get(i).tokens();
      for (int at = 0; at < tokens.size(); at++) {
        String word = tokens.word(at);
        if (word.length() > 1 && word.length() <= LONGEST) {
          features.add("word:" + word);
          if (at + 1 < tokens.size()) {
            features.add(
                "pair:"
                    + ItemFeatures.shape(lines.get(i), at)
                    + " "
                    + ItemFeatures.shape(lines.get(i), at + 1));
          }
          if (i < TOP) {
            features.add("top:" + word);
          }
        }
      }
      words += tokens.size();
    }
  }
}
