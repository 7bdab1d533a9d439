package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.Subject;
import org.orderpaper.segment.OutcomeReader.What;
import org.orderpaper.segment.Stretch.Role;

/**
 * Gives each sentence to the item that it is told of, wherever it stands: behind an amendment, in a
 * table of votes, in a line that names the motion by its number, in an appendix ({@code
 * docs/decisions/0011}).
 */
final class Attribution {

  /** The most sentences that are told of a motion elsewhere; honest papers have a few. */
  private static final int MOST = 100;

  /** The most words of a sentence that is nothing but an outcome. */
  private static final int BARE = 2;

  /** The most paragraphs of a debate that stand apart from its motion. */
  private static final int GOES_ON = 4;

  private static final String QUOTED_MOTION = "clauses.quoted-motion";

  private Attribution() {}

  /**
   * @param items of one paper, in order; they are read again where sentences move
   */
  static void settle(List<OpenItem> items, Tallies tallies) {
    amendments(items);
    goOnUntilDecided(items);
    afterAmendments(items);
    Map<String, OpenItem> numbered = byNumber(items);
    bySubject(items);
    fromTables(items, numbered, tallies);
    joinWhatIsToldOfTheMotion(items);
  }

  /**
   * The paragraphs below a motion that has a heading or number of its own go on with it until it is
   * decided: "Nine then spoke. 31 were for, 22 against." Other business has a heading as well.
   */
  private static void goOnUntilDecided(List<OpenItem> items) {
    Set<OpenItem> joined = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < items.size(); i++) {
      OpenItem motion = items.get(i);
      int end = isAwaiting(motion) ? decidedAt(items, i) : i;
      for (OpenItem after : items.subList(i + 1, end + 1)) {
        motion.takeIn(after);
        motion.tellAlso(after.told);
        joined.add(after);
      }
    }
    items.removeIf(joined::contains);
  }

  /** Whether something is moved in it, set off from what comes next, and no more is told. */
  private static boolean isAwaiting(OpenItem item) {
    boolean moved =
        item.likely == ItemType.MOTION
            || item.stretches.stream().anyMatch(one -> one.has("motions.moved"));
    return item.draft.isSetOff()
        && moved
        && !isSurelyDecided(item)
        && item.draft.section != Section.MATTERS_ARISING
        && item.stretches.stream().anyMatch(Attribution::isText);
  }

  /** Whether figures tell what became of it, or words that name it. */
  private static boolean isSurelyDecided(OpenItem item) {
    return item.events.stream()
        .anyMatch(event ->
            event.what() == What.FIGURES
                || !event.votes().equals(Votes.NOT_STATED)
                || event.outcome() == Outcome.FELL_NO_SECONDER
                || (event.what() == What.OUTCOME && event.explicit()));
  }

  private static boolean isText(Stretch stretch) {
    return stretch.role() == Role.TEXT || stretch.line().isQuoted() || stretch.has(QUOTED_MOTION);
  }

  private static boolean isOtherBusiness(Stretch stretch) {
    return isText(stretch)
        || OutcomeByCues.speaksOfAmendments(stretch)
        || stretch.has("subjects.elsewhere");
  }

  /** The item with which the motion at {@code i} is decided, or {@code i} if none does so. */
  private static int decidedAt(List<OpenItem> items, int i) {
    for (int next = i + 1; next < items.size() && next <= i + GOES_ON; next++) {
      OpenItem item = items.get(next);
      Line first = item.draft.lines.getFirst();
      boolean own =
          item.draft.headingEnd > 0
              || first.label() != null
              || first.isBullet()
              || first.runIn() > 0
              || first.is(BlockKind.TABLE_ROW)
              || item.draft.hint == Draft.Hint.AMENDMENT
              || item.draft.hint == Draft.Hint.INCIDENT
              || item.likely == ItemType.PROCEDURAL
              || item.stretches.stream().anyMatch(Attribution::isOtherBusiness);
      if (own) {
        return i;
      }
      if (isSurelyDecided(item)) {
        return next;
      }
    }
    return i;
  }

  /**
   * "5.1.3 The motion as amended was agreed to" is no item: it goes with what stands before it,
   * where that is the motion or belongs to it.
   */
  private static void joinWhatIsToldOfTheMotion(List<OpenItem> items) {
    Set<OpenItem> joined = Collections.newSetFromMap(new IdentityHashMap<>());
    OpenItem before = null;
    OpenItem floor = null;
    for (OpenItem item : items) {
      boolean ofFloor = floor != null && item.givenTo == floor;
      if (before != null && ofFloor && item.amendments.isEmpty()) {
        before.takeIn(item);
        joined.add(item);
        continue;
      }
      boolean stays =
          floor != null
              && (item.draft.amended == floor.draft
                  || item.likely == ItemType.AMENDMENT
                  || item.likely == ItemType.INCIDENT
                  || item.likely == ItemType.PROCEDURAL);
      floor = stays ? floor : item;
      before = item;
    }
    items.removeIf(joined::contains);
  }

  private static void amendments(List<OpenItem> items) {
    Map<Draft, OpenItem> byDraft = new HashMap<>();
    items.forEach(item -> byDraft.put(item.draft, item));
    for (OpenItem item : items) {
      OpenItem motion = item.draft.amended == null ? null : byDraft.get(item.draft.amended);
      if (motion != null) {
        motion.amendments.add(item);
      }
    }
  }

  /**
   * What is told of the motion after an amendment or an incident came between belongs to the motion
   * all the same.
   */
  private static void afterAmendments(List<OpenItem> items) {
    OpenItem motion = null;
    List<Stretch> back = new ArrayList<>();
    for (OpenItem item : items) {
      ItemType type = item.likely;
      if (motion != null && item.isToldAlone() && MotionAgain.opens(item.told)) {
        back.addAll(item.told);
        item.tell(List.of());
        item.givenTo = motion;
        continue;
      }
      // What is amended is a motion, whatever its words look like.
      boolean another = type == ItemType.MOTION || !item.amendments.isEmpty();
      if (motion != null && giveNextBusiness(item, motion)) {
        continue;
      }
      MotionAgain.Parted parted = MotionAgain.part(item.told);
      boolean comesBack = !parted.motions().isEmpty();
      boolean between =
          type == ItemType.AMENDMENT
              || type == ItemType.INCIDENT
              || (motion != null && !another && !motion.isDecided() && comesBack);
      if (another || (!between && type != ItemType.PROCEDURAL)) {
        giveBack(back, motion);
        back.clear();
        motion = another ? item : null;
      } else if (motion != null && between) {
        back.addAll(parted.motions());
        if (comesBack) {
          item.tell(parted.own());
        }
        giveStatements(item, motion);
      }
    }
    giveBack(back, motion);
  }

  /**
   * "It was moved that we go to next business, 19 for and 7 against": what was carried is the
   * proposal, and what became of the motion is that it was left.
   */
  private static boolean giveNextBusiness(OpenItem item, OpenItem motion) {
    boolean left =
        item.likely == ItemType.PROCEDURAL
            && OutcomeReader.fold(item.events, Subject.PROCEDURAL).outcome()
                == Outcome.NEXT_BUSINESS;
    if (left && !motion.isDecided()) {
      Set<Event> moved = Collections.newSetFromMap(new IdentityHashMap<>());
      List<Event> states = new ArrayList<>();
      for (Event event : item.events) {
        if (event.outcome() == Outcome.NEXT_BUSINESS) {
          moved.add(event);
          states.add(event.ofMotion());
        }
      }
      motion.give(states.subList(0, Math.min(1, states.size())));
      item.lose(moved);
    }
    return left;
  }

  private static void giveBack(List<Stretch> back, @Nullable OpenItem motion) {
    if (motion != null && !back.isEmpty()) {
      motion.tellAlso(first(back));
    }
  }

  private static void giveStatements(OpenItem item, OpenItem motion) {
    Set<Event> moved = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Event> inOrder = new ArrayList<>();
    for (Event event : item.events) {
      boolean motions = event.subject() == Subject.MOTION && event.explicit();
      if (motions || event.outcome() == Outcome.CARRIED_AS_AMENDED) {
        moved.add(event);
        inOrder.add(event);
      }
    }
    item.lose(moved);
    motion.give(inOrder);
  }

  /** The motions by what numbers them, each number's first. */
  private static Map<String, OpenItem> byNumber(List<OpenItem> items) {
    Map<String, OpenItem> motions = new HashMap<>();
    Gifts gifts = new Gifts();
    for (OpenItem item : items) {
      boolean results = MotionNumbers.announces(item.draft);
      gifts.from(
          item,
          stretch -> {
            String key = MotionNumbers.inSentence(stretch, results);
            return key == null ? null : MotionNumbers.named(key, motions);
          },
          true);
      if (item.likely == ItemType.MOTION || item.likely == ItemType.AMENDMENT) {
        number(item, motions, gifts);
      }
    }
    gifts.handOut();
    for (OpenItem item : items) {
      if (item.upAbove != null) {
        item.tellAlso(first(toldOf(item.upAbove)));
      }
    }
    return motions;
  }

  private static void number(OpenItem item, Map<String, OpenItem> motions, Gifts gifts) {
    for (String key : MotionNumbers.keys(item.draft)) {
      OpenItem first = motions.putIfAbsent(key, item);
      if (first != null && item.isToldAlone() && !first.isDecided()) {
        // "Motion (2): in favour 6, against 13", at the end of the minutes.
        gifts.to(first, toldOf(item));
      }
      OpenItem debated = MotionNumbers.debated(key, motions);
      if (debated != null && debated != item && item.isTextAlone() && item.upAbove == null) {
        // The text in the appendix of what was debated further up.
        item.upAbove = debated;
      }
    }
  }

  /** What names its motion by the subject, once it is known which of them have no outcome. */
  private static void bySubject(List<OpenItem> items) {
    MotionsBySubject motions = MotionsBySubject.of(items);
    Gifts gifts = new Gifts();
    for (int i = 0; i < items.size(); i++) {
      int at = i;
      gifts.from(items.get(i), stretch -> motions.named(stretch, at), false);
    }
    gifts.handOut();
  }

  /** Sentences that stand in one item and are told of another, until all are found. */
  private static final class Gifts {
    private final Map<OpenItem, List<Stretch>> byMotion = new LinkedHashMap<>();

    /**
     * Takes from an item what is told of a motion elsewhere.
     *
     * @param motionOf gives the motion that a sentence names, or null
     * @param surely whether it is named so surely that "Passed." behind it goes with it
     */
    void from(OpenItem item, Function<Stretch, @Nullable OpenItem> motionOf, boolean surely) {
      List<Stretch> own = new ArrayList<>();
      OpenItem receiver = null;
      OpenItem last = null;
      for (Stretch stretch : item.told) {
        OpenItem named = motionOf.apply(stretch);
        // "F2: 23-0-2. Passed."
        OpenItem motion = named == null && surely && isBareOutcome(stretch) ? last : named;
        last = motion;
        if (motion == null) {
          own.add(stretch);
        } else {
          to(motion, List.of(stretch));
          receiver = motion;
        }
      }
      if (own.size() < item.told.size()) {
        item.tell(own);
        item.givenTo = own.isEmpty() ? receiver : null;
      }
    }

    private static boolean isBareOutcome(Stretch stretch) {
      return stretch.role() == Role.TOLD
          && stretch.to() - stretch.body() <= BARE
          && Clauses.tellsOutcome(stretch);
    }

    void to(OpenItem motion, List<Stretch> sentences) {
      byMotion.computeIfAbsent(motion, other -> new ArrayList<>()).addAll(sentences);
    }

    void handOut() {
      byMotion.forEach((motion, sentences) -> motion.tellAlso(first(sentences)));
    }
  }

  private static List<Stretch> toldOf(OpenItem item) {
    return item.told.stream().filter(one -> one.role() == Role.TOLD).toList();
  }

  private static List<Stretch> first(List<Stretch> sentences) {
    return sentences.subList(0, Math.min(MOST, sentences.size()));
  }

  /** The motion itself, or that amendment of it; null if it has none such. */
  private static @Nullable OpenItem voted(OpenItem motion, int amendment) {
    if (amendment == 0) {
      return motion;
    }
    int last = Math.min(amendment, motion.amendments.size());
    return last == 0 ? null : motion.amendments.get(last - 1);
  }

  /** The last motion that begins above a line, or null. */
  private static @Nullable OpenItem lastMotion(List<OpenItem> items, int line) {
    OpenItem last = null;
    for (OpenItem item : items) {
      boolean before = item.draft.lines.getFirst().index() < line;
      last = before && item.likely == ItemType.MOTION ? item : last;
    }
    return last;
  }

  /** A motion has one row; a table that names it again was made to be hostile. */
  private static void fromTables(
      List<OpenItem> items, Map<String, OpenItem> motions, Tallies tallies) {
    Map<OpenItem, Tallies.Row> byMotion = new HashMap<>();
    for (Tallies.Row row : tallies.rows()) {
      boolean above = row.key().equals(Tallies.ABOVE);
      OpenItem motion =
          above ? lastMotion(items, row.line().index()) : MotionNumbers.named(row.key(), motions);
      OpenItem voted = motion == null ? null : voted(motion, row.amendment());
      if (voted != null) {
        byMotion.putIfAbsent(voted, row);
      }
    }
    items.forEach(
        item -> item.columns = tallies.columns().get(item.draft.lines.getFirst().index()));
    for (OpenItem item : items) {
      OpenItem motion = item.upAbove == null ? item : item.upAbove;
      item.columns = motion.columns;
      Tallies.Row row = byMotion.get(motion);
      if (row != null) {
        item.tellAlso(List.of(row.stretch()));
        item.tally = row;
      }
    }
  }
}
