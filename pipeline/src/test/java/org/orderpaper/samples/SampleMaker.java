package org.orderpaper.samples;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sources in, documents and labels out. The argument is the folder {@code corpus-samples}, and
 * behind it, if only some documents are to be made, words that their paths contain.
 */
final class SampleMaker {

  private SampleMaker() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length == 0 ? "corpus-samples" : arguments[0]);
    List<String> wanted =
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    List<Source> sources = Source.all(folder.resolve("sources"));
    for (Source source : sources) {
      if (source.isInsideAnother()
          || wanted.stream().anyMatch(word -> !source.path().contains(word))) {
        continue;
      }
      Path target = folder.resolve("documents").resolve(source.path());
      Files.createDirectories(target.getParent());
      Files.write(target, bytes(source, sources));
    }
    Files.writeString(folder.resolve("labels.jsonl"), Labels.jsonLines(sources));
  }

  /** The document that {@code source} describes, in the format that its header names. */
  static byte[] bytes(Source source, List<Source> all) throws IOException {
    return switch (source.format()) {
      case "docx" -> WordDocument.of(source);
      case "odt" -> OpenDocument.of(source);
      case "rtf" -> RichText.of(source);
      case "pdf" -> PdfPages.of(source);
      case "scan" -> ScannedPages.of(source);
      case "eml" -> MailMessage.of(source, attachments(source, all));
      case "txt", "html", "md" -> text(source);
      default -> throw new IllegalArgumentException(source.path() + ": no such format");
    };
  }

  private static byte[] text(Source source) {
    Charset charset = Charset.forName(source.option("charset", StandardCharsets.UTF_8.name()));
    String lineEnd = source.option("line-end", "unix").equals("dos") ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder();
    for (String line : source.verbatim()) {
      text.append(line).append(lineEnd);
    }
    return text.toString().getBytes(charset);
  }

  private static SortedMap<String, byte[]> attachments(Source message, List<Source> all)
      throws IOException {
    SortedMap<String, byte[]> attachments = new TreeMap<>();
    String prefix = message.path() + "!/";
    for (Source source : all) {
      String path = source.path();
      if (path.startsWith(prefix) && path.indexOf("!/", prefix.length()) < 0) {
        attachments.put(path.substring(prefix.length()), bytes(source, all));
      }
    }
    return attachments;
  }
}
