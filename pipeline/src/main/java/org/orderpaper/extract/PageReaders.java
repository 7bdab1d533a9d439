package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads the pages of one document at the same time, as many as there are cores. Pages are handed in
 * one by one; who hands in waits while that many are under way, so that no more pictures are in
 * memory. Closing ends what is under way.
 */
final class PageReaders implements AutoCloseable {

  /** A page of the largest size, the picture it came from, and a turned copy of it. */
  private static final long BYTES_A_PAGE = 100L << 20;

  private static final int MOST =
      Math.clamp(
          Runtime.getRuntime().maxMemory() / BYTES_A_PAGE,
          1,
          Runtime.getRuntime().availableProcessors());

  /** Below this sureness a page is likely to lie on its side or on its head. */
  private static final double HOPELESS = 55;

  /** What is under way is killed at once; this is for the killing. */
  private static final int ENDING_SECONDS = 10;

  private final Ocr ocr;
  private final Semaphore free = new Semaphore(MOST);

  /**
   * One thread a page: tesseract dies with the thread that starts it, and a virtual thread's would
   * be one that ends when it likes.
   */
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("ocr-", 0).daemon().factory());

  PageReaders(Ocr ocr) {
    this.ocr = ocr;
  }

  /**
   * Begins to read a page, as soon as another one is done.
   *
   * @param limit how much time it may take, asked when its turn comes
   */
  Future<Recognised> read(BufferedImage grey, int dpi, Supplier<Duration> limit)
      throws InterruptedIOException {
    try {
      free.acquire();
    } catch (InterruptedException _) {
      throw interrupted();
    }
    Callable<Recognised> task =
        () -> {
          try {
            return readUpright(grey, dpi, limit);
          } finally {
            free.release();
          }
        };
    return threads.submit(task);
  }

  /** What became of a page. */
  static Recognised result(Future<Recognised> page) throws IOException {
    try {
      return page.get();
    } catch (InterruptedException _) {
      throw interrupted();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException fault -> throw fault;
        case Error error -> throw error;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IOException(e);
      }
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while reading a scan");
  }

  /** Reads a page as it lies, and if that is hopeless, the other ways round. */
  private Recognised readUpright(BufferedImage grey, int dpi, Supplier<Duration> limit)
      throws IOException {
    long until = System.nanoTime() + limit.get().toNanos();
    Recognised best = ocr.read(Skew.straightened(grey), dpi, left(until));
    for (int quarters : new int[] {1, 3, 2}) {
      if (best.upright() && best.meanSureness() >= HOPELESS) {
        return best;
      }
      Recognised other = turned(grey, quarters, dpi, until);
      best = other.isBetterThan(best) ? other : best;
    }
    return best.letters() > 0 ? best : best.filled(Skew.isFilled(grey));
  }

  /** The first reading stands when there is no time for another. */
  private Recognised turned(BufferedImage grey, int quarters, int dpi, long until)
      throws IOException {
    Duration left = left(until);
    if (!left.isPositive()) {
      return Recognised.nothing();
    }
    try {
      return ocr.read(Skew.straightened(GreyPage.turned(grey, quarters)), dpi, left);
    } catch (NotReadException _) {
      return Recognised.nothing();
    }
  }

  private static Duration left(long until) {
    return Duration.ofNanos(until - System.nanoTime());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      boolean _ = threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
