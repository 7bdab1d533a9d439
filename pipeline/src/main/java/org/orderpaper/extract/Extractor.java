package org.orderpaper.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Sha256;

/**
 * Reads files, and the documents in them, into text and blocks.
 *
 * <p>Thread-safe: any number of threads may extract at the same time. Every part is read on a
 * thread of the extractor's own, which is given up when it takes too long, so that one bad file
 * does not hold up the night. Nothing is loaded before the first file.
 *
 * <pre>{@code
 * try (Extractor extractor = new Extractor(ExtractionLimits.defaults())) {
 *   for (ExtractedPart part : extractor.extract(file)) {
 *     ledger.add(part.sourceIn(name), part.extraction());
 *   }
 * }
 * }</pre>
 */
public final class Extractor implements AutoCloseable {

  /** Raised whenever the same bytes may give other blocks, so that archives know to read again. */
  private static final String VERSION = "extract-1";

  private static final String TIKA = "/META-INF/maven/org.apache.tika/tika-core/pom.properties";

  /** How many times the largest part all parts of one file together may have. */
  private static final int MOST_EXPANDED = 10;

  /** Parsers follow nested structures by recursion. */
  private static final long STACK_BYTES = 4L << 20;

  private final ExtractionLimits limits;
  private final Ocr ocr = new Ocr();
  private final ExecutorService workers = Executors.newCachedThreadPool(Extractor::worker);

