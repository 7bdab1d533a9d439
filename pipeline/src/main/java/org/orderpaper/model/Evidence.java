package org.orderpaper.model;

/**
 * Words of an item that a rule matched.
 *
 * @param facet what they stand for in the rule, for example {@code relief}
 * @param span in the item's clear text
 */
public record Evidence(String facet, Span span) {}
