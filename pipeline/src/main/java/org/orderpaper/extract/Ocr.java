package org.orderpaper.extract;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/**
 * Reads pictures of text with tesseract, a program of its own. Its table output gives the place of
 * every line and how sure it is of every word, which its plain text does not. Thread-safe.
 */
final class Ocr {

  private static final String PROGRAM = "tesseract";
  private static final String LANGUAGE = "eng";

  private @Nullable Boolean available;
  private boolean postpones;

  /** A machine without the program. */
  static Ocr absent() {
    Ocr absent = new Ocr();
    absent.available = false;
    return absent;
  }

  /** Ends the reading of a file at the first picture, so that it is read in a later turn. */
  static Ocr postponing() {
    Ocr postponing = new Ocr();
    postponing.available = true;
    postponing.postpones = true;
    return postponing;
  }

  /** Whether the program can be found; cheap, for nothing is started. */
  static boolean isOnPath() {
    String path = System.getenv("PATH");
    return path != null
        && Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(path)
            .filter(folder -> !folder.isBlank())
            .anyMatch(folder -> new File(folder, PROGRAM).canExecute());
  }

  /** Whether it runs and knows English; asked once. */
  synchronized boolean isAvailable() {
    Boolean known = available;
    if (known == null) {
      known = isOnPath() && knowsEnglish();
      available = known;
    }
    return known;
  }

  private static boolean knowsEnglish() {
    try {
      Process process =
          new ProcessBuilder(PROGRAM, "--list-langs").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String languages =
          new String(process.getInputStream().readAllBytes(), TextDecoder.WINDOWS_1252);
      return process.waitFor() == 0 && languages.lines().anyMatch(LANGUAGE::equals);
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Reads one picture, which may have several pages.
   *
   * @throws NotReadException if it is no picture
   */
  Recognised read(byte[] picture, int dpi) throws IOException {
    if (postpones) {
      throw new OcrPostponedException();
    }
    Path folder = Files.createTempDirectory("orderpaper-ocr");
    try {
      Path in = Files.write(folder.resolve("page"), picture);
      run(in, folder.resolve("text"), dpi);
      return Recognised.ofTable(Files.readAllLines(folder.resolve("text.tsv")));
    } finally {
      delete(folder);
    }
  }

  private static void run(Path in, Path out, int dpi) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(PROGRAM, in.toString(), out.toString(), "-l", LANGUAGE));
    if (dpi > 0) {
      command.addAll(List.of("--dpi", Integer.toString(dpi)));
    }
    command.addAll(List.of("--psm", "3", "tsv"));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Its own threads would fight ours for the same cores.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    await(builder.start());
  }

  private static void await(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      if (process.waitFor() != 0) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "tesseract cannot open the picture");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading a scan");
    } finally {
      process.destroyForcibly();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
