package org.orderpaper.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Sha256;

/**
 * Reads files, and the documents in them, into text and blocks, in this process: a document that
 * never ends holds up its caller, and one that takes all memory ends the program. {@link
 * ContainedExtractor} does the same with that danger shut out.
 *
 * <p>Thread-safe: any number of threads may extract at the same time. Nothing is loaded before the
 * first file.
 *
 * <pre>{@code
 * Extractor extractor = new Extractor(ExtractionLimits.defaults());
 * for (ExtractedPart part : extractor.extract(file)) {
 *   ledger.add(part.sourceIn(name), part.extraction());
 * }
 * }</pre>
 */
public final class Extractor {

  /** Raised whenever the same bytes may give other blocks, so that archives know to read again. */
  private static final String VERSION = "extract-6";

  private static final String TIKA = "/META-INF/maven/org.apache.tika/tika-core/pom.properties";

  /** How many times the largest part all parts of one file together may have. */
  private static final int MOST_EXPANDED = 10;

  /** How many times the longest text of a part the texts of all parts of one file may have. */
  private static final int MOST_TEXT = 2;

  private final ExtractionLimits limits;
  private final Ocr ocr = new Ocr();

  /** Makes an extractor; cheap. */
  public Extractor(ExtractionLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file and everything in it: first the file itself, then its attachments in order, depth
   * first. A fault of the input is a value in the list, never an exception.
   *
   * @return at least one part, the first of which is the file itself
   */
  public List<ExtractedPart> extract(Path file) {
    List<ExtractedPart> parts = new ArrayList<>();
    try {
      extract(
          Request.of(file, limits),
          new PartSink() {
            @Override
            public void begin(int ordinal, String path) {}

            @Override
            public void alive() {}

            @Override
            public void end(ExtractedPart part) {
              parts.add(part);
            }
          });
    } catch (OcrPostponedException e) {
      throw new IllegalStateException("scans were not to be postponed", e);
    }
    return List.copyOf(parts);
  }

  /**
   * Reads a file and tells what comes of it part by part.
   *
   * @throws OcrPostponedException if scans are postponed and the file holds one
   */
  void extract(Request request, PartSink sink) throws OcrPostponedException {
    sink.begin(0, "");
    byte[] bytes;
    try {
      bytes = open(request.file(), request.limits());
    } catch (IOException | RuntimeException | OutOfMemoryError fault) {
      long size = size(request.file());
      sink.end(new ExtractedPart("", null, size, null, Faults.opening(fault)));
      return;
    }
    Path name = request.file().getFileName();
    new Walk(request, sink).visit("", name == null ? "" : name.toString(), bytes, 0);
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
  public static String fingerprint() {
    return VERSION + " tika-" + tikaVersion();
  }

  private static byte[] open(Path file, ExtractionLimits limits) throws IOException {
    if (!Files.isRegularFile(file)) {
      // Throws the right exception for what is gone or may not be seen; a pipe would never end.
      Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
      throw new NotReadException(NotCheckedReason.UNREADABLE, "not a regular file");
    }
    if (Files.size(file) > limits.maxBytes()) {
      throw tooLarge(limits);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) limits.maxBytes() + 1);
      if (bytes.length > limits.maxBytes()) {
        throw tooLarge(limits);
      }
      return bytes;
    }
  }

