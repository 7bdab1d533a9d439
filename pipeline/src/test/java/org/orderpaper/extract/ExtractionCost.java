package org.orderpaper.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What reading costs in worker processes and in this one, for {@code time} to measure from outside:
 *
 * <pre>
 * /usr/bin/time -v java -cp ... org.orderpaper.extract.ExtractionCost in-process FOLDER 3000
 * /usr/bin/time -v java -cp ... org.orderpaper.extract.ExtractionCost contained FOLDER 3000
 * </pre>
 *
 * reads 3,000 files on two threads, those of the folder as often as it takes; scans are left out.
 */
final class ExtractionCost {

  private ExtractionCost() {}

  public static void main(String[] arguments) throws Exception {
    List<Path> files = files(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    Path work = Files.createTempDirectory("extraction-cost");
    try (ContainedExtractor contained =
            new ContainedExtractor(
                ExtractionLimits.defaults(), ContainmentLimits.defaults(), work);
        ExecutorService threads = Executors.newFixedThreadPool(Integer.getInteger("threads", 2))) {
      Extractor inProcess = new Extractor(ExtractionLimits.defaults());
      AtomicInteger parts = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      for (Path file : files) {
        all.add(
            threads.submit(() ->
                parts.addAndGet(
                    arguments[0].equals("contained")
                        ? contained.read(file, Turn.FIRST) instanceof Attempt.Done done
                            ? done.parts().size()
                            : 0
                        : inProcess.extract(file).size())));
      }
      for (Future<?> one : all) {
        one.get();
      }
      System.out.println(files.size() + " files, " + parts + " parts");
    }
    Files.delete(work);
  }

  private static List<Path> files(Path folder, int count) throws IOException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found =
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.toString().contains("scan") && !file.toString().contains("SKM"))
              .sorted()
              .toList();
    }
    List<Path> files = new ArrayList<>();
    while (files.size() < count) {
      files.addAll(found);
    }
    return files.subList(0, count);
  }
}