  /** Makes an extractor; cheap. */
  public Extractor(ExtractionLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file and everything in it: first the file itself, then its attachments in order, depth
   * first. A fault of the input is a value in the list, never an exception.
   *
   * @return at least one part, the first of which is the file itself
   * @throws IllegalStateException if the extractor is closed
   */
  public List<ExtractedPart> extract(Path file) {
    if (workers.isShutdown()) {
      throw new IllegalStateException("the extractor is closed");
    }
    byte[] bytes;
    try {
      bytes = open(file);
    } catch (IOException | RuntimeException | OutOfMemoryError fault) {
      return List.of(new ExtractedPart("", null, size(file), null, Faults.opening(fault)));
    }
    Path name = file.getFileName();
    Walk walk = new Walk();
    walk.visit("", name == null ? "" : name.toString(), bytes, 0);
    return List.copyOf(walk.parts);
  }

  /** Whether scans can be read on this machine; asked once, then remembered. */
  public boolean hasOcr() {
    return ocr.isAvailable();
  }

  /**
   * Names everything that shapes the text of a file without scanned pages. Two extractors with the
   * same fingerprint give the same blocks for the same bytes; scanned pages depend on {@link
   * #hasOcr()} as well. Cheap: no parser is loaded and no program started.
   */
  public String fingerprint() {
    return VERSION + " tika-" + tikaVersion();
  }

  /** Ends the worker threads; a part being read is interrupted. */
  @Override
  public void close() {
    workers.shutdownNow();
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(null, task, "extract", STACK_BYTES);
    // A parser that cannot be stopped must not keep the program alive.
    thread.setDaemon(true);
    return thread;
  }

  private byte[] open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      // Throws the right exception for what is gone or may not be seen; a pipe would never end.
      Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
      throw new NotReadException(NotCheckedReason.UNREADABLE, "not a regular file");
    }
    if (Files.size(file) > limits.maxBytes()) {
      throw tooLarge();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) limits.maxBytes() + 1);
      if (bytes.length > limits.maxBytes()) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  private NotReadException tooLarge() {
    return new NotReadException(
        NotCheckedReason.TOO_LARGE, "larger than " + limits.maxBytes() + " bytes");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException | RuntimeException _) {
      return 0;
    }
  }

  private static String tikaVersion() {
    try (InputStream in = Extractor.class.getResourceAsStream(TIKA)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException _) {
      return "unknown";
    }
  }

  /** One file and everything in it. */
  private final class Walk {
    private final List<ExtractedPart> parts = new ArrayList<>();
    private long expanded;
    private boolean stopped;

    /** Reads one part, then what is in it. */
    void visit(String path, String name, byte[] bytes, int depth) {
      Readers.Result result = read(name, bytes);
      add(path, bytes, result);
      visitAll(path, result.reading().attachments(), depth + 1);
    }

    private void add(String path, byte[] bytes, Readers.Result result) {
      String type = result.mediaType().isEmpty() ? null : result.mediaType();
      Extraction extraction = result.reading().extraction();
      parts.add(new ExtractedPart(path, Sha256.of(bytes), bytes.length, type, extraction));
    }

    private Readers.Result read(String name, byte[] bytes) {
      if (bytes.length == 0) {
        return new Readers.Result(
            "", Reading.of(new Extraction.Nothing(NotCheckedReason.EMPTY_FILE, null)));
      }
      Source source = new Source(bytes, name, limits, ocr);
      try {
        return onWorker(() -> Readers.read(source));
      } catch (Throwable fault) { // Whatever it is, it is the fault of this part alone.
        return new Readers.Result("", Reading.of(Faults.parsing(fault)));
      }
    }

    private void visitAll(String parent, List<Attachment> attachments, int depth) {
      PartNames names = new PartNames();
      String prefix = parent.isEmpty() ? "" : parent + "!/";
      for (int i = 0; i < attachments.size() && !stopped; i++) {
        Attachment attachment = attachments.get(i);
        if (parts.size() >= limits.maxParts()) {
          stopped = true;
          String left =
              "parts of this file not read, from this one on: more than " + limits.maxParts();
          addUnread(
              prefix + names.name(attachment.name(), i + 1, null), NotCheckedReason.LIMIT, left);
        } else if (depth > limits.maxDepth()) {
          String deeper = "nested deeper than " + limits.maxDepth();
          addUnread(
              prefix + names.name(attachment.name(), i + 1, null), NotCheckedReason.LIMIT, deeper);
        } else {
          visit(prefix, names, attachment, i + 1, depth);
        }
      }
    }

    private void visit(
        String prefix, PartNames names, Attachment attachment, int ordinal, int depth) {
      byte[] bytes;
      try {
        bytes = onWorker(() -> attachment.content().read());
        expand(bytes.length);
      } catch (Throwable fault) { // As above.
        String path = prefix + names.name(attachment.name(), ordinal, null);
        parts.add(new ExtractedPart(path, null, 0, null, Faults.parsing(fault)));
        return;
      }
      String declared = attachment.name() == null ? "" : attachment.name();
      Readers.Result result = read(declared, bytes);
      String path = prefix + names.name(attachment.name(), ordinal, result.mediaType());
      add(path, bytes, result);
      visitAll(path, result.reading().attachments(), depth + 1);
    }

    private void expand(int bytes) throws NotReadException {
      if (bytes > limits.maxBytes()) {
        throw tooLarge();
      }
      expanded += bytes;
      if (expanded > MOST_EXPANDED * limits.maxBytes()) {
        throw new NotReadException(NotCheckedReason.BOMB, "the parts of this file are too large");
      }
    }

    private void addUnread(String path, NotCheckedReason reason, String detail) {
      parts.add(
          new ExtractedPart(path, null, 0, null, new Extraction.Failed(reason, "open", detail)));
    }
  }

  /** Runs a task on a thread that is interrupted and given up when it takes too long. */
  private <T> T onWorker(Callable<T> task) throws Throwable {
    Future<T> future =
        workers.submit(() -> {
          // An interrupt meant for the last task must not hit this one.
          boolean _ = Thread.interrupted();
          return task.call();
        });
    try {
      return future.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      future.cancel(true);
      throw new NotReadException(
          NotCheckedReason.TIMEOUT,
          "took longer than " + limits.timeout().toSeconds() + " seconds");
    } catch (InterruptedException _) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotReadException(NotCheckedReason.TIMEOUT, "interrupted");
    } catch (ExecutionException e) {
      @Nullable Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }
}
