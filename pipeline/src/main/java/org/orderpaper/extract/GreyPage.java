package org.orderpaper.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page as a grey picture, one byte a pixel: what tesseract would make of any other itself. */
final class GreyPage {

  private GreyPage() {}

  /**
   * Any picture in grey on white: what is transparent would turn black, and the letters with it.
   */
  static BufferedImage of(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      return image;
    }
    BufferedImage grey = blank(image.getWidth(), image.getHeight());
    Graphics2D pen = grey.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, grey.getWidth(), grey.getHeight());
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return grey;
  }

  static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
  }

  /**
   * Turns a page clockwise.
   *
   * @param quarters how many times by a right angle, from 0 to 3
   */
  static BufferedImage turned(BufferedImage grey, int quarters) {
    if (quarters == 0) {
      return grey;
    }
    int width = grey.getWidth();
    int height = grey.getHeight();
    BufferedImage turned = quarters == 2 ? blank(width, height) : blank(height, width);
    byte[] from = bytes(grey);
    byte[] to = bytes(turned);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int place =
            switch (quarters) {
              case 1 -> x * height + (height - 1 - y);
              case 2 -> (height - 1 - y) * width + (width - 1 - x);
              default -> (width - 1 - x) * height + y;
            };
        to[place] = from[y * width + x];
      }
    }
    return turned;
  }

  /** Turns a page over, left to right. */
  static BufferedImage mirrored(BufferedImage grey) {
    int width = grey.getWidth();
    BufferedImage mirrored = blank(width, grey.getHeight());
    byte[] from = bytes(grey);
    byte[] to = bytes(mirrored);
    for (int i = 0; i < from.length; i++) {
      int x = i % width;
      to[i - x + (width - 1 - x)] = from[i];
    }
    return mirrored;
  }

  /** The plainest picture format there is, which costs nothing to write. */
  static void write(BufferedImage grey, Path file) throws IOException {
    String head = "P5 " + grey.getWidth() + " " + grey.getHeight() + " 255\n";
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(bytes(grey));
    }
  }

  private static byte[] bytes(BufferedImage grey) {
    return ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
  }
}
