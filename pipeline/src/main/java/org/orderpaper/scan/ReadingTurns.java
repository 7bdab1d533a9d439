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

  /** Four of the longest texts; with what matching them takes, all fits in half a gigabyte. */
  private static final long MOST_TEXT = 20_000_000;

  private final OrderedWorkers workers;
  private final DocumentReader reader;
  private final List<FoundFile.ToRead> scans = new ArrayList<>();
  private final List<FoundFile.ToRead> alone = new ArrayList<>();
  private final TextInHand inHand = new TextInHand(MOST_TEXT);

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
    workers.eachAsDone(
        files,
        file -> {
          inHand.awaitRoom();
          ReadFile read = reader.read(file, turn);
          inHand.take(read.characters());
          return read;
        },
        read -> {
          take(read, results);
          inHand.give(read.characters());
        });
  }

  private <E extends Exception> void take(
      ReadFile read, OrderedWorkers.Results<FileReading, E> results) throws E {
    switch (read) {
      case ReadFile.Now now -> results.accept(now.reading());
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
