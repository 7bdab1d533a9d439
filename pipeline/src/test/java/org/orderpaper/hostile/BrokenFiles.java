package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.OfficeFiles.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that were cut off, locked, misnamed, emptied or blown up. */
final class BrokenFiles {

  private static final String TEXT = "The meeting noted the raffle and thanked the helpers.";
  private static final String CUT = "corrupt|checked-partial";

  private BrokenFiles() {}

  static List<HostileFile> files() {
    List<HostileFile> files = new ArrayList<>();
    files.addAll(cutOff());
    files.addAll(locked());
    files.addAll(misnamed());
    files.addAll(empty());
    files.addAll(ole());
    files.addAll(archives());
    return files;
  }

  private static List<HostileFile> cutOff() {
    Map<String, HostileFile.Bytes> whole = new LinkedHashMap<>();
    whole.put("paper.docx", BrokenFiles::docx);
    whole.put("paper.odt", BrokenFiles::odt);
    whole.put("paper.zip", () -> new RawZip().add("a.txt", utf8(TEXT.repeat(90))).bytes());
    whole.put("paper.pdf", () -> RawPdf.paper(lines()).bytes());
    whole.put("paper.doc", BrokenFiles::oleFile);
    whole.put("paper.png", () -> Bombs.png(900, 900));
    List<HostileFile> files = new ArrayList<>();
    whole.forEach((name, bytes) -> {
      for (int percent : new int[] {3, 30, 60, 90, 99}) {
        files.add(
            quick(
                "cut/at-" + percent + "-percent-" + name,
                CUT + ending(name),
                () -> {
                  byte[] all = bytes.make();
                  return Arrays.copyOf(all, Math.max(5, all.length * percent / 100));
                }));
      }
    });
    files.add(
        quick(
            "cut/paper.rtf",
            "checked-partial",
            () -> utf8("{\\rtf1\\ansi " + TEXT + "\\par {\\b ")));
    files.add(
        quick(
            "cut/paper.eml",
            "checked|checked-partial",
            () ->
                utf8(
                    "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;"
                        + " boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                        + TEXT
                        + "\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding:"
                        + " base64\r\n\r\nJVBERi0xL")));
    files.add(
        quick(
            "cut/paper.jpg",
            "corrupt|unsupported",
            () -> RawPdf.ascii("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JF")));
    files.add(
        quick(
            "cut/paper.tif",
            "corrupt|unsupported",
            () -> RawPdf.ascii("II*\u0000\u0008\u0000\u0000\u0000")));
    files.add(quick("cut/paper.msg", CUT, () -> Arrays.copyOf(oleFile(), 700)));
    return files;
  }

  /** What is left of some formats is a format of its own, or nothing that can be told. */
  private static String ending(String name) {
    return name.endsWith(".png") || name.endsWith(".zip")
        ? "|unsupported|no-text|needs-ocr"
        : name.endsWith(".doc") ? "|unsupported" : "";
  }

  private static String[] lines() {
    String[] lines = new String[40];
    Arrays.fill(lines, TEXT);
    return lines;
  }

