package org.orderpaper.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Reason;
import org.orderpaper.model.ReviewEntry;
import org.orderpaper.model.Span;

/**
 * Why an item matches rules, or why it does not match one.
 *
 * @param item its id
 * @param entries what a run writes of the item; of the one rule alone, where one was asked for
 * @param rules the rules that were asked for, in the order of their ids; empty where the rule book
 *     has no such rule
 */
public record Explanation(String item, List<ReviewEntry> entries, List<OfRule> rules) {

  public Explanation {
    entries = List.copyOf(entries);
    rules = List.copyOf(rules);
  }

  /**
   * One rule on the item.
   *
   * @param rule its id
   * @param matched whether it gives a finding, of whatever severity
   * @param missing the facet, as rules write it, that was missing and replaced; null where none was
   * @param obstacles why the rule does not look at this item, a sentence each; empty where it does
   * @param when the conditions of the rule on the whole text, sentences that {@code unless} removed
   *     left out
   * @param instead the same with the missing facet replaced, or null where that was not tried
   * @param unless the conditions that remove matches, or null where the rule has none
   * @param removed the sentences whose words did not count because of {@code unless}
   * @param reasons what speaks for the match
   * @param against what speaks against it
   */
  public record OfRule(
      String rule,
      boolean matched,
      @Nullable String missing,
      List<String> obstacles,
      Trace when,
      @Nullable Trace instead,
      @Nullable Trace unless,
      List<Span> removed,
      List<Reason> reasons,
      List<Reason> against) {

    public OfRule {
      obstacles = List.copyOf(obstacles);
      removed = List.copyOf(removed);
      reasons = List.copyOf(reasons);
      against = List.copyOf(against);
    }
  }

  /**
   * One condition with what became of it.
   *
   * @param condition as the rule writes it, on one line
   * @param held whether it held; members are looked up in the whole text, so that all members may
   *     hold though they do not hold together
   * @param words the words that it held by, in the item's clear text; empty where it failed, or
   *     where it holds for the item as a whole
   * @param members the conditions in it
   */
  public record Trace(String condition, boolean held, List<Span> words, List<Trace> members) {

    public Trace {
      words = List.copyOf(words);
      members = List.copyOf(members);
    }
  }
}
