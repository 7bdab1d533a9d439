/**
 * Ranks review entries and renders the report: in go ledger rows, items and entries, out come pages
 * and tables.
 *
 * <p>Pure: it knows no files, no clock and no logger; {@code scan} writes what is rendered here.
 * The same input gives the same characters, in whatever order it is handed in and on any locale and
 * time zone. No name of a person leaves this package unmasked, and the words of an incident only in
 * files marked as restricted.
 *
 * <pre>{@code
 * for (RenderedFile file : Report.of(input).files()) {
 *   file.content().writeTo(writerFor(file.path()));
 * }
 * }</pre>
 *
 * <p>The way through: {@link org.orderpaper.report.Docket} decides what stands where ({@link
 * org.orderpaper.report.Ranking} the order, {@link org.orderpaper.report.SameMotion} which papers
 * hold the same motion), the {@code *Line} records are the published line formats, and {@link
 * org.orderpaper.report.ReportPage} is what the templates under {@code src/main/jte} show. {@link
 * org.orderpaper.report.Evaluation} measures a scan against labelled papers.
 */
@NullMarked
package org.orderpaper.report;

import org.jspecify.annotations.NullMarked;
