package org.orderpaper.extract;

import java.io.IOException;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

/** Reads a part with the reader for what it is. */
final class Readers {

  private Readers() {}

  /**
   * What came of a part.
   *
   * @param mediaType as detected from the content
   */
  record Result(String mediaType, Reading reading) {}

  static Result read(Source source) throws IOException {
    Detected detected = Detected.of(source);
    Reading reading;
    try {
      reading = reader(detected).read(source);
    } catch (OcrPostponedException postponed) {
      throw postponed;
    } catch (Throwable fault) { // Even an error of the parser is a fault of its input.
      reading = Reading.of(Faults.parsing(fault));
    }
    return new Result(detected.mediaType(), noted(reading, detected, source));
  }

  private static FormatReader reader(Detected detected) {
    return switch (detected.format()) {
      case TEXT -> new PlainTextReader();
      case TABLE -> new CsvReader();
      case HTML -> new HtmlReader();
      case DOCX -> new DocxReader();
      case DOC -> new DocReader();
      case PDF -> new PdfReader();
      case ODT -> new OdtReader();
      case RTF -> new RtfReader();
      case MAIL -> new MailReader();
      case MAILBOX -> new MailboxReader();
      case OUTLOOK -> new OutlookReader();
      case ZIP -> new ZipReader();
      case PICTURE -> new PictureReader();
      case XLSX -> new XlsxReader();
      case XLS -> new XlsReader();
      case ODS -> new OdsReader();
      case PPTX -> new PptxReader();
      case PPT -> new PptReader();
      case ODP -> new OdpReader();
      case FLAT_ODT -> new FlatOdtReader();
      case FLAT_DOCX -> new FlatWordReader();
      case XML -> new XmlReader();
      case PACKED -> new PackedReader(detected.mediaType());
      case IWORK -> new IworkReader();
      case BY_TIKA -> new TikaReader(detected.mediaType());
      case LOCKED ->
          _ -> {
            throw new NotReadException(NotCheckedReason.ENCRYPTED, "the document needs a password");
          };
      case GARBLED ->
          _ -> {
            throw new NotReadException(
                NotCheckedReason.CORRUPT, "the content is nothing that the name promises");
          };
      case OTHER ->
          _ -> {
            throw new NotReadException(NotCheckedReason.UNSUPPORTED, detected.mediaType());
          };
    };
  }

  /** Adds that the name contradicts the content, for an officer who wonders about either. */
  private static Reading noted(Reading reading, Detected detected, Source source) {
    String extension = source.extension();
    boolean scanned = source.isScanned();
    boolean contradicts =
        Format.isPromisedBy(extension)
            && !detected.format().isNamedBy(extension)
            && detected.format() != Format.GARBLED
            && detected.format() != Format.LOCKED;
    if (!contradicts) {
      return new Reading(reading.extraction(), reading.attachments(), scanned);
    }
    String note = "named ." + extension + " but is " + detected.mediaType();
    return new Reading(withDetail(reading.extraction(), note), reading.attachments(), scanned);
  }

  private static Extraction withDetail(Extraction extraction, String note) {
    return switch (extraction) {
      case Extraction.Text text ->
          new Extraction.Text(
              text.document(),
              text.state(),
              text.detail() == null ? note : text.detail() + "; " + note);
      case Extraction.Nothing nothing ->
          new Extraction.Nothing(
              nothing.reason(), nothing.detail() == null ? note : nothing.detail() + "; " + note);
      case Extraction.Failed failed ->
          new Extraction.Failed(failed.reason(), failed.stage(), failed.detail() + "; " + note);
    };
  }
}
