package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes written as hexadecimal digits, with anything else between them left out. */
final class HexData {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int high = -1;

  void add(char c) {
    int digit = Character.digit(c, 16);
    if (digit < 0) {
      return;
    }
    if (high < 0) {
      high = digit;
    } else {
      bytes.write(high * 16 + digit);
      high = -1;
    }
  }

  /** Adds bytes that stand there as they are, each a character from 0 to 255. */
  void addBinary(String latin1) {
    bytes.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The bytes so far; it begins anew. */
  byte[] take() {
    byte[] all = bytes.toByteArray();
    bytes.reset();
    high = -1;
    return all;
  }
}
