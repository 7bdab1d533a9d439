package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.contained;
import static org.orderpaper.hostile.HostileFile.lengthy;
import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.OfficeFiles.paragraph;
import static org.orderpaper.hostile.OfficeFiles.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** Small files that become large ones. */
final class Bombs {

  private static final int GIGABYTE = 64;

  private Bombs() {}

  static List<HostileFile> files() {
    List<HostileFile> files = new ArrayList<>();
    files.add(quick("bombs/one-part.docx", "bomb", () -> docx(4 * GIGABYTE)));
    files.add(quick("bombs/one-part.odt", "bomb", () -> odt(4 * GIGABYTE)));
    files.add(quick("bombs/styles.docx", "bomb", Bombs::styles));
    files.add(
        contained("bombs/part-of-96-megabytes-of-words.docx", "checked-partial", Bombs::sneaky));
    files.add(quick("bombs/one-entry.zip", "no-text", () -> zipOf("a.txt", 4 * GIGABYTE)));
    files.add(quick("bombs/forty-two.zip", "no-text", Bombs::fortyTwo));
    files.add(lengthy("bombs/overlapping.zip", "no-text", Bombs::overlapping));
    files.add(lengthy("bombs/of-2000-entries.zip", "no-text", Bombs::manyEntries));
    files.add(lengthy("bombs/of-65000-entries.zip", "no-text", () -> entries(65_000)));
    files.add(quick("bombs/of-1500-entries.zip", "no-text", () -> entries(1_500)));
    files.add(quick("bombs/gzip-inside.zip", "no-text", Bombs::gzip));
    files.add(quick("bombs/pixels.png", "bomb", () -> png(60_000, 60_000)));
    files.add(
        quick(
            "bombs/pixels-beyond-numbers.png", "bomb|corrupt", () -> png(0x7fffffff, 0x7fffffff)));
    files.add(quick("bombs/pixels-minus-one.png", "bomb|corrupt", () -> png(-1, -1)));
    files.add(quick("bombs/pixels.jpg", "bomb|corrupt", Bombs::jpeg));
    files.add(quick("bombs/pixels.gif", "bomb|corrupt", Bombs::gif));
    files.add(quick("bombs/pixels.bmp", "bomb|corrupt", Bombs::bmp));
    files.add(quick("bombs/directories-in-a-circle.tif", "limit|needs-ocr", Bombs::tiff));
    files.add(quick("bombs/pixels-in-word.docx", "bomb|needs-ocr", Bombs::pixelsInWord));
    files.addAll(laughs());
    return files;
  }

  private static byte[] docx(int chunks) {
    RawZip zip = new RawZip();
    OfficeFiles.docxShell("").forEach(zip::add);
    return zip.addDeflated(
            "word/document.xml",
            Deflation.bomb(
                "<w:document " + OfficeFiles.W + "><w:body><w:p><w:r><w:t>",
                'a',
                chunks,
                "</w:t></w:r></w:p></w:body></w:document>"),
            1000)
        .bytes();
  }

  private static byte[] odt(int chunks) {
    return new RawZip()
        .add("mimetype", utf8("application/vnd.oasis.opendocument.text"))
        .addDeflated("content.xml", Deflation.bomb("<a>", 'a', chunks, "</a>"), 1000)
        .bytes();
  }

  private static byte[] styles() {
    RawZip zip = new RawZip();
    OfficeFiles.docxEntries(
            OfficeFiles.document(paragraph("The meeting noted the raffle.")),
            OfficeFiles.relation("styles", "styles.xml", ""))
        .forEach(zip::add);
    return zip.addDeflated("word/styles.xml", Deflation.bomb("<a>", ' ', GIGABYTE, "</a>"), 1000)
        .bytes();
  }

