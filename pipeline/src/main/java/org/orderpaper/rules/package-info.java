/**
 * Runs the rule book over an index of items: in go an index reader and a rule book, out come review
 * entries with their evidence.
 *
 * <p>Owns the analyser, the names of the index's fields, the query syntax and all loading of YAML.
 * Knows no clock: the meeting's date is all the time there is. {@link
 * org.orderpaper.rules.RuleBookLoader} alone touches files.
 *
 * <p>The stations, in order: {@code RuleBookReader} turns files into rules, {@code Lexicon} expands
 * their word families, {@code SegmentWords} asks a segment of the index for each word list once,
 * {@code Likeness} weighs how much its items read like what was learned of each topic ({@code
 * TopicModels}), {@code TreeWalk} evaluates the conditions on one document's words, {@code
 * SeverityScale} says what the unit's act amounts to on that day, {@code StructuralChecks} holds
 * what is stated of procedure against {@code StandingOrders}, {@code ReviewEntries} writes it down.
 * The night's batch, the archive and the one item that is explained take the same way.
 *
 * <p>For example:
 *
 * <pre>{@code
 * RuleBook book = RuleBookLoader.load(folder);
 * writer = new IndexWriter(directory, new IndexWriterConfig(book.analyzer()));
 * writer.addDocument(ItemFields.document(item));
 * List<ReviewEntry> entries = book.run(reader, itemsById::get);
 * }</pre>
 *
 * <p>What a rule may say is in {@code docs/rules.md}.
 */
@NullMarked
package org.orderpaper.rules;

import org.jspecify.annotations.NullMarked;
