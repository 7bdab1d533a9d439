package org.orderpaper.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
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

  /** So much of a page at its top and bottom is for stamps and page numbers. */
  private static final float EDGE = 0.1f;

  /**
   * Operators that paint a picture, a form or a shading, and those that fill or draw an outline.
   */
  private static final Set<String> PICTURES = Set.of("Do", "BI", "sh");

  private static final Set<String> STROKES = Set.of("f", "F", "f*", "S", "s", "B", "B*", "b", "b*");

  /** A page with fewer is empty but for lines and frames. */
  private static final int MANY_STROKES = 20;

  private static final int SCAN_PIXELS = 300_000;
  private static final int DPI = 300;
  private static final float POINTS_PER_INCH = 72f;
  private static final long MOST_PIXELS = 25_000_000;
  private static final int TAIL = 2048;

  /** Of the tree of embedded files, which is followed by recursion. */
  private static final int MOST_BRANCHES = 1_000;

  static {
    BundledFont.install();
  }

  @Override
  public Reading read(Source source) throws IOException {
    try (PDDocument document = Loader.loadPDF(source.bytes());
        ScannedPages scans = new ScannedPages(source)) {
      return new Work(source, document, scans).reading();
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
    private final List<PDPage> sheets = new ArrayList<>();

    Work(Source source, PDDocument document, ScannedPages scans) {
      this.source = source;
      this.document = document;
      this.writer = source.writer();
      this.scans = scans;
    }

    Reading reading() throws IOException {
      PdfPageTree tree = PdfPageTree.flattened(document);
      sheets.addAll(tree.pages());
      PdfLines read = PdfLines.of(document, source.limits().maxCharacters());
      for (Map.Entry<Integer, List<TextLine>> page : read.pages().entrySet()) {
        boolean garbled = read.garbled().contains(page.getKey());
        List<TextLine> lines = garbled ? List.of() : page.getValue();
        pages.put(page.getKey(), lines);
        beginScan(page.getKey(), lines, garbled);
      }
      scans
          .lines()
          .forEach((number, lines) -> {
            if (!lines.isEmpty()) {
              pages.put(number, lines);
            }
          });
      broken.addAll(read.broken());
      List<TextLine> lines = new ArrayList<>();
      pages.values().forEach(lines::addAll);
      writer.addAll(PrintedPages.blocksOf(lines));
      if (!read.garbled().isEmpty()) {
        writer.note(
            "pages whose letters cannot be told by the file: " + PageList.of(read.garbled()));
      }
      addFormFields();
      addAnnotations();
      writer.pages(sheets.size());
      writer.title(document.getDocumentInformation().getTitle());
      tree.tell(writer);
      tellWhatIsMissing();
      scans.tell(writer);
      return new Reading(writer.finish(), embedded());
    }

    /** Begins to read a page that has no text of its own. */
    private void beginScan(int number, List<TextLine> lines, boolean garbled) throws IOException {
      PDPage page = sheets.get(number - 1);
      if (!(garbled || isScan(page, lines)) || !scans.canRead(number)) {
        return;
      }
      BufferedImage grey;
      try {
        grey = render(page, number - 1);
      } catch (IOException | RuntimeException _) {
        scans.cannotShow(number);
        return;
      }
      scans.add(number, grey, DPI, POINTS_PER_INCH / DPI);
    }

    private static boolean isScan(PDPage page, List<TextLine> lines) throws IOException {
      long letters =
          lines.stream()
              .flatMapToInt(line -> line.text().chars())
              .filter(Character::isLetter)
              .count();
      if (letters == 0) {
        return isPainted(page);
      }
      boolean stamped =
          lines.stream().allMatch(line -> line.depth() < EDGE || line.depth() > 1 - EDGE);
      return (letters < FEW_LETTERS || stamped) && hasLargePicture(page);
    }

    /**
     * Whether a page without letters shows anything: a picture, or letters drawn as outlines. Empty
     * last pages are common and would each cost a reading.
     */
    private static boolean isPainted(PDPage page) throws IOException {
      PDFStreamParser parser = new PDFStreamParser(page);
      int strokes = 0;
      for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
        if (token instanceof Operator operator) {
          if (PICTURES.contains(operator.getName())) {
            return true;
          }
          strokes += STROKES.contains(operator.getName()) ? 1 : 0;
        }
      }
      return strokes >= MANY_STROKES;
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

    private BufferedImage render(PDPage page, int index) throws IOException {
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
      for (int index = 0; index < sheets.size(); index++) {
        for (PDAnnotation annotation : sheets.get(index).getAnnotations()) {
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
        collect(tree, new HashSet<>(), found);
      }
      for (PDPage page : sheets) {
        for (PDAnnotation annotation : page.getAnnotations()) {
          if (annotation instanceof PDAnnotationFileAttachment pinned
              && pinned.getFile() instanceof PDComplexFileSpecification file) {
            collect(file, found);
          }
        }
      }
      return found;
    }

    private static void collect(
        PDNameTreeNode<PDComplexFileSpecification> node,
        Set<COSDictionary> seen,
        List<Attachment> found)
        throws IOException {
      // The branches of a tree may lead back into it.
      if (!seen.add(node.getCOSObject()) || seen.size() > MOST_BRANCHES) {
        return;
      }
      Map<String, PDComplexFileSpecification> here = node.getNames();
      if (here != null) {
        for (PDComplexFileSpecification file : new TreeMap<>(here).values()) {
          collect(file, found);
        }
      }
      if (node.getKids() != null) {
        for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
          collect(kid, seen, found);
        }
      }
    }

    private static void collect(PDComplexFileSpecification file, List<Attachment> found)
        throws IOException {
      PDEmbeddedFile content = file.getEmbeddedFile();
      if (content != null) {
        byte[] bytes = content.toByteArray();
        found.add(new Attachment(file.getFilename(), () -> bytes));
      }
    }
  }
}