  private static NotReadException tooLarge(ExtractionLimits limits) {
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
    private final Request request;
    private final ExtractionLimits limits;
    private final PartSink sink;
    private int parts;
    private long expanded;
    private long characters;
    private boolean stopped;

    Walk(Request request, PartSink sink) {
      this.request = request;
      this.limits = request.limits();
      this.sink = sink;
    }

    /** Reads one part that has begun, then what is in it. */
    void visit(String path, String name, byte[] bytes, int depth) throws OcrPostponedException {
      Readers.Result result = read(name, bytes);
      end(path, bytes, result);
      visitAll(path, result.reading().attachments(), depth + 1);
    }

    private void end(String path, byte[] bytes, Readers.Result result) {
      String type = result.mediaType().isEmpty() ? null : result.mediaType();
      Extraction extraction = result.reading().extraction();
      if (extraction instanceof Extraction.Text text) {
        characters += text.document().text().length();
      }
      boolean scanned = result.reading().scanned();
      end(new ExtractedPart(path, Sha256.of(bytes), bytes.length, type, extraction, scanned));
    }

    private void end(ExtractedPart part) {
      parts++;
      sink.end(part);
    }

    private Readers.Result read(String name, byte[] bytes) throws OcrPostponedException {
      if (bytes.length == 0) {
        return new Readers.Result(
            "", Reading.of(new Extraction.Nothing(NotCheckedReason.EMPTY_FILE, null)));
      }
      Ocr reader = request.postponesScans() ? Ocr.postponing() : ocr;
      try {
        return Readers.read(new Source(bytes, name, limits, reader, sink::alive));
      } catch (OcrPostponedException postponed) {
        throw postponed;
      } catch (Throwable fault) { // Whatever it is, it is the fault of this part alone.
        return new Readers.Result("", Reading.of(Faults.parsing(fault)));
      }
    }

    private void visitAll(String parent, List<Attachment> attachments, int depth)
        throws OcrPostponedException {
      PartNames names = new PartNames();
      String prefix = parent.isEmpty() ? "" : parent + "!/";
      for (int i = 0; i < attachments.size() && !stopped; i++) {
        Attachment attachment = attachments.get(i);
        Extraction.Failed unread = unread(depth);
        if (unread != null) {
          String path = prefix + names.name(attachment.name(), i + 1, null);
          sink.begin(parts, path);
          end(new ExtractedPart(path, null, 0, null, unread));
        } else {
          visit(prefix, names, attachment, i + 1, depth);
        }
      }
    }

    /** Why the next part is not opened; null where it is. */
    private Extraction.@Nullable Failed unread(int depth) {
      if (parts >= limits.maxParts()) {
        stopped = true;
        return limit("parts of this file not read, from this one on: more than " + parts);
      }
      if (characters > (long) MOST_TEXT * limits.maxCharacters()) {
        stopped = true;
        return limit("parts of this file not read, from this one on: too much text in it");
      }
      if (isExpandedTooFar()) {
        stopped = true;
        return new Extraction.Failed(
            NotCheckedReason.BOMB,
            "open",
            "parts of this file not read, from this one on: too many of them burst");
      }
      if (depth > limits.maxDepth()) {
        return limit("nested deeper than " + limits.maxDepth());
      }
      return request.givenUp().get(parts);
    }

    private static Extraction.Failed limit(String detail) {
      return new Extraction.Failed(NotCheckedReason.LIMIT, "open", detail);
    }

    private void visit(
        String prefix, PartNames names, Attachment attachment, int ordinal, int depth)
        throws OcrPostponedException {
      String declared = attachment.name() == null ? "" : attachment.name();
      sink.begin(
          parts, prefix + (declared.isEmpty() ? "part-" + ordinal : PartNames.clean(declared)));
      byte[] bytes;
      try {
        bytes = attachment.content().read();
        expand(bytes.length);
      } catch (Throwable fault) { // As above.
        String path = prefix + names.name(attachment.name(), ordinal, null);
        Extraction unread = Faults.parsing(fault);
        end(new ExtractedPart(path, null, 0, null, unread));
        countBurst(unread);
        return;
      }
      Readers.Result read = read(declared, bytes);
      Readers.Result result = new Readers.Result(read.mediaType(), attachment.told(read.reading()));
      String path = prefix + names.name(attachment.name(), ordinal, result.mediaType());
      end(path, bytes, result);
      visitAll(path, result.reading().attachments(), depth + 1);
    }

    private void expand(int bytes) throws NotReadException {
      if (bytes > limits.maxBytes()) {
        throw tooLarge(limits);
      }
      expanded += bytes;
      if (isExpandedTooFar()) {
        stopped = true;
        throw new NotReadException(
            NotCheckedReason.BOMB,
            "parts of this file not read, from this one on: together they expand to more than "
                + MOST_EXPANDED * limits.maxBytes()
                + " bytes");
      }
    }

    /** A part that burst was expanded for nothing; ten thousand of them would take all night. */
    private void countBurst(Extraction unread) {
      if (!stopped
          && unread instanceof Extraction.Failed failed
          && failed.reason() == NotCheckedReason.BOMB) {
        expanded += limits.maxBytes();
      }
    }

    private boolean isExpandedTooFar() {
      return expanded > MOST_EXPANDED * limits.maxBytes();
    }
  }
}
