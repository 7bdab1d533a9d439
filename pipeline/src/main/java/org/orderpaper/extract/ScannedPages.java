package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.orderpaper.model.NotCheckedReason;

/**
 * The scanned pages of one document: reads them if that can be done, and says so if it cannot. The
 * pages are read at the same time; what was read is in page order all the same.
 *
 * <p>One poor page among good ones makes the document poor, because the item on that page is what a
 * reviewer may be shown, and an average over forty pages would hide it. So does a page that is full
 * of something in which no word was found. A page with no more than a stamp on it does not: a stamp
 * reads badly and says nothing.
 */
final class ScannedPages implements AutoCloseable {

  /**
   * Measured on a printed page with more and more dirt on it: 90 and more reads clean, 85 has stray
   * signs, below 80 there is a wrong word in nearly every line.
   */
  private static final int POOR_BELOW = 80;

  /** A page of fewer letters counts with the others only. */
  private static final int A_STAMP = 40;

  private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

  private final Source source;
  private final PageReaders readers;
  private final Map<Integer, Page> pages = new TreeMap<>();
  private final Map<Integer, Recognised> read = new TreeMap<>();
  private final List<Integer> withoutProgram = new ArrayList<>();
  private final List<Integer> withoutTime = new ArrayList<>();
  private final List<Integer> broken = new ArrayList<>();
  private final List<Integer> burst = new ArrayList<>();

  /** A page under way, and the length of its pixels in the unit of the document. */
  private record Page(Future<Recognised> reading, float unit) {}

  ScannedPages(Source source) {
    this.source = source;
    this.readers = new PageReaders(source.ocr());
  }

  /**
   * Whether a page can be read: there is somebody to do it, and time. If not, it is noted. To be
   * asked before a picture of it is made, which costs more than asking.
   */
  boolean canRead(int page) throws OcrPostponedException {
    source.markScanned();
    source.ocr().claim();
    if (!source.ocr().isAvailable()) {
      withoutProgram.add(page);
      return false;
    }
    if (source.isLate()) {
      withoutTime.add(page);
      return false;
    }
    return true;
  }

  /**
   * Begins to read a page that {@linkplain #canRead can be read}.
   *
   * @param dpi pixels an inch, or 0 if nobody knows
   * @param unit the length of a pixel in the unit of the document
   */
  void add(int page, BufferedImage grey, int dpi, float unit) throws IOException {
    pages.put(page, new Page(readers.read(grey, dpi, this::limit), unit));
    source.alive();
  }

  private Duration limit() {
    Duration left = source.timeLeft();
    return left.compareTo(LONGEST_PAGE) < 0 ? left : LONGEST_PAGE;
  }

  /** Says that there is no picture of a page to be had. */
  void cannotShow(int page) {
    broken.add(page);
  }

  /** The same, and why. */
  void cannotShow(int page, Exception why) {
    boolean bomb = why instanceof NotReadException known && known.reason() == NotCheckedReason.BOMB;
    (bomb ? burst : broken).add(page);
  }

  /** The lines of the pages that were read, once all of them are. */
  Map<Integer, List<TextLine>> lines() throws IOException {
    Map<Integer, List<TextLine>> lines = new TreeMap<>();
    for (Map.Entry<Integer, Page> entry : pages.entrySet()) {
      int number = entry.getKey();
      Page page = entry.getValue();
      try {
        Recognised recognised = PageReaders.result(page.reading());
        source.alive();
        read.put(number, recognised);
        lines.put(
            number,
            recognised.lines().stream().map(line -> line.moved(number, page.unit())).toList());
      } catch (InterruptedIOException | OcrPostponedException meantForAll) {
        throw meantForAll;
      } catch (NotReadException fault) {
        (fault.reason() == NotCheckedReason.TIMEOUT ? withoutTime : broken).add(number);
      }
    }
    return lines;
  }

  /**
   * Says which pages were read from a scan and how well, and which were not.
   *
   * @throws NotReadException if there is no text at all because nobody could read the scan
   */
  void tell(DocumentWriter writer) throws NotReadException {
    tellMissing(
        writer,
        withoutProgram,
        "scanned pages need tesseract to be read: ",
        NotCheckedReason.NEEDS_OCR);
    tellMissing(
        writer,
        withoutTime,
        "scanned pages for which there was no time: ",
        NotCheckedReason.TIMEOUT);
    tellMissing(
        writer, burst, "scanned pages with more pixels than a page has: ", NotCheckedReason.BOMB);
    tellMissing(writer, broken, "scanned pages that could not be read: ", NotCheckedReason.CORRUPT);
    tellSureness(writer);
  }

  private static void tellMissing(
      DocumentWriter writer, List<Integer> pages, String what, NotCheckedReason reason)
      throws NotReadException {
    if (pages.isEmpty()) {
      return;
    }
    String which = what + PageList.of(pages.stream().sorted().toList());
    if (!writer.hasBody()) {
      throw new NotReadException(reason, which);
    }
    writer.missing(which);
  }

  private void tellSureness(DocumentWriter writer) {
    List<String> sureness = new ArrayList<>();
    read.forEach((page, recognised) -> {
      if (recognised.letters() > 0) {
        sureness.add(page + " " + Math.round(recognised.meanSureness()));
      }
    });
    if (!sureness.isEmpty()) {
      tellSureness(
          writer, "read from a scan, sureness of 100 by page: " + String.join(", ", sureness));
    }
    List<Integer> wordless = pagesThat(recognised -> recognised.letters() == 0);
    if (!wordless.isEmpty()) {
      writer.note("scanned pages on which no words were found: " + PageList.of(wordless));
    }
  }

  private void tellSureness(DocumentWriter writer, String how) {
    List<Integer> poor = pagesThat(ScannedPages::isPoor);
    if (!poor.isEmpty()) {
      writer.poor(how + "; poor pages: " + PageList.of(poor));
      return;
    }
    double sum = read.values().stream().mapToDouble(Recognised::sureness).sum();
    long letters = read.values().stream().mapToLong(Recognised::letters).sum();
    if (Math.round(sum / letters) < POOR_BELOW) {
      writer.poor(how);
    } else {
      writer.note(how);
    }
  }

  private List<Integer> pagesThat(Predicate<Recognised> are) {
    return read.entrySet().stream()
        .filter(page -> are.test(page.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isPoor(Recognised page) {
    return page.letters() == 0
        ? page.filled()
        : page.letters() >= A_STAMP && Math.round(page.meanSureness()) < POOR_BELOW;
  }

  /** Ends what is still under way. */
  @Override
  public void close() {
    readers.close();
  }
}
