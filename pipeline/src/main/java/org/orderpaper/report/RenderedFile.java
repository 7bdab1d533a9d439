package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;

/**
 * A file of the report.
 *
 * @param path relative to the folder of the report, parted by {@code /}
 * @param restricted whether only those who look after members' welfare may read it
 */
public record RenderedFile(String path, boolean restricted, Content content) {

  /** What the file holds. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it, line by line, and leaves {@code out} open. */
    void writeTo(Writer out) throws IOException;
  }
}
