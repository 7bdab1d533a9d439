package org.orderpaper.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.orderpaper.hostile.HostileFile.Cost;

/**
 * A folder of everything that is out to do harm or broken, with good papers in between.
 *
 * @param files what was written, with the endings of each; the good papers are not among them
 */
record HostileFolder(Path folder, List<HostileFile> files) {

  /** A secret of the machine; it stands in {@link Outside#canary} and nowhere else. */
  static final String CANARY = "canary-7f3a91-sings";

  /** Good papers, each with two motions. */
  static final List<String> GOOD =
      List.of("0-good.txt", "bombs/good.txt", "pdf/good.txt", "texts/good.txt", "zz-good.txt");

  private static final String MINUTES =
      """
      Ashdown Vale CLP
      Minutes of the meeting held on 27 November 2020

      1. Apologies
      Apologies were received and noted.

      2. Motion: the library
      This meeting calls on the council to keep the library open on Saturdays.
      The motion was carried with 12 votes for and 3 against.

      3. Motion: the whip
      This meeting calls for the whip to be restored to Dana Okafor MP without delay.
      The motion was carried, 20 for, 4 against, 2 abstentions.
      """;

  /**
   * What lies around the folder.
   *
   * @param canary a file that hostile files try to read
   * @param port a port of this machine that they try to call
   */
  record Outside(Path canary, int port) {}

  HostileFolder {
    files = List.copyOf(files);
  }

  /** Writes what is read quickly and in process. */
  static HostileFolder write(Path folder, Outside outside) throws IOException {
    List<HostileFile> files = new ArrayList<>(all(outside, EnumSet.of(Cost.QUICK)));
    write(folder, files);
    files.addAll(OddNames.puzzles(folder, outside.canary()));
    return new HostileFolder(folder, files);
  }

  /** Writes what takes long or much disk. */
  static HostileFolder writeLong(Path folder, Outside outside) throws IOException {
    List<HostileFile> files = all(outside, EnumSet.of(Cost.LONG));
    write(folder, files);
    return new HostileFolder(folder, files);
  }

  /** Writes what only the limits of a child process end. */
  static HostileFolder writeNeedingContainment(Path folder) throws IOException {
    List<HostileFile> files = needsContainment();
    write(folder, files);
    return new HostileFolder(folder, files);
  }

  /** What only the limits of a child process on time and memory end. */
  static List<HostileFile> needsContainment() {
    return all(new Outside(Path.of("/nowhere"), 9), EnumSet.of(Cost.NEEDS_CONTAINMENT));
  }

  private static List<HostileFile> all(Outside outside, Set<Cost> costs) {
    List<HostileFile> files = new ArrayList<>();
    files.addAll(BrokenFiles.files());
    files.addAll(Bombs.files());
    files.addAll(HostilePdfs.files());
    files.addAll(DeepFiles.files());
    files.addAll(HostileMails.files());
    files.addAll(NastyTexts.files());
    files.addAll(Reaches.files(outside.canary().toUri().toString(), outside.port()));
    files.addAll(OddNames.files());
    return files.stream().filter(file -> costs.contains(file.cost())).toList();
  }

  private static void write(Path folder, List<HostileFile> files) throws IOException {
    for (HostileFile file : files) {
      Path path = folder.resolve(file.name());
      makeParent(path);
      file.content().writeTo(path);
    }
    for (int i = 0; i < GOOD.size(); i++) {
      Path path = folder.resolve(GOOD.get(i));
      makeParent(path);
      Files.writeString(path, MINUTES.replace("Saturdays", "Saturdays and day " + i));
    }
  }

  private static void makeParent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }
}
