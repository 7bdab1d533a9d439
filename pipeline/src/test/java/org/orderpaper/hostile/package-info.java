/**
 * A folder of hostile and broken files, written by code and never downloaded, each with the ledger
 * state in which it must end; and the scans of that folder by the whole program. {@link
 * org.orderpaper.hostile.HostileFolder} is the door, and one class a sort of attack holds the
 * files.
 */
@NullMarked
package org.orderpaper.hostile;

import org.jspecify.annotations.NullMarked;
