package org.orderpaper.model;

import java.util.List;

/**
 * An item was ruled out citing an instruction although no topic that an instruction forbade that
 * day matches its text.
 *
 * @param reasons why it stands on this list
 */
public record OverRestriction(String id, String fingerprint, String item, List<Reason> reasons)
    implements ReviewEntry {

  public OverRestriction {
    reasons = List.copyOf(reasons);
  }

  @Override
  public Queue queue() {
    return Queue.OVER_RESTRICTION;
  }
}
