package org.orderpaper.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Puts a page straight that lay askew in the scanner. At three degrees tesseract leaves out every
 * third line and is sure of the rest, so that nobody would know.
 *
 * <p>Seen along the lines, a page of text is dark and light by turns, and most so when looked at
 * exactly along them: the angle is tried that makes the difference greatest.
 */
final class Skew {

  /** A page is looked at this small. */
  private static final int LONG_SIDE = 1000;

  /** How much darker than what is above it the upper edge of a letter is. */
  private static final int EDGE = 24;

  private static final double FARTHEST = 15;
  private static final double COARSE = 0.5;
  private static final double FINE = 0.1;

  /** Tesseract copes with less. */
  private static final double LEAST = 0.8;

  /** Straight pages of few lines differ by less than this between angles. */
  private static final double CLEARLY = 1.15;

  private static final int FEWEST_EDGES = 200;

  /** About as many as sixty printed letters have. */
  private static final int MANY_EDGES = 500;

  private final int[] xs;
  private final int[] ys;
  private final int count;
  private final int width;
  private final int height;

  private Skew(BufferedImage grey) {
    int step = Math.max(1, Math.max(grey.getWidth(), grey.getHeight()) / LONG_SIDE);
    this.width = grey.getWidth() / step;
    this.height = grey.getHeight() / step;
    this.xs = new int[width * height];
    this.ys = new int[width * height];
    int[] row = new int[grey.getWidth() * step];
    int[] above = new int[width];
    int found = 0;
    for (int y = 0; y < height; y++) {
      grey.getRaster().getPixels(0, y * step, grey.getWidth(), step, row);
      for (int x = 0; x < width; x++) {
        int here = average(row, grey.getWidth(), x * step, step);
        if (y > 0 && above[x] - here > EDGE) {
          xs[found] = x;
          ys[found] = y;
          found++;
        }
        above[x] = here;
      }
    }
    this.count = found;
  }

  /** Whether there is more on a page than a stamp and the dirt of the glass. */
  static boolean isFilled(BufferedImage grey) {
    return new Skew(grey).count >= MANY_EDGES;
  }

  /** The page with its lines level. */
  static BufferedImage straightened(BufferedImage grey) {
    double degrees = new Skew(grey).degrees();
    return Math.abs(degrees) < LEAST ? grey : turned(grey, -degrees);
  }

  private static int average(int[] rows, int width, int x, int step) {
    int sum = 0;
    for (int dy = 0; dy < step; dy++) {
      for (int dx = 0; dx < step; dx++) {
        sum += rows[dy * width + x + dx];
      }
    }
    return sum / (step * step);
  }

  /** How far the lines fall to the right, in degrees. */
  private double degrees() {
    if (count < FEWEST_EDGES) {
      return 0;
    }
    double coarse = best(-FARTHEST, FARTHEST, COARSE);
    double fine = best(coarse - COARSE, coarse + COARSE, FINE);
    return contrast(fine) > contrast(0) * CLEARLY ? fine : 0;
  }

  private double best(double from, double to, double step) {
    double best = 0;
    double most = 0;
    int steps = (int) Math.round((to - from) / step);
    for (int i = 0; i <= steps; i++) {
      double degrees = from + i * step;
      double contrast = contrast(degrees);
      if (contrast > most) {
        most = contrast;
        best = degrees;
      }
    }
    return best;
  }

  /** How unevenly the edges lie when looked at along an angle. */
  private double contrast(double degrees) {
    double sine = Math.sin(Math.toRadians(degrees));
    double cosine = Math.cos(Math.toRadians(degrees));
    int[] edges = new int[2 * (width + height) + 1];
    for (int i = 0; i < count; i++) {
      edges[(int) Math.round(ys[i] * cosine - xs[i] * sine) + width]++;
    }
    double sum = 0;
    for (int here : edges) {
      sum += (double) here * here;
    }
    return sum;
  }

  private static BufferedImage turned(BufferedImage grey, double degrees) {
    double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
    double cosine = Math.cos(Math.toRadians(degrees));
    int width = (int) Math.ceil(grey.getWidth() * cosine + grey.getHeight() * sine);
    int height = (int) Math.ceil(grey.getHeight() * cosine + grey.getWidth() * sine);
    BufferedImage straight = GreyPage.blank(width, height);
    Graphics2D pen = straight.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    pen.drawImage(grey, (width - grey.getWidth()) / 2, (height - grey.getHeight()) / 2, null);
    pen.dispose();
    return straight;
  }
}
