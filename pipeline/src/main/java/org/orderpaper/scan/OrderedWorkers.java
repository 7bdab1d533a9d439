package org.orderpaper.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Works on many things at once and hands the results on in the order of the things. At most a
 * bounded window is under way, so that memory does not grow with their number.
 */
final class OrderedWorkers implements AutoCloseable {

  private final ExecutorService workers;
  private final int window;

  /**
   * Starts the workers.
   *
   * @param count how many at once, at least 1
   */
  OrderedWorkers(int count) {
    this.workers =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("worker-", 1).daemon().factory());
    this.window = count * 8;
  }

  /** Takes results one by one, on the thread that asked for them. */
  interface Results<R, E extends Exception> {
    void accept(R result) throws E;
  }

  /** Applies {@code work} to each of {@code things} and passes the results to {@code results}. */
  <T, R, E extends Exception> void each(
      Iterable<T> things, Function<T, R> work, Results<R, E> results) throws E {
    Deque<Future<R>> underWay = new ArrayDeque<>();
    Iterator<T> next = things.iterator();
    while (next.hasNext() || !underWay.isEmpty()) {
      while (next.hasNext() && underWay.size() < window) {
        T thing = next.next();
        underWay.add(workers.submit(() -> work.apply(thing)));
      }
      results.accept(result(underWay.remove()));
    }
  }

  /**
   * Like {@link #each}, but passes the results on in the order in which they come, so that one slow
   * thing holds up no other.
   */
  <T, R, E extends Exception> void eachAsDone(
      Iterable<T> things, Function<T, R> work, Results<R, E> results) throws E {
    CompletionService<R> done = new ExecutorCompletionService<>(workers);
    Iterator<T> next = things.iterator();
    int underWay = 0;
    while (next.hasNext() || underWay > 0) {
      while (next.hasNext() && underWay < window) {
        T thing = next.next();
        var _ = done.submit(() -> work.apply(thing));
        underWay++;
      }
      results.accept(result(taken(done)));
      underWay--;
    }
  }

  private static <R> Future<R> taken(CompletionService<R> done) {
    try {
      return done.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      // Faults of the input are values; what arrives here is a fault of the program.
      throw new IllegalStateException("a worker failed", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
