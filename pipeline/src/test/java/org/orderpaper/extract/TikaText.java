package org.orderpaper.extract;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The plain text that Tika makes of a document as it comes, without what is embedded in it. */
final class TikaText {

  private static final AutoDetectParser PARSER = new AutoDetectParser();

  private TikaText() {}

  static String of(String name, byte[] bytes) throws IOException, SAXException, TikaException {
    return of(name, bytes, false);
  }

  /**
   * The text.
   *
   * @param once whether a line of a PDF that is painted twice, to make it bold, is one line
   */
  static String of(String name, byte[] bytes, boolean once)
      throws IOException, SAXException, TikaException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    ParseContext context = new ParseContext();
    context.set(Parser.class, PARSER);
    context.set(EmbeddedDocumentExtractor.class, new OnlyBodies(context));
    TesseractOCRConfig noOcr = new TesseractOCRConfig();
    noOcr.setSkipOcr(true);
    context.set(TesseractOCRConfig.class, noOcr);
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setSuppressDuplicateOverlappingText(once);
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    context.set(PDFParserConfig.class, pdf);
    OfficeParserConfig office = new OfficeParserConfig();
    // The other extractor wants a layout for each slide; the one for Word stays Tika's default.
    office.setUseSAXPptxExtractor(true);
    context.set(OfficeParserConfig.class, office);
    BodyContentHandler text = new BodyContentHandler(-1);
    try (TikaInputStream in = TikaInputStream.get(bytes, metadata)) {
      PARSER.parse(in, text, metadata, context);
    }
    return text.toString();
  }

  /** The bodies of a mail belong to it; other parts are compared one by one. */
  private static final class OnlyBodies extends ParsingEmbeddedDocumentExtractor {
    OnlyBodies(ParseContext context) {
      super(context);
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      @Nullable String type = metadata.get(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE);
      type = type == null ? metadata.get(Metadata.CONTENT_TYPE) : type;
      return type != null
          && type.startsWith("text/")
          && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null;
    }
  }
}
