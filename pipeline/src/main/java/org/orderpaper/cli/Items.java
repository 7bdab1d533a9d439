package org.orderpaper.cli;

import org.jspecify.annotations.Nullable;
import org.orderpaper.archive.ArchiveReader;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.rules.ItemFields;
import org.orderpaper.rules.RuleBook;

/** Looks up what a command names. */
final class Items {

  private Items() {}

  static BusinessItem in(ArchiveReader archive, String id) throws RefusedException {
    return archive
        .item(ItemFields.ITEM, id)
        .orElseThrow(() ->
            new RefusedException(
                "there is no item " + id + " in the archive; copy its id from the report"));
  }

  /** {@code rule} itself, if it is null or the rule book has it. */
  static @Nullable String known(RuleBook ruleBook, @Nullable String rule) throws RefusedException {
    if (rule != null && !ruleBook.card().rules().containsKey(rule)) {
      throw new RefusedException(
          "the rule book has no rule " + rule + "; `rules list` shows those it has");
    }
    return rule;
  }
}
