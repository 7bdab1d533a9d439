/**
 * Cuts a document into business items: in goes an {@link org.orderpaper.model.ExtractedDocument},
 * out comes a {@link org.orderpaper.model.SegmentedDocument} whose items have type, voice, outcome,
 * votes, acts, names and sentences. {@link org.orderpaper.segment.Segmenter} is the door.
 *
 * <p>A document goes through these steps:
 *
 * <ol>
 *   <li>{@code Line}: each block with its words ({@code Tokens}), its number ({@code Label}) and
 *       the cues found in it ({@code CueBook}, in one pass over {@code CueTree}).
 *   <li>{@code Papers}: the meetings or publications of the document, each with kind ({@code
 *       KindReader}, {@code KindFeatures}), unit ({@code UnitReader}), date ({@code DateReader})
 *       and status ({@code HeadReader}); lists of people are set apart ({@code Attendance}). A
 *       {@code Register} of decisions is a paper for each of its days.
 *   <li>{@code Cutter}: the items of a paper ({@code Draft}), by titles, number sequences ({@code
 *       Numbering}), levels of lists, and the words with which motions and topics begin.
 *   <li>{@code Boundaries}: where other business begins within what that takes for one item, as
 *       labelled papers teach ({@code BoundaryFeatures}); the paper is then cut once more.
 *   <li>{@code Stretch}: each sentence of an item is a heading, the text of a motion, what the
 *       minutes tell, or a quotation.
 *   <li>{@code OutcomeReader}, {@code VoteReader}: outcome words and figures, bound to motion,
 *       amendment, challenge, or another body; then {@code TypeReader}, {@code VoiceReader}, {@code
 *       ActReader}, and {@code StructuralReader} for how business was done.
 *   <li>{@code Attribution}: what is told of a motion elsewhere, behind its amendments ({@code
 *       MotionAgain}) or by its number ({@code Tallies}), is read as its own.
 *   <li>{@code Matters}: lines that are no business are set apart, or joined to the item above them
 *       ({@code MatterFeatures}).
 *   <li>{@code Learned}: type, outcome and voice as labelled papers have them, with what the cues
 *       read as evidence ({@code ItemFeatures}), and the votes ({@code CountReader}); {@code
 *       Legibility} caps how sure that is called.
 *   <li>{@code NameFinder}, {@code Sentences}: spans for masking and for the index.
 * </ol>
 *
 * <p>Words are data: {@code rules/cues/} says how minutes put things, {@code rules/gazetteers/}
 * which names are known; the code holds the structure. "Moved by Westgate Branch. This CLP calls
 * for a zebra crossing. Carried 12-3." is a motion, carried, votes 12 and 3, in the voice of the
 * unit, because {@code outcomes.yaml} lists "carried" and {@code clauses.yaml} "this CLP calls".
 *
 * <p>The stage is pure: it knows no files, no clock and no logger, and the same document always
 * gives the same items. It never drops a line: what is in no item is listed as set apart. Lists of
 * people never leave it.
 */
@NullMarked
package org.orderpaper.segment;

import org.jspecify.annotations.NullMarked;
