package org.orderpaper.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * What a part is, by its content. Names lie: minutes called .docx are old Word files, mails or web
 * pages. Only where the content is mere text does the extension say which sort of text.
 *
 * @param mediaType such as {@code application/pdf}
 */
record Detected(Format format, String mediaType) {

  private static final String PLAIN = "text/plain";
  private static final String UNKNOWN = "application/octet-stream";
  private static final int HEAD = 8192;

  /** Fields that mail programs write and people who begin a memo with "To:" do not. */
  private static final Pattern MAIL_FIELD =
      Pattern.compile(
          "(?im)^(?:message-id|received|return-path|mime-version|content-type|delivered-to"
              + "|dkim-signature|in-reply-to|x-[a-z-]+)\\s*:");

  private static final Pattern MARKUP =
      Pattern.compile("(?i)<(?:html|body|p|div|h[1-6]|table|ul|ol|br|span)\\b[^>]*>");

  static Detected of(Source source) throws IOException {
    byte[] bytes = source.bytes();
    return switch (FileMagic.valueOf(bytes)) {
      case OOXML -> inZip(source);
      case OLE2 -> inOle(source);
      default -> byMagic(source);
    };
  }

  private static Detected byMagic(Source source) throws IOException {
    byte[] bytes = source.bytes();
    if (startsWith(bytes, "PK\u0005\u0006")) {
      return new Detected(Format.ZIP, "application/zip");
    }
    MediaType found = MimeTypes.getDefaultMimeTypes().detect(source.stream(), new Metadata());
    String type = found.getBaseType().toString();
    return switch (type) {
      case "application/pdf" -> new Detected(Format.PDF, type);
      case "application/rtf", "text/rtf" -> new Detected(Format.RTF, "application/rtf");
      case "text/html", "application/xhtml+xml" -> new Detected(Format.HTML, type);
      case "application/mbox" -> new Detected(Format.MAILBOX, type);
      case "message/rfc822", "multipart/related" -> mailOrText(source, type);
      case "image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp" ->
          new Detected(Format.PICTURE, type);
      case "text/calendar", "text/vcard", "text/x-vcard", "text/x-vcalendar" ->
          new Detected(Format.OTHER, type);
      case UNKNOWN -> unknown(source);
      // Only some versions of a few formats are read.
      default -> type.startsWith("text/") ? text(source) : rarely(source, found.toString());
    };
  }

  /** What units seldom send. */
  private static Detected rarely(Source source, String type) {
    return switch (type) {
      case "application/gzip",
          "application/x-bzip2",
          "application/x-xz",
          "application/x-7z-compressed",
          "application/x-gtar",
          "application/x-tar" ->
          new Detected(Format.PACKED, type);
      case "application/vnd.ms-word2006ml" -> new Detected(Format.FLAT_DOCX, type);
      case "application/vnd.oasis.opendocument.tika.flat.document" -> inFlatOpenDocument(source);
      case "application/vnd.ms-excel.sheet.2",
          "application/vnd.ms-excel.sheet.3",
          "application/vnd.ms-excel.sheet.4",
          "application/vnd.ms-excel.workspace.3",
          "application/vnd.ms-excel.workspace.4" ->
          new Detected(Format.XLS, type);
      default -> {
        boolean xml = type.endsWith("/xml") || type.endsWith("+xml");
        Format otherwise = xml ? Format.XML : Format.OTHER;
        yield new Detected(TikaReader.reads(type) ? Format.BY_TIKA : otherwise, type);
      }
    };
  }

  private static Detected inFlatOpenDocument(Source source) {
    try (SecureXml reader = SecureXml.of(source.bytes())) {
      reader.nextChild();
      String type = reader.attribute("mimetype", "");
      Format format = ofOpenDocument(type);
      return new Detected(format == Format.ODT ? Format.FLAT_ODT : format, type);
    } catch (IOException | XMLStreamException _) {
      return new Detected(Format.GARBLED, "application/xml");
    }
  }

  private static Detected mailOrText(Source source, String type) {
    boolean mail = MAIL_FIELD.matcher(head(source)).find() || source.extension().equals("eml");
    return mail ? new Detected(Format.MAIL, type) : text(source);
  }

  private static Detected text(Source source) {
    String head = head(source);
    return switch (source.extension()) {
      case "csv" -> new Detected(Format.TABLE, "text/csv");
      case "tsv" -> new Detected(Format.TABLE, "text/tab-separated-values");
      case "md", "markdown" -> new Detected(Format.TEXT, "text/markdown");
      case "eml", "mht", "mhtml" ->
          MAIL_FIELD.matcher(head).find()
              ? new Detected(Format.MAIL, "message/rfc822")
              : new Detected(Format.TEXT, PLAIN);
      case "html", "htm", "xhtml" ->
          MARKUP.matcher(head).find()
              ? new Detected(Format.HTML, "text/html")
              : new Detected(Format.TEXT, PLAIN);
      default ->
          head.startsWith("<?xml")
              ? new Detected(Format.XML, "application/xml")
              : isTabbed(source)
                  ? new Detected(Format.TABLE, "text/tab-separated-values")
                  : new Detected(Format.TEXT, PLAIN);
    };
  }

