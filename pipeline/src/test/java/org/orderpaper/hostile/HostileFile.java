package org.orderpaper.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * One file that is out to do harm, or broken.
 *
 * @param name relative to the folder
 * @param endings the states and reasons in which its own ledger row may end: more than one where
 *     either is an honest account
 * @param cost what it takes to scan it
 * @param content writes it
 */
record HostileFile(String name, Set<String> endings, Cost cost, Content content) {

  /** What it takes to scan a file. */
  enum Cost {
    /** Read within seconds, in process. */
    QUICK,
    /** Read in process, but it takes long or much disk. */
    LONG,
    /** Only a limit of a child process on time or memory ends it. */
    NEEDS_CONTAINMENT
  }

  /** The bytes of a file, made when they are wanted. */
  interface Bytes {
    byte[] make() throws IOException;
  }

  /** What writes a file. */
  interface Content {
    void writeTo(Path file) throws IOException;
  }

  HostileFile {
    endings = Set.copyOf(endings);
  }

  /**
   * A file that is read quickly.
   *
   * @param endings words of the ledger, parted by {@code |}
   */
  static HostileFile quick(String name, String endings, Bytes bytes) {
    return new HostileFile(name, words(endings), Cost.QUICK, written(bytes));
  }

  static HostileFile lengthy(String name, String endings, Bytes bytes) {
    return new HostileFile(name, words(endings), Cost.LONG, written(bytes));
  }

  static HostileFile contained(String name, String endings, Bytes bytes) {
    return new HostileFile(name, words(endings), Cost.NEEDS_CONTAINMENT, written(bytes));
  }

  private static Content written(Bytes bytes) {
    return file -> Files.write(file, bytes.make());
  }

  static Set<String> words(String endings) {
    return new TreeSet<>(Arrays.asList(endings.split("\\|")));
  }

  @Override
  public String toString() {
    return name;
  }
}
