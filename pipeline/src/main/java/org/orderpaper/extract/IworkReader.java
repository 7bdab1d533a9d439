package org.orderpaper.extract;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/**
 * Names documents of Apple's Pages, Numbers and Keynote. Their format is not published; what they
 * carry for other programs, a PDF of all pages in older ones and a picture of the first in newer
 * ones, becomes a part.
 */
final class IworkReader implements FormatReader {

  private static final Set<String> PREVIEWS =
      Set.of("QuickLook/Preview.pdf", "preview.jpg", "QuickLook/Thumbnail.jpg");

  /** Whether an archive is such a document. */
  static boolean isOne(ZipArchive archive) {
    return archive.files().stream()
        .map(entry -> entry.getName())
        .anyMatch(name ->
            name.equals("Index/Document.iwa")
                || name.equals("Index.zip")
                || name.equals("index.apxl")
                || name.equals("buildVersionHistory.plist"));
  }

  @Override
  public Reading read(Source source) throws IOException {
    // Not closed: it holds nothing but the bytes, and the preview is read from it later.
    ZipArchive archive = ZipArchive.open(source);
    List<Attachment> preview =
        archive.files().stream()
            .filter(entry -> PREVIEWS.contains(entry.getName()))
            .sorted((a, b) -> Boolean.compare(isPdf(b.getName()), isPdf(a.getName())))
            .limit(1)
            .map(entry -> new Attachment(entry.getName(), () -> archive.read(entry)))
            .toList();
    String detail = "Apple iWork: save it as PDF or Word to have it read whole";
    return new Reading(new Extraction.Nothing(NotCheckedReason.UNSUPPORTED, detail), preview);
  }

  private static boolean isPdf(String name) {
    return name.endsWith(".pdf");
  }
}