  /** "Unicode text", as spreadsheets call it, is a table by its tabs and not by its name. */
  private static boolean isTabbed(Source source) {
    byte[] bytes = source.bytes();
    boolean wide = TextDecoder.isWide(bytes);
    String head = TextDecoder.decode(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)));
    List<String> lines = head.lines().toList();
    boolean cut = bytes.length > HEAD && lines.size() > 1;
    return CsvReader.isTable(cut ? lines.subList(0, lines.size() - 1) : lines, wide ? 1 : 2);
  }

  private static Detected unknown(Source source) {
    String extension = source.extension();
    boolean text = Format.TEXT.isNamedBy(extension) && isMostlyText(source.bytes());
    if (text || TextDecoder.isWide(source.bytes())) {
      return text(source);
    }
    return new Detected(Format.isPromisedBy(extension) ? Format.GARBLED : Format.OTHER, UNKNOWN);
  }

  /** A text file with a few stray control characters is still one. */
  private static boolean isMostlyText(byte[] bytes) {
    int control = 0;
    for (byte b : bytes) {
      control += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
    }
    return control * 50L < bytes.length;
  }

  private static Detected inZip(Source source) {
    String zip = "application/zip";
    try (ZipArchive archive = ZipArchive.open(source)) {
      byte[] mimetype = archive.read("mimetype");
      if (mimetype != null && mimetype.length < 256) {
        String type = new String(mimetype, StandardCharsets.US_ASCII).strip();
        return new Detected(ofOpenDocument(type), type);
      }
      if (archive.read("[Content_Types].xml") == null) {
        return IworkReader.isOne(archive)
            ? new Detected(Format.IWORK, "application/vnd.apple.iwork")
            : new Detected(Format.ZIP, zip);
      }
    } catch (IOException | RuntimeException _) {
      return new Detected(
          Format.isPromisedBy(source.extension()) ? Format.GARBLED : Format.ZIP, zip);
    }
    return inOfficePackage(source);
  }

  private static Format ofOpenDocument(String type) {
    String base = "application/vnd.oasis.opendocument.";
    if (!type.startsWith(base)) {
      return TikaReader.reads(type) ? Format.BY_TIKA : Format.OTHER;
    }
    return switch (type.substring(base.length())) {
      case "text", "text-template", "text-master", "text-web" -> Format.ODT;
      case "spreadsheet", "spreadsheet-template" -> Format.ODS;
      case "presentation", "presentation-template", "graphics", "graphics-template" -> Format.ODP;
      default -> Format.OTHER;
    };
  }

  private static Detected inOfficePackage(Source source) {
    String base = "application/vnd.openxmlformats-officedocument.";
    String main;
    try (OfficePackage office = OfficePackage.open(source)) {
      boolean printed =
          office.relationsOf("").values().stream()
              .anyMatch(relation -> relation.type().equals("fixedrepresentation"));
      if (printed) {
        return new Detected(Format.BY_TIKA, "application/vnd.ms-xpsdocument");
      }
      main = office.mainPart().toLowerCase(Locale.ROOT);
    } catch (IOException | XMLStreamException | RuntimeException _) {
      // The reader for it will say what is broken.
      return new Detected(Format.DOCX, base + "wordprocessingml.document");
    }
    int slash = main.indexOf('/');
    return switch (slash < 0 ? "" : main.substring(0, slash)) {
      case "xl" ->
          main.endsWith(".bin")
              ? new Detected(
                  Format.BY_TIKA, "application/vnd.ms-excel.sheet.binary.macroenabled.12")
              : new Detected(Format.XLSX, base + "spreadsheetml.sheet");
      case "ppt" -> new Detected(Format.PPTX, base + "presentationml.presentation");
      case "visio" -> new Detected(Format.BY_TIKA, "application/vnd.ms-visio.drawing");
      default -> new Detected(Format.DOCX, base + "wordprocessingml.document");
    };
  }

  private static Detected inOle(Source source) {
    try (POIFSFileSystem file = new POIFSFileSystem(source.stream())) {
      DirectoryNode root = file.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")
          || root.hasEntryCaseInsensitive("\tDRMContent")) {
        return new Detected(Format.LOCKED, POIFSContainerDetector.OOXML_PROTECTED.toString());
      }
      Set<String> names = new TreeSet<>(root.getEntryNames());
      MediaType type = POIFSContainerDetector.detect(names, root);
      return new Detected(ofOle(type, source), type.toString());
    } catch (IOException | RuntimeException _) {
      return new Detected(ofOle(POIFSContainerDetector.OLE, source), "application/x-tika-msoffice");
    }
  }

  private static Format ofOle(MediaType type, Source source) {
    if (type.equals(POIFSContainerDetector.DOC)) {
      return Format.DOC;
    }
    if (type.equals(POIFSContainerDetector.MSG)) {
      return Format.OUTLOOK;
    }
    if (type.equals(POIFSContainerDetector.XLS)) {
      return Format.XLS;
    }
    if (type.equals(POIFSContainerDetector.PPT)) {
      return Format.PPT;
    }
    if (TikaReader.reads(type.toString())) {
      return Format.BY_TIKA;
    }
    boolean unrecognised = type.equals(POIFSContainerDetector.OLE);
    return unrecognised && Format.isPromisedBy(source.extension()) ? Format.GARBLED : Format.OTHER;
  }

  private static String head(Source source) {
    byte[] bytes = source.bytes();
    int length = Math.min(bytes.length, HEAD);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    // Of two bytes for a character, the one that is nought.
    return TextDecoder.isWide(bytes) ? head.replace("\0", "") : head;
  }

  private static boolean startsWith(byte[] bytes, String mark) {
    return head4(bytes).equals(mark);
  }

  private static String head4(byte[] bytes) {
    return new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
  }
}
