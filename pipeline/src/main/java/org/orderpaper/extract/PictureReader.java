package org.orderpaper.extract;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.orderpaper.model.NotCheckedReason;

/** Reads a photograph or a scan of a page. */
final class PictureReader implements FormatReader {

  /** A3 at 600 dpi has 70 million. */
  private static final long MOST_PIXELS = 150_000_000;

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
    try (ImageInputStream in = ImageIO.createImageInputStream(source.stream())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new NotReadException(NotCheckedReason.CORRUPT, "the picture cannot be opened");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        int pages = reader.getNumImages(true);
        for (int page = 0; page < pages; page++) {
          if ((long) reader.getWidth(page) * reader.getHeight(page) > MOST_PIXELS) {
            throw new NotReadException(NotCheckedReason.BOMB, "the picture is too large to open");
          }
        }
        return pages;
      } finally {
        reader.dispose();
      }
    }
  }
}
