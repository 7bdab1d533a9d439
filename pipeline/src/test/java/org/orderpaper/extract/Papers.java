package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.Span;

/** Puts papers in front of the extractor and looks at what comes out. */
final class Papers {

  private Papers() {}

  static List<ExtractedPart> extract(String name, byte[] bytes) {
    return extract(name, bytes, ExtractionLimits.defaults());
  }

  static List<ExtractedPart> extract(String name, byte[] bytes, ExtractionLimits limits) {
    try {
      Path folder = Files.createTempDirectory("extract-test");
      Path file = folder.resolve(name);
      try {
        Files.write(file, bytes);
        List<ExtractedPart> parts = new Extractor(limits).extract(file);
        parts.forEach(Papers::checkSpans);
        return parts;
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Extraction extraction(String name, byte[] bytes) {
    return extract(name, bytes).getFirst().extraction();
  }

  static Extraction.Text text(String name, byte[] bytes) {
    Extraction extraction = extraction(name, bytes);
    assertThat(extraction).isInstanceOf(Extraction.Text.class);
    return (Extraction.Text) extraction;
  }

  static ExtractedDocument document(String name, byte[] bytes) {
    return text(name, bytes).document();
  }

  static ExtractedDocument document(ExtractedPart part) {
    assertThat(part.extraction()).isInstanceOf(Extraction.Text.class);
    return ((Extraction.Text) part.extraction()).document();
  }

  /** The text of every block. */
  static List<String> lines(ExtractedDocument document) {
    return document.blocks().stream().map(document::textOf).toList();
  }

  static List<String> lines(String name, byte[] bytes) {
    return lines(document(name, bytes));
  }

  static List<String> lines(String name, String text) {
    return lines(name, utf8(text));
  }

  /** Every block as its kind, level and text. */
  static List<String> blocks(ExtractedDocument document) {
    return document.blocks().stream()
        .map(block ->
            block.kind()
                + (block.level() > 0 ? " " + block.level() : "")
                + ": "
                + document.textOf(block))
        .toList();
  }

  static List<String> blocks(String name, byte[] bytes) {
    return blocks(document(name, bytes));
  }

  static List<String> blocks(String name, String text) {
    return blocks(name, utf8(text));
  }

  static List<String> linesOf(ExtractedDocument document, BlockKind kind) {
    return document.blocks().stream()
        .filter(block -> block.kind() == kind)
        .map(document::textOf)
        .toList();
  }

  static Block block(ExtractedDocument document, String beginning) {
    return document.blocks().stream()
        .filter(block -> document.textOf(block).startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no block begins with " + beginning));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What holds for every document: blocks are in order and their spans are their lines. */
  private static void checkSpans(ExtractedPart part) {
    if (!(part.extraction() instanceof Extraction.Text text)) {
      return;
    }
    ExtractedDocument document = text.document();
    StringBuilder rebuilt = new StringBuilder();
    for (Block block : document.blocks()) {
      assertThat(block.span().start()).isEqualTo(rebuilt.length());
      String line = document.textOf(block);
      assertThat(line).isNotEmpty().doesNotContain("\n").isEqualTo(line.strip());
      assertThat(line.chars().filter(c -> c >= 0xE000 && c <= 0xF8FF)).isEmpty();
      assertThat(line.chars().filter(c -> c < ' ' && c != '\t')).isEmpty();
      if (block.kind() == BlockKind.TABLE_ROW) {
        List<String> cells = block.cells().stream().map(c -> c.of(document.text())).toList();
        assertThat(String.join("\t", cells)).isEqualTo(line);
      } else {
        assertThat(line).doesNotContain("\t").doesNotContain("  ");
        assertThat(block.cells()).isEqualTo(List.<Span>of());
      }
      rebuilt.append(line).append('\n');
    }
    assertThat(document.text()).isEqualTo(rebuilt.toString());
  }
}
