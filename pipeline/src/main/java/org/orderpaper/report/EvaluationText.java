package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An evaluation as plain text. */
final class EvaluationText {

  private final Writer out;

  private EvaluationText(Writer out) {
    this.out = out;
  }

  static void write(Writer out, Measured measured) throws IOException {
    EvaluationText text = new EvaluationText(out);
    text.line(
        String.format(
            Locale.ROOT,
            "Evaluation as of %s: %s, %s, of which %d found",
            measured.asOf(),
            Prose.count(measured.documents(), "document", "documents"),
            Prose.count(measured.items(), "labelled item", "labelled items"),
            measured.located()));
    text.scores(measured);
    text.rates(measured);
    for (Confusions confusions : Confusions.of(measured)) {
      text.confusions(confusions);
    }
    text.remarks("Anchors not found in exactly one item", measured.lost());
    text.remarks("Missed", measured.missed());
    text.remarks("False alarms", measured.falseAlarms());
    text.remarks("Read otherwise", measured.differences());
  }

  private void scores(Measured measured) throws IOException {
    line("");
    line(
        String.format(
            Locale.ROOT,
            "%-28s %9s %9s %9s %7s %7s %7s",
            "",
            "precision",
            "recall",
            "F",
            "right",
            "wrong",
            "missed"));
    score("findings, severity 1 to 4", measured.findings());
    for (Map.Entry<String, Scores> topic : measured.topics().entrySet()) {
      score("  " + topic.getKey(), topic.getValue());
    }
    score("item boundaries", measured.boundaries());
  }

  private void score(String name, Scores scores) throws IOException {
    line(
        String.format(
            Locale.ROOT,
            "%-28s %9s %9s %9s %7d %7d %7d",
            name,
            share(scores.precision()),
            share(scores.recall()),
            share(scores.f()),
            scores.right(),
            scores.wrong(),
            scores.missed()));
  }

  private void rates(Measured measured) throws IOException {
    line("");
    line(String.format(Locale.ROOT, "%-28s %9s %9s %9s", "", "share", "right", "of"));
    for (Map.Entry<String, Rate> reading : measured.readings().entrySet()) {
      Rate rate = reading.getValue();
      line(
          String.format(
              Locale.ROOT,
              "%-28s %9s %9d %9d",
              reading.getKey(),
              share(rate.share()),
              rate.right(),
              rate.of()));
    }
    line(
        String.format(Locale.ROOT, "%-28s %9s", "nDCG of the ranked list", share(measured.ndcg())));
    Rate flagged = measured.wronglyFlagged();
    line(
        String.format(
            Locale.ROOT,
            "%-28s %9s %9d %9d",
            "documents wrongly flagged",
            share(flagged.share()),
            flagged.right(),
            flagged.of()));
  }

  private void confusions(Confusions confusions) throws IOException {
    line("");
    line(
        String.format(
            Locale.ROOT, "%-28s %9s %9s  %s", confusions.value(), "of", "right", "read as"));
    for (Confusions.Row row : confusions.rows()) {
      line(
          String.format(
                  Locale.ROOT,
                  "  %-26s %9d %9d  %s",
                  row.word(),
                  row.of(),
                  row.right(),
                  row.othersInWords())
              .stripTrailing());
    }
  }

  private void remarks(String title, List<Measured.Remark> remarks) throws IOException {
    line("");
    line(String.format(Locale.ROOT, "%s (%d)", title, remarks.size()));
    for (Measured.Remark remark : remarks) {
      String anchor = remark.anchor().isEmpty() ? "" : " \"" + remark.anchor() + "\"";
      line(String.format(Locale.ROOT, "  %s%s", remark.source(), anchor));
      line(
          String.format(
              Locale.ROOT,
              "      %s: expected %s, got %s",
              remark.what(),
              remark.expected(),
              remark.got()));
    }
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
  }

  private void line(String line) throws IOException {
    out.write(line);
    out.write('\n');
  }
}
