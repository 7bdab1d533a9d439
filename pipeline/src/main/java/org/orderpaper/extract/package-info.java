/**
 * Reads a file with Apache Tika: in goes the path of one file, out comes one {@link
 * org.orderpaper.model.ExtractedPart} for the file and one for each attachment in it.
 *
 * <p>The only package that knows Tika. It never throws for a fault of the input: an encrypted,
 * broken or unsupported file is a value. It never uses a name from a document as a path.
 */
@NullMarked
package org.orderpaper.extract;

import org.jspecify.annotations.NullMarked;
