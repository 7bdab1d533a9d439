package org.orderpaper.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.orderpaper.extract.Wire.Word;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/**
 * A child process that reads files, one at a time. Used by one thread at a time, but for {@link
 * #endIfLate()} and {@link #close()}, which others may call.
 */
final class WorkerProcess {

  /** What the Java runtime exits with when told to exit for want of memory. */
  private static final int OUT_OF_MEMORY = 3;

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private final ContainmentLimits limits;
  private final PrivateFolder folder;
  private volatile boolean busy;
  private final AtomicInteger files = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private volatile boolean late;
  private boolean ready;
  private @Nullable Seen seen;

  /** What came of one request. */
  sealed interface Answer {

    /** All parts were told. */
    record Whole(List<ExtractedPart> parts) implements Answer {}

    /** The file has scans, and they were to be postponed. */
    record Scans() implements Answer {}

    /**
     * The process ended.
     *
     * @param parts told before it did
     * @param path of the part that was being read
     * @param failure what is known of the end
     */
    record Ended(List<ExtractedPart> parts, String path, Extraction.Failed failure)
        implements Answer {}
  }

  /**
   * How long a request has been under way, as the one who watches the time saw it last.
   *
   * @param step how many steps were done
   */
  private record Seen(
      int request, int step, long begunWall, Duration begunCpu, long stepWall, Duration stepCpu) {

    static Seen first(int request, int step, long wall, Duration cpu) {
      return new Seen(request, step, wall, cpu, wall, cpu);
    }

    Seen at(int newStep, long wall, Duration cpu) {
      return new Seen(request, newStep, begunWall, begunCpu, wall, cpu);
    }
  }

  private WorkerProcess(Process process, ContainmentLimits limits, PrivateFolder folder) {
    this.process = process;
    this.folder = folder;
    this.limits = limits;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /**
   * Starts a process.
   *
   * @param work where its private folder is made
   */
  static WorkerProcess start(ContainmentLimits limits, Path work) throws IOException {
    PrivateFolder folder = PrivateFolder.in(work, "worker-");
    return new WorkerProcess(WorkerCommand.start(limits, folder.path()), limits, folder);
  }

  /** Whether it may read another file. */
  boolean isFresh() {
    return process.isAlive() && files.get() < limits.filesPerWorker();
  }

  /** Reads one file; afterwards the process is alive, or the answer says that it ended. */
  Answer read(Request request) {
    int _ = files.incrementAndGet();
    List<ExtractedPart> parts = new ArrayList<>();
    String[] path = {""};
    busy = true;
    try {
      request.writeTo(requests);
      requests.flush();
      while (true) {
        Word word = Wire.readConstant(answers, Word.values());
        switch (word) {
          case READY -> ready = true;
          case BEGIN -> {
            answers.readInt();
            path[0] = Wire.readString(answers);
          }
          case ALIVE -> {}
          case PART -> parts.add(Wire.readPart(answers));
          case POSTPONED -> {
            return new Answer.Scans();
          }
          case DONE -> {
            return new Answer.Whole(parts);
          }
        }
        int _ = steps.incrementAndGet();
      }
    } catch (IOException | RuntimeException fault) {
      kill();
      if (!ready && !late) {
        throw new IllegalStateException(
            "a process to read files ended with code " + exitCode() + " before it began", fault);
      }
      return new Answer.Ended(parts, path[0], failure());
    } finally {
      busy = false;
    }
  }

  private Extraction.Failed failure() {
    if (late) {
      return new Extraction.Failed(
          NotCheckedReason.TIMEOUT,
          "parse",
          "took longer than "
              + limits.stepCpu().toSeconds()
              + " seconds of processor time or "
              + limits.stepWall().toSeconds()
              + " by the clock");
    }
    int code = exitCode();
    return code == OUT_OF_MEMORY
        ? new Extraction.Failed(
            NotCheckedReason.OOM,
            "parse",
            "needs more memory than " + limits.heapMegabytes() + " MiB")
        : new Extraction.Failed(
            NotCheckedReason.CRASH, "parse", "the process that read it ended with code " + code);
  }

  private int exitCode() {
    try {
      return process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /**
   * Ends the process if its file takes longer than it may. To be called by one thread, now and
   * then: asking for the time of a process costs more than reading a small file.
   */
  void endIfLate() {
    if (!busy) {
      return;
    }
    int request = files.get();
    int step = steps.get();
    long wall = System.nanoTime();
    Duration cpu = cpu();
    Seen before = seen;
    if (before == null || before.request() != request) {
      seen = Seen.first(request, step, wall, cpu);
    } else if (isOver(limits.stepWall().multipliedBy(10), wall - before.begunWall())
        || isOver(limits.stepCpu().multipliedBy(10), cpu.minus(before.begunCpu()).toNanos())) {
      end();
    } else if (before.step() != step) {
      seen = before.at(step, wall, cpu);
    } else if (isOver(limits.stepWall(), wall - before.stepWall())
        || isOver(limits.stepCpu(), cpu.minus(before.stepCpu()).toNanos())) {
      end();
    }
  }

  private void end() {
    late = true;
    kill();
  }

  private static boolean isOver(Duration limit, long nanos) {
    return nanos > limit.toNanos();
  }

  /** Zero where the machine does not tell. */
  private Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Lets an idle process end by itself, and ends any other; its folder is removed. */
  void close() {
    try {
      requests.close();
      if (!busy) {
        boolean _ = process.waitFor(patience().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (IOException _) {
      // It is gone already.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    kill();
    int _ = exitCode();
    folder.close();
  }

  /** A worker that writes down which classes it used needs some seconds for that. */
  private static Duration patience() {
    return System.getProperty(WorkerCommand.CACHE_OUTPUT) == null ? GRACE : GRACE.multipliedBy(12);
  }

  /** Ends the process and all that it started. */
  private void kill() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
