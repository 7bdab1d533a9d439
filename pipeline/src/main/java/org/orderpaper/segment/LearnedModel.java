package org.orderpaper.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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
  private final Map<String, float[]> weights;

  private LearnedModel(List<String> labels, Map<String, float[]> weights) {
    this.labels = List.copyOf(labels);
    this.weights = weights;
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
    Map<String, float[]> weights = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      float[] row = new float[labels.size()];
      for (String weight : line.substring(tab + 1).split(" ", -1)) {
        int sign = weight.indexOf('=');
        row[labels.indexOf(weight.substring(0, sign))] =
            Float.parseFloat(weight.substring(sign + 1));
      }
      weights.put(line.substring(0, tab), row);
    }
    return new LearnedModel(labels, weights);
  }

  Judgement judge(Collection<String> features) {
    List<String> known = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    double[] sums = new double[labels.size()];
    for (String feature : features) {
      float[] row = weights.get(feature);
      if (row != null) {
        known.add(feature);
        rows.add(row);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += row[i];
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
    return new Judgement(labels.get(best), 1 / all, reasons(known, rows, best));
  }

  /** The features that speak most for a label; of those that speak alike, the first by name. */
  private static List<String> reasons(List<String> known, List<float[]> rows, int label) {
    List<String> reasons = new ArrayList<>();
    boolean[] named = new boolean[known.size()];
    for (int n = 0; n < REASONS; n++) {
      int most = -1;
      for (int i = 0; i < named.length; i++) {
        float weight = rows.get(i)[label];
        boolean more =
            most < 0
                || weight > rows.get(most)[label]
                || (weight == rows.get(most)[label] && known.get(i).compareTo(known.get(most)) < 0);
        most = !named[i] && weight > 0 && more ? i : most;
      }
      if (most >= 0) {
        named[most] = true;
        reasons.add(known.get(most));
      }
    }
    return reasons;
  }
}
