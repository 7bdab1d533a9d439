package org.orderpaper.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Deflated runs of any length, made without ever deflating all of them. */
final class Deflation {

  private static final int CHUNK = 16 << 20;

  private Deflation() {}

  /**
   * Raw deflate data that inflates to {@code before}, then {@code chunks} times 16 MB of a byte.
   */
  static byte[] bomb(String before, char filler, int chunks, String after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      flushed(deflater, before.getBytes(StandardCharsets.US_ASCII), out);
      byte[] run = new byte[CHUNK];
      Arrays.fill(run, (byte) filler);
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      flushed(deflater, run, chunk);
      for (int i = 0; i < chunks; i++) {
        // After a full flush nothing refers back, so that a chunk can stand anywhere.
        out.writeBytes(chunk.toByteArray());
      }
      deflater.setInput(after.getBytes(StandardCharsets.US_ASCII));
      deflater.finish();
      drain(deflater, out, Deflater.NO_FLUSH);
    }
    return out.toByteArray();
  }

  /** The same with the header that PDF wants. */
  static byte[] zlibBomb(String before, char filler, int chunks, String after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x78, (byte) 0xDA});
    out.writeBytes(bomb(before, filler, chunks, after));
    out.writeBytes(new byte[4]);
    return out.toByteArray();
  }

  static byte[] zlib(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(content);
      deflater.finish();
      drain(deflater, out, Deflater.NO_FLUSH);
    }
    return out.toByteArray();
  }

  static byte[] raw(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(content);
      deflater.finish();
      drain(deflater, out, Deflater.NO_FLUSH);
    }
    return out.toByteArray();
  }

  private static void flushed(Deflater deflater, byte[] content, ByteArrayOutputStream out) {
    deflater.setInput(content);
    drain(deflater, out, Deflater.FULL_FLUSH);
  }

  static void drain(Deflater deflater, ByteArrayOutputStream out, int flush) {
    byte[] buffer = new byte[1 << 16];
    int length;
    do {
      length = deflater.deflate(buffer, 0, buffer.length, flush);
      out.write(buffer, 0, length);
    } while (length == buffer.length || (flush == Deflater.NO_FLUSH && !deflater.finished()));
  }
}
