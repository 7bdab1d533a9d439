package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.orderpaper.model.NotCheckedReason;

/** Reads a photograph or a scan of a page, or of several. */
final class PictureReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException {
    DocumentWriter writer = source.writer();
    try (PictureFile file = PictureFile.open(source.bytes());
        ScannedPages scans = new ScannedPages(source)) {
      int pages = file.pages();
      boolean anyReadable = false;
      for (int page = 0; page < pages; page++) {
        file.check(page);
        anyReadable |= add(file, page, scans);
      }
      if (!anyReadable) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the picture cannot be opened");
      }
      List<TextLine> lines = new ArrayList<>();
      scans.lines().values().forEach(lines::addAll);
      writer.addAll(PrintedPages.blocksOf(lines));
      writer.pages(pages);
      scans.tell(writer);
    }
    return Reading.of(writer.finish());
  }

  /** Begins to read a page, if only its pixels can be had. */
  private static boolean add(PictureFile file, int page, ScannedPages scans) throws IOException {
    if (!scans.canRead(page + 1)) {
      return true;
    }
    BufferedImage grey;
    try {
      grey = file.grey(page);
    } catch (NotReadException tooLarge) {
      throw tooLarge;
    } catch (IOException | RuntimeException _) {
      scans.cannotShow(page + 1);
      return false;
    }
    scans.add(page + 1, grey, 0, 1);
    return true;
  }
}
