package org.orderpaper.segment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orderpaper.model.DocumentKind;

/**
 * What is to be seen of an item, for {@link Matters}: its own features, its place in the paper, and
 * how it is set off from its neighbours.
 */
final class MatterFeatures {

  private MatterFeatures() {}

  /**
   * @param at the place of the item among them, from 0
   */
  static Set<String> of(List<OpenItem.Look> looks, int at, DocumentKind kind) {
    OpenItem.Look look = looks.get(at);
    Set<String> features = new LinkedHashSet<>(look.features());
    Draft draft = look.byCues().draft();
    String place = place(at, looks.size());
    boolean titled = draft.headingEnd > 0 || !draft.path.isEmpty();
    features.add("place:" + place);
    features.add("place:" + place + " " + kind.word());
    features.add("place:" + place + " " + isNumbered(draft) + " " + titled);
    if (at + 1 < looks.size()) {
      ItemReader.Read next = looks.get(at + 1).byCues();
      features.add("next:" + setOff(next.draft()) + " " + setOff(draft));
      features.add("next type:" + next.type().word());
      features.add("next depth:" + next.draft().path.size() + " " + draft.path.size());
    }
    if (at > 0) {
      ItemReader.Read before = looks.get(at - 1).byCues();
      features.add("before:" + setOff(before.draft()) + " " + setOff(draft));
      features.add("before type:" + before.type().word() + " " + look.byCues().type().word());
      features.add("before outcome:" + outcome(before) + " " + outcome(look.byCues()));
      features.add("before path:" + before.draft().path.equals(draft.path));
    }
    return features;
  }

  private static String place(int at, int size) {
    return switch (at) {
      case 0 -> "first";
      case 1 -> "second";
      default -> at == size - 1 ? "last" : "within";
    };
  }

  private static boolean isNumbered(Draft draft) {
    return draft.lines.getFirst().label() != null;
  }

  private static String setOff(Draft draft) {
    return (isNumbered(draft) ? "numbered" : "") + (draft.headingEnd > 0 ? " titled" : "");
  }

  private static String outcome(ItemReader.Read read) {
    return read.reading().outcome().word();
  }
}
