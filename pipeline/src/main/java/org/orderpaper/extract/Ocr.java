package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/**
 * Reads pictures of text with tesseract, a program of its own. Its table output gives the place of
 * every line and how sure it is of every word, which its plain text does not. Thread-safe.
 */
final class Ocr {

  private static final String PROGRAM = "tesseract";
  private static final String LANGUAGE = "eng";
  private static final String NONE = "none";
  private static final String KEEPER = "setpriv";
  private static final Duration ASKING = Duration.ofSeconds(30);
  private static final Pattern VERSION = Pattern.compile("tesseract v?([0-9][0-9A-Za-z.+-]{0,40})");

  private final boolean postponing;
  private @Nullable String setting;

  /** What is installed on this machine. */
  Ocr() {
    this(null, false);
  }

  private Ocr(@Nullable String setting, boolean postponing) {
    this.setting = setting;
    this.postponing = postponing;
  }

  /** A machine without the program. */
  static Ocr absent() {
    return new Ocr(NONE, false);
  }

  /**
   * For a pass in which a part with scanned pages is left for later: the first page that only OCR
   * reads ends the reading of its part with an {@link OcrPostponedException}.
   */
  static Ocr postponing() {
    return new Ocr("postponed", true);
  }

  /** Whether the program can be found; cheap, for nothing is started. */
  static boolean isOnPath() {
    return isOnPath(PROGRAM);
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(path)
            .filter(folder -> !folder.isBlank())
            .anyMatch(folder -> new File(folder, program).canExecute());
  }

  /** Whether it runs and knows English; asked once. */
  boolean isAvailable() {
    return !setting().equals(NONE);
  }

  /** Names what shapes the text of scans: the program's version and language; asked once. */
  synchronized String setting() {
    String known = setting;
    if (known == null) {
      known = isOnPath() ? asked() : NONE;
      setting = known;
    }
    return known;
  }

  /** To be asked before a page is prepared for reading. */
  void claim() throws OcrPostponedException {
    if (postponing) {
      throw new OcrPostponedException();
    }
  }

  private static String asked() {
    boolean english = answer("--list-langs").lines().anyMatch(LANGUAGE::equals);
    Matcher version = VERSION.matcher(english ? answer("--version") : "");
    return version.find() ? PROGRAM + "-" + version.group(1) + " " + LANGUAGE : NONE;
  }

  /** What it says when asked; nothing if it fails. */
  private static String answer(String question) {
    try (PrivateFolder folder = folder()) {
      Path said = folder.path().resolve("answer");
      ProcessBuilder builder = program(List.of(question), folder.path());
      builder.redirectErrorStream(true).redirectOutput(said.toFile());
      return await(builder.start(), ASKING) == 0
          ? TextDecoder.decode(Files.readAllBytes(said))
          : "";
    } catch (IOException _) {
      return "";
    }
  }

  private static PrivateFolder folder() throws IOException {
    return PrivateFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "orderpaper-ocr-");
  }

  /**
   * Reads one page.
   *
   * @param grey the page, one byte a pixel
   * @param dpi its pixels an inch, or 0 if nobody knows
   * @param limit how long that may take by the clock
   * @throws NotReadException if it takes longer or the page is beyond the program
   */
  Recognised read(BufferedImage grey, int dpi, Duration limit) throws IOException {
    claim();
    try (PrivateFolder opened = folder()) {
      Path folder = opened.path();
      Path in = folder.resolve("page");
      GreyPage.write(grey, in);
      List<String> arguments =
          new ArrayList<>(List.of(in.toString(), folder.resolve("text").toString()));
      arguments.addAll(List.of("-l", LANGUAGE));
      if (dpi > 0) {
        arguments.addAll(List.of("--dpi", Integer.toString(dpi)));
      }
      arguments.addAll(List.of("--psm", "3", "tsv"));
      ProcessBuilder builder = program(arguments, folder);
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      if (await(builder.start(), limit) != 0) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "tesseract cannot read the picture");
      }
      return Recognised.ofTable(Files.readAllLines(folder.resolve("text.tsv")));
    }
  }

  /**
   * The program with next to nothing in its surroundings. It is made to die with the thread that
   * starts it, so that it does not outlive a killed parent; therefore that thread has to wait.
   */
  private static ProcessBuilder program(List<String> arguments, Path folder) {
    List<String> command = new ArrayList<>();
    if (isOnPath(KEEPER)) {
      command.addAll(List.of(KEEPER, "--pdeathsig", "KILL", "--"));
    }
    command.add(PROGRAM);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH"));
    environment.put("LC_ALL", "C");
    environment.put("TMPDIR", folder.toString());
    // Its own threads would fight ours for the same cores.
    environment.put("OMP_THREAD_LIMIT", "1");
    return builder.directory(folder.toFile());
  }

  private static int await(Process process, Duration limit) throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotReadException(
            NotCheckedReason.TIMEOUT, "took longer than " + limit.toSeconds() + " seconds");
      }
      return process.exitValue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading a scan");
    } finally {
      end(process);
    }
  }

  /** Waits until it is gone, so that it writes nothing more into a folder being emptied. */
  private static void end(Process process) {
    process.destroyForcibly();
    boolean interrupted = Thread.interrupted();
    try {
      boolean _ = process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
