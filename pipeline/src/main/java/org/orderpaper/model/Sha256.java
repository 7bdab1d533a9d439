package org.orderpaper.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 in lower-case hexadecimal: the key of documents, items and findings. */
public final class Sha256 {

  /** The length of the ids of items and findings: 64 bits, in hexadecimal. */
  private static final int ID_LENGTH = 16;

  private static final int BUFFER = 1 << 16;

  private Sha256() {}

  /** A fresh digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of {@code bytes}, 64 digits. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /**
   * The hash of a stream, 64 digits; nothing of it stays in memory.
   *
   * @param most how many bytes may be read
   * @return null if there are more
   */
  public static @Nullable String of(InputStream in, long most) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    long left = most;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      left -= read;
      if (left < 0) {
        return null;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of {@code text} in UTF-8, 64 digits. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An id of 16 digits made of {@code parts}; the same parts in another order make another id. */
  public static String id(String... parts) {
    return of(String.join("\0", parts)).substring(0, ID_LENGTH);
  }
}
