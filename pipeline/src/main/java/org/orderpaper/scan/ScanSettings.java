package org.orderpaper.scan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What an officer asks of a scan, validated as a whole.
 *
 * @param paths files and folders to scan, at least one
 * @param reports where reports are written
 * @param archive the archive
 * @param rules the rule book
 * @param asOf the day on which the report is made; meetings after it are still to come
 * @param retryFailed whether files whose last reading failed are read again
 * @param version of the program, for the manifest
 */
public record ScanSettings(
    List<Path> paths,
    Path reports,
    Path archive,
    Path rules,
    LocalDate asOf,
    boolean retryFailed,
    String version) {

  public ScanSettings {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("name at least one file or folder to scan");
    }
    if (reports.toAbsolutePath().normalize().equals(archive.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "--reports and --archive both name " + archive + "; give them different folders");
    }
  }

  /** Settings of an ordinary night, which does not repeat what failed. */
  public ScanSettings(
      List<Path> paths, Path reports, Path archive, Path rules, LocalDate asOf, String version) {
    this(paths, reports, archive, rules, asOf, false, version);
  }
}
