package org.orderpaper.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A document put into another one by way of OLE, which wraps files of unknown kind. */
final class EmbeddedObject {

  private EmbeddedObject() {}

  /** The file in the wrapper with its own name, or the bytes as they are if there is none. */
  static Attachment unwrap(String name, byte[] bytes) {
    if (FileMagic.valueOf(bytes) != FileMagic.OLE2) {
      return new Attachment(name, () -> bytes);
    }
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = file.getRoot();
      if (!root.hasEntryCaseInsensitive(Ole10Native.OLE10_NATIVE)) {
        return new Attachment(name, () -> bytes);
      }
      Ole10Native wrapped = Ole10Native.createFromEmbeddedOleObject(root);
      byte[] inner = wrapped.getDataBuffer();
      return new Attachment(wrapped.getLabel(), () -> inner);
    } catch (IOException | Ole10NativeException | RuntimeException _) {
      // What cannot be unwrapped is reported for what it is.
      return new Attachment(name, () -> bytes);
    }
  }
}
