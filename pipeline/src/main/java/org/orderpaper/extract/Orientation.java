package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, or a sheet put into the scanner, as the file says it: the Exif tag of a
 * JPEG and the tag of the same number and meaning of a TIFF, from 1 (upright) to 8.
 */
final class Orientation {

  private static final int UPRIGHT = 1;
  private static final int TAG = 274;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  private Orientation() {}

  static int of(byte[] bytes, String format, int page) {
    try {
      return switch (format) {
        case "jpeg" -> {
          ByteBuffer exif = JpegHead.of(bytes).exif();
          yield exif == null ? UPRIGHT : ofTiff(exif, 0);
        }
        case "tif", "tiff" -> ofTiff(ByteBuffer.wrap(bytes), page);
        default -> UPRIGHT;
      };
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
      // A broken tag is none.
      return UPRIGHT;
    }
  }

  /** The page the right way up. */
  static BufferedImage upright(BufferedImage grey, int orientation) {
    return switch (orientation) {
      case 2 -> GreyPage.mirrored(grey);
      case 3 -> GreyPage.turned(grey, 2);
      case 4 -> GreyPage.turned(GreyPage.mirrored(grey), 2);
      case 5 -> GreyPage.mirrored(GreyPage.turned(grey, 1));
      case 6 -> GreyPage.turned(grey, 1);
      case 7 -> GreyPage.mirrored(GreyPage.turned(grey, 3));
      case 8 -> GreyPage.turned(grey, 3);
      default -> grey;
    };
  }

  private static int ofTiff(ByteBuffer tiff, int page) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    for (int i = 0; i < page; i++) {
      directory = tiff.getInt(directory + 2 + ENTRY * (tiff.getShort(directory) & 0xFFFF));
      if (directory == 0) {
        return UPRIGHT;
      }
    }
    int count = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + ENTRY * i;
      if ((tiff.getShort(entry) & 0xFFFF) == TAG && tiff.getShort(entry + 2) == SHORT) {
        return tiff.getShort(entry + 8);
      }
    }
    return UPRIGHT;
  }
}
