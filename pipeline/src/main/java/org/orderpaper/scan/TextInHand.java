package org.orderpaper.scan;

/**
 * How much text has been read and is not yet in the archive. Readers wait while it is too much: a
 * dozen documents of five million letters each would fill the memory while a batch is matched.
 * Thread-safe.
 */
final class TextInHand {

  private final long most;
  private long characters;

  /**
   * Begins with none.
   *
   * @param most from how many UTF-16 units on nothing more is begun
   */
  TextInHand(long most) {
    this.most = most;
  }

  /** Waits until there is room for one more document, of whatever size. */
  synchronized void awaitRoom() {
    while (characters >= most) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  synchronized void take(long read) {
    characters += read;
  }

  synchronized void give(long archived) {
    characters -= archived;
    notifyAll();
  }
}
