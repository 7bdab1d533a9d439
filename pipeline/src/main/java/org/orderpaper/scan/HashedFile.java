package org.orderpaper.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;
import org.orderpaper.model.Sha256;

/**
 * A file with the hash of its bytes.
 *
 * @param sha256 null when the bytes could not be read
 * @param fault why not; meaningless with a hash
 */
record HashedFile(FoundFile.ToRead file, @Nullable String sha256, NotCheckedReason fault) {

  /**
   * Hashes a file; one that is larger than {@code maxBytes} would never be read: nor is it here.
   */
  static HashedFile of(FoundFile.ToRead file, long maxBytes) {
    try {
      String sha256 = file.bytes() > maxBytes ? null : hash(file.file(), maxBytes);
      return new HashedFile(
          file, sha256, sha256 == null ? NotCheckedReason.TOO_LARGE : NotCheckedReason.UNREADABLE);
    } catch (NoSuchFileException e) {
      return new HashedFile(file, null, NotCheckedReason.VANISHED);
    } catch (IOException e) {
      return new HashedFile(file, null, NotCheckedReason.UNREADABLE);
    }
  }

  /** The ledger entry of a file whose bytes could not be read. */
  FoundFile.LeftOut unread() {
    String detail =
        switch (fault) {
          case VANISHED -> "gone since the folder was listed";
          case TOO_LARGE -> "too large to be read; split it or save it in another format";
          default -> "cannot be opened; check its permissions";
        };
    return new FoundFile.LeftOut(
        file.root(), file.path(), Discovery.row(file.path(), file.bytes(), fault, detail));
  }

  private static @Nullable String hash(Path path, long maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Sha256.of(in, maxBytes);
    }
  }
}
