package org.orderpaper.model;

/** An entry that a scan writes about one item. */
public sealed interface ReviewEntry permits Finding, OverRestriction, WelfareEntry, StructuralNote {

  /** Hash of item and topic. */
  String id();

  /** Hash of topic, unit, date and normalised text: the same for a paper that was saved again. */
  String fingerprint();

  /** The id of the item. */
  String item();

  Queue queue();
}
