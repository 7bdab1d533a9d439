package org.orderpaper.extract;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.orderpaper.model.NotCheckedReason;

/** Reads a photograph or a scan of a page. */
final class PictureReader implements FormatReader {

  /** A3 at 600 dpi has 70 million. */
  private static final long MOST_PIXELS = 150_000_000;

  private static final int MOST_PAGES = 1_000;

  @Override
  public Reading read(Source source) throws IOException {
    int pages = check(source);
    DocumentWriter writer = source.writer();
    ScannedPages scan = new ScannedPages(source);
    scan.addPicture(source.bytes());
    scan.writeTo(writer);
    writer.pages(pages);
    return Reading.of(writer.finish());
  }

  /** Looks at the sizes it declares, so that a small file cannot fill the memory with pixels. */
  private static int check(Source source) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(source.stream())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the picture cannot be opened");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return checkPages(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Page by page: in a TIFF whose pages lead round in a circle, counting them would not end. */
  private static int checkPages(ImageReader reader) throws IOException {
    for (int page = 0; page < MOST_PAGES; page++) {
      long pixels;
      try {
        pixels = (long) reader.getWidth(page) * reader.getHeight(page);
      } catch (IndexOutOfBoundsException _) {
        return page;
      }
      if (pixels > MOST_PIXELS) {
        throw new NotReadException(NotCheckedReason.BOMB, "the picture is too large to open");
      }
    }
    throw new NotReadException(NotCheckedReason.LIMIT, "the picture has too many pages");
  }
}
