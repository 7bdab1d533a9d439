/**
 * Reads files: in goes the path of one file, out comes one {@link
 * org.orderpaper.model.ExtractedPart} for the file and one for each document in it, attachments of
 * mails, entries of archives, embedded objects, depth first.
 *
 * <p>A part is text with blocks, or nothing with a reason, or a failure with a reason. The blocks
 * are what a careful person sees with all tracked changes accepted: no deleted text, list numbers
 * as displayed, lines joined into paragraphs again, page headers and footers, footnotes, comments,
 * quoted messages and hidden words set apart. Scans are read with tesseract where it is installed;
 * where it is not, they are {@code NEEDS_OCR} and never silently empty.
 *
 * <p>For example, a mail with a Word file gives two parts:
 *
 * <pre>
 * part ""             Text   PARAGRAPH     Please table the attached motion.
 *                            QUOTED_REPLY  On Monday Jo wrote:
 * part "motion.docx"  Text   HEADING 1     Motion for the March meeting
 *                            LIST_ITEM 1   1. This branch notes ...     number "1."
 * </pre>
 *
 * <p>How blocks look, whatever the format:
 *
 * <ul>
 *   <li>A line break that an author made ends a block; one that only wraps prose does not.
 *   <li>An automatic number begins the text and is {@code number} as well. A typed number is only
 *       in the text. Bullets are dropped: the kind says it.
 *   <li>{@code LIST_ITEM} is given where the format says so, and in plain text and PDF where the
 *       line begins with a number or bullet. A typed number in a Word file is a {@code PARAGRAPH}.
 *   <li>In PDF larger letters make a {@code HEADING}, and so does a short bold line of its own over
 *       text that is not bold. In the other formats bold and, in all, capitals are left as they
 *       are.
 *   <li>Page headers come first and footers last, each distinct one once, and footnotes and
 *       comments follow the body. In PDF they carry the page on which they were first seen. Headers
 *       of first and even pages that are switched off are absent.
 *   <li>A message inside a mail is {@code FORWARDED} where it was sent on, header included, and
 *       {@code QUOTED_REPLY} where it was answered; each keeps that whatever it is nested in.
 *   <li>Words that the document holds but does not show are {@code HIDDEN} blocks at the very end,
 *       neither lost nor taken for what was said.
 *   <li>Words that are struck through by hand can be read and are text; deleted ones are absent.
 *   <li>A cell over several columns is followed by blank ones, so that columns stay columns.
 *   <li>Only PDF, pictures and slides have pages. A paragraph has the page on which it begins.
 *   <li>A sheet is a heading and a row of it a {@code TABLE_ROW} with the values as displayed in
 *       Britain. A slide is a page, its title a heading, and its notes are footnotes.
 *   <li>A table that only places ordinary text is none: its paragraphs are blocks.
 * </ul>
 *
 * <p>The only package that knows Tika, which tells formats apart and reads the rare ones ({@code
 * TikaReader}); the others are read with the libraries that Tika brings, because its readers lose
 * what rules depend on: see {@code DocxReader}, {@code PdfReader} and {@code RtfBody}. It never
 * throws for a fault of the input, never uses a name from a document as a path, never fetches what
 * a document points at, never passes words of a document on in a detail, and gives the same blocks
 * for the same bytes whatever the locale, the time zone and the number of threads.
 */
@NullMarked
package org.orderpaper.extract;

import org.jspecify.annotations.NullMarked;
