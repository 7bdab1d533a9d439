package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/** Pictures inside documents and mails. */
final class Pictures {

  /** Below this size, in bytes, a picture is a logo or a line. */
  private static final int SMALLEST = 20_000;

  /**
   * A line of text that can be read is 20 pixels high with the space around it, so a picture that
   * is less high or wide than this holds no paper: not ten lines, and not five words in a line.
   */
  private static final int SHORTEST_SIDE = 200;

  private static final int FEWEST_PIXELS = 120_000;

  private Pictures() {}

  /** Whether a picture is too small to be a scan or a photograph of a page. */
  static boolean isLogo(long bytes) {
    return bytes < SMALLEST;
  }

  /**
   * The same by its pixels, where they can be told: a page in black and white takes fewer bytes
   * than many a logo.
   */
  static boolean isLogo(byte[] picture) {
    try (PictureFile file = PictureFile.open(picture)) {
      int width = file.width(0);
      int height = file.height(0);
      return Math.min(width, height) < SHORTEST_SIDE || (long) width * height < FEWEST_PIXELS;
    } catch (IOException | RuntimeException _) {
      return isLogo(picture.length);
    }
  }

  /**
   * Reads the pictures of a document that has no other text, for then they are its scan.
   *
   * @return the pictures of a document with text, each to be read as a part of its own: a motion
   *     may have been pasted in as a photograph
   */
  static List<Attachment> read(Source source, DocumentWriter writer, List<Attachment> found)
      throws IOException {
    List<Attachment> pictures = new ArrayList<>();
    for (Attachment picture : found) {
      if (!isLogo(picture.content().read())) {
        pictures.add(picture);
      }
    }
    if (pictures.isEmpty()) {
      return List.of();
    }
    if (writer.hasBody()) {
      return parts(pictures, writer);
    }
    try (ScannedPages scans = new ScannedPages(source)) {
      int page = 0;
      for (Attachment picture : pictures) {
        page = addAll(picture.content().read(), page, scans);
      }
      List<TextLine> lines = new ArrayList<>();
      scans.lines().values().forEach(lines::addAll);
      writer.addAll(PrintedPages.blocksOf(lines));
      scans.tell(writer);
    }
    return List.of();
  }

  private static List<Attachment> parts(List<Attachment> pictures, DocumentWriter writer)
      throws IOException {
    List<Attachment> parts = new ArrayList<>();
    for (Attachment picture : pictures) {
      if (canBeShown(picture.content().read())) {
        parts.add(picture);
      }
    }
    if (parts.size() < pictures.size()) {
      writer.note("drawings in it were not read: " + (pictures.size() - parts.size()));
    }
    return parts;
  }

  /** Whether it is a photograph or scan, and not a drawing of lines and shapes. */
  private static boolean canBeShown(byte[] picture) {
    try (PictureFile file = PictureFile.open(picture)) {
      return file.width(0) > 0;
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  /** Begins to read the pages of a picture; one that cannot be opened does not spoil the others. */
  private static int addAll(byte[] picture, int before, ScannedPages scans) throws IOException {
    int page = before;
    try (PictureFile file = PictureFile.open(picture)) {
      int pages = file.pages();
      for (int i = 0; i < pages; i++) {
        page++;
        if (scans.canRead(page)) {
          add(file, i, page, scans);
        }
      }
    } catch (OcrPostponedException | InterruptedIOException meantForAll) {
      throw meantForAll;
    } catch (IOException | RuntimeException fault) {
      scans.cannotShow(Math.max(page, before + 1), fault);
      return Math.max(page, before + 1);
    }
    return page;
  }

  private static void add(PictureFile file, int index, int page, ScannedPages scans)
      throws IOException {
    BufferedImage grey;
    try {
      grey = file.grey(index);
    } catch (IOException | RuntimeException fault) {
      scans.cannotShow(page, fault);
      return;
    }
    scans.add(page, grey, 0, 1);
  }
}
