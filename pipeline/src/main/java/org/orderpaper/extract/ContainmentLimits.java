package org.orderpaper.extract;

import java.time.Duration;

/**
 * What a worker process may take before it is ended. A step is one part of a file, or one scanned
 * page of it; a whole file may take ten steps' worth.
 *
 * @param heapMegabytes the Java heap of a worker, in MiB
 * @param stepCpu the processor time that a step may take
 * @param stepWall the time that a step may take by the clock, which is longer: on a busy machine a
 *     healthy document waits
 * @param filesPerWorker after how many files a worker makes room for a fresh one
 */
public record ContainmentLimits(
    int heapMegabytes, Duration stepCpu, Duration stepWall, int filesPerWorker) {

  /**
   * Validates the limits.
   *
   * @throws IllegalArgumentException if nothing could be read within them
   */
  public ContainmentLimits {
    if (heapMegabytes < 16 || filesPerWorker < 1) {
      throw new IllegalArgumentException(
          "a worker needs 16 MiB of heap at least and reads 1 file at least");
    }
    if (!stepCpu.isPositive() || !stepWall.isPositive()) {
      throw new IllegalArgumentException("the times must be positive");
    }
  }

  /**
   * 512 MiB, 60 seconds of processor time and 5 minutes a step, 10,000 files: a worker costs as
   * much to warm up as some thousand small files cost to read.
   */
  public static ContainmentLimits defaults() {
    return new ContainmentLimits(512, Duration.ofSeconds(60), Duration.ofMinutes(5), 10_000);
  }

  /** Twice of everything, for a file that is read alone after it failed. */
  ContainmentLimits doubled() {
    return new ContainmentLimits(
        2 * heapMegabytes, stepCpu.multipliedBy(2), stepWall.multipliedBy(2), filesPerWorker);
  }
}
