package org.orderpaper.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How good the order of the ranked list is: the discounted gain of the list, as a share of that of
 * the best order. The gain of an item is two to the power of its labelled severity, less one; an
 * item that was not found gains nothing, but belongs to the best order.
 *
 * <p>Items of meetings to come, and items reviewed under another paper of their meeting, stand in
 * neither order.
 */
final class Gain {

  private Gain() {}

  static @Nullable Double normalised(List<Anchors.Read> documents, Docket docket, LocalDate asOf) {
    Map<String, Integer> gains = new HashMap<>();
    List<Integer> best = new ArrayList<>();
    Set<String> elsewhere = reviewedElsewhere(docket);
    for (Anchors.Read read : documents) {
      if (isToCome(read.document(), asOf)) {
        continue;
      }
      for (Anchors.Labelled labelled : read.labelled()) {
        int gain = (1 << labelled.label().rankedSeverity()) - 1;
        Optional<String> item = labelled.matter().map(matter -> matter.item().id());
        if (item.isPresent() && elsewhere.contains(item.get())) {
          continue;
        }
        best.add(gain);
        item.ifPresent(id -> gains.merge(id, gain, Integer::max));
      }
    }
    best.sort(Comparator.reverseOrder());
    double highest = discounted(best);
    return highest == 0
        ? null
        : Rate.rounded(discounted(ranked(documents, docket, gains)) / highest);
  }

  private static boolean isToCome(LabelledDocument document, LocalDate asOf) {
    return document.date() != null && document.date().isAfter(asOf);
  }

  private static Set<String> reviewedElsewhere(Docket docket) {
    Set<String> elsewhere = new HashSet<>();
    for (Placed placed : docket.placed()) {
      if (placed.see() != null) {
        elsewhere.add(placed.entry().item());
      }
    }
    docket.ranked().forEach(standing -> elsewhere.remove(standing.matter().item().id()));
    return elsewhere;
  }

  /** The gains of the ranked list, of labelled papers only. */
  private static List<Integer> ranked(
      List<Anchors.Read> documents, Docket docket, Map<String, Integer> gains) {
    Set<String> labelled = new HashSet<>();
    documents.forEach(read -> read.matters().forEach(matter -> labelled.add(matter.item().id())));
    return docket.ranked().stream()
        .map(standing -> standing.matter().item().id())
        .filter(labelled::contains)
        .map(item -> gains.getOrDefault(item, 0))
        .toList();
  }

  private static double discounted(List<Integer> gains) {
    double sum = 0;
    for (int i = 0; i < gains.size(); i++) {
      sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
    }
    return sum;
  }
}
