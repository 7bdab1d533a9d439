package org.orderpaper.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes a ZIP record by record, so that it can lie about names, sizes and places. */
final class RawZip {

  private static final int ENCRYPTED = 1;
  private static final int UTF8 = 1 << 11;
  private static final int DEFLATED = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int entries;
  private int lastLocal;

  RawZip add(String name, byte[] content) {
    return add(name.getBytes(StandardCharsets.UTF_8), UTF8, content);
  }

  RawZip add(byte[] name, byte[] content) {
    return add(name, 0, content);
  }

  RawZip locked(String name, byte[] content) {
    return add(name.getBytes(StandardCharsets.UTF_8), UTF8 | ENCRYPTED, content);
  }

  private RawZip add(byte[] name, int flags, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] deflated = Deflation.raw(content);
    return add(name, flags, (int) crc.getValue(), deflated, content.length);
  }

  /** Adds an entry that is deflated already, whatever its size is said to be. */
  RawZip addDeflated(String name, byte[] deflated, long size) {
    return add(name.getBytes(StandardCharsets.UTF_8), UTF8, 0, deflated, size);
  }

  private RawZip add(byte[] name, int flags, int crc, byte[] deflated, long size) {
    lastLocal = out.size();
    ByteBuffer local = little(30);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) flags);
    local.putShort((short) DEFLATED).putInt(0x00210000).putInt(crc);
    local.putInt(deflated.length).putInt((int) size).putShort((short) name.length);
    out.writeBytes(content(local));
    out.writeBytes(name);
    out.writeBytes(deflated);
    return list(name, flags, crc, deflated.length, size);
  }

  /** Lists the last entry once more, under another name. */
  RawZip again(String name, int deflated, long size) {
    return list(name.getBytes(StandardCharsets.UTF_8), UTF8, 0, deflated, size);
  }

  private RawZip list(byte[] name, int flags, int crc, int deflated, long size) {
    ByteBuffer central = little(46);
    central.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) flags);
    central.putShort((short) DEFLATED).putInt(0x00210000).putInt(crc);
    central.putInt(deflated).putInt((int) size).putShort((short) name.length);
    central.putInt(42, lastLocal);
    directory.writeBytes(content(central));
    directory.writeBytes(name);
    entries++;
    return this;
  }

  byte[] bytes() {
    int begin = out.size();
    out.writeBytes(directory.toByteArray());
    ByteBuffer end = little(22);
    end.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
    end.putInt(directory.size()).putInt(begin);
    out.writeBytes(content(end));
    return out.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] content(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }
}
