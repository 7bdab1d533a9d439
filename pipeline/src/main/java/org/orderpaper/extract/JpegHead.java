package org.orderpaper.extract;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a JPEG says about itself before its pixels begin.
 *
 * @param components how many values a pixel has; 4 are the inks of a printer; 0 if it does not say
 * @param adobeTransform what Adobe notes about them, or -1 without a note
 * @param exif the tags of the camera, laid out as in a TIFF; or null
 */
record JpegHead(int components, int adobeTransform, @Nullable ByteBuffer exif) {

  static final int NO_NOTE = -1;

  private static final int ADOBE = 0xEE;
  private static final int EXIF = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int EXIF_MARK = 0x45786966;
  private static final int ADOBE_MARK = 0x41646F62;

  static JpegHead of(byte[] bytes) {
    JpegHead head = new JpegHead(0, NO_NOTE, null);
    ByteBuffer jpeg = ByteBuffer.wrap(bytes);
    try {
      jpeg.position(Math.min(2, jpeg.limit()));
      while (jpeg.remaining() > 4 && (jpeg.get() & 0xFF) == 0xFF) {
        int kind = jpeg.get() & 0xFF;
        int length = Math.min((jpeg.getShort() & 0xFFFF) - 2, jpeg.remaining());
        if (kind == START_OF_SCAN || length < 0) {
          return head;
        }
        head = head.with(kind, jpeg.slice(jpeg.position(), length));
        jpeg.position(jpeg.position() + length);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
      // What was found before the break counts.
    }
    return head;
  }

  private JpegHead with(int kind, ByteBuffer segment) {
    if (kind == EXIF && segment.remaining() > 14 && segment.getInt(0) == EXIF_MARK) {
      return new JpegHead(components, adobeTransform, segment.slice(6, segment.remaining() - 6));
    }
    if (kind == ADOBE && segment.remaining() > 11 && segment.getInt(0) == ADOBE_MARK) {
      return new JpegHead(components, segment.get(11), exif);
    }
    // Frames have the numbers from C0 to CF, but for three kinds of tables among them.
    boolean frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    return frame && segment.remaining() > 5
        ? new JpegHead(segment.get(5), adobeTransform, exif)
        : this;
  }
}
