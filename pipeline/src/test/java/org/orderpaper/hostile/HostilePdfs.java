package org.orderpaper.hostile;

import static org.orderpaper.hostile.HostileFile.contained;
import static org.orderpaper.hostile.HostileFile.quick;
import static org.orderpaper.hostile.RawPdf.ascii;

import java.util.ArrayList;
import java.util.List;

/** PDFs that go round in circles, nest without end or burst. */
final class HostilePdfs {

  private static final String[] LINES = {"The meeting noted the raffle.", "It was well attended."};
  private static final String READ_OR_NAMED = "checked|checked-partial|corrupt|no-text";

  private HostilePdfs() {}

  static List<HostileFile> files() {
    List<HostileFile> files = new ArrayList<>();
    files.add(quick("pdf/plain.pdf", "checked", () -> RawPdf.paper(LINES).bytes()));
    files.addAll(trees());
    files.addAll(circles());
    files.addAll(nests());
    files.addAll(bombs());
    files.addAll(lies());
    return files;
  }

  private static List<HostileFile> trees() {
    return List.of(
        quick("pdf/says-million-pages.pdf", "checked", () -> tree("/Kids [3 0 R] /Count 1000000")),
        quick("pdf/says-minus-one-page.pdf", "checked", () -> tree("/Kids [3 0 R] /Count -1")),
        quick("pdf/says-no-pages.pdf", "checked", () -> tree("/Kids [3 0 R] /Count 0")),
        quick("pdf/does-not-say-how-many-pages.pdf", "checked", () -> tree("/Kids [3 0 R]")),
        quick(
            "pdf/points-to-a-page-that-is-not-there.pdf",
            "checked-partial",
            () -> tree("/Kids [3 0 R 99 0 R] /Count 2")),
        quick("pdf/million-shared-pages.pdf", "checked", HostilePdfs::sharedPages),
        contained(
            "pdf/one-page-million-times.pdf",
            "limit|timeout|checked-partial",
            () -> tree("/Kids [" + "3 0 R ".repeat(1_000_000) + "] /Count 1000000")),
        quick("pdf/pages-in-a-circle.pdf", "checked", () -> tree("/Kids [2 0 R 3 0 R] /Count 2")),
        quick("pdf/page-tree-10000-deep.pdf", READ_OR_NAMED + "|crash", HostilePdfs::deepTree));
  }

