package org.orderpaper.scan;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.orderpaper.archive.ArchiveException;
import org.orderpaper.report.Evaluation;
import org.orderpaper.report.LabelledDocument;
import org.orderpaper.report.Labels;
import org.orderpaper.report.MalformedLabelsException;

/** A scan of labelled papers into an archive that is thrown away. */
public final class LabelledScan {

  private LabelledScan() {}

  /**
   * Scans {@code folder} and measures what comes of it against {@code labels}.
   *
   * @throws ScanException if the labels cannot be read or nothing can be scanned
   */
  public static Evaluation evaluate(Path labels, Path folder, Path rules, LocalDate asOf)
      throws ScanException, ArchiveException {
    List<LabelledDocument> labelled = read(labels);
    try {
      Path temporary = Files.createTempDirectory("orderpaper-evaluate");
      try (NightlyScan scan =
          new NightlyScan(
              new ScanSettings(
                  List.of(folder),
                  temporary.resolve("reports"),
                  temporary.resolve("archive"),
                  rules,
                  asOf,
                  ""),
              event -> {})) {
        Contents contents = scan.contents();
        return Evaluation.of(labelled, contents.items(), contents.entries(), asOf);
      } finally {
        Folders.delete(temporary);
      }
    } catch (IOException e) {
      throw new ScanException("the temporary folder cannot be used: " + e.getMessage(), e);
    }
  }

  private static List<LabelledDocument> read(Path labels) throws ScanException {
    try (Reader reader = Files.newBufferedReader(labels, StandardCharsets.UTF_8)) {
      return Labels.parse(reader);
    } catch (MalformedLabelsException e) {
      throw new ScanException(labels + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ScanException("the labels " + labels + " cannot be read; check the name", e);
    }
  }
}
