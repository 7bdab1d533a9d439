package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.orderpaper.model.NotCheckedReason;

/** A photograph or scan in one of the formats that cameras and scanners write. */
final class PictureFile implements Closeable {

  /** A3 at 600 dpi has 70 million. */
  private static final long MOST_PIXELS = 150_000_000;

  /** A4 at 600 dpi has 35 million; of what has more, every second pixel or fewer are looked at. */
  private static final long ENOUGH_PIXELS = 36_000_000;

  private static final int INKS = 4;

  static {
    // A cache on disk would leave files behind where a process is killed.
    ImageIO.setUseCache(false);
  }

  private static final int MOST_PAGES = 1_000;

  private final byte[] bytes;
  private final ImageInputStream in;
  private final ImageReader reader;

  private PictureFile(byte[] bytes, ImageInputStream in, ImageReader reader) {
    this.bytes = bytes;
    this.in = in;
    this.reader = reader;
  }

  static PictureFile open(byte[] bytes) throws IOException {
    ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes));
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      in.close();
      throw new NotReadException(NotCheckedReason.CORRUPT, "the picture cannot be opened");
    }
    ImageReader reader = readers.next();
    reader.setInput(in);
    return new PictureFile(bytes, in, reader);
  }

  int pages() throws IOException {
    // An animation is one picture: its frames say the same.
    return format().equals("gif") ? 1 : counted();
  }

  /** Page by page: in a TIFF whose pages lead round in a circle, counting them would not end. */
  private int counted() throws IOException {
    for (int page = 0; page < MOST_PAGES; page++) {
      try {
        int _ = reader.getWidth(page);
      } catch (IndexOutOfBoundsException _) {
        return page;
      }
    }
    throw new NotReadException(NotCheckedReason.LIMIT, "the picture has too many pages");
  }

  int width(int page) throws IOException {
    return reader.getWidth(page);
  }

  int height(int page) throws IOException {
    return reader.getHeight(page);
  }

  /** Looks at the sizes it declares, so that a small file cannot fill the memory with pixels. */
  void check(int page) throws IOException {
    if ((long) width(page) * height(page) > MOST_PIXELS) {
      throw new NotReadException(NotCheckedReason.BOMB, "the picture is too large to open");
    }
  }

  /** One page in grey, the right way up as far as the file says which that is. */
  BufferedImage grey(int page) throws IOException {
    check(page);
    ImageReadParam how = reader.getDefaultReadParam();
    int step = 1;
    while ((long) width(page) * height(page) / ((long) step * step) > ENOUGH_PIXELS) {
      step++;
    }
    how.setSourceSubsampling(step, step, 0, 0);
    return Orientation.upright(grey(page, how), Orientation.of(bytes, format(), page));
  }

  private String format() throws IOException {
    return reader.getFormatName().toLowerCase(Locale.ROOT);
  }

  /** Pictures made for printers have four inks, which the reader hands out but does not mix. */
  private BufferedImage grey(int page, ImageReadParam how) throws IOException {
    JpegHead head = format().equals("jpeg") ? JpegHead.of(bytes) : null;
    return head != null && head.components() == INKS
        ? ofInks(reader.readRaster(page, how), head.adobeTransform())
        : GreyPage.of(reader.read(page, how));
  }

  private static BufferedImage ofInks(Raster inks, int transform) {
    BufferedImage grey = GreyPage.blank(inks.getWidth(), inks.getHeight());
    int[] row = new int[inks.getWidth() * INKS];
    int[] light = new int[inks.getWidth()];
    for (int y = 0; y < inks.getHeight(); y++) {
      inks.getPixels(inks.getMinX(), inks.getMinY() + y, inks.getWidth(), 1, row);
      for (int x = 0; x < light.length; x++) {
        light[x] = light(row, x * INKS, transform);
      }
      grey.getRaster().setPixels(0, y, light.length, 1, light);
    }
    return grey;
  }

  /** Black decides in print, the colours darken. Adobe writes all inks the other way round. */
  private static int light(int[] inks, int at, int transform) {
    int colours = (inks[at] + inks[at + 1] + inks[at + 2]) / 3;
    return switch (transform) {
      case JpegHead.NO_NOTE -> (255 - colours) * (255 - inks[at + 3]) / 255;
      case 2 -> inks[at] * inks[at + 3] / 255;
      default -> colours * inks[at + 3] / 255;
    };
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
