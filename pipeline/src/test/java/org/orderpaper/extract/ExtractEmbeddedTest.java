package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedPart;

/** Documents and pictures inside documents: each is a part with a name and an end of its own. */
class ExtractEmbeddedTest {

  private static final byte[] MOTION = Docx.of("The branch resolves to mend the hall roof.");

  private static List<String> read(List<ExtractedPart> parts) {
    return parts.stream().skip(1).map(part -> part.part() + " " + part.mediaType()).toList();
  }

  private static byte[] png(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    byte[] noise = new byte[30_000]; // Too long for a logo, whatever is after its end.
    out.writeBytes(noise);
    return out.toByteArray();
  }

  private static byte[] oleWith(String stream, byte[] content) throws IOException {
    try (POIFSFileSystem ole = new POIFSFileSystem()) {
      ole.createDocument(new ByteArrayInputStream(content), stream);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ole.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** An object as Rich Text keeps it: MS-OLEDS, section 2.2.5. */
  private static byte[] ole1(String server, byte[] data) {
    byte[] name = (server + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(64 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x501).putInt(2).putInt(name.length).put(name).putInt(0).putInt(0);
    out.putInt(data.length).put(data);
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  /** A file as the packager of Windows wraps it. */
  private static byte[] packager(String label, byte[] file) {
    byte[] name = (label + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(200 + file.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 2).put(name).put(name).putShort((short) 0).putShort((short) 3);
    out.putInt(name.length).put(name).putInt(file.length).put(file).putShort((short) 0);
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] rtf(String inside) {
    return ("{\\rtf1\\ansi\\pard Minutes of the branch.\\par " + inside + "\\pard Close\\par}")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).replaceAll("(.{128})", "$1\r\n");
  }

  @Test
  void aDocumentInRichTextIsReadAsAPart() throws IOException {
    byte[] object = ole1("Word.Document.12", oleWith("Package", MOTION));
    byte[] rtf =
        rtf(
            "{\\object\\objemb{\\*\\objclass Word.Document.12}{\\*\\objdata "
                + hex(object)
                + "}{\\result {\\pard an icon\\par}}}");

    List<ExtractedPart> parts = Papers.extract("a.rtf", rtf);

    assertThat(Papers.lines(Papers.document(parts.get(0))))
        .containsExactly("Minutes of the branch.", "an icon", "Close");
    assertThat(Papers.lines(Papers.document(parts.get(1))))
        .containsExactly("The branch resolves to mend the hall roof.");
    assertThat(parts.get(1).part()).isEqualTo("part-1.docx");
  }

  @Test
  void aFilePackedIntoRichTextKeepsItsName() {
    byte[] object = ole1("Package", packager("motion.txt", Papers.utf8("The branch resolves.")));

    List<ExtractedPart> parts =
        Papers.extract("a.rtf", rtf("{\\object\\objemb{\\*\\objdata " + hex(object) + "}}"));

    assertThat(read(parts)).containsExactly("motion.txt text/plain");
  }

  @Test
  void anObjectThatCannotBeUnwrappedIsNamed() {
    List<ExtractedPart> parts =
        Papers.extract("a.rtf", rtf("{\\object\\objemb{\\*\\objdata 0105000002000000ffffff7f}}"));

    assertThat(parts).hasSize(2);
    assertThat(Papers.lines(Papers.document(parts.get(0))))
        .containsExactly("Minutes of the branch.", "Close");
  }

  @Test
  void aPictureInRichTextIsAPartInHexadecimalAndInBinary() throws IOException {
    byte[] picture = png(700, 400);
    String binary = new String(picture, StandardCharsets.ISO_8859_1);
    byte[] rtf =
        rtf(
            "{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn x}}}\\pngblip\\picw9\\pich9 "
                + hex(picture)
                + "}}{\\nonshppict{\\pict\\wmetafile8 0100}}{\\pict\\pngblip\\bin"
                + picture.length
                + " "
                + binary
                + "}");

    List<ExtractedPart> parts = Papers.extract("a.rtf", rtf);

    assertThat(Papers.lines(Papers.document(parts.get(0))))
        .containsExactly("Minutes of the branch.", "Close");
    assertThat(read(parts)).containsExactly("part-1.png image/png", "part-2.png image/png");
  }

  @Test
  void aPictureBesideTextIsAPartAndALogoIsNot() throws IOException {
    byte[] docx =
        new Docx()
            .paragraph("See the motion below.")
            .part("image", "media/image1.png", png(700, 400))
            .part("image", "media/image2.png", png(100, 90))
            .bytes();

    assertThat(read(Papers.extract("a.docx", docx))).containsExactly("image1.png image/png");
  }

  @Test
  void aDrawingBesideTextIsNoted() {
    byte[] docx =
        new Docx()
            .paragraph("See the chart below.")
            .part("image", "media/image1.emf", new byte[30_000])
            .bytes();

    assertThat(Papers.text("a.docx", docx).detail()).isEqualTo("drawings in it were not read: 1");
  }

  @Test
  void aDocumentThatWordWrappedIsUnwrapped() throws IOException {
    byte[] docx =
        new Docx()
            .paragraph("See the object.")
            .part("oleObject", "embeddings/oleObject1.bin", oleWith("Package", MOTION))
            .bytes();

    List<ExtractedPart> parts = Papers.extract("a.docx", docx);

    assertThat(Papers.lines(Papers.document(parts.get(1))))
        .containsExactly("The branch resolves to mend the hall roof.");
  }

  @Test
  void theObjectsOfAnOpenDocumentAreReadAsParts() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    String text = "application/vnd.oasis.opendocument.text";
    entries.put("mimetype", Papers.utf8(text));
    entries.put("content.xml", content("Minutes of the branch."));
    entries.put("Object 1/content.xml", content("The branch resolves to mend the hall roof."));
    entries.put("Object 2/content.xml", content("A chart"));
    entries.put("Object 3", oleWith("Package", MOTION));
    entries.put(
        "META-INF/manifest.xml",
        Papers.utf8(
            "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                + entry("/", text)
                + entry("Object 1/", text)
                + entry("Object 1/content.xml", "text/xml")
                + entry("Object 2/", "application/vnd.oasis.opendocument.chart")
                + entry("Object 3", "application/vnd.sun.star.oleobject")
                + "</m:manifest>"));

    List<ExtractedPart> parts = Papers.extract("a.odt", Papers.zip(entries));

    assertThat(Papers.lines(Papers.document(parts.get(1))))
        .containsExactly("The branch resolves to mend the hall roof.");
    assertThat(Papers.lines(Papers.document(parts.get(2))))
        .containsExactly("The branch resolves to mend the hall roof.");
    assertThat(parts).extracting(ExtractedPart::part).containsExactly("", "Object 1", "Object 3");
  }

  private static String entry(String path, String type) {
    return "<m:file-entry m:full-path='" + path + "' m:media-type='" + type + "'/>";
  }

  private static byte[] content(String text) {
    return Papers.utf8(
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>"
            + text
            + "</text:p></office:text></office:body></office:document-content>");
  }
}
