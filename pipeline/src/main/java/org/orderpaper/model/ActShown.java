package org.orderpaper.model;

import org.jspecify.annotations.Nullable;

/**
 * An act of the unit with what shows it.
 *
 * @param presumed whether the act only follows from the outcome and no words state it
 * @param words where the item's text shows it, or null
 */
public record ActShown(Act act, boolean presumed, @Nullable Span words) {}
