/**
 * The records that flow from stage to stage: in goes a file's {@link
 * org.orderpaper.model.Extraction}, out come {@link org.orderpaper.model.BusinessItem business
 * items} and {@link org.orderpaper.model.ReviewEntry review entries}.
 *
 * <p>Everything here is immutable and pure. Records that hold words of a document do not print them
 * in {@code toString()}. Offsets are half-open UTF-16 offsets, said once, in {@link
 * org.orderpaper.model.Span}.
 *
 * <p>For example, what a reviewer sees of an item is {@code MaskedText.of(item).text()}; what the
 * index sees is {@code MarkedText.of(item)}.
 */
@NullMarked
package org.orderpaper.model;

import org.jspecify.annotations.NullMarked;
