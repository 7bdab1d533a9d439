package org.orderpaper.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who looked at clear text, and why: {@code access.log}, appended, without any text of an item. */
public final class AccessLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  private AccessLog(Path file) {
    this.file = file;
  }

  /** The log of the archive in {@code path}. */
  public static AccessLog of(Path path) {
    return new AccessLog(new ArchiveFolder(path).accessLog());
  }

  /**
   * Notes that an item is about to be shown in clear. Nothing may be shown before this returns.
   *
   * @throws ArchiveException if it could not be noted
   */
  public void unmasked(String item, String reason, String user, Instant at)
      throws ArchiveException {
    ObjectNode node = JSON.createObjectNode();
    node.put("at", at.toString());
    node.put("user", user);
    node.put("action", "unmask");
    node.put("item", item);
    node.put("reason", reason);
    try {
      Files.write(
          file,
          (node + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new ArchiveException(
          "the access could not be noted in "
              + file
              + " ("
              + ArchiveFolder.reason(e)
              + "), so nothing is shown",
          e,
          true);
    }
  }
}
