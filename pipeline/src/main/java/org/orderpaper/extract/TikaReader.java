package org.orderpaper.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.dbf.DBFParser;
import org.apache.tika.parser.dif.DIFParser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.indesign.IDMLParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.TNEFParser;
import org.apache.tika.parser.microsoft.onenote.OneNoteParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.xml.SpreadsheetMLParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.parser.mif.MIFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.wordperfect.QuattroProParser;
import org.apache.tika.parser.wordperfect.WordPerfectParser;
import org.apache.tika.parser.xml.FictionBookParser;
import org.apache.tika.sax.SecureContentHandler;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.orderpaper.model.NotCheckedReason;
import org.xml.sax.SAXException;

/**
 * Reads what no reader of our own reads, with Tika's parser for it. Each parser is named here: none
 * is looked for on the class path, none starts a program, and none hands a document inside to
 * another parser. Such documents become parts and are read like every other part.
 */
final class TikaReader implements FormatReader {

  private static final Set<String> TYPES =
      Set.of(
          "application/dif+xml",
          "application/epub+zip",
          "application/onenote; format=one",
          "application/vnd.adobe.indesign-idml-package",
          "application/vnd.mif",
          "application/vnd.ms-excel.sheet.binary.macroenabled.12",
          "application/vnd.ms-spreadsheetml",
          "application/vnd.ms-tnef",
          "application/vnd.ms-visio.drawing",
          "application/vnd.ms-wordml",
          "application/vnd.ms-xpsdocument",
          "application/vnd.sun.xml.writer",
          "application/vnd.visio",
          "application/vnd.wordperfect; version=5.0",
          "application/vnd.wordperfect; version=5.1",
          "application/vnd.wordperfect; version=6.x",
          "application/x-dbf",
          "application/x-fictionbook+xml",
          "application/x-mspublisher",
          "application/x-quattro-pro",
          "application/x-quattro-pro; version=9",
          "application/x-tika-msworks-spreadsheet");

  private final String mediaType;

  TikaReader(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Whether there is a parser for a type, as {@link Detected} writes it. */
  static boolean reads(String mediaType) {
    return TYPES.contains(mediaType);
  }

  @Override
  public Reading read(Source source) throws IOException, SAXException, TikaException {
    DocumentWriter writer = source.writer();
    TikaXhtml xhtml = new TikaXhtml(source.limits().maxCharacters());
    TikaParts parts = new TikaParts(source.limits(), takesParts());
    Metadata metadata = new Metadata();
    metadata.set(Metadata.CONTENT_TYPE, mediaType);
    try (BritishOffice _ = new BritishOffice();
        TikaInputStream in = TikaInputStream.get(accepted(source), metadata)) {
      parse(parser(mediaType), in, xhtml, metadata, context(parts));
    }
    writer.addAll(new HtmlLayout(false).blocksOf(xhtml.body()));
    if (xhtml.isFull() && !writer.isFull()) {
      writer.missing(
          "the text was cut off after " + source.limits().maxCharacters() + " characters");
    }
    parts.faults().forEach(writer::missing);
    writer.title(metadata.get(TikaCoreProperties.TITLE));
    return new Reading(writer.finish(), parts.found());
  }

  private static void parse(
      Parser parser, TikaInputStream in, TikaXhtml xhtml, Metadata metadata, ParseContext context)
      throws IOException, SAXException, TikaException {
    SecureContentHandler secured = new SecureContentHandler(xhtml, in);
    try {
      parser.parse(in, secured, metadata, context);
    } catch (SAXException stopped) {
      if (isBomb(secured, stopped)) {
        throw new NotReadException(
            NotCheckedReason.BOMB, "expands or is nested beyond all proportion");
      }
      if (!xhtml.isFull()) {
        throw stopped;
      }
    } catch (UnsupportedFormatException _) {
      throw new NotReadException(NotCheckedReason.UNSUPPORTED, "a version that is not read");
    } catch (TikaException | IOException | RuntimeException fault) {
      // Some parsers wrap what the handler threw to stop them.
      if (!xhtml.isFull()) {
        throw fault;
      }
    }
  }

  private static boolean isBomb(SecureContentHandler secured, SAXException stopped) {
    try {
      secured.throwIfCauseOf(stopped);
      return false;
    } catch (TikaException _) {
      return true;
    }
  }

  private static ParseContext context(TikaParts parts) {
    ParseContext context = new ParseContext();
    context.set(Parser.class, EmptyParser.INSTANCE);
    context.set(EmbeddedDocumentExtractor.class, parts);
    context.set(Locale.class, Locale.UK);
    context.set(TimeZone.class, TimeZone.getTimeZone("UTC"));
    return context;
  }

  /** Tika passes deleted text of Word 2003 on as live text; here the changes are accepted first. */
  private byte[] accepted(Source source) {
    if (!mediaType.equals("application/vnd.ms-wordml")) {
      return source.bytes();
    }
    Document word = FlatWordReader.parse(source);
    word.getElementsByTag("aml:annotation").stream()
        .filter(change -> change.attr("w:type").equals("Word.Deletion"))
        .forEach(Element::remove);
    word.getElementsByTag("w:vanish").stream()
        .map(hidden -> hidden.closest("w|r"))
        .filter(Objects::nonNull)
        .forEach(Element::remove);
    return word.outerHtml().getBytes(StandardCharsets.UTF_8);
  }

  /** An EPUB is one book: what it keeps beside its chapters is how they look. */
  private boolean takesParts() {
    return !mediaType.equals("application/epub+zip");
  }

  /** Only the parser that is asked for is loaded. */
  private static Parser parser(String type) throws NotReadException {
    return switch (type) {
      case "application/epub+zip" -> new EpubParser();
      case "application/vnd.ms-xpsdocument",
          "application/vnd.ms-excel.sheet.binary.macroenabled.12",
          "application/vnd.ms-visio.drawing" ->
          new OOXMLParser();
      case "application/vnd.visio",
          "application/x-mspublisher",
          "application/x-tika-msworks-spreadsheet" ->
          new OfficeParser();
      case "application/onenote; format=one" -> new OneNoteParser();
      case "application/vnd.ms-wordml" -> new WordMLParser();
      case "application/vnd.ms-spreadsheetml" -> new SpreadsheetMLParser();
      case "application/vnd.ms-tnef" -> new TNEFParser();
      case "application/vnd.sun.xml.writer" -> new OpenDocumentParser();
      case "application/vnd.wordperfect; version=5.0",
          "application/vnd.wordperfect; version=5.1",
          "application/vnd.wordperfect; version=6.x" ->
          new WordPerfectParser();
      case "application/x-quattro-pro; version=9", "application/x-quattro-pro" ->
          new QuattroProParser();
      case "application/dif+xml" -> new DIFParser();
      case "application/x-dbf" -> new DBFParser();
      case "application/vnd.adobe.indesign-idml-package" -> new IDMLParser();
      case "application/vnd.mif" -> new MIFParser();
      case "application/x-fictionbook+xml" -> new FictionBookParser();
      default -> throw new NotReadException(NotCheckedReason.UNSUPPORTED, type);
    };
  }
}
