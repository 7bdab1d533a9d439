package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** A document put into another one by way of OLE, which wraps files of unknown kind. */
final class EmbeddedObject {

  /** Where office programs keep the file that an object was made from. */
  private static final List<String> WHOLE_FILES = List.of("Package", "EmbeddedOdf", "CONTENTS");

  /** What such files begin with; the streams have these names in other programs too. */
  private static final List<String> BEGINNINGS = List.of("PK\u0003\u0004", "%PDF");

  private static final int EMBEDDED = 2;
  private static final int NAMES = 3;

  private EmbeddedObject() {}

  /** The file in the wrapper with its own name, or the bytes as they are if there is none. */
  static Attachment unwrap(@Nullable String name, byte[] bytes) {
    if (FileMagic.valueOf(bytes) != FileMagic.OLE2) {
      return new Attachment(name, () -> bytes);
    }
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = file.getRoot();
      if (root.hasEntryCaseInsensitive(Ole10Native.OLE10_NATIVE)) {
        return packaged(Ole10Native.createFromEmbeddedOleObject(root));
      }
      byte[] whole = wholeFile(root);
      return new Attachment(name, () -> whole == null ? bytes : whole);
    } catch (IOException | Ole10NativeException | RuntimeException _) {
      // What cannot be unwrapped is reported for what it is.
      return new Attachment(name, () -> bytes);
    }
  }

  private static Attachment packaged(Ole10Native wrapped) {
    byte[] inner = wrapped.getDataBuffer();
    return new Attachment(wrapped.getLabel(), () -> inner);
  }

  private static byte @Nullable [] wholeFile(DirectoryNode root) throws IOException {
    for (String stream : WHOLE_FILES) {
      if (root.hasEntryCaseInsensitive(stream)) {
        try (InputStream in =
            root.createDocumentInputStream(root.getEntryCaseInsensitive(stream))) {
          byte[] bytes = in.readAllBytes();
          if (BEGINNINGS.stream().anyMatch(beginning -> begins(bytes, beginning))) {
            return bytes;
          }
        }
      }
    }
    return null;
  }

  private static boolean begins(byte[] bytes, String beginning) {
    for (int i = 0; i < beginning.length(); i++) {
      if (i >= bytes.length || bytes[i] != beginning.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The file in an OLE 1.0 stream, which Rich Text keeps its objects in (MS-OLEDS, section 2.2.5);
   * the stream itself where that cannot be told.
   */
  static Attachment ofStream(byte[] stream) {
    ByteBuffer in = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    try {
      in.getInt(); // The version says nothing.
      if (in.getInt() != EMBEDDED) {
        return new Attachment(null, () -> stream);
      }
      String server = "";
      for (int i = 0; i < NAMES; i++) {
        byte[] name = take(in);
        server = i == 0 ? new String(name, StandardCharsets.US_ASCII) : server;
      }
      byte[] data = take(in);
      return server.startsWith("Package")
          ? packaged(new Ole10Native(sized(data), 0))
          : unwrap(null, data);
    } catch (RuntimeException | Ole10NativeException _) {
      return new Attachment(null, () -> stream);
    }
  }

  /** Some bytes that have their number, four bytes, before them. */
  private static byte[] take(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("not the stream of an object");
    }
    byte[] taken = new byte[length];
    in.get(taken);
    return taken;
  }

  /** As it would stand in a file of its own, with its size before it. */
  private static byte[] sized(byte[] data) {
    ByteArrayOutputStream sized = new ByteArrayOutputStream();
    ByteBuffer size = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    sized.writeBytes(size.putInt(data.length).array());
    sized.writeBytes(data);
    return sized.toByteArray();
  }
}
