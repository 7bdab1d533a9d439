package org.orderpaper.learning;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Learns the weights of a maximum entropy model. The search may end long before it is at its goal
 * and does not say so: so there are several, each with another price of the weights and another
 * memory of its steps, which send it another way, and what comes nearest to the goal counts.
 *
 * @param l1 the price of a weight, by its size
 * @param l2 the price of a weight, by its square
 * @param rounds the most steps of one search
 */
public record WeightSearch(double l1, double l2, int rounds) {

  private static final double[] ASIDE = {1, 1.1, 0.9, 1.3, 0.7, 1.6};
  private static final int[] MEMORY = {15, 15, 15, 7, 25, 5};

  /** The searches that are always made. */
  private static final int FEWEST = 2;

  /**
   * Of a search that ended at its goal the cost of an example is about this part of what it is when
   * nothing is learned, or less.
   */
  private static final double LEARNED = 0.35;

  /** The best of several searches. */
  public QNModel over(List<Event> events) throws IOException {
    QNModel best = once(events, 0);
    double least = cost(best, events);
    double unlearned = unlearned(events);
    for (int i = 1; i < ASIDE.length && (i < FEWEST || least > LEARNED * unlearned); i++) {
      QNModel other = once(events, i);
      double cost = cost(other, events);
      if (cost < least) {
        best = other;
        least = cost;
      }
    }
    System.out.printf(
        "  cost %.0f of %.0f%s%n",
        least, unlearned, least > LEARNED * unlearned ? ": perhaps not at its goal" : "");
    return best;
  }

  private QNModel once(List<Event> events, int way) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(QNTrainer.L1COST_PARAM, l1);
    parameters.put(QNTrainer.L2COST_PARAM, l2 * ASIDE[way]);
    parameters.put(QNTrainer.M_PARAM, MEMORY[way]);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, new HashMap<>());
    indexer.index(ObjectStreamUtils.createObjectStream(events));
    QNTrainer trainer = new QNTrainer(parameters);
    trainer.init(parameters, new HashMap<>());
    return trainer.trainModel(rounds, indexer);
  }

  /** The cost of knowing nothing but how frequent each label is. */
  private static double unlearned(List<Event> events) {
    Map<String, Integer> counts = new HashMap<>();
    events.forEach(event -> counts.merge(event.getOutcome(), 1, Integer::sum));
    double cost = 0;
    for (int count : counts.values()) {
      cost -= count * Math.log(count / (double) events.size());
    }
    return cost;
  }

  /** What the search makes least: how unlikely the events are, and the price of the weights. */
  private double cost(QNModel model, List<Event> events) {
    double cost = 0;
    for (Event event : events) {
      double[] likely = model.eval(event.getContext());
      cost -= Math.log(Math.max(likely[model.getIndex(event.getOutcome())], 1e-300));
    }
    return cost + price(model);
  }

  private double price(QNModel model) {
    Object[] data = model.getDataStructures();
    Context[] contexts = (Context[]) data[0];
    @SuppressWarnings("unchecked")
    Map<String, Object> places = (Map<String, Object>) data[1];
    double price = 0;
    for (Object place : places.values()) {
      Context context = place instanceof Context own ? own : contexts[((Number) place).intValue()];
      for (double weight : context.getParameters()) {
        price += l1 * Math.abs(weight) + l2 * weight * weight;
      }
    }
    return price;
  }
}
