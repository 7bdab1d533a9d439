package org.orderpaper.extract;

/** How heavy the letters of a printed line are. */
enum Weight {
  PLAIN,
  /** It begins in bold and goes on plain, as "Resolved: that ..." does. */
  BEGINS_BOLD,
  BOLD
}
