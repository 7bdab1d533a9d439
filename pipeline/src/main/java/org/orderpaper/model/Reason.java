package org.orderpaper.model;

import org.jspecify.annotations.Nullable;

/**
 * A reason for or against a match.
 *
 * @param text in words that are the program's own, none of the document
 * @param words the words of the item's clear text that it rests on, or null
 */
public record Reason(String text, @Nullable Span words) {}
