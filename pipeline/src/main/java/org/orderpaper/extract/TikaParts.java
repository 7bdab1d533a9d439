package org.orderpaper.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/** Collects the documents that a parser of Tika finds inside another one. */
final class TikaParts implements EmbeddedDocumentExtractor {

  private final ExtractionLimits limits;
  private final boolean wanted;
  private final List<Attachment> found = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private long bytes;

  /**
   * Nothing found yet.
   *
   * @param wanted whether what is found belongs to the reader of the document
   */
  TikaParts(ExtractionLimits limits, boolean wanted) {
    this.limits = limits;
    this.wanted = wanted;
  }

  List<Attachment> found() {
    return found;
  }

  /** What was left out, for an officer. */
  List<String> faults() {
    return faults;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
    boolean macro = TikaCoreProperties.EmbeddedResourceType.MACRO.toString().equals(kind);
    boolean drawing = TikaCoreProperties.EmbeddedResourceType.THUMBNAIL.toString().equals(kind);
    return wanted && !macro && !drawing;
  }

  @Override
  public void parseEmbedded(
      InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws IOException {
    if (found.size() >= limits.maxParts()) {
      say("documents inside it were not read: more than " + limits.maxParts());
      return;
    }
    long left = limits.maxBytes() - bytes;
    byte[] content = in.readNBytes((int) left + 1);
    if (content.length > left) {
      say("documents inside it were not read: larger than " + limits.maxBytes() + " bytes");
      return;
    }
    bytes += content.length;
    if (isSeen(metadata, content.length)) {
      found.add(new Attachment(name(metadata), () -> content));
    }
  }

  private static boolean isSeen(Metadata metadata, int size) {
    String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
    boolean inline = TikaCoreProperties.EmbeddedResourceType.INLINE.toString().equals(kind);
    @Nullable String type = metadata.get(Metadata.CONTENT_TYPE);
    boolean picture = inline || (type != null && type.startsWith("image/"));
    return size > 0 && !(picture && Pictures.isLogo(size));
  }

  private static @Nullable String name(Metadata metadata) {
    return metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
  }

  private void say(String fault) {
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
