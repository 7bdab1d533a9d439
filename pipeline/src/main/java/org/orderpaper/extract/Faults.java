package org.orderpaper.extract;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/**
 * Turns what a parser throws into a value. Messages of exceptions are never passed on, because
 * parsers like to quote the document in them; the type of the exception is.
 */
final class Faults {

  /** By simple name, because the parsers' own types would load their libraries for plain text. */
  private static final Set<String> ENCRYPTED =
      Set.of(
          "EncryptedDocumentException",
          "InvalidPasswordException",
          "EncryptedPowerPointFileException");

  private Faults() {}

  static Extraction.Failed opening(Throwable fault) {
    return switch (fault) {
      case NoSuchFileException _ ->
          new Extraction.Failed(
              NotCheckedReason.VANISHED, "open", "the file was gone when it was to be read");
      case AccessDeniedException _ ->
          new Extraction.Failed(
              NotCheckedReason.UNREADABLE, "open", "no permission to read the file");
      case NotReadException known -> new Extraction.Failed(known.reason(), "open", known.detail());
      case OutOfMemoryError _ -> outOfMemory("open");
      default -> new Extraction.Failed(NotCheckedReason.UNREADABLE, "open", typeOf(fault));
    };
  }

  static Extraction parsing(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotReadException known) {
        boolean failed = known.reason().isFailure() && known.reason() != NotCheckedReason.NEEDS_OCR;
        return failed
            ? new Extraction.Failed(known.reason(), "parse", known.detail())
            : new Extraction.Nothing(known.reason(), known.detail());
      }
      if (ENCRYPTED.contains(cause.getClass().getSimpleName())) {
        return new Extraction.Failed(
            NotCheckedReason.ENCRYPTED, "open", "the document needs a password");
      }
    }
    return switch (fault) {
      case OutOfMemoryError _ -> outOfMemory("parse");
      case StackOverflowError _ ->
          new Extraction.Failed(
              NotCheckedReason.CRASH, "parse", "nested more deeply than can be followed");
      case Error error -> new Extraction.Failed(NotCheckedReason.CRASH, "parse", typeOf(error));
      default -> new Extraction.Failed(NotCheckedReason.CORRUPT, "parse", typeOf(fault));
    };
  }

  private static Extraction.Failed outOfMemory(String stage) {
    return new Extraction.Failed(NotCheckedReason.OOM, stage, "needs more memory than there is");
  }

  private static String typeOf(Throwable fault) {
    String name = fault.getClass().getSimpleName();
    return name.isEmpty() ? fault.getClass().getName() : name;
  }
}
