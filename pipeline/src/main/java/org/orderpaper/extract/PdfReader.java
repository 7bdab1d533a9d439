package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.NotCheckedReason;

/**
 * Reads PDF with PDFBox directly rather than through Tika, whose text has neither the places nor
 * the sizes of letters that paragraphs, headings and running headers are recognised by.
 */
final class PdfReader implements FormatReader {

  /** A page with fewer letters than this that carries a picture is a scan with a stamp on it. */
  private static final int FEW_LETTERS = 40;

  private static final int SCAN_PIXELS = 300_000;
  private static final int DPI = 300;
  private static final float POINTS_PER_INCH = 72f;
  private static final long MOST_PIXELS = 25_000_000;
  private static final int TAIL = 2048;

  static {
    BundledFont.install();
  }

  @Override
  public Reading read(Source source) throws IOException {
    try (PDDocument document = Loader.loadPDF(source.bytes())) {
      return new Work(source, document).reading();
    }
  }

  /** The reading of one document. */
  private static final class Work {
    private final Source source;
    private final PDDocument document;
    private final DocumentWriter writer;
    private final ScannedPages scans;
    private final Map<Integer, List<TextLine>> pages = new TreeMap<>();
    private final List<Integer> broken = new ArrayList<>();

    Work(Source source, PDDocument document) {
      this.source = source;
      this.document = document;
      this.writer = source.writer();
      this.scans = new ScannedPages(source.ocr());
    }

    Reading reading() throws IOException {
      int count = document.getNumberOfPages();
      for (int page = 1; page <= count && !isEnough(); page++) {
        readPage(page);
      }
      List<TextLine> lines = new ArrayList<>();
      pages.values().forEach(lines::addAll);
      writer.addAll(PrintedPages.blocksOf(lines));
      addFormFields();
      addAnnotations();
      writer.pages(count);
      writer.title(document.getDocumentInformation().getTitle());
      tellWhatIsMissing();
      scans.tell(writer);
      return new Reading(writer.finish(), embedded());
    }

    private boolean isEnough() {
      long characters =
          pages.values().stream().flatMap(List::stream).mapToLong(l -> l.text().length()).sum();
      return characters > source.limits().maxCharacters();
    }

    private void readPage(int number) throws IOException {
      PDPage page = document.getPage(number - 1);
      List<TextLine> lines;
      try {
        lines = PdfLines.of(document, number);
      } catch (IOException | RuntimeException _) {
        broken.add(number);
        return;
      }
      if (isScan(page, lines)) {
        List<TextLine> read = scans.addPage(render(page, number - 1), number);
        lines = read.isEmpty() ? lines : read;
      }
      pages.put(number, lines);
    }

    private static boolean isScan(PDPage page, List<TextLine> lines) throws IOException {
      long letters =
          lines.stream()
              .flatMapToInt(line -> line.text().chars())
              .filter(Character::isLetter)
              .count();
      if (letters == 0) {
        return page.hasContents();
      }
      return letters < FEW_LETTERS && hasLargePicture(page);
    }

    /** By the pictures' declared sizes: decoding them all would take longer than reading. */
    private static boolean hasLargePicture(PDPage page) {
      if (page.getResources() == null) {
        return false;
      }
      for (COSName name : page.getResources().getXObjectNames()) {
        if (page.getResources().isImageXObject(name)) {
          var stream = page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
          var image = stream == null ? null : stream.getCOSStream(name);
          long pixels =
              image == null
                  ? 0
                  : (long) image.getInt(COSName.WIDTH, 0) * image.getInt(COSName.HEIGHT, 0);
          if (pixels >= SCAN_PIXELS) {
            return true;
          }
        }
      }
      return false;
    }

    /** A picture of the page, or null when there is nobody to read it. */
    private @Nullable BufferedImage render(PDPage page, int index) throws IOException {
      if (!source.ocr().isAvailable()) {
        return null;
      }
      PDRectangle box = page.getCropBox();
      double inches = box.getWidth() / POINTS_PER_INCH * (box.getHeight() / POINTS_PER_INCH);
      // A page may claim to be as large as a house.
      double dpi = Math.min(DPI, Math.sqrt(MOST_PIXELS / Math.max(inches, 0.01)));
      return new PDFRenderer(document)
          .renderImage(index, (float) (dpi / POINTS_PER_INCH), ImageType.GRAY);
    }

    /** What was typed into a form is not on the page itself. */
    private void addFormFields() throws IOException {
      PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
      if (form == null) {
        return;
      }
      for (PDField field : form.getFieldTree()) {
        boolean typed = field instanceof PDTerminalField && !(field instanceof PDSignatureField);
        String value = typed ? field.getValueAsString() : "";
        if (value != null && !value.isBlank() && !value.equals("Off")) {
          String label = field.getAlternateFieldName();
          String name = label == null ? field.getPartialName() : label;
          writer.add(Draft.paragraph(name + ": " + value));
        }
      }
    }

    private void addAnnotations() throws IOException {
      for (int index = 0; index < document.getNumberOfPages(); index++) {
        for (PDAnnotation annotation : document.getPage(index).getAnnotations()) {
          String contents = annotation.isHidden() ? null : annotation.getContents();
          if (contents != null) {
            addAnnotation(annotation.getSubtype(), contents, index + 1);
          }
        }
      }
    }

    private void addAnnotation(@Nullable String subtype, String contents, int page) {
      if (subtype == null) {
        return;
      }
      switch (subtype) {
        case "FreeText" -> writer.add(Draft.paragraph(contents).onPage(page));
        case "Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret" ->
            writer.add(Draft.of(BlockKind.COMMENT, contents).onPage(page));
        default -> {}
      }
    }

    private void tellWhatIsMissing() throws NotReadException {
      if (!broken.isEmpty()) {
        writer.missing("pages that could not be read: " + PageList.of(broken));
      }
      if (isCutOff(source.bytes())) {
        if (writer.isEmpty()) {
          throw new NotReadException(NotCheckedReason.CORRUPT, "the file is cut off");
        }
        writer.missing("the file is cut off; what was left of it was read");
      }
    }

    /** Whether the mark is missing that every whole PDF ends with. */
    private static boolean isCutOff(byte[] bytes) {
      byte[] mark = {'%', '%', 'E', 'O', 'F'};
      int from = Math.max(0, bytes.length - TAIL);
      for (int i = bytes.length - mark.length; i >= from; i--) {
        if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
          return false;
        }
      }
      return true;
    }

    private List<Attachment> embedded() throws IOException {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
      List<Attachment> found = new ArrayList<>();
      if (tree != null) {
        collect(tree, 0, found);
      }
      return found;
    }

    private static void collect(
        PDNameTreeNode<PDComplexFileSpecification> node, int depth, List<Attachment> found)
        throws IOException {
      Map<String, PDComplexFileSpecification> here = node.getNames();
      if (here != null) {
        for (PDComplexFileSpecification file : new TreeMap<>(here).values()) {
          PDEmbeddedFile content = file.getEmbeddedFile();
          if (content != null) {
            byte[] bytes = content.toByteArray();
            found.add(new Attachment(file.getFilename(), () -> bytes));
          }
        }
      }
      if (node.getKids() != null && depth < 16) {
        for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
          collect(kid, depth + 1, found);
        }
      }
    }
  }
}
