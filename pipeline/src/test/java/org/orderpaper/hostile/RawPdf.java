package org.orderpaper.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a PDF object by object, so that it can say what no library would let it say. */
final class RawPdf {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  RawPdf() {
    raw("%PDF-1.7\n");
  }

  /** A paper of one page: 1 the catalogue, 2 the pages, 3 the page, 4 its content, 5 its font. */
  static RawPdf paper(String... lines) {
    return page("/Font << /F1 5 0 R >>", content(lines), "");
  }

  static RawPdf page(String resources, String content, String entries) {
    return new RawPdf()
            .object("<< /Type /Catalog /Pages 2 0 R " + entries + " >>")
            .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
                    + " "
                    + resources
                    + " >> >>")
            .stream("", ascii(content))
            .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  }

  static String content(String... lines) {
    StringBuilder content = new StringBuilder("BT /F1 11 Tf 72 740 Td 14 TL\n");
    for (String line : lines) {
      content.append('(').append(line).append(") Tj T*\n");
    }
    return content.append("ET\n").toString();
  }

  RawPdf object(String body) {
    begin();
    return raw(body).raw("\nendobj\n");
  }

  RawPdf stream(String entries, byte[] data) {
    return declared(entries + " /Length " + data.length, data);
  }

  /** A stream whose length is what {@code entries} claim. */
  RawPdf declared(String entries, byte[] data) {
    begin();
    raw("<< " + entries + " >>\nstream\n");
    out.writeBytes(data);
    return raw("\nendstream\nendobj\n");
  }

  private void begin() {
    offsets.add(out.size());
    raw(offsets.size() + " 0 obj\n");
  }

  private RawPdf raw(String text) {
    out.writeBytes(ascii(text));
    return this;
  }

  byte[] bytes() {
    return bytes("");
  }

  /** The file, with more entries in its trailer; {@code $XREF} is where the table begins. */
  byte[] bytes(String trailer) {
    int xref = out.size();
    raw("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    for (int offset : offsets) {
      raw("%010d 00000 n \n".formatted(offset));
    }
    raw("trailer\n<< /Root 1 0 R /Size " + (offsets.size() + 1) + " ");
    raw(trailer.replace("$XREF", Integer.toString(xref)));
    raw(" >>\nstartxref\n" + xref + "\n%%EOF\n");
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
