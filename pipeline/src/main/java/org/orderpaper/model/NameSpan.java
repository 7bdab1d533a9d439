package org.orderpaper.model;

/** A name of a person, or contact data, in the text of an item. */
public record NameSpan(Span span, NameKind kind) {}
