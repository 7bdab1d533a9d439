package org.orderpaper.model;

import java.util.List;

/**
 * A structural observation, such as a seconder that is not recorded. Not recorded is never not
 * done.
 *
 * @param topic {@code procedure.} and the check
 */
public record StructuralNote(
    String id, String fingerprint, String item, String topic, List<Reason> reasons)
    implements ReviewEntry {

  public StructuralNote {
    reasons = List.copyOf(reasons);
  }

  @Override
  public Queue queue() {
    return Queue.LOG;
  }
}
