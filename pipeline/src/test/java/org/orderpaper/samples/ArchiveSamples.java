package org.orderpaper.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives, one trap each. */
final class ArchiveSamples {

  private static final int LOCAL_HEADER = 0x04034B50;
  private static final int DIRECTORY_ENTRY = 0x02014B50;
  private static final int ENCRYPTED = 1;
  private static final int UTF_8 = 1 << 11;

  private ArchiveSamples() {}

  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    Map<String, String> inner = new LinkedHashMap<>();
    inner.put("motion.txt", "The motion in full.\n");
    byte[] nested = zip(inner, StandardCharsets.UTF_8);
    Map<String, String> outer = new LinkedHashMap<>();
    outer.put("papers/", "");
    outer.put("papers/agenda.txt", "Agenda for March.\n");
    outer.put("papers/inner.zip", new String(nested, StandardCharsets.ISO_8859_1));
    outer.put("__MACOSX/._agenda.txt", "clutter");
    outer.put("../../etc/minutes.txt", "Minutes of March.\n");
    outer.put("/absolute/minutes.txt", "Minutes of April.\n");
    all.put("zip/folders-and-an-archive-inside.zip", zip(outer, StandardCharsets.UTF_8));
    Map<String, String> names = new LinkedHashMap<>();
    names.put("café motion.txt", "The café motion.\n");
    all.put("zip/names-of-old-programs.zip", zip(names, Charset.forName("IBM437")));
    all.put(
        "zip/names-in-utf-8-that-do-not-say-so.zip",
        flagged(zip(names, StandardCharsets.UTF_8), 0, UTF_8, _ -> true));
    Map<String, String> three = new LinkedHashMap<>();
    three.put("open.txt", "Anyone may read this.\n");
    three.put("locked.txt", "Nobody can read this.\n");
    three.put("open-too.txt", "And this.\n");
    all.put(
        "zip/one-file-locked.zip",
        flagged(zip(three, StandardCharsets.UTF_8), ENCRYPTED, 0, entry -> entry == 1));
    return all;
  }

  private static byte[] zip(Map<String, String> entries, Charset names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        ZipEntry file = new ZipEntry(entry.getKey());
        file.setTimeLocal(LocalDateTime.of(2025, 3, 3, 0, 0));
        zip.putNextEntry(file);
        boolean binary = entry.getKey().endsWith(".zip");
        zip.write(
            entry
                .getValue()
                .getBytes(binary ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Sets and clears flags of entries, in the header of each and in the directory at the end. */
  private static byte[] flagged(byte[] zip, int set, int clear, IntPredicate entries) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int local = 0;
    int listed = 0;
    for (int at = 0; at + 30 < zip.length; at++) {
      int flags = -1;
      if (bytes.getInt(at) == LOCAL_HEADER) {
        flags = entries.test(local++) ? at + 6 : -1;
      } else if (bytes.getInt(at) == DIRECTORY_ENTRY) {
        flags = entries.test(listed++) ? at + 8 : -1;
      }
      if (flags >= 0) {
        bytes.putShort(flags, (short) ((bytes.getShort(flags) | set) & ~clear));
      }
    }
    return zip;
  }
}
