package org.orderpaper.scan;

/**
 * How much text is being cut into items, or is cut and not yet in the archive. A text takes some
 * eighty times its length in memory while it is cut, so that two of five million letters at once,
 * or one beside a batch that is matched, would be too much. Thread-safe.
 */
final class TextInHand {

  private final long most;
  private long size;

  /**
   * Begins with none.
   *
   * @param most how many UTF-16 units of text, or what takes as much, there may be; a file with
   *     more has to be the only one
   */
  TextInHand(long most) {
    this.most = most;
  }

  /** Waits until there is room for a file with so much text, and takes it. */
  synchronized void take(long read) {
    while (size > 0 && size + read > most) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    size += read;
  }

  /** Gives back what was taken for a file, now that it is in the archive. */
  synchronized void give(long archived) {
    size -= archived;
    notifyAll();
  }
}
