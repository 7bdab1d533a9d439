/**
 * Cuts a document into business items: in goes an {@link org.orderpaper.model.ExtractedDocument},
 * out come items with type, voice, outcome, votes and acts.
 *
 * <p>Pure: it knows no files, no clock and no logger. Attendance lists are recognised here and
 * never leave; names of persons become spans.
 */
@NullMarked
package org.orderpaper.segment;

import org.jspecify.annotations.NullMarked;
