package org.orderpaper.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The folder of an archive: the index in {@code index/}, the decisions and the access log beside
 * it.
 */
record ArchiveFolder(Path path) {

  /** Makes the folder with mode 0700 where it is not there, and opens its index. */
  Directory openOrMake() throws ArchiveException {
    try {
      makePrivate(path);
      makePrivate(indexPath());
      return FSDirectory.open(indexPath());
    } catch (IOException e) {
      throw new ArchiveException(
          "the archive " + path + " cannot be made: " + reason(e) + "; choose another --archive",
          e);
    }
  }

  boolean hasIndex() {
    try (Stream<Path> files = Files.list(indexPath())) {
      return files.anyMatch(
          file -> String.valueOf(file.getFileName()).startsWith(IndexFileNames.SEGMENTS));
    } catch (IOException e) {
      return false;
    }
  }

  Directory openExisting() throws ArchiveException {
    try {
      if (Files.isDirectory(indexPath())) {
        FSDirectory directory = FSDirectory.open(indexPath());
        if (DirectoryReader.indexExists(directory)) {
          return directory;
        }
        directory.close();
      }
    } catch (IOException e) {
      throw new ArchiveException("the archive " + path + " cannot be opened: " + reason(e), e);
    }
    throw new ArchiveException(
        "there is no archive in " + path + "; run a scan first, or name one with --archive");
  }

  /** Refuses an index of another layout or of another program before anything is written. */
  Map<String, String> commitData(Directory directory) throws ArchiveException {
    try {
      Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
      String format = data.get(ArchiveState.FORMAT_KEY);
      if (!ArchiveState.FORMAT.equals(format)) {
        throw new ArchiveException(
            "the archive "
                + path
                + " was written by another version (format "
                + (format == null ? "unknown" : format)
                + ", this program writes "
                + ArchiveState.FORMAT
                + "); nothing was changed: use that version, or name another --archive");
      }
      return data;
    } catch (IndexFormatTooNewException | IndexFormatTooOldException e) {
      throw new ArchiveException(
          "the archive "
              + path
              + " was written by another version; nothing was changed: use that version, or name"
              + " another --archive",
          e);
    } catch (CorruptIndexException e) {
      throw new ArchiveException(
          "the archive "
              + path
              + " is damaged; nothing was changed: restore it from a copy, or name another"
              + " --archive and scan again",
          e);
    } catch (IOException e) {
      throw new ArchiveException("the archive " + path + " cannot be opened: " + reason(e), e);
    }
  }

  Path decisions() {
    return path.resolve("decisions.jsonl");
  }

  Path accessLog() {
    return path.resolve("access.log");
  }

  private Path indexPath() {
    return path.resolve("index");
  }

  private static void makePrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** The message of {@code e}, or its kind where it has none. */
  static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
