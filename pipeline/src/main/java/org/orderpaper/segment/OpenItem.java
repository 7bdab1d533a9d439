package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Votes;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.What;
import org.orderpaper.segment.Stretch.Role;

/**
 * An item while its paper is read: what stands in it, and what is told of it, there or elsewhere.
 * Mutable; used by one thread while one paper is read.
 */
final class OpenItem {

  final Draft draft;

  /** The sentences that stand in it. */
  final List<Stretch> stretches;

  /** The sentences that are told of it, those in other items too. */
  List<Stretch> told;

  /** All that they state, whosever it is. */
  List<Event> stated;

  /** What of it is stated of this item. */
  List<Event> events;

  TypeReader.Typed typed;

  /** What it is most likely, where that is asked before all is known that is told of it. */
  ItemType likely;

  /** The row of a table of votes that is its own, or null. */
  Tallies.@Nullable Row tally;

  /** The votes in the columns of the row that it is, or null. */
  @Nullable Votes columns;

  /** The same motion further up, where it was debated, if this is its text in an appendix. */
  @Nullable OpenItem upAbove;

  /** The motion that all of it is told of, or null while something is told of itself. */
  @Nullable OpenItem givenTo;

  /** The items that amend it. */
  final List<OpenItem> amendments = new ArrayList<>();

  private final boolean othersAreHeaded;

  /** Whether something is told of it elsewhere, as of a motion. */
  private boolean toldElsewhere;

  /** Statements of other items that are about this one. */
  private final List<Event> given = new ArrayList<>();

  /** How it was read before all was known that is told of it, while that is all there is. */
  private @Nullable Look look;

  /**
   * An item as the cues alone read it.
   *
   * @param features from which it is judged
   */
  record Look(ItemReader.Read byCues, Set<String> features) {}

  OpenItem(Draft draft, Paper paper, boolean last) {
    this.draft = draft;
    this.othersAreHeaded = paper.kind() == DocumentKind.MINUTES && Elsewhere.isHeaded(draft);
    this.stretches = new ArrayList<>(Stretch.of(draft));
    this.told = List.copyOf(stretches);
    this.stated = OutcomeReader.events(told);
    this.events = own(stated);
    this.typed = TypeReader.read(draft, stretches, events, paper, last);
    this.likely = typed.type();
    events.removeIf(event -> isLooseDefeat(event, typed.type()));
  }

  private List<Event> own(List<Event> all) {
    List<Event> own = new ArrayList<>(all);
    if (othersAreHeaded) {
      own.removeIf(event -> !Elsewhere.isOurs(event));
    }
    return own;
  }

  /** "We lost one seat", "the lease falls in": without a motion such words defeat nothing. */
  private boolean isLooseDefeat(Event event, ItemType type) {
    boolean motion =
        toldElsewhere
            || type == ItemType.MOTION
            || type == ItemType.AMENDMENT
            || type == ItemType.PROCEDURAL;
    // "Not agreed" is no loose word.
    boolean negated = event.hit().key().equals("outcomes.carried");
    boolean counted = event.votes().inFavour() != null && event.votes().against() != null;
    return event.outcome() == Outcome.DEFEATED
        && !event.explicit()
        && !motion
        && !negated
        && !counted;
  }

  /** Keeps how it is read for as long as nothing else is told of it. */
  void keep(Look read) {
    look = read;
  }

  /** How it was read, or null when something else is told of it since, or of its amendments. */
  @Nullable Look look() {
    boolean alone = amendments.isEmpty() && upAbove == null && tally == null && columns == null;
    return alone ? look : null;
  }

  /** Reads again, now that only those sentences are known to be told of it. */
  void tell(List<Stretch> sentences) {
    look = null;
    told = List.copyOf(sentences);
    stated = OutcomeReader.events(told);
    events = own(stated);
    events.removeIf(event -> isLooseDefeat(event, typed.type()));
    events.addAll(given);
  }

  /** Reads again, with more sentences. */
  void tellAlso(List<Stretch> more) {
    List<Stretch> all = new ArrayList<>(told);
    all.addAll(more);
    toldElsewhere = true;
    tell(all);
  }

  /** Takes statements of another item. */
  void give(List<Event> statements) {
    look = statements.isEmpty() ? look : null;
    given.addAll(statements);
    events.addAll(statements);
  }

  /** Loses statements that are about another item. */
  void lose(Set<Event> statements) {
    look = statements.isEmpty() ? look : null;
    events.removeIf(statements::contains);
  }

  /** Takes in what stands after it and is told of another: to itself nothing is told by it. */
  void takeIn(OpenItem after) {
    look = null;
    after.draft.lines.forEach(draft::add);
    stretches.addAll(after.stretches);
  }

  /** The votes that the columns of a table give, or else {@code counted}, as read from words. */
  Votes inColumns(Votes counted) {
    Tallies.Row row = tally;
    Votes cells = columns;
    return row != null ? row.votes() : cells != null ? cells : counted;
  }

  /** Whether it tells what became of a motion, and gives none. */
  boolean isToldAlone() {
    return told.stream().noneMatch(one -> one.role() == Role.TEXT)
        && told.stream().anyMatch(one -> one.role() == Role.TOLD && Clauses.decides(one));
  }

  /** Whether it is the text of a motion with nothing told of it. */
  boolean isTextAlone() {
    return events.isEmpty() && told.stream().anyMatch(one -> one.role() == Role.TEXT);
  }

  boolean isDecided() {
    return events.stream()
        .anyMatch(one -> one.what() == What.OUTCOME || one.what() == What.FIGURES);
  }
}
