package org.orderpaper.scan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderpaper.report.RenderedFile;

/**
 * The place of one scan's report: a folder of mode 0700 in the folder of all reports, where {@code
 * latest} points at the last one. A report appears whole or not at all, and {@code latest} points
 * at a whole one at any moment.
 *
 * <p>Beside it lie hidden files of this scan, all of which begin with a dot and its id. One of them
 * is locked for as long as the process lives; what scans that were killed have left is removed when
 * the next scan begins.
 */
final class ReportFolder implements AutoCloseable {

  private static final String LOCK = ".lock";
  private static final String UNFINISHED = ".unfinished";
  private static final String MEANWHILE = ".meanwhile";
  private static final String LINK = ".latest";
  private static final String LATEST = "latest";

  private final Path reports;
  private final String id;
  private final FileChannel mine;

  private ReportFolder(Path reports, String id, FileChannel mine) {
    this.reports = reports;
    this.id = id;
    this.mine = mine;
  }

  /** The place of a new scan, called {@code id}, or that with a number where it is taken. */
  static ReportFolder reserve(Path reports, String id) throws ScanException {
    return inFolder(
        reports,
        () -> {
          ReportFolder reserved = isTaken(reports, id) ? null : lock(reports, id);
          for (int i = 2; reserved == null; i++) {
            String free = id + "-" + i;
            reserved = isTaken(reports, free) ? null : lock(reports, free);
          }
          return reserved;
        });
  }

  /** The place of a scan that goes on; what it may have written before it was cut short goes. */
  static ReportFolder resume(Path reports, String id) throws ScanException {
    ReportFolder resumed =
        inFolder(reports, () -> Optional.ofNullable(lock(reports, id)))
            .orElseThrow(() ->
                new ScanException(
                    "another scan is at work on the report "
                        + reports.resolve(id)
                        + "; wait until it has ended, or name another --reports"));
    return resumed;
  }

  /** The name of the folder. */
  String id() {
    return id;
  }

  /** Writes the report and points {@code latest} at it; returns its folder. */
  Path write(List<RenderedFile> files, Timings timings) throws ScanException {
    try {
      Path unfinished = hidden(UNFINISHED);
      Folders.delete(unfinished);
      Folders.makePrivate(unfinished);
      for (RenderedFile file : files) {
        Path parent = unfinished.resolve(file.path()).getParent();
        if (parent != null) {
          Folders.makePrivate(parent);
        }
      }
      files.parallelStream()
          .forEach(file -> write(unfinished.resolve(file.path()), file.content()));
      write(unfinished.resolve("timings.jsonl"), out -> out.write(timings.line()));
      Folders.force(unfinished);
      return moveIntoPlace(unfinished);
    } catch (IOException | UncheckedIOException e) {
      throw ScanException.internal(
          "the report could not be written to "
              + reports
              + ": "
              + reason(e)
              + "; the archive is complete: make room, then scan again",
          e);
    }
  }

  private Path moveIntoPlace(Path unfinished) throws IOException {
    Path finished = reports.resolve(id);
    Path meanwhile = hidden(MEANWHILE);
    if (Files.exists(finished, LinkOption.NOFOLLOW_LINKS)) {
      // An earlier attempt got this far. "latest" must not dangle while the folder is replaced.
      Folders.delete(meanwhile);
      Folders.link(unfinished, meanwhile);
      pointLatestAt(meanwhile);
      Folders.delete(finished);
    }
    Files.move(unfinished, finished);
    pointLatestAt(finished);
    Folders.force(reports);
    Folders.delete(meanwhile);
    return finished;
  }

  private static void write(Path path, RenderedFile.Content content) {
    try (FileChannel file =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        BufferedWriter writer =
            new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8))) {
      content.writeTo(writer);
      writer.flush();
      file.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pointLatestAt(Path folder) throws IOException {
    Path link = hidden(LINK);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, folder.getFileName());
    Files.move(
        link,
        reports.resolve(LATEST),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path hidden(String suffix) {
    return hidden(reports, id, suffix);
  }

  private static Path hidden(Path reports, String id, String suffix) {
    return reports.resolve("." + id + suffix);
  }

  private static boolean isTaken(Path reports, String id) {
    return Stream.of(reports.resolve(id), hidden(reports, id, LOCK))
        .anyMatch(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
  }

  /** The place {@code id}, or null where another process holds it. */
  private static @Nullable ReportFolder lock(Path reports, String id) throws IOException {
    FileChannel channel = tryLock(hidden(reports, id, LOCK));
    return channel == null ? null : new ReportFolder(reports, id, channel);
  }

  private static @Nullable FileChannel tryLock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException _) {
      // Another scan of this process holds it.
    }
    channel.close();
    return null;
  }

  private interface Task<T> {
    T run() throws IOException;
  }

  /** Does {@code task} while no other process begins a scan in the same folder. */
  private static <T> T inFolder(Path reports, Task<T> task) throws ScanException {
    synchronized (ReportFolder.class) {
      try {
        Folders.makePrivate(reports);
        try (FileChannel channel =
                FileChannel.open(
                    reports.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock _ = channel.lock()) {
          sweep(reports);
          return task.run();
        }
      } catch (IOException e) {
        throw new ScanException(
            "the folder for reports "
                + reports
                + " cannot be used: "
                + reason(e)
                + "; name another with --reports",
            e);
      }
    }
  }

  /** Removes what scans that were killed have left, but for what {@code latest} points at. */
  private static void sweep(Path reports) throws IOException {
    Path latest = reports.resolve(LATEST);
    Path kept = Files.isSymbolicLink(latest) ? Files.readSymbolicLink(latest) : latest;
    for (Path left : leftovers(reports)) {
      String name = left.getFileName().toString();
      String id = name.substring(1, name.lastIndexOf('.'));
      try (FileChannel lock = tryLock(hidden(reports, id, LOCK))) {
        if (lock != null) {
          if (!left.endsWith(kept)) {
            Folders.delete(left);
          }
          Files.deleteIfExists(hidden(reports, id, LOCK));
        }
      }
    }
  }

  private static List<Path> leftovers(Path reports) throws IOException {
    List<Path> leftovers = new ArrayList<>();
    for (String suffix : List.of(UNFINISHED, MEANWHILE, LINK, LOCK)) {
      try (var found = Files.newDirectoryStream(reports, ".?*" + suffix)) {
        found.forEach(leftovers::add);
      }
    }
    return leftovers;
  }

  private static String reason(Exception e) {
    @Nullable Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    String message = cause == null ? null : cause.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Gives the place up; a report that is not whole goes. */
  @Override
  public void close() {
    try (mine) {
      Folders.delete(hidden(UNFINISHED));
      Files.deleteIfExists(hidden(LINK));
      Files.deleteIfExists(hidden(LOCK));
    } catch (IOException _) {
      // The next scan removes it.
    }
  }
}
