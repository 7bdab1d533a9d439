package org.orderpaper.scan;

import java.util.ArrayList;
import java.util.List;
import org.orderpaper.extract.Turn;

/**
 * Reads all files of a night, each in the turn that suits it: first all of them; then those with
 * scans, whose pages take seconds each; at last, one by one, those that ended their reader. Results
 * come in no particular order.
 */
final class ReadingTurns {

  private final OrderedWorkers workers;
  private final DocumentReader reader;
  private final List<FoundFile.ToRead> scans = new ArrayList<>();
  private final List<FoundFile.ToRead> alone = new ArrayList<>();

  ReadingTurns(OrderedWorkers workers, DocumentReader reader) {
    this.workers = workers;
    this.reader = reader;
  }

  <E extends Exception> void readAll(
      List<FoundFile.ToRead> files, OrderedWorkers.Results<FileReading, E> results) throws E {
    read(files, Turn.FIRST, results);
    read(scans, Turn.SCANS, results);
    for (FoundFile.ToRead file : alone) {
      take(reader.read(file, Turn.ALONE), results);
    }
  }

  private <E extends Exception> void read(
      List<FoundFile.ToRead> files, Turn turn, OrderedWorkers.Results<FileReading, E> results)
      throws E {
    workers.eachAsDone(files, file -> reader.read(file, turn), read -> take(read, results));
  }

  private <E extends Exception> void take(
      ReadFile read, OrderedWorkers.Results<FileReading, E> results) throws E {
    switch (read) {
      case ReadFile.Now now -> {
        results.accept(now.reading());
        reader.archived(now);
      }
      case ReadFile.Later later -> {
        switch (later.turn()) {
          case SCANS -> scans.add(later.file());
          case ALONE -> alone.add(later.file());
          case FIRST -> throw new IllegalStateException("no file has its first turn twice");
        }
      }
    }
  }
}
