package org.orderpaper.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A maximum entropy model as a table of weights: for each feature, how much it speaks for or
 * against each label. The probability of a label is {@code exp(sum of its weights)} over the sum of
 * the same for all labels (Berger, Della Pietra and Della Pietra, 1996). Immutable.
 *
 * <p>The table is text: a line of labels, then a line a feature with its weights, {@code
 * feature<tab>label=weight ...}, those near zero left out. Lines that begin with {@code #} are
 * comments.
 */
final class LearnedModel {

  /** How many features are named as reasons. */
  private static final int REASONS = 3;

  private final List<String> labels;
  private final Map<String, Row> rows;

  private LearnedModel(List<String> labels, Map<String, Row> rows) {
    this.labels = List.copyOf(labels);
    this.rows = rows;
  }

  /** A feature and its weights for some of the labels: most features speak of few. */
  private static final class Row {
    private final String feature;
    private final int[] labels;
    private final float[] weights;

    Row(String feature, int size) {
      this.feature = feature;
      this.labels = new int[size];
      this.weights = new float[size];
    }

    float weight(int label) {
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == label) {
          return weights[i];
        }
      }
      return 0;
    }
  }

  /**
   * The best label.
   *
   * @param probability from 0 to 1
   * @param reasons the features that speak most for it, the strongest first
   */
  record Judgement(String label, double probability, List<String> reasons) {}

  /** Reads a table from the class path. */
  static LearnedModel read(String resource) {
    InputStream in = LearnedModel.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("no model " + resource + " on the class path");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(lines.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + resource + " cannot be read", e);
    }
  }

  /** A model from the lines of its table. */
  static LearnedModel of(List<String> lines) {
    List<String> labels = List.of(lines.getFirst().split(" ", -1));
    Map<String, Row> rows = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      String[] entries = line.substring(tab + 1).split(" ", -1);
      Row row = new Row(line.substring(0, tab), entries.length);
      for (int i = 0; i < entries.length; i++) {
        int sign = entries[i].indexOf('=');
        row.labels[i] = labels.indexOf(entries[i].substring(0, sign));
        row.weights[i] = Float.parseFloat(entries[i].substring(sign + 1));
      }
      rows.put(row.feature, row);
    }
    return new LearnedModel(labels, rows);
  }

  /** The best label, with its reasons. */
  Judgement judge(Collection<String> features) {
    return judged(features, true);
  }

  /** The same without reasons, for what is asked of every sentence and figure. */
  Judgement guess(Collection<String> features) {
    return judged(features, false);
  }

  private Judgement judged(Collection<String> features, boolean explained) {
    List<Row> known = new ArrayList<>();
    double[] sums = new double[labels.size()];
    for (String feature : features) {
      Row row = rows.get(feature);
      if (row != null) {
        if (explained) {
          known.add(row);
        }
        for (int i = 0; i < row.labels.length; i++) {
          sums[row.labels[i]] += row.weights[i];
        }
      }
    }
    int best = 0;
    for (int i = 1; i < sums.length; i++) {
      best = sums[i] > sums[best] ? i : best;
    }
    double all = 0;
    for (double sum : sums) {
      all += Math.exp(sum - sums[best]);
    }
    return new Judgement(labels.get(best), 1 / all, reasons(known, best));
  }

  /** The features that speak most for a label; of those that speak alike, the first by name. */
  private static List<String> reasons(List<Row> known, int label) {
    List<Row> best = new ArrayList<>();
    Comparator<Row> order =
        Comparator.<Row>comparingDouble(row -> -row.weight(label))
            .thenComparing(row -> row.feature);
    for (Row row : known) {
      if (row.weight(label) > 0) {
        int at = best.size();
        while (at > 0 && order.compare(row, best.get(at - 1)) < 0) {
          at--;
        }
        if (at < REASONS) {
          best.add(at, row);
        }
        if (best.size() > REASONS) {
          best.removeLast();
        }
      }
    }
    return best.stream().map(row -> row.feature).toList();
  }
}