  /** Just below every limit: hardly more than a hundred times its size. */
  private static byte[] sneaky() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      words.append(paragraph("The meeting noted item " + i * 7919 % 100_003 + " of the raffle"));
    }
    return OfficeFiles.docx(words.toString().repeat(400));
  }

  private static byte[] zipOf(String name, int chunks) {
    return new RawZip().addDeflated(name, Deflation.bomb("", 'a', chunks, ""), 1000).bytes();
  }

  /** Zips in zips, sixteen at each level, six levels, 4 GB at the end of each branch. */
  private static byte[] fortyTwo() {
    byte[] inner = zipOf("0.dll", 4 * GIGABYTE);
    for (int level = 0; level < 5; level++) {
      RawZip zip = new RawZip();
      byte[] deflated = null;
      for (int i = 0; i < 16; i++) {
        if (deflated == null) {
          deflated = Deflation.raw(inner);
        }
        zip.addDeflated("lib " + i + ".zip", deflated, inner.length);
      }
      inner = zip.bytes();
    }
    return inner;
  }

  /** A thousand names for the same ten megabytes. */
  private static byte[] overlapping() {
    byte[] deflated = Deflation.bomb("A note.\n", '\n', 0, "\n".repeat(10_000_000));
    RawZip zip = new RawZip().addDeflated("0.txt", deflated, 10_000_008);
    for (int i = 1; i < 1_000; i++) {
      zip.again(i + ".txt", deflated.length, 10_000_008);
    }
    return zip.bytes();
  }

  private static byte[] manyEntries() {
    byte[] deflated = Deflation.bomb("A note of the raffle.\n", '\n', 0, "\n".repeat(15_000_000));
    RawZip zip = new RawZip();
    for (int i = 0; i < 2_000; i++) {
      zip.addDeflated(i + ".txt", deflated, 15_000_022);
    }
    return zip.bytes();
  }

  private static byte[] entries(int count) {
    RawZip zip = new RawZip();
    for (int i = 0; i < count; i++) {
      zip.add(i + ".txt", utf8("Note " + i));
    }
    return zip.bytes();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[50_000_000]);
    }
    return new RawZip().add("zeros.gz", out.toByteArray()).bytes();
  }

  static byte[] png(int width, int height) {
    ByteBuffer head = ByteBuffer.allocate(13);
    head.putInt(width).putInt(height).put((byte) 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(RawPdf.ascii("\u0089PNG\r\n\u001a\n"));
    chunk(out, "IHDR", head.array());
    chunk(out, "IDAT", Deflation.zlibBomb("", '\u0000', 1, ""));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = RawPdf.ascii(type);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] jpeg() {
    return RawPdf.ascii(
        "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0000\u0000"
            + "\u00ff\u00c0\u0000\u000b\u0008\u00ff\u00ff\u00ff\u00ff\u0001\u0001\u0011\u0000\u00ff\u00d9");
  }

  private static byte[] gif() {
    return RawPdf.ascii(
        "GIF89a\u00ff\u00ff\u00ff\u00ff\u0000\u0000\u0000,\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u0000\u0002\u0002D\u0001\u0000;");
  }

  private static byte[] bmp() {
    ByteBuffer bmp = ByteBuffer.allocate(80).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(80).putInt(0).putInt(54);
    bmp.putInt(40).putInt(0x7ffffff0).putInt(0x7ffffff0).putShort((short) 1).putShort((short) 24);
    return bmp.array();
  }

  /** A picture whose next page is itself. */
  private static byte[] tiff() {
    ByteBuffer tiff = ByteBuffer.allocate(64).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 256).putShort((short) 3).putInt(1).putInt(9);
    tiff.putShort((short) 257).putShort((short) 3).putInt(1).putInt(9);
    tiff.putInt(8);
    return tiff.array();
  }

  private static byte[] pixelsInWord() {
    byte[] noise = new byte[30_000];
    new java.util.Random(7).nextBytes(noise);
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    picture.writeBytes(png(60_000, 60_000));
    picture.writeBytes(noise);
    Map<String, byte[]> entries =
        OfficeFiles.docxEntries(
            OfficeFiles.document(""), OfficeFiles.relation("image", "media/image1.png", ""));
    entries.put("word/media/image1.png", picture.toByteArray());
    return OfficeFiles.zip(entries);
  }

  private static List<HostileFile> laughs() {
    List<HostileFile> files = new ArrayList<>();
    Map<String, String> declarations = Map.of("laughs", billion(), "quadratic", quadratic());
    declarations.forEach((name, declaration) -> {
      files.add(
          quick(
              "bombs/" + name + ".docx",
              "corrupt",
              () ->
                  OfficeFiles.zip(
                      OfficeFiles.docxEntries(
                          declaration + OfficeFiles.document(paragraph("&z;")), ""))));
      files.add(
          quick(
              "bombs/" + name + ".odt",
              "corrupt",
              () ->
                  OfficeFiles.odtOf(
                      declaration + OfficeFiles.content("<text:p>&z;</text:p>"), Map.of())));
      files.add(
          quick(
              "bombs/" + name + ".svg",
              "unsupported|checked",
              () ->
                  utf8(
                      declaration
                          + "<svg xmlns='http://www.w3.org/2000/svg'><text>&z;</text></svg>")));
      files.add(
          quick(
              "bombs/" + name + ".html",
              "checked|no-text",
              () -> utf8(declaration + "<html><body><p>A raffle. &z;</p></body></html>")));
      files.add(
          quick(
              "bombs/" + name + ".xhtml",
              "checked|no-text|unsupported",
              () ->
                  utf8(
                      "<?xml version='1.0'?>"
                          + declaration
                          + "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>A raffle."
                          + " &z;</p></body></html>")));
    });
    return files;
  }

  private static String billion() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'haha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    return laughs.append("<!ENTITY z '&a29;'>]>").toString();
  }

  private static String quadratic() {
    return "<!DOCTYPE x [<!ENTITY y '"
        + "y".repeat(50_000)
        + "'><!ENTITY z '"
        + "&y;".repeat(50_000)
        + "'>]>";
  }
}
