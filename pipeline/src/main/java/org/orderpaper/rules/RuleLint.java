package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.orderpaper.model.Instruction;
import org.orderpaper.model.Limb;
import org.orderpaper.model.RuleFault;
import org.orderpaper.model.RuleStatus;

/** What a rule book lacks although every file of it can be read. */
final class RuleLint {

  private final List<Rule> rules;
  private final Map<String, TopicTerms> topics;
  private final Collection<DatedInstruction> instructions;
  private final List<RuleFault> faults = new ArrayList<>();

  RuleLint(
      List<Rule> rules, Map<String, TopicTerms> topics, Collection<DatedInstruction> instructions) {
    this.rules = rules;
    this.topics = topics;
    this.instructions = instructions;
  }

  List<RuleFault> faults() {
    for (Rule rule : rules) {
      authority(rule);
      cases(rule);
    }
    for (DatedInstruction each : instructions) {
      dates(each.instruction());
    }
    return faults;
  }

  /** A rule without authority would give findings that rest on nothing. */
  private void authority(Rule rule) {
    TopicTerms topic = topics.get(rule.topic());
    if (topic == null || topic.topic().observed() || topic.isStructural() || topic.hasBase()) {
      return;
    }
    boolean bound =
        instructions.stream()
            .flatMap(each -> each.instruction().limbs().stream())
            .anyMatch(limb -> binds(limb, rule));
    if (!bound && rule.runs()) {
      String wording = rule.wording() == null ? "" : " with the wording '" + rule.wording() + "'";
      add(rule, "no instruction has a limb for the topic '" + rule.topic() + "'" + wording);
    }
  }

  private static boolean binds(Limb limb, Rule rule) {
    return limb.topic().equals(rule.topic()) && Objects.equals(limb.wording(), rule.wording());
  }

  private void cases(Rule rule) {
    long flags = count(rule, CaseKind.FLAG);
    long passes = count(rule, CaseKind.PASS);
    if (rule.card().status() == RuleStatus.ACTIVE) {
      if (flags == 0) {
        add(rule, "an active rule has at least one 'flag' case");
      }
      if (passes < flags) {
        add(rule, "as many 'pass' cases as 'flag' cases: " + passes + " of " + flags);
      }
    }
    Set<String> seen = new TreeSet<>();
    for (Rule.Case each : rule.cases()) {
      if (!seen.add(each.text())) {
        faults.add(
            new RuleFault(rule.file(), each.line(), each.column(), "this case stands here twice"));
      }
    }
  }

  private static long count(Rule rule, CaseKind kind) {
    return rule.cases().stream().filter(each -> each.kind() == kind).count();
  }

  private void dates(Instruction instruction) {
    String file = "instructions/" + instruction.id() + ".yaml";
    if (instruction.effectiveTo() != null
        && instruction.effectiveTo().isBefore(instruction.effectiveFrom())) {
      faults.add(new RuleFault(file, 1, 1, "the instruction ends before it begins"));
    }
    if (instruction.endBasis() != null && instruction.effectiveTo() == null) {
      faults.add(new RuleFault(file, 1, 1, "an end basis without the day of the end"));
    }
    for (Limb limb : instruction.limbs()) {
      if (limb.from().isBefore(instruction.issued())) {
        faults.add(
            new RuleFault(
                file, 1, 1, "the limb " + limb.act().word() + " begins before it was issued"));
      }
    }
  }

  private void add(Rule rule, String message) {
    faults.add(new RuleFault(rule.file(), 1, 1, message));
  }
}
