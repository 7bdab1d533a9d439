package org.orderpaper.segment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orderpaper.model.DocumentKind;

/**
 * What is to be seen of an item, for {@link Matters}: its own features, its place in the paper, how
 * it is set off from its neighbours, and whether it goes on about what stands above it.
 */
final class MatterFeatures {

  private static final int MOST_SHARED = 3;

  private final List<OpenItem.Look> looks;
  private final int at;
  private final Draft draft;
  private final String type;
  private final String kind;
  private final Set<String> features;

  private MatterFeatures(List<OpenItem.Look> looks, int at, DocumentKind kind) {
    OpenItem.Look look = looks.get(at);
    this.looks = looks;
    this.at = at;
    this.draft = look.byCues().draft();
    this.type = look.byCues().type().word();
    this.kind = kind.word();
    this.features = new LinkedHashSet<>(look.features());
  }

  /**
   * @param at the place of the item among them, from 0
   */
  static Set<String> of(List<OpenItem.Look> looks, int at, DocumentKind kind) {
    MatterFeatures seen = new MatterFeatures(looks, at, kind);
    seen.place();
    seen.layout();
    if (at > 0) {
      seen.before(looks.get(at - 1).byCues());
    }
    if (at + 1 < looks.size()) {
      seen.next(looks.get(at + 1).byCues());
    }
    return seen.features;
  }

  private void place() {
    String place =
        switch (at) {
          case 0 -> "first";
          case 1 -> "second";
          default -> at == looks.size() - 1 ? "last" : "within";
        };
    boolean titled = draft.headingEnd > 0 || !draft.path.isEmpty();
    features.add("place:" + place);
    features.add("place:" + place + " " + kind);
    features.add("place:" + place + " " + isNumbered(draft) + " " + titled);
    int left = Math.min(3, looks.size() - 1 - at);
    features.add("from end:" + left + " " + kind + " " + draft.isSetOff());
  }

  /** Where it stands among the items that titles or numbers set off, and how many those are. */
  private void layout() {
    int first = -1;
    int last = -1;
    int all = 0;
    for (int i = 0; i < looks.size(); i++) {
      if (looks.get(i).byCues().draft().isSetOff()) {
        first = first < 0 ? i : first;
        last = i;
        all++;
      }
    }
    String where = all == 0 ? "none" : at < first ? "above" : at > last ? "below" : "among";
    String much = all * 3 >= looks.size() * 2 ? "most" : all * 3 >= looks.size() ? "some" : "few";
    int length = 32 - Integer.numberOfLeadingZeros(TypeReader.words(draft));
    features.add("set off:" + where + " " + much + " " + draft.isSetOff());
    features.add("set off:" + where + " " + much + " " + draft.isSetOff() + " " + kind);
    features.add("set off:" + where + " " + draft.isSetOff() + " " + type);
    features.add("set off:" + where + " " + draft.isSetOff() + " " + length);
  }

  private void before(ItemReader.Read before) {
    features.add("before:" + setOff(before.draft()) + " " + setOff(draft));
    features.add("before type:" + before.type().word() + " " + type);
    features.add("before outcome:" + outcome(before) + " " + outcome(looks.get(at).byCues()));
    features.add("before path:" + before.draft().path.equals(draft.path));
    int shared =
        SubjectWords.shared(
            SubjectWords.of(Stretch.of(draft)),
            SubjectWords.of(Stretch.of(before.draft())),
            MOST_SHARED);
    features.add("shared:" + shared + " " + draft.isSetOff());
  }

  private void next(ItemReader.Read next) {
    features.add("next:" + setOff(next.draft()) + " " + setOff(draft));
    features.add("next type:" + next.type().word());
    features.add("next depth:" + next.draft().path.size() + " " + draft.path.size());
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
