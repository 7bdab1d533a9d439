package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of an evaluation as tables of Markdown; no words of a paper. */
final class EvaluationMarkdown {

  private final Writer out;

  private EvaluationMarkdown(Writer out) {
    this.out = out;
  }

  static void write(Writer out, Measured measured) throws IOException {
    EvaluationMarkdown text = new EvaluationMarkdown(out);
    text.line(
        Prose.count(measured.documents(), "document", "documents")
            + ", "
            + Prose.count(measured.items(), "labelled item", "labelled items")
            + ", of which "
            + measured.located()
            + " found.");
    text.scores(measured);
    text.rates(measured);
    for (Confusions confusions : Confusions.of(measured)) {
      text.confusions(confusions);
    }
  }

  private void scores(Measured measured) throws IOException {
    head("found", "precision", "recall", "F", "right", "wrong", "missed");
    score("findings, severity 1 to 4", measured.findings());
    for (Map.Entry<String, Scores> topic : measured.topics().entrySet()) {
      score("`" + topic.getKey() + "`", topic.getValue());
    }
    score("item boundaries", measured.boundaries());
  }

  private void score(String name, Scores scores) throws IOException {
    row(
        name,
        share(scores.precision()),
        share(scores.recall()),
        share(scores.f()),
        "" + scores.right(),
        "" + scores.wrong(),
        "" + scores.missed());
  }

  private void rates(Measured measured) throws IOException {
    head("read", "share", "right", "of");
    for (Map.Entry<String, Rate> reading : measured.readings().entrySet()) {
      rate(reading.getKey(), reading.getValue());
    }
    rate("documents wrongly flagged", measured.wronglyFlagged());
    row("nDCG of the ranked list", share(measured.ndcg()), "", "");
  }

  private void rate(String name, Rate rate) throws IOException {
    row(name, share(rate.share()), "" + rate.right(), "" + rate.of());
  }

  private void confusions(Confusions confusions) throws IOException {
    head(confusions.value() + " as labelled", "of", "right", "read as");
    for (Confusions.Row each : confusions.rows()) {
      row(each.word(), "" + each.of(), "" + each.right(), each.othersInWords());
    }
  }

  /** A table begins after an empty line. */
  private void head(String... names) throws IOException {
    line("");
    row(names);
    line("|" + " --- |".repeat(names.length));
  }

  private void row(String... cells) throws IOException {
    line("| " + String.join(" | ", cells) + " |");
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
  }

  private void line(String line) throws IOException {
    out.write(line.stripTrailing());
    out.write('\n');
  }
}
