package org.orderpaper.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What labelled papers teach of boundaries. Anchors say in which sentences items stand, not where
 * they begin: between two anchors of one draft there is one boundary, and where several sentences
 * lie between them, the likeliest of them as learned so far counts (expectation and maximization in
 * turn, the hard way).
 */
final class BoundaryLessons {

  private static final int ROUNDS = 3;
  private static final String GOES_ON = "goes-on";

  /** A draft with the sentences that hold its anchors. */
  private record Lesson(
      String unit, String source, BoundaryFeatures.Run run, List<Integer> anchors) {

    List<Stretch> stretches() {
      return run.stretches();
    }
  }

  private final List<Lesson> lessons = new ArrayList<>();

  BoundaryLessons(List<ModelMaker.LabelledDocument> documents) {
    Segmenter segmenter = new Segmenter(Docs.settings());
    for (ModelMaker.LabelledDocument one : documents) {
      for (Paper paper : segmenter.uncut(one.document(), one.source(), "")) {
        if (!Boundaries.isCut(paper.kind())) {
          continue;
        }
        List<Draft> drafts = Cutter.cut(paper.lines(), paper.kind()).drafts();
        String layout = BoundaryFeatures.layout(drafts);
        for (Draft draft : drafts) {
          List<Stretch> stretches = Stretch.of(draft);
          List<Integer> anchors = anchors(stretches, one.labels());
          if (!anchors.isEmpty() && !draft.isEarlier()) {
            lessons.add(
                new Lesson(
                    one.unit(),
                    one.source(),
                    BoundaryFeatures.Run.of(draft, stretches, paper.kind(), layout),
                    anchors));
          }
        }
      }
    }
  }

  /** What places that layout parts cannot teach of those that it does not. */
  private static final Set<String> LAYOUT =
      Set.of(
          "line",
          "bullet",
          "label",
          "hint",
          "layout",
          "layout bullet",
          "section",
          "headed",
          "left",
          "sentences",
          "sentences and heading");

  /**
   * Where items begin that layout parts: their words teach how business begins, their places do
   * not.
   */
  private List<ModelMaker.Example> parted() {
    List<ModelMaker.Example> examples = new ArrayList<>();
    for (int i = 1; i < lessons.size(); i++) {
      Lesson before = lessons.get(i - 1);
      Lesson lesson = lessons.get(i);
      boolean next =
          before.source().equals(lesson.source())
              && before.stretches().getLast().line().index() + 1
                  == lesson.stretches().getFirst().line().index();
      if (next && lesson.run().draft().headingEnd == 0) {
        List<Stretch> both = new ArrayList<>(before.stretches());
        both.addAll(lesson.stretches());
        int at = before.stretches().size();
        BoundaryFeatures.Run run =
            BoundaryFeatures.Run.of(
                before.run().draft(), both, lesson.run().kind(), lesson.run().layout());
        Set<String> features =
            BoundaryFeatures.of(run, at, Math.max(0, before.anchors().getLast() - 1));
        features.removeIf(
            feature -> LAYOUT.contains(feature.substring(0, Math.max(0, feature.indexOf(':')))));
        examples.add(
            new ModelMaker.Example(
                lesson.unit(), features, Map.of(ModelMaker.BOUNDARY, Learned.BEGINS)));
      }
    }
    return examples;
  }

  /** The sentences in which anchors begin, in order, each once. */
  private static List<Integer> anchors(List<Stretch> stretches, List<JsonNode> labels) {
    StringBuilder text = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (Stretch stretch : stretches) {
      starts.add(text.length());
      Tokens tokens = stretch.tokens();
      int from = stretch.from() == 0 ? 0 : tokens.start(stretch.from());
      int to = stretch.to() < tokens.size() ? tokens.start(stretch.to()) : tokens.text().length();
      text.append(ModelMaker.words(tokens.text().substring(Math.min(from, to), to) + " "));
    }
    TreeSet<Integer> found = new TreeSet<>();
    String all = text.toString();
    for (JsonNode label : labels) {
      int at = all.indexOf(ModelMaker.words(label.get("anchor").asString()));
      if (at >= 0) {
        int sentence = 0;
        while (sentence + 1 < starts.size() && starts.get(sentence + 1) <= at) {
          sentence++;
        }
        found.add(sentence);
      }
    }
    return List.copyOf(found);
  }

  List<ModelMaker.Example> examples() throws IOException {
    List<ModelMaker.Example> examples = examples(null);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> table = ModelMaker.table(examples, ModelMaker.BOUNDARY);
      examples = examples(LearnedModel.of(table.subList(1, table.size())));
    }
    examples.addAll(parted());
    return examples;
  }

  private List<ModelMaker.Example> examples(@Nullable LearnedModel soFar) {
    List<ModelMaker.Example> examples = new ArrayList<>();
    lessons.forEach(lesson -> add(lesson, soFar, examples));
    return examples;
  }

  private static void add(
      Lesson lesson, @Nullable LearnedModel soFar, List<ModelMaker.Example> examples) {
    List<Integer> anchors = lesson.anchors();
    int begun = 0;
    for (int i = 0; i <= anchors.size(); i++) {
      // Up to the sentence of the first anchor, and after that of the last, nothing begins.
      int from = i == 0 ? 0 : anchors.get(i - 1);
      int to = i == anchors.size() ? lesson.stretches().size() - 1 : anchors.get(i);
      boolean between = i > 0 && i < anchors.size();
      int boundary = between ? boundary(lesson, from, to, begun, soFar) : -1;
      boolean known = !between || soFar != null || to - from == 1;
      for (int at = from + 1; at <= to; at++) {
        if (known && Boundaries.isPossible(lesson.stretches(), at)) {
          examples.add(
              new ModelMaker.Example(
                  lesson.unit(),
                  BoundaryFeatures.of(lesson.run(), at, begun),
                  Map.of(ModelMaker.BOUNDARY, at == boundary ? Learned.BEGINS : GOES_ON)));
        }
        begun = at == boundary ? at : begun;
      }
    }
  }

  private static int boundary(
      Lesson lesson, int from, int to, int begun, @Nullable LearnedModel soFar) {
    int best = to;
    double most = -1;
    for (int at = from + 1; at <= to && soFar != null; at++) {
      LearnedModel.Judgement judged = soFar.judge(BoundaryFeatures.of(lesson.run(), at, begun));
      double begins =
          judged.label().equals(Learned.BEGINS) ? judged.probability() : 1 - judged.probability();
      if (begins > most && Boundaries.isPossible(lesson.stretches(), at)) {
        most = begins;
        best = at;
      }
    }
    return best;
  }
}
