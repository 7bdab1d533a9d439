package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.InputStreamStatistics;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.NotCheckedReason;

/** The entries of a ZIP in memory, read within limits. Nothing is ever written to disk. */
final class ZipArchive implements Closeable {

  /** Below this size an entry may be as well compressed as it likes. */
  private static final long HARMLESS_BYTES = 16L << 20;

  /** Office XML reaches 60; what passes this is made to burst. */
  private static final long MAX_RATIO = 250;

  /** What names are written in that do not say so; but many programs write UTF-8 unsaid. */
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private final ZipFile zip;
  private final long maxBytes;

  private ZipArchive(ZipFile zip, long maxBytes) {
    this.zip = zip;
    this.maxBytes = maxBytes;
  }

  static ZipArchive open(Source source) throws IOException {
    ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(source.bytes()))
            .setCharset(OLD_NAMES)
            .get();
    return new ZipArchive(zip, source.limits().maxBytes());
  }

  /** The files in it, in the order of its directory. */
  List<ZipArchiveEntry> files() {
    List<ZipArchiveEntry> files = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!entry.isDirectory()) {
        files.add(entry);
      }
    }
    return files;
  }

  /** The bytes of an entry by its name, or null if there is none. */
  byte @Nullable [] read(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    return entry == null ? null : read(entry);
  }

  /** The bytes of an entry. */
  byte[] read(ZipArchiveEntry entry) throws IOException {
    if (isEncrypted(entry)) {
      throw new NotReadException(NotCheckedReason.ENCRYPTED, "the archive needs a password");
    }
    if (!zip.canReadEntryData(entry)) {
      throw new NotReadException(
          NotCheckedReason.UNSUPPORTED, "compressed in a way that is not read");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return expand(in, Math.max(entry.getCompressedSize(), 1));
    }
  }

  /** The name of an entry, whatever it was written in. */
  static String nameOf(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    String utf8 = raw == null ? null : TextDecoder.strictlyUtf8(raw);
    return utf8 == null || entry.getGeneralPurposeBit().usesUTF8ForNames() ? entry.getName() : utf8;
  }

  static boolean isEncrypted(ZipArchiveEntry entry) {
    return entry.getGeneralPurposeBit().usesEncryption();
  }

  private byte[] expand(InputStream in, long compressed) throws IOException {
    ByteArrayOutputStream expanded = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      expanded.write(buffer, 0, read);
      // The declared size is the archive's word; what counts is what comes out.
      if (expanded.size() > HARMLESS_BYTES
          && expanded.size() / consumed(in, compressed) > MAX_RATIO) {
        throw new NotReadException(
            NotCheckedReason.BOMB, "expands to more than " + MAX_RATIO + " times its size");
      }
      if (expanded.size() > maxBytes) {
        throw new NotReadException(
            NotCheckedReason.TOO_LARGE, "expands to more than " + maxBytes + " bytes");
      }
    }
    return expanded.toByteArray();
  }

  /** How much of the entry it took to come so far. */
  private static long consumed(InputStream in, long compressed) {
    return in instanceof InputStreamStatistics counted
        ? Math.max(counted.getCompressedCount(), 1)
        : compressed;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
