package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Reason;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Shingles;
import org.orderpaper.model.StructuralNote;
import org.orderpaper.model.Unit;

/**
 * Motions that a unit decided again before its standing orders let it. It looks across meetings, so
 * it runs over the whole archive once all of a night is in it; neither batches nor the order of
 * arrival matter. Pure; thread-safe.
 */
public final class Resubmissions {

  /**
   * No unit decides so many motions in a few months: papers that were made to be hostile do, and
   * each would be compared with each. They are then not compared.
   */
  private static final int MOST = 300;

  private static final Comparator<Decided> IN_TIME =
      Comparator.comparing(Decided::date).thenComparing(Decided::item);

  private final StructuralChecks checks;

  Resubmissions(StructuralChecks checks) {
    this.checks = checks;
  }

  /**
   * A motion that was voted on, as far as it is compared.
   *
   * @param document the sha256 of the document it stands in
   */
  public record Decided(
      String item,
      String document,
      Unit unit,
      LocalDate date,
      Outcome outcome,
      Shingles text,
      String id,
      String fingerprint) {}

  /** The item as it is compared, or null where its unit or day is unknown. */
  public static @Nullable Decided decided(BusinessItem item) {
    Unit unit = item.meeting().unit();
    LocalDate date = item.meeting().date();
    if (unit == null || date == null || !StructuralChecks.isDecided(item)) {
      return null;
    }
    return new Decided(
        item.id(),
        item.sha256(),
        unit,
        date,
        item.outcome(),
        Shingles.of(item.text()),
        Hashes.id(item, StructuralChecks.RESCISSION),
        Hashes.fingerprint(item, StructuralChecks.RESCISSION));
  }

  /**
   * The notes on motions that were decided before, joined to the entries.
   *
   * @param entries of the items that are reported
   * @param documents whose items are reported
   * @param decided all motions of the archive that were voted on
   */
  public List<ReviewEntry> with(
      List<ReviewEntry> entries, Collection<String> documents, Collection<Decided> decided) {
    Map<String, StructuralNote> notes = new TreeMap<>();
    byUnit(decided).values().forEach(ofUnit -> addNotes(ofUnit, notes));
    decided.stream()
        .filter(one -> !documents.contains(one.document()))
        .forEach(one -> notes.remove(one.id()));
    List<ReviewEntry> all = new ArrayList<>();
    for (ReviewEntry entry : entries) {
      StructuralNote more = notes.remove(entry.id());
      all.add(entry instanceof StructuralNote note && more != null ? joined(note, more) : entry);
    }
    all.addAll(notes.values());
    return all;
  }

  private static StructuralNote joined(StructuralNote note, StructuralNote more) {
    List<Reason> reasons = new ArrayList<>(note.reasons());
    reasons.addAll(more.reasons());
    return new StructuralNote(note.id(), note.fingerprint(), note.item(), note.topic(), reasons);
  }

  private static Map<String, List<Decided>> byUnit(Collection<Decided> decided) {
    Map<String, List<Decided>> byUnit = new HashMap<>();
    decided.forEach(
        one -> byUnit.computeIfAbsent(one.unit().id(), unit -> new ArrayList<>()).add(one));
    return byUnit;
  }

  private void addNotes(List<Decided> ofUnit, Map<String, StructuralNote> notes) {
    ofUnit.sort(IN_TIME);
    StandingOrders orders = checks.of(ofUnit.getFirst().unit());
    int from = 0;
    for (int i = 1; i < ofUnit.size(); i++) {
      Decided again = ofUnit.get(i);
      while (from < i && isOver(ofUnit.get(from), again, orders)) {
        from++;
      }
      Decided before = i - from > MOST ? null : lastLike(ofUnit.subList(from, i), again);
      if (before != null) {
        notes.put(again.id(), note(before, again));
      }
    }
  }

  private static boolean isOver(Decided before, Decided again, StandingOrders orders) {
    return before.date().isBefore(again.date())
        && !StructuralChecks.isTooSoon(before.date(), again.date(), orders);
  }

  private static @Nullable Decided lastLike(List<Decided> before, Decided again) {
    for (Decided one : before.reversed()) {
      if (one.date().isBefore(again.date()) && one.text().isNearlySame(again.text())) {
        return one;
      }
    }
    return null;
  }

  private static StructuralNote note(Decided before, Decided again) {
    String why =
        "much the same motion was "
            + before.outcome().word()
            + " on "
            + before.date()
            + " (item "
            + before.item()
            + ")";
    return new StructuralNote(
        again.id(),
        again.fingerprint(),
        again.item(),
        StructuralChecks.RESCISSION,
        List.of(new Reason(why, null)));
  }
}
