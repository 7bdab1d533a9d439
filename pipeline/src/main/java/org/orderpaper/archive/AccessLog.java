package org.orderpaper.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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
      new AppendedLines(file).append(node.toString());
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

  /** What is wrong with the log, a sentence a line. */
  List<String> faults() throws IOException {
    List<String> faults = new ArrayList<>();
    AppendedLines lines = new AppendedLines(file);
    List<String> whole = lines.whole();
    for (int i = 0; i < whole.size(); i++) {
      if (!isEntry(whole.get(i))) {
        faults.add(file + ":" + (i + 1) + ": not a line of the access log");
      }
    }
    if (!lines.torn().isEmpty()) {
      faults.add(
          file
              + ":"
              + (whole.size() + 1)
              + ": a line that was cut off; nothing was shown on account of it");
    }
    return faults;
  }

  private static boolean isEntry(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      Instant.parse(node.required("at").asString());
      return List.of("user", "action", "item", "reason").stream()
          .allMatch(member -> node.required(member).isString());
    } catch (JacksonException | DateTimeException e) {
      return false;
    }
  }
}
