/** Wires the night's run: discovers files, extracts, segments, matches, commits and reports. */
@NullMarked
package org.orderpaper.scan;

import org.jspecify.annotations.NullMarked;
