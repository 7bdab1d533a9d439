/**
 * The Lucene index of everything read: items, findings and ledger rows, committed together.
 *
 * <p>The only package that opens an index.
 */
@NullMarked
package org.orderpaper.archive;

import org.jspecify.annotations.NullMarked;
