package org.orderpaper.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.orderpaper.report.RenderedFile;

/**
 * Where reports are written: a folder a scan, mode 0700, and {@code latest} pointing at the last. A
 * report appears whole or not at all: it is written beside its place and then moved there.
 */
final class ReportFolder {

  private final Path reports;

  ReportFolder(Path reports) {
    this.reports = reports;
  }

  /** The id itself, or with a number where a report of that id is there already. */
  String freeId(String id) {
    String free = id;
    for (int i = 2; Files.exists(reports.resolve(free), LinkOption.NOFOLLOW_LINKS); i++) {
      free = id + "-" + i;
    }
    return free;
  }

  /** Writes the report of {@code scan} and points {@code latest} at it; returns its folder. */
  Path write(String scan, List<RenderedFile> files, Timings timings) throws ScanException {
    try {
      Folders.makePrivate(reports);
      Path unfinished = reports.resolve("." + scan + ".unfinished");
      Folders.delete(unfinished);
      Folders.makePrivate(unfinished);
      for (RenderedFile file : files) {
        Path parent = unfinished.resolve(file.path()).getParent();
        if (parent != null) {
          Folders.makePrivate(parent);
        }
      }
      files.parallelStream().forEach(file -> write(unfinished.resolve(file.path()), file));
      Files.writeString(unfinished.resolve("timings.jsonl"), timings.line());
      Path finished = reports.resolve(scan);
      Folders.delete(finished);
      Files.move(unfinished, finished);
      pointLatestAt(scan);
      return finished;
    } catch (IOException | UncheckedIOException e) {
      throw new ScanException(
          "the report could not be written to "
              + reports
              + ": "
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "; the archive is complete: make room, then scan again",
          e);
    }
  }

  private static void write(Path path, RenderedFile file) {
    try (Writer writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      file.content().writeTo(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pointLatestAt(String scan) throws IOException {
    Path link = reports.resolve(".latest.unfinished");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(scan));
    Files.move(
        link,
        reports.resolve("latest"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
