package org.orderpaper.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderpaper.model.ItemType;

/**
 * How well a paper was cut into items. An item is right when one anchor falls in it and no other;
 * it is wrong when several do, when it shares its anchor with another item, or when it has none and
 * is not {@code admin}, which nobody need label.
 */
final class Boundaries {

  private Boundaries() {}

  static Scores of(Anchors.Read read) {
    Map<String, List<Anchors.Labelled>> anchors = new HashMap<>();
    for (Anchors.Labelled labelled : read.labelled()) {
      for (Matter hit : labelled.hits()) {
        anchors.computeIfAbsent(hit.item().id(), item -> new ArrayList<>()).add(labelled);
      }
    }
    int right = 0;
    int wrong = 0;
    for (Matter matter : read.matters()) {
      List<Anchors.Labelled> inside = anchors.getOrDefault(matter.item().id(), List.of());
      if (inside.size() == 1 && inside.getFirst().hits().size() == 1) {
        right++;
      } else if (!inside.isEmpty() || matter.item().type() != ItemType.ADMIN) {
        wrong++;
      }
    }
    return new Scores(right, wrong, read.labelled().size() - right);
  }
}
