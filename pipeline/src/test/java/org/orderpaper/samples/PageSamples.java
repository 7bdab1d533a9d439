package org.orderpaper.samples;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the documents of {@code corpus-samples/formats} that are text, tables, mails, archives and
 * PDF, one a trap. Run its main with the folder to write into; the same bytes come out every time.
 */
final class PageSamples {

  private PageSamples() {}

  /** Writes the documents into the folder named by the only argument. */
  public static void main(String[] args) throws IOException {
    Path formats = Path.of(args[0]);
    for (Map.Entry<String, byte[]> document : all().entrySet()) {
      Path file = formats.resolve(document.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, document.getValue());
    }
  }

  /** Every document by its path under the folder of formats. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> documents = new TreeMap<>();
    documents.putAll(TextSamples.all());
    documents.putAll(MailSamples.all());
    documents.putAll(PdfSamples.all());
    documents.putAll(ArchiveSamples.all());
    return documents;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] encoded(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }
}
