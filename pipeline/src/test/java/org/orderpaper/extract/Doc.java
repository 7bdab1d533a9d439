package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the smallest binary Word document: one piece of text, one page of formatting each. */
final class Doc {

  static final int BOLD = 0x0835;
  static final int DELETED = 0x0800;
  static final int HIDDEN = 0x083C;
  static final int IN_TABLE = 0x2416;
  static final int ROW_END = 0x2417;

  private static final int TEXT_AT = 0x800;
  private static final int PAGE = 512;

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> runEnds = new ArrayList<>();
  private final List<Integer> runProperties = new ArrayList<>();
  private final List<Integer> paragraphEnds = new ArrayList<>();
  private final List<int[]> paragraphProperties = new ArrayList<>();
  private final Map<String, byte[]> objects = new LinkedHashMap<>();

  /** Adds characters with one property, or 0 for none. */
  Doc run(int property, String characters) {
    text.append(characters);
    runEnds.add(TEXT_AT + text.length());
    runProperties.add(property);
    return this;
  }

  Doc paragraph(int... properties) {
    return end("\r", properties);
  }

  Doc cell() {
    return end("\u0007", IN_TABLE);
  }

  Doc row() {
    return end("\u0007", IN_TABLE, ROW_END);
  }

  /** Ends a paragraph whose end a tracked change took away. */
  Doc deletedEnd() {
    run(DELETED, "\r");
    paragraphEnds.add(TEXT_AT + text.length());
    paragraphProperties.add(new int[0]);
    return this;
  }

  /** Puts a file into the document. */
  Doc object(String name, byte[] content) {
    objects.put(name, content);
    return this;
  }

  private Doc end(String mark, int... properties) {
    run(0, mark);
    paragraphEnds.add(TEXT_AT + text.length());
    paragraphProperties.add(properties);
    return this;
  }

  byte[] bytes() throws IOException {
    int textPages = (text.length() + PAGE - 1) / PAGE;
    int runPage = TEXT_AT / PAGE + textPages;
    ByteBuffer main = little((runPage + 2) * PAGE);
    for (int i = 0; i < text.length(); i++) {
      main.put(TEXT_AT + i, (byte) text.charAt(i));
    }
    putRuns(main, runPage * PAGE);
    putParagraphs(main, (runPage + 1) * PAGE);
    ByteBuffer table = little(4096);
    putHeader(main);
    pointer(main, 1, 0, styles(table, 0));
    pointer(main, 12, 200, pages(table, 200, runEnds, runPage));
    pointer(main, 13, 300, pages(table, 300, paragraphEnds, runPage + 1));
    pointer(main, 6, 400, sections(table, 400));
    pointer(main, 15, 500, 4);
    pointer(main, 31, 600, 544);
    pointer(main, 33, 1200, pieces(table, 1200));
    return ole(content(main), content(table));
  }

  private static byte[] content(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void putHeader(ByteBuffer main) {
    main.putShort(0, (short) 0xA5EC);
    main.putShort(2, (short) 0x00C1);
    main.putShort(10, (short) 0x0200); // its tables are in 1Table
    main.putInt(0x18, TEXT_AT);
    main.putInt(0x1C, TEXT_AT + text.length());
    main.putShort(32, (short) 14);
    main.putShort(62, (short) 22);
    main.putInt(64, main.capacity());
    main.putInt(64 + 3 * 4, text.length());
    main.putShort(152, (short) 93);
  }

  private static void pointer(ByteBuffer main, int index, int at, int length) {
    main.putInt(154 + index * 8, at);
    main.putInt(154 + index * 8 + 4, length);
  }

  private void putRuns(ByteBuffer main, int page) {
    int count = runEnds.size();
    int free = PAGE - 2;
    main.putInt(page, TEXT_AT);
    for (int i = 0; i < count; i++) {
      main.putInt(page + 4 + 4 * i, runEnds.get(i));
      if (runProperties.get(i) != 0) {
        free -= 4;
        main.put(page + 4 * (count + 1) + i, (byte) (free / 2));
        main.put(page + free, (byte) 3);
        main.putShort(page + free + 1, runProperties.get(i).shortValue());
        main.put(page + free + 3, (byte) 1);
      }
    }
    main.put(page + PAGE - 1, (byte) count);
  }

  private void putParagraphs(ByteBuffer main, int page) {
    int count = paragraphEnds.size();
    int free = PAGE - 2;
    main.putInt(page, TEXT_AT);
    for (int i = 0; i < count; i++) {
      main.putInt(page + 4 + 4 * i, paragraphEnds.get(i));
      int[] properties = paragraphProperties.get(i);
      int words = 1 + (properties.length * 3 + 1) / 2;
      free -= 2 + 2 * words;
      main.put(page + 4 * (count + 1) + 13 * i, (byte) (free / 2));
      main.put(page + free + 1, (byte) words);
      for (int p = 0; p < properties.length; p++) {
        main.putShort(page + free + 4 + 3 * p, (short) properties[p]);
        main.put(page + free + 6 + 3 * p, (byte) 1);
      }
    }
    main.put(page + PAGE - 1, (byte) count);
  }

  private static int styles(ByteBuffer table, int at) {
    table.putShort(at, (short) 18);
    table.putShort(at + 2, (short) 1);
    table.putShort(at + 4, (short) 10);
    return 2 + 18 + 2;
  }

  private static int pages(ByteBuffer table, int at, List<Integer> ends, int page) {
    table.putInt(at, TEXT_AT);
    table.putInt(at + 4, ends.getLast());
    table.putInt(at + 8, page);
    return 12;
  }

  private int sections(ByteBuffer table, int at) {
    table.putInt(at, 0);
    table.putInt(at + 4, text.length());
    table.putInt(at + 10, -1);
    return 8 + 12;
  }

  private int pieces(ByteBuffer table, int at) {
    table.put(at, (byte) 2);
    table.putInt(at + 1, 16);
    table.putInt(at + 5, 0);
    table.putInt(at + 9, text.length());
    table.putInt(at + 15, TEXT_AT * 2 | 0x40000000); // one byte a character
    return 5 + 16;
  }

  private byte[] ole(byte[] main, byte[] table) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(main), "WordDocument");
      file.createDocument(new ByteArrayInputStream(table), "1Table");
      for (Map.Entry<String, byte[]> object : objects.entrySet()) {
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        new Ole10Native(object.getKey(), object.getKey(), object.getKey(), object.getValue())
            .writeOut(wrapped);
        DirectoryEntry pool =
            file.getRoot().hasEntryCaseInsensitive("ObjectPool")
                ? (DirectoryEntry) file.getRoot().getEntryCaseInsensitive("ObjectPool")
                : file.createDirectory("ObjectPool");
        pool.createDirectory("_" + pool.getEntryCount())
            .createDocument(
                Ole10Native.OLE10_NATIVE, new ByteArrayInputStream(wrapped.toByteArray()));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }
}
