package org.orderpaper.scan;

import static org.orderpaper.model.NotCheckedReason.EXCLUDED;
import static org.orderpaper.model.NotCheckedReason.LINK_LOOP;
import static org.orderpaper.model.NotCheckedReason.UNREADABLE;
import static org.orderpaper.model.NotCheckedReason.UNSUPPORTED;
import static org.orderpaper.model.NotCheckedReason.VANISHED;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;
import org.orderpaper.model.NotCheckedReason;

/**
 * Lists what lies under the roots, in path order. Nothing outside a root is ever listed: a link
 * that leads out of it is named in the ledger and not followed.
 */
final class Discovery {

  private final Set<Path> ownFolders;
  private final List<FoundFile> found = new ArrayList<>();

  private Discovery(Set<Path> ownFolders) {
    this.ownFolders = ownFolders;
  }

  /**
   * Lists all files.
   *
   * @param ownFolders the archive and the reports, real paths: what a scan writes it does not read
   */
  static List<FoundFile> of(List<Root> roots, Set<Path> ownFolders) {
    Discovery discovery = new Discovery(ownFolders);
    for (Root root : roots) {
      discovery.list(root);
    }
    discovery.found.sort(
        Comparator.comparing((FoundFile file) -> file.root().name())
            .thenComparing(FoundFile::path));
    return discovery.found;
  }

  private void list(Root root) {
    if (Files.isDirectory(root.path())) {
      folder(root, root.path(), List.of());
    } else {
      entry(root, root.path(), List.of());
    }
  }

  private void folder(Root root, Path folder, List<ExcludeFile> excludes) {
    List<ExcludeFile> inForce = excludes;
    if (Files.exists(folder.resolve(ExcludeFile.NAME), LinkOption.NOFOLLOW_LINKS)) {
      inForce = new ArrayList<>(excludes);
      inForce.add(ExcludeFile.in(folder));
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        entry(root, entry, inForce);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      unread(root, folder, 0, UNREADABLE, "the folder cannot be listed; check its permissions");
    }
  }

  private void entry(Root root, Path path, List<ExcludeFile> excludes) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        link(root, path, excludes);
      } else if (attributes.isDirectory()) {
        subfolder(root, path, excludes);
      } else if (attributes.isRegularFile()) {
        file(root, path, attributes, excludes);
      } else {
        unread(root, path, 0, UNSUPPORTED, "neither a file nor a folder");
      }
    } catch (NoSuchFileException e) {
      unread(root, path, 0, VANISHED, "gone since the folder was listed");
    } catch (IOException e) {
      unread(root, path, 0, UNREADABLE, "cannot be reached; check its permissions");
    }
  }

  private void subfolder(Root root, Path folder, List<ExcludeFile> excludes) {
    if (ownFolders.contains(folder)) {
      unread(root, folder, 0, EXCLUDED, "written by Orderpaper itself");
    } else {
      folder(root, folder, excludes);
    }
  }

  private void file(
      Root root, Path file, BasicFileAttributes attributes, List<ExcludeFile> excludes) {
    if (isExcludeFile(file)) {
      unread(root, file, attributes.size(), EXCLUDED, "the list of what is kept out");
    } else if (excludes.stream().anyMatch(exclude -> exclude.keepsOut(file))) {
      unread(
          root, file, attributes.size(), EXCLUDED, "kept out by a " + ExcludeFile.NAME + " file");
    } else {
      found.add(
          new FoundFile.ToRead(
              root,
              pathIn(root, file),
              file,
              attributes.size(),
              attributes.lastModifiedTime().toInstant()));
    }
  }

  /** A link to a file in the root is read like a file; every other link is named and left alone. */
  private void link(Root root, Path link, List<ExcludeFile> excludes) throws IOException {
    Path target;
    try {
      target = link.toRealPath();
    } catch (java.nio.file.FileSystemLoopException e) {
      unread(root, link, 0, LINK_LOOP, "a link that leads back to itself");
      return;
    } catch (NoSuchFileException e) {
      unread(root, link, 0, VANISHED, "a link to a file that is not there");
      return;
    } catch (IOException e) {
      unread(root, link, 0, LINK_LOOP, "a link that leads nowhere");
      return;
    }
    if (!target.startsWith(root.path())) {
      unread(root, link, 0, EXCLUDED, "a link that leads out of the folder");
    } else if (Files.isDirectory(target)) {
      boolean above = link.startsWith(target);
      unread(
          root,
          link,
          0,
          above ? LINK_LOOP : EXCLUDED,
          above ? "a link to a folder above it" : "a link to a folder that is listed itself");
    } else {
      file(root, link, Files.readAttributes(target, BasicFileAttributes.class), excludes);
    }
  }

  private static boolean isExcludeFile(Path file) {
    Path name = file.getFileName();
    return name != null && name.toString().equals(ExcludeFile.NAME);
  }

  private void unread(Root root, Path path, long bytes, NotCheckedReason reason, String detail) {
    String name = pathIn(root, path);
    found.add(new FoundFile.LeftOut(root, name, row(name, bytes, reason, detail)));
  }

  static LedgerRow row(
      String source, long bytes, NotCheckedReason reason, @Nullable String detail) {
    return new LedgerRow(
        source, null, bytes, null, null, LedgerState.NOT_CHECKED, reason, detail, 0, null);
  }

  private static String pathIn(Root root, Path path) {
    if (path.equals(root.path())) {
      if (Files.isDirectory(path)) {
        return ".";
      }
      Path name = path.getFileName();
      return name == null ? "." : FileNames.written(name);
    }
    return FileNames.written(root.path().relativize(path));
  }
}
