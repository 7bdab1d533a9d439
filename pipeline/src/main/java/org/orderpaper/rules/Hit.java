package org.orderpaper.rules;

import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Span;

/**
 * Words of one document that a leaf of a condition matched.
 *
 * @param facet what they stand for
 * @param first the number of the first word, boundaries not counted, from 0
 * @param last the number of the last word
 * @param sentence the number of the sentence, from 0
 * @param paragraph the number of the paragraph, from 0
 * @param span in the item's clear text
 * @param validity when the words count; null for always
 */
record Hit(
    String facet,
    int first,
    int last,
    int sentence,
    int paragraph,
    Span span,
    @Nullable Validity validity) {}