  static byte[] docx() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      body.append(OfficeFiles.paragraph(TEXT + " " + i * 7919 % 1009));
    }
    return OfficeFiles.docx(body.toString());
  }

  private static byte[] odt() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      body.append("<text:p>" + TEXT + " " + i * 7919 % 1009 + "</text:p>");
    }
    return OfficeFiles.odt(body.toString());
  }

  private static List<HostileFile> locked() {
    return List.of(
        quick("locked/paper.docx", "encrypted", () -> encrypted(docx())),
        quick("locked/sheet.xlsx", "encrypted", () -> encrypted(utf8("whatever is in it"))),
        quick(
            "locked/paper.zip",
            "encrypted",
            () -> new RawZip().locked("a.docx", utf8(TEXT)).locked("b.docx", utf8(TEXT)).bytes()),
        quick(
            "locked/half.zip",
            "no-text",
            () -> new RawZip().locked("a.txt", utf8(TEXT)).add("b.txt", utf8(TEXT)).bytes()),
        quick(
            "locked/paper.odt",
            "encrypted",
            () ->
                OfficeFiles.odtOf(
                    "\u0001garbage",
                    Map.of(
                        "META-INF/manifest.xml",
                        utf8(
                            "<m:manifest xmlns:m='urn:m'><m:file-entry m:full-path='content.xml'>"
                                + "<m:encryption-data/></m:file-entry></m:manifest>")))),
        quick("locked/paper.pdf", "encrypted", () -> locked("owner", "user")),
        quick("locked/for-printing-only.pdf", "checked", () -> locked("owner", "")));
  }

  private static byte[] encrypted(byte[] content) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(file)) {
        out.write(content);
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] locked(String owner, String user) throws IOException {
    try (PDDocument document = Loader.loadPDF(RawPdf.paper(lines()).bytes())) {
      AccessPermission permission = new AccessPermission();
      permission.setCanExtractContent(false);
      StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, permission);
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static List<HostileFile> misnamed() {
    byte[] jpeg =
        RawPdf.ascii(
            "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0000\u0000");
    return List.of(
        quick("misnamed/word.pdf", "checked", BrokenFiles::docx),
        quick(
            "misnamed/web.doc",
            "checked",
            () -> utf8("<html><body><p>" + TEXT + "</p></body></html>")),
        quick("misnamed/rich.doc", "checked", () -> utf8("{\\rtf1\\ansi " + TEXT + "\\par}")),
        quick("misnamed/picture.docx", "corrupt|unsupported", () -> jpeg),
        quick(
            "misnamed/program.docx",
            "corrupt|unsupported",
            () ->
                RawPdf.ascii(
                    "MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u00ff\u00ff"
                        + "\u0000".repeat(400))),
        quick("misnamed/text.pdf", "checked", () -> utf8(TEXT)),
        quick("misnamed/zeros.docx", "corrupt|unsupported", () -> new byte[5_000]),
        quick("misnamed/ones.pdf", "corrupt|unsupported", () -> filled(5_000)),
        quick("misnamed/no-extension", "checked", () -> utf8(TEXT)));
  }

  private static byte[] filled(int size) {
    byte[] ones = new byte[size];
    Arrays.fill(ones, (byte) 0xff);
    return ones;
  }

  private static List<HostileFile> empty() {
    List<HostileFile> files = new ArrayList<>();
    for (String extension : List.of("docx", "pdf", "txt", "eml", "zip", "doc")) {
      files.add(quick("empty/paper." + extension, "empty-file", () -> new byte[0]));
    }
    for (long gigabytes : new long[] {2, 100}) {
      files.add(
          new HostileFile(
              "empty/holes-of-" + gigabytes + "-gigabytes.txt",
              HostileFile.words("too-large"),
              HostileFile.Cost.QUICK,
              file -> {
                try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                  sparse.setLength(gigabytes << 30);
                }
              }));
    }
    return files;
  }

  private static List<HostileFile> ole() {
    return List.of(
        quick("ole/table-in-a-circle.doc", CUT + "|unsupported|crash", () -> circular(oleFile())),
        quick(
            "ole/sectors-of-2-gigabytes.doc",
            CUT + "|unsupported|crash",
            () -> counted(0x7fffffff)),
        quick("ole/sectors-of-minus-1.doc", CUT + "|unsupported|crash", () -> counted(-1)),
        quick(
            "ole/sector-size-of-2-to-the-30.doc",
            CUT + "|unsupported|crash",
            BrokenFiles::largeSectors));
  }

  /** An OLE2 file that says it is a Word document, and is none. */
  private static byte[] oleFile() throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      byte[] noise = new byte[9_000];
      Arrays.fill(noise, (byte) 1);
      file.createDocument(new ByteArrayInputStream(noise), "WordDocument");
      file.createDocument(new ByteArrayInputStream(noise), "1Table");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** Every sector of the table of sectors leads to the first one. */
  private static byte[] circular(byte[] ole) {
    ByteBuffer file = ByteBuffer.wrap(ole).order(ByteOrder.LITTLE_ENDIAN);
    int table = (file.getInt(76) + 1) * 512;
    for (int i = 0; i < 128; i++) {
      if (file.getInt(table + 4 * i) >= 0 || file.getInt(table + 4 * i) == -2) {
        file.putInt(table + 4 * i, 0);
      }
    }
    return ole;
  }

  private static byte[] counted(int sectors) throws IOException {
    byte[] ole = oleFile();
    ByteBuffer file = ByteBuffer.wrap(ole).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(44, sectors).putInt(64, sectors).putInt(72, sectors);
    return ole;
  }

  private static byte[] largeSectors() throws IOException {
    byte[] ole = oleFile();
    ByteBuffer.wrap(ole).order(ByteOrder.LITTLE_ENDIAN).putShort(30, (short) 30);
    return ole;
  }

  private static List<HostileFile> archives() {
    return List.of(
        quick("names/climbing.zip", "no-text", BrokenFiles::climbing),
        quick("names/climbing.docx", "checked", BrokenFiles::climbingDocx));
  }

  private static byte[] climbing() {
    RawZip zip = new RawZip();
    for (String name :
        List.of(
            "../escaped.txt",
            "../../../../../../../../tmp/orderpaper-escaped.txt",
            "/tmp/orderpaper-escaped.txt",
            "C:\\Windows\\escaped.txt",
            "..\\..\\escaped.txt",
            "a\u0000b.txt",
            "line\nbreak.txt",
            "\u202Etxt.exe",
            "\u001b[31mred.txt",
            "a!/b.txt",
            "same.txt",
            "same.txt",
            "",
            ".",
            "..",
            "<script>alert(8)</script>.txt",
            "n".repeat(60_000) + ".txt")) {
      zip.add(name, utf8("A note of the raffle: " + name.length()));
    }
    return zip.add(new byte[] {(byte) 0xff, (byte) 0xfe, '.', 't', 'x', 't'}, utf8(TEXT)).bytes();
  }

  private static byte[] climbingDocx() {
    Map<String, byte[]> entries =
        OfficeFiles.docxEntries(
            OfficeFiles.document(OfficeFiles.paragraph(TEXT)),
            OfficeFiles.relation("package", "../../../tmp/escaped.xlsx", ""));
    entries.put("../../../../tmp/orderpaper-escaped.xml", "x".getBytes(StandardCharsets.UTF_8));
    return OfficeFiles.zip(entries);
  }
}
