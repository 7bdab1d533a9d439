/** The commands, their options, their exit codes. Results go to stdout, all else to stderr. */
@NullMarked
package org.orderpaper.cli;

import org.jspecify.annotations.NullMarked;
