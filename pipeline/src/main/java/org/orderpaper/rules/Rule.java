package org.orderpaper.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Act;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.RuleCard;
import org.orderpaper.model.RuleStatus;

/**
 * One rule, compiled.
 *
 * @param file relative to the rules folder
 * @param items the item types that it looks at; empty for all
 * @param kinds the kinds of document that it looks at; empty for all
 * @param newslettersOnPages whether of newsletters it looks at web pages only, not at mailings
 * @param likely how much an item must read like the topic for the rule to look at it, or null
 * @param unless what removes the matches in its own sentence, or null
 * @param reasonsFor looked up in the sentences of the evidence
 * @param reasonsAgainst looked up there too; they never drop a match
 * @param missing what stands in for a named subject, or null
 * @param wording binds the rule to limbs of the same wording; null for limbs without
 * @param meetings the days of the meetings that it concerns; empty for all
 * @param whenCarried acts that a carried or published item of this rule shows too
 * @param cap the highest severity that it may give, 0 to 4
 */
record Rule(
    RuleCard card,
    String file,
    List<ItemType> items,
    List<DocumentKind> kinds,
    boolean newslettersOnPages,
    Condition.@Nullable Like likely,
    Condition when,
    @Nullable Condition unless,
    List<Condition> reasonsFor,
    List<Condition> reasonsAgainst,
    @Nullable MissingFacet missing,
    @Nullable String wording,
    List<Validity> meetings,
    List<Act> whenCarried,
    int cap,
    List<Case> cases) {

  /** The names of saved web pages. */
  private static final Pattern PAGE = Pattern.compile("(?i)\\.(?:x?html?|mhtml?|md)$");

  Rule {
    items = List.copyOf(items);
    kinds = List.copyOf(kinds);
    reasonsFor = List.copyOf(reasonsFor);
    reasonsAgainst = List.copyOf(reasonsAgainst);
    meetings = List.copyOf(meetings);
    whenCarried = List.copyOf(whenCarried);
    cases = List.copyOf(cases);
  }

  /**
   * The rule with a facet replaced, tried where the rule itself fails.
   *
   * @param of the facet that may be missing, as rules write it
   * @param severity the highest severity that such a match may have
   */
  record MissingFacet(Condition when, String of, int severity) {}

  /**
   * An example beside the rule.
   *
   * @param line in the rule's file, from 1
   * @param column in the rule's file, from 1
   */
  record Case(CaseKind kind, String text, int line, int column) {}

  String id() {
    return card.id();
  }

  String topic() {
    return card.topic();
  }

  boolean runs() {
    return card.status() != RuleStatus.RETIRED;
  }

  /** Whether it looks at meetings on {@code date}; an unknown date is outside every limit. */
  boolean concerns(@Nullable LocalDate date) {
    return meetings.isEmpty() || meetings.stream().anyMatch(days -> days.includes(date));
  }

  boolean looksAt(ItemType type) {
    return items.isEmpty() || items.contains(type);
  }

  boolean looksAt(DocumentKind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /** Whether it looks at the document that {@code item} stands in. */
  boolean looksAtDocumentOf(BusinessItem item) {
    DocumentKind kind = item.meeting().kind();
    boolean mailed = kind == DocumentKind.NEWSLETTER && !PAGE.matcher(item.source()).find();
    return looksAt(kind) && !(newslettersOnPages && mailed);
  }

  /** The experts' queries in any of its conditions. */
  List<Condition.ByQuery> queries() {
    List<Condition.ByQuery> queries = new ArrayList<>();
    conditions().forEach(condition -> collect(condition, queries));
    return queries;
  }

  private static void collect(Condition condition, List<Condition.ByQuery> queries) {
    if (condition instanceof Condition.ByQuery query) {
      queries.add(query);
    }
    condition.children().forEach(child -> collect(child, queries));
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>(reasonsFor);
    conditions.addAll(reasonsAgainst);
    conditions.add(when);
    if (unless != null) {
      conditions.add(unless);
    }
    if (missing != null) {
      conditions.add(missing.when());
    }
    return conditions;
  }
}
