/**
 * Ranks review entries and renders the report: in go ledger rows, items and entries, out come pages
 * and tables. Pure: {@code scan} writes the files.
 */
@NullMarked
package org.orderpaper.report;

import org.jspecify.annotations.NullMarked;
