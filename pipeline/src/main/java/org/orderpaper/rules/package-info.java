/**
 * Runs the rule book over an index of items: in go an index reader and a rule book, out come review
 * entries with their evidence.
 *
 * <p>Owns the analyser, the names of the index's fields, the query syntax and all loading of YAML.
 */
@NullMarked
package org.orderpaper.rules;

import org.jspecify.annotations.NullMarked;
