package org.orderpaper.model;

/** What a report says of a rule: what it looks for, why, and what the reviewer should check. */
public record RuleCard(
    String id, String title, String topic, RuleStatus status, String why, String reviewer) {}
