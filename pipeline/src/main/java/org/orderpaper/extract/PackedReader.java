package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/** Lists what is in archives other than ZIP: TAR, 7z, and files packed with gzip, bzip2 or xz. */
final class PackedReader implements FormatReader {

  private static final int MEMORY_KIB = 128 << 10;

  /** The same bounds as in a ZIP. */
  private static final long HARMLESS_BYTES = 16L << 20;

  private static final long MAX_RATIO = 250;
  private static final int TAR_HEAD = 512;

  private final String mediaType;

  PackedReader(String mediaType) {
    this.mediaType = mediaType;
  }

  @Override
  public Reading read(Source source) throws IOException {
    long maxBytes = source.limits().maxBytes();
    byte[] bytes = source.bytes();
    try {
      return switch (mediaType) {
        case "application/x-7z-compressed" -> listed(sevenZip(source));
        case "application/gzip" -> packed(gzip(source), bytes.length, maxBytes);
        case "application/x-bzip2" ->
            packed(
                new Stream(
                    new BZip2CompressorInputStream(source.stream(), true), source.innerName()),
                bytes.length,
                maxBytes);
        case "application/x-xz" ->
            packed(
                new Stream(
                    XZCompressorInputStream.builder()
                        .setInputStream(source.stream())
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(MEMORY_KIB)
                        .get(),
                    source.innerName()),
                bytes.length,
                maxBytes);
        default -> listed(tar(bytes, maxBytes));
      };
    } catch (PasswordRequiredException _) {
      throw new NotReadException(NotCheckedReason.ENCRYPTED, "the archive needs a password");
    } catch (MemoryLimitException _) {
      throw new NotReadException(NotCheckedReason.BOMB, "needs too much memory to be unpacked");
    }
  }

  /**
   * A stream that unpacks one file.
   *
   * @param name the name that the file had, if the format keeps it
   */
  private record Stream(InputStream in, @Nullable String name) {}

  private static Stream gzip(Source source) throws IOException {
    GzipCompressorInputStream in =
        GzipCompressorInputStream.builder()
            .setInputStream(source.stream())
            .setDecompressConcatenated(true)
            .get();
    String kept = in.getMetaData().getFileName();
    return new Stream(in, kept == null ? source.innerName() : kept);
  }

  private static Reading packed(Stream stream, long compressed, long maxBytes) throws IOException {
    byte[] content;
    try (InputStream in = stream.in()) {
      content = expand(in, compressed, maxBytes);
    }
    boolean tar = content.length >= TAR_HEAD && TarArchiveInputStream.matches(content, TAR_HEAD);
    return listed(
        tar ? tar(content, maxBytes) : List.of(new Attachment(stream.name(), () -> content)));
  }

  private static List<Attachment> tar(byte[] bytes, long maxBytes) throws IOException {
    List<Attachment> parts = new ArrayList<>();
    // Not closed: it holds nothing but the bytes, and the parts are read from it later.
    TarFile tar = new TarFile(bytes);
    for (TarArchiveEntry entry : tar.getEntries()) {
      if (entry.isFile() && !ZipReader.isClutter(entry.getName())) {
        parts.add(
            new Attachment(
                entry.getName(),
                () -> {
                  try (InputStream in = tar.getInputStream(entry)) {
                    return expand(in, bytes.length, maxBytes);
                  }
                }));
      }
    }
    return parts;
  }

  /** Its files are packed together and cannot be read one by one. */
  private static List<Attachment> sevenZip(Source source) throws IOException {
    List<Attachment> parts = new ArrayList<>();
    long left = source.limits().maxBytes();
    try (SevenZFile archive =
        SevenZFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(source.bytes()))
            .setMaxMemoryLimitKiB(MEMORY_KIB)
            .get()) {
      for (@Nullable SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (entry.isDirectory() || ZipReader.isClutter(entry.getName())) {
          continue;
        }
        InputStream in = archive.getInputStream(entry);
        byte[] content = expand(in, source.bytes().length, left);
        left -= content.length;
        parts.add(new Attachment(entry.getName(), () -> content));
      }
    }
    return parts;
  }

  private static byte[] expand(InputStream in, long compressed, long maxBytes) throws IOException {
    ByteArrayOutputStream expanded = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      expanded.write(buffer, 0, read);
      if (expanded.size() > HARMLESS_BYTES && expanded.size() / compressed > MAX_RATIO) {
        throw new NotReadException(
            NotCheckedReason.BOMB, "expands to more than " + MAX_RATIO + " times its size");
      }
      if (expanded.size() > maxBytes) {
        throw new NotReadException(NotCheckedReason.TOO_LARGE, "expands to more than can be read");
      }
    }
    return expanded.toByteArray();
  }

  private static Reading listed(List<Attachment> parts) {
    String detail =
        parts.isEmpty() ? "an archive with nothing in it" : "an archive; its parts are listed";
    return new Reading(new Extraction.Nothing(NotCheckedReason.NO_TEXT, detail), parts);
  }
}