  private static byte[] tree(String pages) {
    return new RawPdf()
            .object("<< /Type /Catalog /Pages 2 0 R >>")
            .object("<< /Type /Pages " + pages + " >>")
            .object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
                    + " /Font << /F1 5 0 R >> >> >>")
            .stream("", ascii(RawPdf.content(LINES)))
            .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            .bytes();
  }

  /** Six levels of ten kids, all the same object: a million pages in a kilobyte. */
  private static byte[] sharedPages() {
    RawPdf pdf = new RawPdf().object("<< /Type /Catalog /Pages 2 0 R >>");
    int count = 1_000_000;
    for (int level = 2; level < 8; level++) {
      String kids = ((level + 1) + " 0 R ").repeat(10);
      pdf.object("<< /Type /Pages /Kids [" + kids + "] /Count " + count + " >>");
      count /= 10;
    }
    return pdf
        .object(
            "<< /Type /Page /MediaBox [0 0 595 842] /Contents 9 0 R /Resources << /Font << /F1 10"
                + " 0 R >> >> >>")
        .stream("", ascii(RawPdf.content(LINES)))
        .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .bytes();
  }

  private static byte[] deepTree() {
    RawPdf pdf = new RawPdf().object("<< /Type /Catalog /Pages 2 0 R >>");
    for (int level = 2; level < 10_002; level++) {
      pdf.object("<< /Type /Pages /Kids [" + (level + 1) + " 0 R] /Count 1 >>");
    }
    return pdf.object("<< /Type /Page /MediaBox [0 0 595 842] >>").bytes();
  }

  private static List<HostileFile> circles() {
    return List.of(
        quick(
            "pdf/xref-before-itself.pdf",
            READ_OR_NAMED,
            () -> RawPdf.paper(LINES).bytes("/Prev $XREF")),
        quick(
            "pdf/xref-stream-is-itself.pdf",
            READ_OR_NAMED,
            () -> RawPdf.paper(LINES).bytes("/XRefStm $XREF")),
        quick(
            "pdf/form-in-itself.pdf",
            READ_OR_NAMED,
            () -> form("/XObject << /X 6 0 R >>", "/X Do", "/X Do /X Do")),
        quick(
            "pdf/forms-in-forms.pdf",
            READ_OR_NAMED + "|crash|limit|timeout",
            HostilePdfs::formsInForms),
        quick("pdf/font-in-itself.pdf", READ_OR_NAMED, HostilePdfs::fontInItself),
        quick(
            "pdf/font-of-itself.pdf",
            READ_OR_NAMED,
            () -> font("/Type0", "/DescendantFonts [5 0 R]")),
        quick("pdf/fields-in-a-circle.pdf", READ_OR_NAMED, HostilePdfs::fieldsInACircle),
        quick(
            "pdf/names-in-a-circle.pdf",
            READ_OR_NAMED,
            () ->
                RawPdf.page(
                        "/Font << /F1 5 0 R >>",
                        RawPdf.content(LINES),
                        "/Names << /EmbeddedFiles 6 0 R >>")
                    .object("<< /Kids [" + "6 0 R ".repeat(10) + "] >>")
                    .bytes()),
        quick(
            "pdf/outlines-in-a-circle.pdf",
            READ_OR_NAMED,
            () ->
                RawPdf.page("/Font << /F1 5 0 R >>", RawPdf.content(LINES), "/Outlines 6 0 R")
                    .object("<< /First 7 0 R /Last 7 0 R /Count 1000000 >>")
                    .object("<< /Title (x) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>")
                    .bytes()),
        quick("pdf/object-stream-in-itself.pdf", READ_OR_NAMED, HostilePdfs::objectStream),
        quick(
            "pdf/length-is-itself.pdf",
            READ_OR_NAMED,
            () ->
                RawPdf.page("/Font << /F1 5 0 R >>", RawPdf.content(LINES), "/X 6 0 R")
                    .declared("/Length 6 0 R", ascii("x"))
                    .bytes()));
  }

  private static byte[] form(String resources, String content, String inner) {
    return RawPdf.page("/Font << /F1 5 0 R >> " + resources, RawPdf.content(LINES) + content, "")
        .stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << " + resources + " >>",
            ascii(inner))
        .bytes();
  }

  /** Forty levels, each of which paints the next one twice. */
  private static byte[] formsInForms() {
    RawPdf pdf =
        RawPdf.page(
            "/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>", RawPdf.content(LINES) + "/X Do", "");
    for (int level = 6; level < 46; level++) {
      pdf.stream(
          "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X "
              + (level + 1)
              + " 0 R >> >>",
          ascii("/X Do /X Do"));
    }
    return pdf.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", ascii("n")).bytes();
  }

  private static byte[] fontInItself() {
    return new RawPdf()
            .object("<< /Type /Catalog /Pages 2 0 R >>")
            .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
                    + " /Font << /F1 5 0 R >> >> >>")
            .stream("", ascii(RawPdf.content("aaaa")))
            .object(
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0]"
                    + " /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >>"
                    + " /CharProcs << /a 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>")
            .stream("", ascii("9 0 d0 BT /F1 9 Tf (aaaa) Tj ET"))
            .bytes();
  }

  private static byte[] font(String subtype, String more) {
    return new RawPdf()
            .object("<< /Type /Catalog /Pages 2 0 R >>")
            .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
                    + " /Font << /F1 5 0 R >> >> >>")
            .stream("", ascii(RawPdf.content("aaaa")))
            .object("<< /Type /Font /Subtype " + subtype + " /BaseFont /Odd " + more + " >>")
            .stream("", ascii("true nonsense ".repeat(40)))
            .stream(
                "",
                ascii(
                    "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange"
                        + " <00000000> <FFFFFFFF> <0041> endbfrange 1 begincidrange <00000000>"
                        + " <7FFFFFFF> 0 endcidrange endcmap"))
            .bytes();
  }

  private static byte[] fieldsInACircle() {
    return RawPdf.page(
            "/Font << /F1 5 0 R >>",
            RawPdf.content(LINES),
            "/AcroForm << /Fields [6 0 R] /XFA 7 0 R >>")
        .object("<< /T (x) /Kids [6 0 R 6 0 R] /Parent 6 0 R >>")
        .stream("", ascii("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"))
        .bytes();
  }

  private static byte[] objectStream() {
    return RawPdf.page("/Font << /F1 5 0 R >>", RawPdf.content(LINES), "/X 7 0 R /Y 6 0 R").stream(
            "/Type /ObjStm /N 2147483647 /First 2147483647 /Extends 6 0 R", ascii("6 0 7 9 "))
        .bytes();
  }

  private static List<HostileFile> nests() {
    return List.of(
        quick("pdf/arrays-10000-deep.pdf", READ_OR_NAMED + "|crash", () -> nested("[", "]")),
        quick(
            "pdf/dictionaries-10000-deep.pdf",
            READ_OR_NAMED + "|crash",
            () -> nested("<< /A ", ">>")),
        quick(
            "pdf/content-arrays-deep.pdf",
            READ_OR_NAMED + "|crash",
            () ->
                RawPdf.page("/Font << /F1 5 0 R >>", RawPdf.content(LINES) + "[".repeat(20_000), "")
                    .bytes()),
        quick(
            "pdf/states-100000-deep.pdf",
            READ_OR_NAMED,
            () ->
                RawPdf.page(
                        "/Font << /F1 5 0 R >>", "q ".repeat(100_000) + RawPdf.content(LINES), "")
                    .bytes()));
  }

  private static byte[] nested(String open, String close) {
    return RawPdf.page(
            "/Font << /F1 5 0 R >>",
            RawPdf.content(LINES),
            "/X " + open.repeat(10_000) + "1" + close.repeat(10_000))
        .bytes();
  }

  private static List<HostileFile> bombs() {
    return List.of(
        contained(
            "pdf/content-of-2-gigabytes.pdf",
            "checked",
            () ->
                filtered("/FlateDecode", Deflation.zlibBomb(RawPdf.content(LINES), ' ', 128, ""))),
        contained(
            "pdf/content-deflated-twice.pdf",
            "no-text",
            () ->
                filtered(
                    "[/FlateDecode /FlateDecode]",
                    Deflation.zlib(Deflation.zlibBomb(RawPdf.content(LINES), ' ', 128, "")))),
        contained(
            "pdf/page-as-large-as-a-town.pdf",
            READ_OR_NAMED + "|bomb|oom",
            () -> picture("[0 0 1e9 1e9]", "/Width 9 /Height 9 /BitsPerComponent 1", new byte[99])),
        contained(
            "pdf/page-of-no-size.pdf",
            READ_OR_NAMED + "|bomb|oom",
            () -> picture("[0 0 0 0]", "/Width 9 /Height 9 /BitsPerComponent 1", new byte[99])),
        contained(
            "pdf/page-as-narrow-as-a-hair.pdf",
            READ_OR_NAMED + "|bomb|oom",
            () ->
                picture("[0 0 1e-9 1e9]", "/Width 9 /Height 9 /BitsPerComponent 1", new byte[99])),
        contained(
            "pdf/picture-of-10-gigapixels.pdf",
            READ_OR_NAMED + "|bomb|oom",
            () ->
                picture(
                    "[0 0 595 842]",
                    "/Width 100000 /Height 100000 /BitsPerComponent 8",
                    new byte[99])),
        quick(
            "pdf/jbig2-garbage.pdf",
            READ_OR_NAMED,
            () ->
                picture(
                    "[0 0 200 200]",
                    "/Width 900 /Height 900 /BitsPerComponent 1 /Filter /JBIG2Decode",
                    ascii("\u0000\u0000\u0000\u00000\u0000\u0001\u007f\u007f\u007f\u007f"))),
        quick(
            "pdf/jpx-garbage.pdf",
            READ_OR_NAMED,
            () ->
                picture(
                    "[0 0 200 200]",
                    "/Width 900 /Height 900 /BitsPerComponent 8 /Filter /JPXDecode",
                    ascii("\u0000\u0000\u0000\u000cjP  \r\n\u0087\n garbage"))),
        quick(
            "pdf/fax-garbage.pdf",
            READ_OR_NAMED,
            () ->
                picture(
                    "[0 0 200 200]",
                    "/Width 900 /Height 900 /BitsPerComponent 1 /Filter /CCITTFaxDecode"
                        + " /DecodeParms << /K -1 /Columns 900 /Rows 2147483647 >>",
                    ascii("garbage garbage"))));
  }

  private static byte[] filtered(String filter, byte[] data) {
    return new RawPdf()
            .object("<< /Type /Catalog /Pages 2 0 R >>")
            .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
                    + " /Font << /F1 5 0 R >> >> >>")
            .stream("/Filter " + filter, data)
            .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            .bytes();
  }

  private static byte[] picture(String box, String entries, byte[] data) {
    return new RawPdf()
            .object("<< /Type /Catalog /Pages 2 0 R >>")
            .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .object(
                "<< /Type /Page /Parent 2 0 R /MediaBox "
                    + box
                    + " /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>")
            .stream("", ascii("200 0 0 200 0 0 cm /X Do"))
            .stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray " + entries, data)
            .bytes();
  }

  private static List<HostileFile> lies() {
    return List.of(
        quick("pdf/length-of-2-gigabytes.pdf", READ_OR_NAMED, () -> declared("2147483647")),
        quick("pdf/length-of-minus-1.pdf", READ_OR_NAMED, () -> declared("-1")),
        quick(
            "pdf/length-beyond-numbers.pdf", READ_OR_NAMED, () -> declared("99999999999999999999")),
        quick(
            "pdf/font-file-garbage.pdf",
            READ_OR_NAMED,
            () ->
                font(
                    "/TrueType",
                    "/FirstChar 0 /LastChar 255 /Widths [] /ToUnicode 7 0 R /FontDescriptor <<"
                        + " /Type /FontDescriptor /FontName /Odd /FontFile2 6 0 R >>")),
        quick(
            "pdf/cff-garbage.pdf",
            READ_OR_NAMED,
            () ->
                font(
                    "/Type1",
                    "/ToUnicode 7 0 R /FontDescriptor << /Type /FontDescriptor /FontName /Odd"
                        + " /FontFile3 6 0 R >>")),
        quick(
            "pdf/character-map-of-billions.pdf",
            READ_OR_NAMED,
            () ->
                font(
                    "/Type0",
                    "/Encoding 7 0 R /ToUnicode 7 0 R /DescendantFonts [<< /Type /Font /Subtype"
                        + " /CIDFontType2 /BaseFont /Odd /CIDSystemInfo << /Registry (A) /Ordering"
                        + " (B) /Supplement 0 >> >>]")),
        quick("pdf/predictor-columns.pdf", READ_OR_NAMED, HostilePdfs::predictor));
  }

  private static byte[] declared(String length) {
    return new RawPdf()
        .object("<< /Type /Catalog /Pages 2 0 R >>")
        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .object(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
                + " /Font << /F1 5 0 R >> >> >>")
        .declared("/Length " + length, ascii(RawPdf.content(LINES)))
        .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .bytes();
  }

  private static byte[] predictor() {
    return filtered(
        "/FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 >>",
        Deflation.zlib(ascii(RawPdf.content(LINES))));
  }
}
