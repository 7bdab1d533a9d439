package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/** The scanned pages of one document: reads them if that can be done, and says so if it cannot. */
final class ScannedPages {

  /**
   * Measured on a printed page with more and more dirt on it: 90 and more reads clean, 85 has stray
   * signs, below 80 there is a wrong word in nearly every line.
   */
  private static final int POOR_BELOW = 80;

  private static final int DPI = 300;
  private static final float POINTS = 72f / DPI;

  private final Source source;
  private final List<Integer> unread = new ArrayList<>();
  private final List<Integer> late = new ArrayList<>();
  private final List<Integer> read = new ArrayList<>();
  private final List<TextLine> pictureLines = new ArrayList<>();
  private int pictures;
  private long letters;
  private double sureness;

  ScannedPages(Source source) {
    this.source = source;
  }

  /**
   * Reads a page of a document.
   *
   * @param image the page in grey, or null if it {@linkplain #canRead() cannot be read}
   * @return its lines in points
   */
  List<TextLine> addPage(@Nullable BufferedImage image, int page) throws IOException {
    if (image == null) {
      refused(page);
      return List.of();
    }
    Recognised recognised = source.ocr().read(portable(image), DPI);
    read.add(page);
    count(recognised);
    return recognised.lines().stream().map(line -> line.moved(page, POINTS)).toList();
  }

  /** Whether another page can be read: there is somebody to do it, and time. */
  boolean canRead() {
    return source.ocr().isAvailable() && !source.isLate();
  }

  private void refused(int page) {
    (source.ocr().isAvailable() ? late : unread).add(page);
  }

  /** Reads a picture file, each page of which becomes a page. */
  void addPicture(byte[] picture) throws IOException {
    pictures++;
    if (!canRead()) {
      refused(pictures);
      return;
    }
    Recognised recognised = source.ocr().read(picture, 0);
    read.add(pictures);
    count(recognised);
    int before = pictureLines.isEmpty() ? 0 : pictureLines.getLast().page();
    for (TextLine line : recognised.lines()) {
      pictureLines.add(line.moved(before + line.page(), 1));
    }
  }

  /** Writes what the pictures say. */
  void writeTo(DocumentWriter writer) throws NotReadException {
    writer.addAll(PrintedPages.blocksOf(pictureLines));
    tell(writer);
  }

  /**
   * Says which pages were read from a scan and how well, and which were not.
   *
   * @throws NotReadException if there is no text at all because nobody could read the scan
   */
  void tell(DocumentWriter writer) throws NotReadException {
    if (!unread.isEmpty()) {
      String which = "scanned pages need tesseract to be read: " + PageList.of(unread);
      if (!writer.hasBody()) {
        throw new NotReadException(NotCheckedReason.NEEDS_OCR, which);
      }
      writer.missing(which);
    }
    if (!late.isEmpty()) {
      String which = "scanned pages for which there was no time: " + PageList.of(late);
      if (!writer.hasBody()) {
        throw new NotReadException(NotCheckedReason.TIMEOUT, which);
      }
      writer.missing(which);
    }
    if (letters == 0 && !read.isEmpty()) {
      writer.note("scanned pages on which no words were found: " + PageList.of(read));
    } else if (letters > 0) {
      long mean = Math.round(sureness / letters);
      String how =
          "pages read from a scan: " + PageList.of(read) + ", sureness " + mean + " of 100";
      if (mean < POOR_BELOW) {
        writer.poor(how);
      } else {
        writer.note(how);
      }
    }
  }

  private void count(Recognised recognised) {
    letters += recognised.letters();
    sureness += recognised.sureness();
  }

  /** The plainest picture format there is, which costs nothing to write. */
  private static byte[] portable(BufferedImage grey) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String head = "P5 " + grey.getWidth() + " " + grey.getHeight() + " 255\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    return out.toByteArray();
  }
}
