package org.orderpaper.model;

/** A stretch of an item whose voice differs from that of the item. */
public record Passage(Span span, Voice voice) {}
