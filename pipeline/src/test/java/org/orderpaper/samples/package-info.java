/**
 * Makes {@code corpus-samples/documents} and {@code corpus-samples/labels.jsonl} out of the
 * readable files in {@code corpus-samples/sources}: one class a format. Run {@link
 * org.orderpaper.samples.SampleMaker}.
 */
@NullMarked
package org.orderpaper.samples;

import org.jspecify.annotations.NullMarked;
