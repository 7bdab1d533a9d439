package org.orderpaper.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Sha256;

/**
 * Reads files in processes of their own, so that a document that hangs, takes all memory or ends
 * its reader costs nothing but itself. A worker process stays warm for the next file, has limits on
 * memory and time, a private temporary folder that is emptied after each file, and no network.
 *
 * <p>Thread-safe: as many files are read at once as threads ask. No process is started before the
 * first file.
 */
public final class ContainedExtractor implements AutoCloseable {

  /** How often a file may end its worker before the rest of it is given up. */
  private static final int MOST_DEATHS = 4;

  /** A file of scans takes seconds a page. */
  private static final Duration SCANS = Duration.ofMinutes(30);

  private static final long WATCH_MILLIS = 100;

  private final ExtractionLimits limits;
  private final ContainmentLimits containment;
  private final Path work;
  private final Ocr ocr = new Ocr();
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("extract-watch").daemon().factory());

  /**
   * Makes an extractor; cheap.
   *
   * @param work where workers get their temporary folders; made when needed
   */
  public ContainedExtractor(ExtractionLimits limits, ContainmentLimits containment, Path work) {
    this.limits = limits;
    this.containment = containment;
    this.work = work.toAbsolutePath();
    var _ =
        watch.scheduleAtFixedRate(
            () -> all.forEach(WorkerProcess::endIfLate),
            WATCH_MILLIS,
            WATCH_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /**
   * Reads a file and everything in it. A fault of the input is a value, never an exception.
   *
   * @throws UncheckedIOException if no worker can be started
   */
  public Attempt read(Path file, Turn turn) {
    return switch (turn) {
      case FIRST -> attempt(new Request(file, limits, true, Map.of()));
      case SCANS -> attempt(new Request(file, patient(), false, Map.of()));
      case ALONE -> new Attempt.Done(alone(file));
    };
  }

  /**
   * Names what shapes the text of scanned pages: the program that reads them, its version and
   * language, or {@code none}. Asked once, then remembered; the first time starts a program.
   */
  public String ocrSetting() {
    return ocr.setting();
  }

  private ExtractionLimits patient() {
    return new ExtractionLimits(
        limits.maxBytes(), limits.maxParts(), limits.maxDepth(), limits.maxCharacters(), SCANS);
  }

  private Attempt attempt(Request request) {
    WorkerProcess worker = borrow();
    WorkerProcess.Answer answer = worker.read(request);
    giveBack(worker);
    return switch (answer) {
      case WorkerProcess.Answer.Whole whole -> new Attempt.Done(whole.parts());
      case WorkerProcess.Answer.Scans _ -> new Attempt.Postponed(Turn.SCANS);
      case WorkerProcess.Answer.Ended _ -> new Attempt.Postponed(Turn.ALONE);
    };
  }

  /** Reads a file in a fresh process each time, without the parts that ended the last one. */
  private List<ExtractedPart> alone(Path file) {
    retireIdle();
    Map<Integer, Extraction.Failed> givenUp = new HashMap<>();
    while (true) {
      Request request = new Request(file, patient(), false, givenUp);
      WorkerProcess worker = start(containment.doubled());
      WorkerProcess.Answer answer = worker.read(request);
      retire(worker);
      switch (answer) {
        case WorkerProcess.Answer.Whole whole -> {
          return whole.parts();
        }
        case WorkerProcess.Answer.Scans _ ->
            throw new IllegalStateException("scans were not to be postponed");
        case WorkerProcess.Answer.Ended ended -> {
          if (ended.parts().isEmpty() || givenUp.size() == MOST_DEATHS) {
            return ended(file, ended);
          }
          givenUp.put(ended.parts().size(), ended.failure());
        }
      }
    }
  }

  /** What was read before the worker ended for good. */
  private List<ExtractedPart> ended(Path file, WorkerProcess.Answer.Ended ended) {
    List<ExtractedPart> parts = new ArrayList<>(ended.parts());
    if (parts.isEmpty()) {
      parts.add(itself(file, ended.failure()));
      return parts;
    }
    parts.add(new ExtractedPart(ended.path(), null, 0, null, ended.failure()));
    parts.add(
        new ExtractedPart(
            "parts after " + parts.size(),
            null,
            0,
            null,
            new Extraction.Failed(
                NotCheckedReason.LIMIT,
                "open",
                "parts of this file not read: it ended its reader too often")));
    return parts;
  }

  private ExtractedPart itself(Path file, Extraction.Failed failure) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      String sha256 = Sha256.of(in, limits.maxBytes());
      return new ExtractedPart("", sha256, size, null, failure);
    } catch (IOException fault) {
      return new ExtractedPart("", null, 0, null, Faults.opening(fault));
    }
  }

  private WorkerProcess borrow() {
    synchronized (idle) {
      WorkerProcess worker = idle.poll();
      if (worker != null) {
        return worker;
      }
    }
    return start(containment);
  }

  private void giveBack(WorkerProcess worker) {
    if (!worker.isFresh()) {
      retire(worker);
      return;
    }
    synchronized (idle) {
      idle.push(worker);
    }
  }

  private WorkerProcess start(ContainmentLimits within) {
    try {
      WorkerProcess worker = WorkerProcess.start(within, work);
      all.add(worker);
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException("a process to read files cannot be started", e);
    }
  }

  private void retire(WorkerProcess worker) {
    worker.close();
    all.remove(worker);
  }

  private void retireIdle() {
    synchronized (idle) {
      idle.forEach(this::retire);
      idle.clear();
    }
  }

  /** Ends all workers, also those that are reading, and removes their folders. */
  @Override
  public void close() {
    watch.shutdownNow();
    all.forEach(WorkerProcess::close);
    all.clear();
  }
}
