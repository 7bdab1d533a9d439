package org.orderpaper.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of lines that only grows. A line that a killed process or a full disk cut off has no line
 * feed: it is the torn line, and what was to be noted by it was not.
 */
final class AppendedLines {

  private final Path file;

  AppendedLines(Path file) {
    this.file = file;
  }

  /** The whole lines; none where there is no file. */
  List<String> whole() throws IOException {
    String text = text();
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** What stands after the last line feed; empty where no line is torn. */
  String torn() throws IOException {
    String text = text();
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  /** Appends a line in place of one that is torn, and has the disk keep it. */
  void append(String line) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      long end = endOfWholeLines(channel);
      channel.truncate(end);
      try {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        channel.position(end);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    }
  }

  private static long endOfWholeLines(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  private String text() throws IOException {
    // Not every byte may make sense: a torn line can end within a letter.
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }
}
