package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
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

  private static final int EMBEDDED = 2;

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
          FileMagic magic = FileMagic.valueOf(bytes);
          // Other programs have streams of these names too.
          if (magic == FileMagic.OOXML || magic == FileMagic.PDF) {
            return bytes;
          }
        }
      }
    }
    return null;
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
      String server = new String(take(in), StandardCharsets.US_ASCII);
      byte[] _ = take(in); // The topic and the item name where a linked document lies.
      byte[] _ = take(in);
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
    ByteBuffer sized =
        ByteBuffer.allocate(Integer.BYTES + data.length).order(ByteOrder.LITTLE_ENDIAN);
    return sized.putInt(data.length).put(data).array();
  }
}
