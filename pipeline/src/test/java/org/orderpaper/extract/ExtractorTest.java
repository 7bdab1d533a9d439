package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

class ExtractorTest {

  private static final ExtractionLimits DEFAULTS = ExtractionLimits.defaults();

  private static NotCheckedReason reason(ExtractedPart part) {
    return switch (part.extraction()) {
      case Extraction.Text _ -> throw new AssertionError("it has text");
      case Extraction.Nothing nothing -> nothing.reason();
      case Extraction.Failed failed -> failed.reason();
    };
  }

  private static NotCheckedReason reason(String name, byte[] bytes) {
    return reason(Papers.extract(name, bytes).getFirst());
  }

  private static ExtractionLimits limits(int parts, int depth) {
    return new ExtractionLimits(1 << 20, parts, depth, 10_000, DEFAULTS.timeout());
  }

  @Test
  void theFileComesFirstAndThenItsPartsDepthFirst() {
    Map<String, byte[]> inner = new LinkedHashMap<>();
    inner.put("b.txt", Papers.utf8("B"));
    Map<String, byte[]> outer = new LinkedHashMap<>();
    outer.put("a.txt", Papers.utf8("A"));
    outer.put("inner.zip", Papers.zip(inner));
    outer.put("c.txt", Papers.utf8("C"));

    List<ExtractedPart> parts = Papers.extract("papers.zip", Papers.zip(outer));

    assertThat(parts)
        .extracting(ExtractedPart::part)
        .containsExactly("", "a.txt", "inner.zip", "inner.zip!/b.txt", "c.txt");
    assertThat(parts.getFirst().extraction())
        .isEqualTo(
            new Extraction.Nothing(NotCheckedReason.NO_TEXT, "an archive; its parts are listed"));
    assertThat(parts.getFirst().mediaType()).isEqualTo("application/zip");
  }

  @Test
  void namesInAnArchiveAreNoPaths() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("../../etc/passwd.txt", Papers.utf8("x"));
    entries.put("a\\b.txt", Papers.utf8("x"));
    entries.put("a/b.txt", Papers.utf8("x"));
    entries.put("A_B.txt", Papers.utf8("x"));
    entries.put("..", Papers.utf8("x"));
    entries.put("new\nline\u202Etxt.exe.txt", Papers.utf8("x"));
    entries.put("__MACOSX/._a.txt", Papers.utf8("x"));

