package org.orderpaper.model;

/** An incident as minuted: no topic, no severity, no rule, no rank. */
public record WelfareEntry(String id, String fingerprint, String item) implements ReviewEntry {

  @Override
  public Queue queue() {
    return Queue.WELFARE;
  }
}
