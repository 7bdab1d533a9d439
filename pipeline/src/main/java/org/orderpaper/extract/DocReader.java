package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.orderpaper.model.BlockKind;

/**
 * Reads Word documents of the binary format (DOC, Word 97 to 2003; Word 6 and 95 as plain text).
 */
final class DocReader implements FormatReader {

  private static final String OBJECTS = "ObjectPool";

  /** More are not brought into memory; the limit on parts cuts long before. */
  private static final int MOST_OBJECTS = 2_000;

  @Override
  public Reading read(Source source) throws IOException {
    DocumentWriter writer = source.writer();
    List<Attachment> parts = new ArrayList<>();
    try (HWPFDocument document = new HWPFDocument(source.stream())) {
      readAll(document, writer);
      parts.addAll(embedded(document.getDirectory()));
      parts.addAll(Pictures.read(source, writer, pictures(document)));
    } catch (OldWordFileFormatException _) {
      readOld(source, writer);
    }
    return new Reading(writer.finish(), parts);
  }

  private static void readAll(HWPFDocument document, DocumentWriter writer) {
    DocBody body = new DocBody(document);
    DocMargins margins = DocMargins.of(document, body);
    margins.of(BlockKind.PAGE_HEADER).forEach(writer::add);
    writer.addAll(body.read(document.getRange()));
    writer.addAll(body.read(document.getMainTextboxRange()));
    addAs(BlockKind.FOOTNOTE, body.read(document.getFootnoteRange()), writer);
    addAs(BlockKind.FOOTNOTE, body.read(document.getEndnoteRange()), writer);
    addAs(BlockKind.COMMENT, body.read(document.getCommentsRange()), writer);
    margins.of(BlockKind.PAGE_FOOTER).forEach(writer::add);
    writer.addAll(body.hidden());
    if (document.getSummaryInformation() != null) {
      writer.title(document.getSummaryInformation().getTitle());
    }
  }

  private static List<Attachment> pictures(HWPFDocument document) {
    List<Attachment> pictures = new ArrayList<>();
    for (Picture picture : document.getPicturesTable().getAllPictures()) {
      byte[] content = picture.getContent();
      if (!Pictures.isLogo(content.length)) {
        String extension = picture.suggestFileExtension();
        pictures.add(
            new Attachment("picture-" + (pictures.size() + 1) + "." + extension, () -> content));
      }
    }
    return pictures;
  }

  /** Documents put into this one, each in a folder of its own. */
  private static List<Attachment> embedded(DirectoryNode root) throws IOException {
    List<Attachment> embedded = new ArrayList<>();
    if (root.hasEntryCaseInsensitive(OBJECTS)
        && root.getEntryCaseInsensitive(OBJECTS) instanceof DirectoryNode objects) {
      for (Entry object : objects) {
        if (object instanceof DirectoryNode folder && embedded.size() < MOST_OBJECTS) {
          embedded.add(EmbeddedObject.unwrap(folder.getName(), asFile(folder)));
        }
      }
    }
    return embedded;
  }

  private static byte[] asFile(DirectoryNode folder) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      EntryUtils.copyNodes(folder, file.getRoot());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
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
