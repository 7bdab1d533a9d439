package org.orderpaper.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a report says of the rule book it rests on.
 *
 * @param hash of all its files, in lower-case hexadecimal
 * @param faults what could not be used, first in the report
 */
public record RuleBookCard(
    String hash,
    Map<String, RuleCard> rules,
    Map<String, Topic> topics,
    Map<String, Instruction> instructions,
    List<RuleFault> faults) {

  public RuleBookCard {
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    topics = Collections.unmodifiableMap(new TreeMap<>(topics));
    instructions = Collections.unmodifiableMap(new TreeMap<>(instructions));
    faults = List.copyOf(faults);
  }
}
