package org.orderpaper.extract;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Reads Word documents of the binary format (DOC, Word 97 to 2003; Word 6 and 95 as plain text).
 */
final class DocReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException {
    DocumentWriter writer = source.writer();
    try (HWPFDocument document = new HWPFDocument(source.stream())) {
      readAll(document, writer);
    } catch (OldWordFileFormatException _) {
      readOld(source, writer);
    }
    return Reading.of(writer.finish());
  }

  private static void readAll(HWPFDocument document, DocumentWriter writer) {
    HeaderStories stories = new HeaderStories(document);
    DocBody body = new DocBody(document);
    addMargins(
        body,
        BlockKind.PAGE_HEADER,
        writer,
        stories.getFirstHeaderSubrange(),
        stories.getOddHeaderSubrange(),
        stories.getEvenHeaderSubrange());
    writer.addAll(body.read(document.getRange()));
    writer.addAll(body.read(document.getMainTextboxRange()));
    addAs(BlockKind.FOOTNOTE, body.read(document.getFootnoteRange()), writer);
    addAs(BlockKind.FOOTNOTE, body.read(document.getEndnoteRange()), writer);
    addAs(BlockKind.COMMENT, body.read(document.getCommentsRange()), writer);
    addMargins(
        body,
        BlockKind.PAGE_FOOTER,
        writer,
        stories.getFirstFooterSubrange(),
        stories.getOddFooterSubrange(),
        stories.getEvenFooterSubrange());
    if (document.getSummaryInformation() != null) {
      writer.title(document.getSummaryInformation().getTitle());
    }
  }

  private static void addMargins(
      DocBody body, BlockKind kind, DocumentWriter writer, @Nullable Range... margins) {
    Set<String> seen = new LinkedHashSet<>();
    for (Range margin : margins) {
      for (Draft draft : margin == null ? List.<Draft>of() : body.read(margin)) {
        if (seen.add(draft.text())) {
          writer.add(Draft.of(kind, draft.text()));
        }
      }
    }
  }

  private static void addAs(BlockKind kind, List<Draft> drafts, DocumentWriter writer) {
    drafts.forEach(draft -> writer.add(Draft.of(kind, draft.text())));
  }

  private static void readOld(Source source, DocumentWriter writer) throws IOException {
    try (Word6Extractor old = new Word6Extractor(source.stream())) {
      old.getText().lines().forEach(line -> writer.add(Draft.paragraph(line)));
    }
  }
}