    assertThat(Papers.extract("papers.zip", Papers.zip(entries)))
        .extracting(ExtractedPart::part)
        .containsExactly(
            "",
            ".._.._etc_passwd.txt",
            "a_b.txt",
            "a_b-2.txt",
            "A_B-3.txt",
            "part-5.txt",
            "new linetxt.exe.txt");
  }

  @Test
  void anEmptyFileIsNamedSo() {
    assertThat(reason("a.docx", new byte[0])).isEqualTo(NotCheckedReason.EMPTY_FILE);
  }

  @Test
  void aWordFileWithAPasswordIsEncrypted() throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream locked = encryptor.getDataStream(file)) {
        locked.write(Docx.of("Secret"));
      }
      file.writeFilesystem(out);
    }

    assertThat(reason("a.docx", out.toByteArray())).isEqualTo(NotCheckedReason.ENCRYPTED);
  }

  @Test
  void anArchiveWithAPasswordIsEncrypted() {
    byte[] zip = Papers.zip(Map.of("a.txt", Papers.utf8("text")));
    // The bit that says so stands in the local header and in the directory.
    zip[6] |= 1;
    int directory = new String(zip, TextDecoder.WINDOWS_1252).indexOf("PK\u0001\u0002");
    zip[directory + 8] |= 1;

    assertThat(reason("a.zip", zip)).isEqualTo(NotCheckedReason.ENCRYPTED);
  }

  @Test
  void otherFormatsAreUnsupportedAndNamed() {
    ExtractedPart part =
        Papers.extract("a.ics", Papers.utf8("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"))
            .getFirst();

    assertThat(part.extraction())
        .isEqualTo(new Extraction.Nothing(NotCheckedReason.UNSUPPORTED, "text/calendar"));
    assertThat(reason("a.exe", new byte[] {'M', 'Z', 0, 1, 2, 3, 0, 0}))
        .isEqualTo(NotCheckedReason.UNSUPPORTED);
  }

  @Test
  void garbageUnderAGoodNameIsCorrupt() {
    byte[] garbage = {0, 1, 2, 3, 0, 5, 6, 7, 1, 1, 1, 0};

    for (String name : List.of("a.docx", "a.pdf", "a.txt", "a.odt", "a.msg", "a.zip")) {
      assertThat(reason(name, garbage)).as(name).isEqualTo(NotCheckedReason.CORRUPT);
    }
    assertThat(reason("a.dat", garbage)).isEqualTo(NotCheckedReason.UNSUPPORTED);
  }

  @Test
  void whatIsTooLargeIsNotOpened() {
    ExtractionLimits small = new ExtractionLimits(10, 10, 1, 100, DEFAULTS.timeout());

    ExtractedPart part = Papers.extract("a.txt", new byte[11], small).getFirst();

    assertThat(reason(part)).isEqualTo(NotCheckedReason.TOO_LARGE);
    assertThat(part.bytes()).isEqualTo(11);
    assertThat(part.sha256()).isNull();
  }

  @Test
  void anEntryThatBurstsIsABombAndTheOthersAreRead() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("bomb.txt", new byte[40 << 20]);
    entries.put("a.txt", Papers.utf8("A"));

    List<ExtractedPart> parts = Papers.extract("papers.zip", Papers.zip(entries));

    assertThat(reason(parts.get(1))).isEqualTo(NotCheckedReason.BOMB);
    assertThat(Papers.lines(Papers.document(parts.get(2)))).containsExactly("A");
  }

  @Test
  void aWordFileThatBurstsIsABomb() {
    Map<String, byte[]> entries = new Docx().paragraph("x").entries();
    entries.put("word/document.xml", new byte[40 << 20]);

    assertThat(reason("a.docx", Papers.zip(entries))).isEqualTo(NotCheckedReason.BOMB);
  }

  @Test
  void partsBeyondTheLimitAreToldNotDropped() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      entries.put(i + ".txt", Papers.utf8("text"));
    }

    List<ExtractedPart> parts = Papers.extract("a.zip", Papers.zip(entries), limits(3, 2));

    assertThat(parts)
        .extracting(ExtractedPart::part)
        .containsExactly("", "0.txt", "1.txt", "2.txt");
    assertThat(reason(parts.getLast())).isEqualTo(NotCheckedReason.LIMIT);
  }

  @Test
  void partsTooDeepAreTold() {
    byte[] inner = Papers.zip(Map.of("b.txt", Papers.utf8("B")));

    List<ExtractedPart> parts =
        Papers.extract("a.zip", Papers.zip(Map.of("inner.zip", inner)), limits(10, 1));

    assertThat(parts).extracting(ExtractedPart::part).contains("inner.zip!/b.txt");
    assertThat(reason(parts.getLast())).isEqualTo(NotCheckedReason.LIMIT);
  }

  @Test
  void aFileThatIsGoneHasVanished(@TempDir Path folder) {
    Extractor extractor = new Extractor(DEFAULTS);

    assertThat(reason(extractor.extract(folder.resolve("gone.txt")).getFirst()))
        .isEqualTo(NotCheckedReason.VANISHED);
    assertThat(reason(extractor.extract(folder).getFirst())).isEqualTo(NotCheckedReason.UNREADABLE);
  }

  @Test
  void aFileWithoutPermissionIsUnreadable(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "text");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "needs a user who is not root");

    assertThat(reason(new Extractor(DEFAULTS).extract(file).getFirst()))
        .isEqualTo(NotCheckedReason.UNREADABLE);
  }

  @Test
  void linesMadeToKeepAReaderBusyDoNot() {
    for (String hostile :
        List.of(
            "a-",
            ">",
            "[x](y ",
            "**a ",
            "*a",
            "\\",
            "(",
            "1.",
            "- ",
            "|",
            "Aa: ",
            "\u00AD",
            "_",
            "`",
            "~~",
            "<a ",
            "<!--",
            "[^a",
            "\u00E2\u20AC\u2122")) {
      byte[] text = Papers.utf8(hostile.repeat(100_000) + "\n" + (hostile + "\n").repeat(20_000));
      byte[] mail =
          Papers.utf8("Message-ID: <1>\nFrom: x\nMIME-Version: 1.0\n\n" + hostile.repeat(100_000));

      assertThat(Papers.extract("a.md", text, tenSeconds()))
          .as(hostile)
          .noneMatch(ExtractorTest::failed);
      assertThat(Papers.extract("a.eml", mail, tenSeconds()))
          .as(hostile)
          .noneMatch(ExtractorTest::failed);
    }
  }

  private static ExtractionLimits tenSeconds() {
    return new ExtractionLimits(1 << 24, 10, 2, 1_000_000, Duration.ofSeconds(10));
  }

  private static boolean failed(ExtractedPart part) {
    return part.extraction() instanceof Extraction.Failed;
  }

  @Test
  void deeplyNestedInputIsAValueToo() {
    String rtf = "{\\rtf1 " + "{".repeat(200_000) + "x" + "}".repeat(200_000) + "}";
    String html = "<html><body>" + "<div>".repeat(50_000) + "x";
    byte[] docx =
        new Docx()
            .body("<w:tbl><w:tr><w:tc>".repeat(5_000) + "</w:tc></w:tr></w:tbl>".repeat(5_000))
            .bytes();

    assertThat(Papers.extract("a.rtf", Papers.utf8(rtf))).hasSize(1);
    assertThat(Papers.extract("a.html", Papers.utf8(html))).hasSize(1);
    assertThat(Papers.extract("a.docx", docx)).hasSize(1);
  }

  @Test
  void theResultDependsNeitherOnPlaceNorOnThread(@TempDir Path folder)
      throws IOException, InterruptedException, ExecutionException {
    Path file = folder.resolve("a.docx");
    Files.write(file, Docx.of("TITLE IN CAPITALS", "1. Item", "Present: I. Marl"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Extractor extractor = new Extractor(DEFAULTS);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<ExtractedPart> expected = extractor.extract(file);
      Locale.setDefault(Locale.of("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      List<Future<List<ExtractedPart>>> results = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        results.add(pool.submit(() -> extractor.extract(file)));
      }
      for (Future<List<ExtractedPart>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void detailsNeverRepeatTheDocument() {
    byte[] docx = Docx.of("Wibberley");
    Map<String, byte[]> entries = new Docx().paragraph("x").entries();
    entries.put("word/document.xml", Papers.utf8("<w:document>Wibberley</broken>"));

    assertThat(Papers.extract("a.docx", Papers.zip(entries)).getFirst().toString())
        .doesNotContain("Wibberley");
    assertThat(Papers.extract("a.docx", docx).getFirst().toString()).doesNotContain("Wibberley");
  }

  @Test
  void theFingerprintNamesWhatShapesTheText() {
    assertThat(Extractor.fingerprint()).matches("extract-\\d+ tika-3\\.\\d+\\.\\d+");
  }

  @Test
  void limitsThatLeaveNothingAreRefused() {
    assertThatThrownBy(() -> new ExtractionLimits(0, 1, 1, 1, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExtractionLimits(1, 1, 1, 1, Duration.ZERO))
        .hasMessageContaining("timeout");
  }
}
